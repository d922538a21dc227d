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

	"wijkvisie/internal/packed"
)

// ID is the identity of a file or folder.
type ID struct {
	size, mode, inode, device uint64
	modified, changed         int64 // nanoseconds since 1970
}

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

// Append appends an identity as bytes, which are the same for the same.
func (id ID) Append(b []byte) []byte { return new(Packer).Append(b, id) }

// Packer packs identities that stand behind each other as bytes. What they have in common
// takes next to none: neighbours were made one after the other, on one disk.
type Packer struct{ last ID }

// What an identity has in common with the one before, as a byte.
const (
	sameMode byte = 1 << iota
	sameDevice
)

// Append appends the next identity.
func (p *Packer) Append(b []byte, id ID) []byte {
	at := len(b)
	b = append(b, 0)
	if id.mode == p.last.mode {
		b[at] |= sameMode
	} else {
		b = binary.AppendUvarint(b, id.mode)
	}
	if id.device == p.last.device {
		b[at] |= sameDevice
	} else {
		b = binary.AppendUvarint(b, id.device)
	}
	b = binary.AppendUvarint(b, id.size)
	b = binary.AppendVarint(b, int64(id.inode-p.last.inode))
	b = binary.AppendVarint(b, id.modified-p.last.modified)
	b = binary.AppendVarint(b, id.changed-id.modified)
	p.last = id
	return b
}

// Unpacker reads what a Packer appended, in the same order.
type Unpacker struct{ last ID }

// Read reads the next identity.
func (u *Unpacker) Read(r *packed.Reader) ID {
	id := &u.last
	same := r.Byte()
	if same&sameMode == 0 {
		id.mode = r.Unsigned()
	}
	if same&sameDevice == 0 {
		id.device = r.Unsigned()
	}
	id.size = r.Unsigned()
	id.inode += uint64(r.Signed())
	id.modified += r.Signed()
	id.changed = id.modified + r.Signed()
	return *id
}

// Least is how many bytes an identity takes at least.
const Least = 5
