// Package packed reads and writes numbers and texts that stand behind each other as
// bytes: what a build leaves for the next one to read.
//
// What is read is never trusted to be what was written. A Reader gives zeros and empty
// texts for what is not there, and Done tells at the end whether all was.
package packed

import (
	"encoding/binary"
	"unsafe"
)

// AppendNumber appends a number (a varint as of encoding/binary).
func AppendNumber(b []byte, n int) []byte { return binary.AppendUvarint(b, uint64(n)) }

// AppendText appends a text and how long it is.
func AppendText[T string | []byte](b []byte, text T) []byte {
	return append(AppendNumber(b, len(text)), text...)
}

// AppendAfter appends a text that begins much like the one that was appended before it.
func AppendAfter[T string | []byte](b []byte, before, text T) []byte {
	shared := 0
	for shared < len(before) && shared < len(text) && before[shared] == text[shared] {
		shared++
	}
	return AppendText(AppendNumber(b, shared), text[shared:])
}

// Texts are texts that begin much like each other, kept behind each other.
type Texts struct {
	room []byte
	last int // where the last one begins
}

// NewTexts returns room for texts of about so many bytes.
func NewTexts(size int) *Texts { return &Texts{room: make([]byte, 0, size)} }

// Next reads the next text that AppendAfter appended.
func (t *Texts) Next(r *Reader) string {
	shared, rest := r.Number(), r.Part()
	before := t.room[t.last:]
	if shared > len(before) {
		r.Fail()
		return ""
	}
	t.last = len(t.room)
	t.room = append(append(t.room, before[:shared]...), rest...)
	text := t.room[t.last:]
	return unsafe.String(unsafe.SliceData(text), len(text))
}

// Reader reads what was appended, in the same order.
type Reader struct {
	data []byte
	bad  bool
}

// Read returns a reader of bytes, which must not change any more: what is read is parts of
// them, not copies.
func Read(data []byte) *Reader { return &Reader{data: data} }

// Number reads a number, which is at least 0.
func (r *Reader) Number() int {
	var n uint64
	for shift := 0; ; shift += 7 {
		if len(r.data) == 0 || shift > 56 {
			r.Fail()
			return 0
		}
		c := r.data[0]
		r.data = r.data[1:]
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			break
		}
	}
	if int64(n) < 0 {
		r.Fail()
		return 0
	}
	return int(n)
}

// Unsigned reads what binary.AppendUvarint appended.
func (r *Reader) Unsigned() uint64 {
	n, size := binary.Uvarint(r.data)
	if size <= 0 {
		r.Fail()
		return 0
	}
	r.data = r.data[size:]
	return n
}

// Signed reads what binary.AppendVarint appended.
func (r *Reader) Signed() int64 {
	n := r.Unsigned()
	return int64(n>>1) ^ -int64(n&1)
}

// Count reads how many things of at least so many bytes each come next. It is 0 when
// there is no room for so many, so that it can be asked for memory.
func (r *Reader) Count(size int) int {
	n := r.Number()
	if n > len(r.data)/size {
		r.Fail()
		return 0
	}
	return n
}

// Text reads a text.
func (r *Reader) Text() string {
	b := r.Part()
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// Part reads a text as bytes.
func (r *Reader) Part() []byte { return r.Bytes(r.Count(1)) }

// Bytes reads so many bytes, which were appended as they are; fewer, and none, when there
// are not so many.
func (r *Reader) Bytes(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.Fail()
		return nil
	}
	b := r.data[:n:n]
	r.data = r.data[n:]
	return b
}

// Byte reads one byte.
func (r *Reader) Byte() byte {
	if b := r.Bytes(1); len(b) > 0 {
		return b[0]
	}
	return 0
}

// More tells whether something is left.
func (r *Reader) More() bool { return len(r.data) > 0 }

// Fail makes the reader one of nothing, for what was read that cannot be.
func (r *Reader) Fail() { r.bad, r.data = true, nil }

// Done tells whether everything that was read was there, and nothing is left.
func (r *Reader) Done() bool { return !r.bad && len(r.data) == 0 }
