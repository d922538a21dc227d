package markdown

import (
	"encoding/binary"
	"math"

	"wijkvisie/internal/packed"
	"wijkvisie/internal/source"
)

// IsOutline tells whether a document has all but what its HTML is made of: it was read by
// ReadOutline, and can be asked for no Fragment.
func (d *Document) IsOutline() bool { return d.blocks == nil }

// AppendOutline appends what a document is asked for by others than the pages that show
// it: where its headings, links and images are, and which. It has neither RawHTML, of which
// there is always something to be said that takes the document itself, nor Sections and
// UnusedNotes.
func AppendOutline(b []byte, d *Document) []byte {
	b = appendPos(b, d.Pos)
	b = packed.AppendNumber(b, len(d.Headings))
	for i := range d.Headings {
		h := &d.Headings[i]
		b = packed.AppendNumber(b, h.Level)
		b = append(b, bit(h.Explicit)|bit(h.again)<<1)
		b = packed.AppendText(packed.AppendText(b, h.ID), h.Text)
		b = appendPos(appendPos(b, h.Pos), h.IDPos)
	}
	b = packed.AppendNumber(b, len(d.Links))
	for i := range d.Links {
		l := &d.Links[i]
		b = appendPos(packed.AppendText(b, l.Dest.Value), l.Dest.Pos)
		b = appendPos(packed.AppendText(packed.AppendText(b, l.Text), l.title), l.Pos)
	}
	b = packed.AppendNumber(b, len(d.Images))
	for i := range d.Images {
		m := &d.Images[i]
		b = appendPos(packed.AppendText(b, m.Dest.Value), m.Dest.Pos)
		b = appendPos(packed.AppendText(packed.AppendText(b, m.Alt), m.title), m.Pos)
	}
	return b
}

// ReadOutline reads what AppendOutline appended of a document in a file.
func ReadOutline(r *packed.Reader, f *source.File) *Document {
	const leastHeading, leastLink, leastImage = 6, 5, 5 // bytes
	d := &Document{Pos: readPos(r, f)}
	if n := r.Count(leastHeading); n > 0 {
		d.Headings = make([]Heading, n)
	}
	for i := range d.Headings {
		h := &d.Headings[i]
		h.Level = r.Number()
		bits := r.Byte()
		h.Explicit, h.again = bits&1 != 0, bits&2 != 0
		h.ID, h.Text = r.Text(), r.Text()
		h.Pos, h.IDPos = readPos(r, f), readPos(r, f)
	}
	if n := r.Count(leastLink); n > 0 {
		d.Links = make([]Link, n)
	}
	for i := range d.Links {
		l := &d.Links[i]
		l.Dest = source.Text{Value: r.Text(), Pos: readPos(r, f)}
		l.Text, l.title, l.Pos = r.Text(), r.Text(), readPos(r, f)
	}
	if n := r.Count(leastImage); n > 0 {
		d.Images = make([]Image, n)
	}
	for i := range d.Images {
		m := &d.Images[i]
		m.Dest = source.Text{Value: r.Text(), Pos: readPos(r, f)}
		m.Alt, m.title, m.Pos = r.Text(), r.Text(), readPos(r, f)
	}
	return d
}

func bit(b bool) byte {
	if b {
		return 1
	}
	return 0
}

func appendPos(b []byte, p source.Pos) []byte {
	if p.IsZero() {
		return append(b, 0)
	}
	b = packed.AppendNumber(b, int(p.End-p.Start)+1)
	return binary.AppendVarint(b, int64(p.Start))
}

func readPos(r *packed.Reader, f *source.File) source.Pos {
	n := r.Number()
	if n == 0 {
		return source.Pos{}
	}
	start, length := r.Signed(), int64(n-1)
	if start < 0 || start > math.MaxInt32 || length > math.MaxInt32-start { // nor may their sum overflow
		r.Fail()
		return source.Pos{}
	}
	return f.Pos(int(start), int(start+length))
}
