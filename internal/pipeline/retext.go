package pipeline

import (
	"io/fs"

	"wijkvisie/internal/check"
	"wijkvisie/internal/city"
	"wijkvisie/internal/load"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/packed"
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
	bodies, batches, kept, ok := newBodies(content, since)
	if !ok {
		return nil, false
	}
	r = &Retexted{Pages: make(map[string][]byte)}
	if revised := since.Before.revised; since.Revision != revision {
		old, ok := page(revised)
		if !ok {
			return nil, false
		}
		if r.Pages[revised], ok = render.Revise(old, since.Revision, revision); !ok {
			return nil, false
		}
	}
	other := make(map[int][]shownPage, len(batches))
	for i := range batches {
		if other[i], ok = since.Before.batch(i); !ok || !r.retext(other[i], bodies, since.Before.noteBack, page) {
			return nil, false
		}
	}
	r.Shown = since.Before.with(other, kept)
	return r, true
}

// retext makes those of some pages that show one of the bodies, which are by the index of
// their records. It is not ok when one cannot be made.
func (r *Retexted) retext(pages []shownPage, bodies map[int]*markdown.Document, noteBack string, page func(path string) ([]byte, bool)) bool {
	for i := range pages {
		p := &pages[i]
		other := make(map[int]*markdown.Document)
		for k, record := range p.of() {
			if body := bodies[record]; body != nil {
				other[k] = body
			}
		}
		if len(other) == 0 {
			continue
		}
		old, ok := page(p.path)
		if !ok || p.passages == nil {
			return false
		}
		r.Pages[p.path], p.passages, ok = p.passages.Retext(old, noteBack, func(k int) *markdown.Document { return other[k] })
		if !ok {
			return false
		}
	}
	return true
}

// newBodies reads the records that changed, by the index that they have in what was shown,
// and tells in which batches of pages they are shown. kept are the pieces with what is kept
// of them now. It is not ok when one changed in more than its text, or something is to be
// said of it.
func newBodies(content fs.FS, since Since) (bodies map[int]*markdown.Document, batches map[int]bool, kept map[int][]byte, ok bool) {
	files, ok := load.Only(content, since.Changed)
	if !ok {
		return nil, nil, nil, false
	}
	var records city.City
	values := make(map[string]any)
	for _, j := range jobsOf(files) {
		value, problems := j.parse(j.file)
		if len(problems) > 0 {
			return nil, nil, nil, false
		}
		collect(&records, value)
		values[j.file.Path] = value
	}
	bodies, batches, kept = make(map[int]*markdown.Document, len(since.Changed)), make(map[int]bool), make(map[int][]byte)
	var s facer
	for r := range records.Records() {
		was, index, ok := since.Before.record(r.File.Path)
		if !ok || was.remarked || r.Body == nil || was.face != s.face(r) || len(check.Words(r)) > 0 {
			return nil, nil, nil, false
		}
		bodies[index] = r.Body
		kept[index/keptTogether] = nil
		for numbers := packed.Read(was.pages); numbers.More(); {
			batches[numbers.Number()] = true
		}
	}
	for i := range kept {
		data, ok := since.Before.keptPiece(i)
		if !ok {
			return nil, nil, nil, false
		}
		if kept[i], ok = withKept(data, values); !ok {
			return nil, nil, nil, false
		}
	}
	return bodies, batches, kept, true
}
