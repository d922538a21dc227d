package pipeline

import (
	"io/fs"
	"slices"

	"wijkvisie/internal/check"
	"wijkvisie/internal/city"
	"wijkvisie/internal/load"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/render"
)

// mostTexts is of how many files a site gets other texts without the rest being read.
// Of many more it is no use: most pages change.
const mostTexts = 32

// Retexted is what is other in a site in which only words of texts changed.
type Retexted struct {
	Pages map[string][]byte // by path
	Shown *Shown            // what the site shows now
}

// Retext makes the pages that change when only words of texts did, of those of the build
// before, without reading the rest of the content. page returns the bytes of a page of
// the site as that build left it, and revision is that of the content now. It is not ok when more may be other than those pages,
// or when there may be something to say of the texts: then the site is to be made as if
// nothing was known of it.
func Retext(content fs.FS, since Since, revision string, page func(path string) ([]byte, bool)) (r *Retexted, ok bool) {
	if since.Before == nil || len(since.Changed) > mostTexts {
		return nil, false
	}
	bodies, ok := newBodies(content, since)
	if !ok {
		return nil, false
	}
	before := since.Before
	now := &Shown{noteBack: before.noteBack, revised: before.revised, records: before.records, pages: slices.Clone(before.pages)}
	r = &Retexted{Pages: make(map[string][]byte), Shown: now}
	if since.Revision != revision {
		old, ok := page(before.revised)
		if !ok {
			return nil, false
		}
		if r.Pages[before.revised], ok = render.Revise(old, since.Revision, revision); !ok {
			return nil, false
		}
	}
	for i := range now.pages {
		p := &now.pages[i]
		other := make(map[int]*markdown.Document)
		for k, record := range before.of(p) {
			if body := bodies[record.path]; body != nil {
				other[k] = body
			}
		}
		if len(other) == 0 {
			continue
		}
		old, ok := page(p.path)
		if !ok || p.passages == nil {
			return nil, false
		}
		r.Pages[p.path], p.passages, ok = p.passages.Retext(old, now.noteBack, func(k int) *markdown.Document { return other[k] })
		if !ok {
			return nil, false
		}
	}
	return r, true
}

// newBodies reads the records that changed, by path. It is not ok when one changed in
// more than its text, or something is to be said of it.
func newBodies(content fs.FS, since Since) (bodies map[string]*markdown.Document, ok bool) {
	files, ok := load.Only(content, since.Changed)
	if !ok {
		return nil, false
	}
	var records city.City
	for _, j := range jobsOf(files) {
		value, problems := j.parse(j.file)
		if len(problems) > 0 {
			return nil, false
		}
		collect(&records, value)
	}
	bodies = make(map[string]*markdown.Document, len(since.Changed))
	for r := range records.Records() {
		was := since.Before.record(r.File.Path)
		if was == nil || was.remarked || r.Body == nil || was.face != faceOf(r) || len(check.Words(r)) > 0 {
			return nil, false
		}
		bodies[r.File.Path] = r.Body
	}
	return bodies, true
}
