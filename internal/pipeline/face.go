package pipeline

import (
	"crypto/sha256"
	"strconv"

	"wijkvisie/internal/city"
	"wijkvisie/internal/packed"
)

// Face sums up what pages that do not show a record's text can see of the record: its
// front matter, and where its text has headings, links and images. With the same face,
// a record was changed in its text alone.
type Face = [16]byte

// Since tells a build what changed since the one before it that was made of the same
// theme, on the same date, with the same options. The zero Since tells nothing.
type Since struct {
	Changed []string // paths of the files of content that have other bytes; there are no others than before
	Before  *Shown   // what was left by the build before; nil when nothing
	// Revision is that of the content then, as in Input.
	Revision string
}

// facer finds faces, in room that it uses again.
type facer struct{ room []byte }

// face returns the face of a record.
func (f *facer) face(r *city.Record) Face {
	b := f.room[:0]
	front := r.File.Size()
	if r.Body != nil {
		front = int(r.Body.Pos.Start)
	}
	r.File.Pos(0, front).Lend(func(text string) { b = packed.AppendText(b, text) })
	if r.Body != nil {
		for i := range r.Body.Headings {
			h := &r.Body.Headings[i]
			b = packed.AppendText(packed.AppendText(packed.AppendNumber(b, h.Level), h.ID), h.Text)
			b = strconv.AppendBool(b, h.Explicit)
		}
		b = append(b, 0) // no level
		for i := range r.Body.Links {
			b = packed.AppendText(b, r.Body.Links[i].Dest.Value)
		}
		b = packed.AppendNumber(b, len(r.Body.Links))
		for i := range r.Body.Images {
			b = packed.AppendText(b, r.Body.Images[i].Dest.Value)
		}
	}
	f.room = b
	sum := sha256.Sum256(b)
	return Face(sum[:len(Face{})])
}
