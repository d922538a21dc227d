package publish

import (
	"encoding/binary"
	"errors"
	"maps"
	"slices"

	"wijkvisie/internal/identity"
	"wijkvisie/internal/packed"
	"wijkvisie/internal/parallel"
)

// errRecord is for bytes that are no record.
var errRecord = errors.New("this is no record of a site")

// What is set of a file, a folder or a difference, as a byte.
const (
	isFresh byte = 1 << iota
	isThere
)

// Bytes returns the record as bytes, for ReadRecord.
func (r *Record) Bytes() []byte {
	b := make([]byte, 0, 128*(len(r.files)+len(r.folders))+1024)
	b = append(b, r.key[:]...)
	b = appendFlags(b, false, r.spare)
	b = packed.AppendNumber(b, len(r.differ))
	for _, p := range slices.Sorted(maps.Keys(r.differ)) {
		b = appendFlags(packed.AppendText(b, p), false, bool(r.differ[p]))
	}
	// Where the folders begin stands before the files, so that both can be read at once.
	size := len(b)
	b = append(b, make([]byte, 8)...)
	b = r.appendFiles(b)
	binary.LittleEndian.PutUint64(b[size:], uint64(len(b)-size-8))
	return r.appendFolders(b)
}

func (r *Record) appendFiles(b []byte) []byte {
	b = packed.AppendNumber(b, len(r.files))
	for i := range r.files {
		f := &r.files[i]
		b = appendFlags(packed.AppendText(b, f.path), f.fresh, true)
		b = f.id.Append(append(b, f.tag[:]...))
	}
	return b
}

func (r *Record) appendFolders(b []byte) []byte {
	b = packed.AppendNumber(b, len(r.folders))
	for i := range r.folders {
		b = packed.AppendText(b, r.folders[i].path)
		for _, s := range r.folders[i].sides {
			if b = appendFlags(b, s.fresh, s.there); s.there {
				b = s.id.Append(b)
			}
		}
	}
	return b
}

// ReadRecord reads what Bytes wrote. The bytes must not change any more.
func ReadRecord(data []byte) (*Record, error) {
	d := packed.Read(data)
	r := &Record{differ: make(map[string]inSpare)}
	copy(r.key[:], d.Bytes(tagSize))
	_, r.spare = readFlags(d)
	for range d.Count(2) {
		p := d.Text()
		_, there := readFlags(d)
		r.differ[p] = inSpare(there)
	}
	size := d.Bytes(8)
	if size == nil {
		return nil, errRecord
	}
	files := packed.Read(d.Bytes(int(binary.LittleEndian.Uint64(size))))
	// A build that has nothing to do waits for this.
	both := []func(){func() { r.readFiles(files) }, func() { r.readFolders(d) }}
	parallel.Each(len(both), func(i int) { both[i]() })
	if !files.Done() || !d.Done() {
		return nil, errRecord
	}
	return r, nil
}

func (r *Record) readFiles(d *packed.Reader) {
	r.files = make([]fileRecord, d.Count(1+1+tagSize+identity.Encoded))
	for i := range r.files {
		f := &r.files[i]
		f.path = d.Text()
		f.fresh, _ = readFlags(d)
		copy(f.tag[:], d.Bytes(tagSize))
		f.id = readID(d)
	}
}

func (r *Record) readFolders(d *packed.Reader) {
	r.folders = make([]folderRecord, d.Count(1+2))
	for i := range r.folders {
		f := &r.folders[i]
		f.path = d.Text()
		for s := range f.sides {
			side := &f.sides[s]
			if side.fresh, side.there = readFlags(d); side.there {
				side.id = readID(d)
			}
		}
	}
}

func appendFlags(b []byte, fresh, there bool) []byte {
	var f byte
	if fresh {
		f |= isFresh
	}
	if there {
		f |= isThere
	}
	return append(b, f)
}

func readFlags(d *packed.Reader) (fresh, there bool) {
	b := d.Byte()
	return b&isFresh != 0, b&isThere != 0
}

func readID(d *packed.Reader) identity.ID {
	b := d.Bytes(identity.Encoded)
	if b == nil {
		return identity.ID{}
	}
	return identity.Decode(b)
}
