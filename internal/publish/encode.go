package publish

import (
	"encoding/binary"
	"errors"
	"maps"
	"slices"

	"wijkvisie/internal/identity"
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
	b := make([]byte, 0, 128*len(r.files)+128*len(r.folders))
	text := func(s string) { b = append(binary.AppendUvarint(b, uint64(len(s))), s...) }
	flag := func(fresh, there bool) {
		var f byte
		if fresh {
			f |= isFresh
		}
		if there {
			f |= isThere
		}
		b = append(b, f)
	}
	b = append(b, r.key[:]...)
	b = binary.AppendUvarint(b, uint64(len(r.files)))
	for i := range r.files {
		f := &r.files[i]
		text(f.path)
		flag(f.fresh, true)
		b = f.id.Append(append(b, f.tag[:]...))
	}
	b = binary.AppendUvarint(b, uint64(len(r.folders)))
	for i := range r.folders {
		text(r.folders[i].path)
		for _, s := range r.folders[i].sides {
			flag(s.fresh, s.there)
			b = s.id.Append(b)
		}
	}
	flag(false, r.spare)
	b = binary.AppendUvarint(b, uint64(len(r.differ)))
	for _, p := range slices.Sorted(maps.Keys(r.differ)) {
		text(p)
		flag(false, bool(r.differ[p]))
	}
	return b
}

// ReadRecord reads what Bytes wrote.
func ReadRecord(data []byte) (*Record, error) {
	d := decoder{data: string(data)}
	r := &Record{differ: make(map[string]inSpare)}
	copy(r.key[:], d.bytes(tagSize))
	r.files = make([]fileRecord, d.count(1+1+tagSize+identity.Encoded))
	for i := range r.files {
		f := &r.files[i]
		f.path = d.text()
		f.fresh, _ = d.flag()
		copy(f.tag[:], d.bytes(tagSize))
		f.id = d.id()
	}
	r.folders = make([]folderRecord, d.count(1+2*(1+identity.Encoded)))
	for i := range r.folders {
		f := &r.folders[i]
		f.path = d.text()
		for s := range f.sides {
			f.sides[s].fresh, f.sides[s].there = d.flag()
			f.sides[s].id = d.id()
		}
	}
	_, r.spare = d.flag()
	for range d.count(2) {
		p := d.text()
		_, there := d.flag()
		r.differ[p] = inSpare(there)
	}
	if d.bad || d.data != "" {
		return nil, errRecord
	}
	return r.index(), nil
}

// decoder reads the parts of a record; bad when there is less than there should be.
type decoder struct {
	data string
	bad  bool
}

// count reads a number of things of at least so many bytes each.
func (d *decoder) count(size int) int {
	var n uint64
	for shift := 0; ; shift += 7 {
		if d.data == "" || shift > 56 {
			d.fail()
			return 0
		}
		c := d.data[0]
		d.data = d.data[1:]
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			break
		}
	}
	if n > uint64(len(d.data)/size) {
		d.fail()
		return 0
	}
	return int(n)
}

func (d *decoder) text() string { return d.bytes(d.count(1)) }

func (d *decoder) flag() (fresh, there bool) {
	b := d.bytes(1)
	if b == "" {
		return false, false
	}
	return b[0]&isFresh != 0, b[0]&isThere != 0
}

func (d *decoder) id() identity.ID {
	b := d.bytes(identity.Encoded)
	if b == "" {
		return identity.ID{}
	}
	return identity.Decode(b)
}

func (d *decoder) bytes(n int) string {
	if n > len(d.data) {
		d.fail()
		return ""
	}
	b := d.data[:n]
	d.data = d.data[n:]
	return b
}

func (d *decoder) fail() { d.bad, d.data = true, "" }
