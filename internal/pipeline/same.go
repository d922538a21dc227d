package pipeline

import (
	"io/fs"
	"iter"

	"wijkvisie/internal/city"
	"wijkvisie/internal/load"
	"wijkvisie/internal/parallel"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/render"
)

// same tells which files cannot but be the same as at the build before. A nil same knows
// of none.
type same struct{ pages, made []bool }

// compare finds out what is the same.
func (t *teller) compare() *same {
	if t.out.since.Before == nil {
		return nil
	}
	texts := make(map[string]bool, len(t.out.since.Changed)) // paths of the records of which the text may be another
	front := false
	var f facer
	for _, path := range t.out.since.Changed {
		i, ok := t.index[path]
		if !ok {
			return nil // what is no record, such as site.yaml, can be seen everywhere
		}
		was, _, ok := t.out.since.Before.record(path)
		if !ok {
			return nil
		}
		if was.face != f.face(t.records[i]) {
			if !t.summedUp(path) {
				return nil
			}
			front = true
		}
		texts[path] = true
	}
	t.same = !front
	site := t.out.Site
	digest := func(url []byte, now func(*digests) render.Digest) bool { return true }
	if front {
		before, ok := t.out.since.Before.digests()
		if !ok {
			return nil
		}
		digest = func(url []byte, now func(*digests) render.Digest) bool {
			of := now(t.digests())
			return of != 0 && before[hash(url)] == of
		}
	}
	s := &same{pages: make([]bool, len(site.Pages)), made: make([]bool, len(site.Made))}
	parallel.Share(len(site.Pages), func(mine iter.Seq[int]) {
		var url []byte
		for i := range mine {
			p := site.Pages[i]
			url = p.AppendURL(url[:0])
			s.pages[i] = !shows(p, texts) && digest(url, func(d *digests) render.Digest { return d.pages[i] })
		}
	})
	for i := range site.Made {
		s.made[i] = digest([]byte(site.Made[i].URL), func(d *digests) render.Digest { return d.made[i] })
	}
	return s
}

// partEdited is which part of the files may have changed, one in so many, for most of the
// site to be as it was. Of a few it is tried in any case.
const (
	partEdited = 8
	fewEdited  = 64
)

// Local tells whether what changed can leave much of the site as it was: a few records, of
// which, but of visions and programmes, all but the words are as they were.
func (s Since) Local(content fs.FS) bool {
	if s.Before == nil || len(s.Changed) > max(fewEdited, s.Before.count/partEdited) {
		return false
	}
	files, ok := load.Only(content, s.Changed)
	if !ok {
		return false
	}
	var f facer
	for _, j := range jobsOf(files) {
		was, _, ok := s.Before.record(j.file.Path)
		if !ok {
			return false
		}
		value, _ := j.parse(j.file)
		switch value.(type) {
		case *city.Vision, *city.Programme:
		default:
			if was.face != f.face(recordOf(value)) {
				return false
			}
		}
	}
	return true
}

// summedUp tells whether what files show of a record is in their digests.
func (t *teller) summedUp(path string) bool {
	for _, v := range t.out.records.Visions {
		if v.File.Path == path {
			return true
		}
	}
	for _, p := range t.out.records.Programmes {
		if p.File.Path == path {
			return true
		}
	}
	return false
}

// others returns the pages that are not the same, or may not be.
func (s *same) others(site *plan.Site) []*plan.Page {
	if s == nil {
		return site.Pages
	}
	var others []*plan.Page
	for i, p := range site.Pages {
		if !s.pages[i] {
			others = append(others, p)
		}
	}
	return others
}

// page tells whether a page is, by its place in the plan.
func (s *same) page(i int) bool { return s != nil && s.pages[i] }

// beside tells whether a file beside the pages is, by its place among those: the made
// ones come first. What comes after them is nothing that records can change.
func (s *same) beside(i int) bool { return s != nil && (i >= len(s.made) || s.made[i]) }

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
