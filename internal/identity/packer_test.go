package identity

import (
	"math"
	"testing"

	"wijkvisie/internal/packed"
)

// FuzzPacker checks that identities are read as they were packed, whatever was before.
func FuzzPacker(f *testing.F) {
	f.Add(uint64(17), uint64(0o644), uint64(12), uint64(64769), int64(1_300_000_000_000_000_000), int64(1_300_000_000_000_000_001))
	f.Add(uint64(0), uint64(0), uint64(0), uint64(0), int64(0), int64(0))
	f.Add(uint64(math.MaxUint64), uint64(math.MaxUint64), uint64(math.MaxUint64), uint64(math.MaxUint64), int64(math.MinInt64), int64(math.MaxInt64))
	f.Fuzz(func(t *testing.T, size, mode, inode, device uint64, modified, changed int64) {
		id := ID{size, mode, inode, device, modified, changed}
		list := []ID{{}, id, id, {inode: math.MaxUint64, modified: -1}, id}
		var p Packer
		var b []byte
		for _, id := range list {
			n := len(b)
			if b = p.Append(b, id); len(b) < n+Least {
				t.Errorf("%v takes %d bytes", id, len(b)-n)
			}
		}
		var u Unpacker
		r := packed.Read(b)
		for _, want := range list {
			if got := u.Read(r); got != want {
				t.Errorf("%v is read as %v", want, got)
			}
		}
		if !r.Done() {
			t.Error("something is left")
		}
	})
}
