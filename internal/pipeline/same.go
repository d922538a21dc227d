package pipeline

import (
	"wijkvisie/internal/plan"
	"wijkvisie/internal/render"
)

// same tells which files cannot but be the same as at the build before. A nil same knows
// of none.
type same struct {
	site   *plan.Site
	texts  map[string]bool // paths of the records of which the text may be another
	now    *digests        // nil when nothing but texts may be other
	before map[uint64]render.Digest
}

// compare finds out what is the same.
func (t *teller) compare() *same {
	if t.out.since.Before == nil {
		return nil
	}
	s := &same{site: t.out.Site, texts: make(map[string]bool, len(t.out.since.Changed))}
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
		s.texts[path] = true
	}
	if t.same = !front; t.same {
		return s
	}
	var ok bool
	if s.before, ok = t.out.since.Before.digests(); !ok {
		return nil
	}
	s.now = t.digests()
	return s
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
		if !s.page(i) {
			others = append(others, p)
		}
	}
	return others
}

// page tells whether a page is, by its place in the plan.
func (s *same) page(i int) bool {
	if s == nil {
		return false
	}
	p := s.site.Pages[i]
	return !s.shows(p) && (s.now == nil || s.digest(p.AppendURL(nil), s.now.pages[i]))
}

// beside tells whether a file beside the pages is, by its place among those: the made
// ones come first. What comes after them is nothing that records can change.
func (s *same) beside(i int) bool {
	if s == nil {
		return false
	}
	return s.now == nil || i >= len(s.site.Made) || s.digest([]byte(s.site.Made[i].URL), s.now.made[i])
}

// digest tells whether a file has the digest that it had.
func (s *same) digest(url []byte, now render.Digest) bool {
	return now != 0 && s.before[hash(url)] == now
}

// shows tells whether a page shows one of the texts, or, as that of the open data, the
// revision of the content.
func (s *same) shows(p *plan.Page) bool {
	if p.Kind == plan.Data {
		return true
	}
	for r := range p.Texts() {
		if s.texts[r.File.Path] {
			return true
		}
	}
	return false
}
