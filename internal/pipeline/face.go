package pipeline

import (
	"crypto/sha256"
	"fmt"
	"io"
	"iter"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/publish"
)

// Face sums up what pages that do not show a record's text can see of the record: its
// front matter, and where its text has headings, links and images. With the same face,
// a record was changed in its text alone.
type Face = [16]byte

// Since tells a build what changed since the one before it that was made of the same
// theme, on the same date, with the same options.
type Since struct {
	Changed []string        // paths of the files of content that have other bytes; there are no others than before
	Faces   map[string]Face // those of the build before, by path
}

// Faces returns the faces of all records, by path.
func (o *Output) Faces() map[string]Face {
	faces := make(map[string]Face)
	for r := range o.records.Records() {
		faces[r.File.Path] = faceOf(r)
	}
	return faces
}

func faceOf(r *city.Record) Face {
	sum := sha256.New()
	if r.Body == nil {
		sum.Write(r.File.Data)
		return Face(sum.Sum(nil)[:16])
	}
	sum.Write(r.File.Data[:r.Body.Pos.Start])
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
func (o *Output) newTexts(since *Since) (paths map[string]bool, ok bool) {
	if since == nil {
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
		if face, known := since.Faces[r.File.Path]; !known || face != faceOf(r) {
			return nil, false
		}
		left--
	}
	return paths, left == 0 // what is no record, such as site.yaml, can be seen everywhere
}

// FilesSince returns every file of the site like Files, and says of those that cannot
// but be the same as at the build before that they are.
func (o *Output) FilesSince(since *Since) iter.Seq[publish.File] {
	texts, ok := o.newTexts(since)
	if !ok {
		return o.Files()
	}
	return func(yield func(publish.File) bool) {
		for _, p := range o.Site.Pages {
			f := o.page(p)
			f.Kept = !shows(p, texts)
			if !yield(f) {
				return
			}
		}
		o.beside(func(f publish.File) bool {
			f.Kept = true
			return yield(f)
		})
	}
}

// shows tells whether a page shows one of the texts, or, as that of the open data, the
// revision of the content.
func shows(p *plan.Page, texts map[string]bool) bool {
	if p.Kind == plan.Data {
		return true
	}
	for r := range p.Texts() {
		if texts[r.File.Path] {
			return true
		}
	}
	return false
}
