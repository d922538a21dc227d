// Package identity tells one state of a file or folder from any other, as far as a
// system does so without reading it: by size, mode, inode, and the times of the last
// change of the bytes and of the inode itself, which no program can set.
//
// A file that changed so shortly before it was looked at that a later change could bear
// the same time is Fresh (the "racy" entries of https://git-scm.com/docs/racy-git): its
// identity says nothing until it has rested.
package identity

import (
	"encoding/binary"
	"io/fs"
	"time"
)

// ID is the identity of a file or folder.
type ID struct {
	size, mode, inode, device uint64
	modified, changed         int64 // nanoseconds since 1970
}

// Encoded is how many bytes Append appends.
const Encoded = 48

// Size is how many bytes are in a file.
func (id ID) Size() int64 { return int64(id.size) }

// IsDir tells whether it is that of a folder.
func (id ID) IsDir() bool { return fs.FileMode(id.mode).IsDir() }

// SameFile tells whether two are one file, which may have gained or lost a name since,
// with the same bytes as far as its size and time tell.
func (id ID) SameFile(other ID) bool {
	id.changed, other.changed = 0, 0
	return id == other
}

// How long after a change another one can bear the same time: a tick of the kernel, of
// 10 ms at most, or more where a file system keeps whole seconds.
const (
	tick   = 20 * time.Millisecond
	second = 2 * time.Second
)

// Fresh tells whether something changed just before now.
func (id ID) Fresh(now time.Time) bool {
	newest := max(id.changed, id.modified)
	margin := tick
	if newest%int64(time.Second) == 0 {
		margin = second
	}
	return now.UnixNano()-newest <= int64(margin)
}

// Append appends an identity as bytes.
func (id ID) Append(b []byte) []byte {
	for _, n := range [...]uint64{id.size, id.mode, id.inode, id.device, uint64(id.modified), uint64(id.changed)} {
		b = binary.LittleEndian.AppendUint64(b, n)
	}
	return b
}

// Decode reads what Append appended; b holds Encoded bytes.
func Decode(b []byte) ID {
	field := func(i int) uint64 { return binary.LittleEndian.Uint64(b[8*i:]) }
	return ID{field(0), field(1), field(2), field(3), int64(field(4)), int64(field(5))}
}
