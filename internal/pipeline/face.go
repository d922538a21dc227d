package pipeline

import (
	"crypto/sha256"
	"fmt"
	"io"

	"wijkvisie/internal/city"
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

func faceOf(r *city.Record) Face {
	sum := sha256.New()
	if r.Body == nil {
		sum.Write(r.File.All())
		return Face(sum.Sum(nil)[:16])
	}
	sum.Write(r.File.Part(0, int(r.Body.Pos.Start)))
	for _, h := range r.Body.Headings {
		fmt.Fprintf(sum, "%d%q%t%q", h.Level, h.ID, h.Explicit, h.Text)
	}
	for i := range r.Body.Links {
		text(sum, r.Body.Links[i].Dest.Value)
	}
	for i := range r.Body.Images {
		text(sum, r.Body.Images[i].Dest.Value)
	}
	return Face(sum.Sum(nil)[:16])
}

func text(w io.Writer, s string) { fmt.Fprintf(w, "%d:%s", len(s), s) }

// newTexts returns the paths of the records of which the text changed since; not ok when
// more than texts may have changed.
func (o *Output) newTexts(since Since) (paths map[string]bool, ok bool) {
	if since.Before == nil {
		return nil, false
	}
	paths = make(map[string]bool, len(since.Changed))
	for _, path := range since.Changed {
		paths[path] = true
	}
	left := len(paths)
	for r := range o.records.Records() {
		if !paths[r.File.Path] {
			continue
		}
		if was, _, ok := since.Before.record(r.File.Path); !ok || was.face != faceOf(r) {
			return nil, false
		}
		left--
	}
	return paths, left == 0 // what is no record, such as site.yaml, can be seen everywhere
}
