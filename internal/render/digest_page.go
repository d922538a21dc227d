package render

import (
	"wijkvisie/internal/packed"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// page notes what a page shows; not ok when that is not known.
func (s *Digests) page(d *digester, p *plan.Page) bool {
	s.frame(d, p)
	s.links(d, p)
	switch p.Kind {
	case plan.Wijk:
		s.wijk(d, p.Wijk())
	case plan.Vision:
		s.vision(d, p.Vision())
	case plan.Need:
		d.digest(s.wijken[p.Wijk().Rank])
		s.need(d, p.Need())
	case plan.Wijken:
		d.figures(&s.r.graph.Figures)
	case plan.Department:
		s.department(d, p.Department())
	case plan.Programme:
		s.whole(d, p.Programme())
	case plan.Theme:
		d.figures(&p.Theme().Figures)
	case plan.Progress:
		if p.Parent == nil {
			return false
		}
		s.progress(d, p)
	case plan.ChangesOf:
		d.digest(s.years)
	case plan.Moved:
		d.text(p.To())
	case plan.Search, plan.Loose, plan.NotFound:
	default:
		return false
	}
	s.rows(d, p)
	return true
}

// frame notes what is around a page.
func (s *Digests) frame(d *digester, p *plan.Page) {
	d.b = packed.AppendNumber(p.AppendURL(append(d.b, byte(p.Kind))), 0)
	d.day(s.r.modified(p))
	d.text(p.Label)
	whole := p
	if p.Parent != nil {
		whole = p.Parent
	}
	d.digest(s.listings[whole])
}

// links notes where the links in the texts of a page lead, and what its pictures are.
func (s *Digests) links(d *digester, p *plan.Page) {
	for r := range p.Texts() {
		if r.Body == nil {
			continue
		}
		for i := range r.Body.Links {
			to, ok := s.r.site.Resolve(r.File.Path, &r.Body.Links[i])
			d.text(to)
			d.bools(ok)
		}
		for i := range r.Body.Images {
			image, ok := s.r.site.ResolveImage(r.File.Path, &r.Body.Images[i])
			d.text(image.URL)
			d.numbers(image.Width, image.Height, len(image.Copies))
			d.bools(ok)
		}
	}
}

// rows notes what a page lists.
func (s *Digests) rows(d *digester, p *plan.Page) {
	rows := p.Rows
	d.numbers(len(rows.Wijken), len(rows.Needs), len(rows.Commitments), len(rows.Answers), len(rows.Events))
	for _, w := range rows.Wijken {
		d.text(w.ID)
		d.bools(w.Current == nil)
		d.figures(&w.Figures)
	}
	for _, n := range rows.Needs {
		d.digest(s.needs[n.Rank])
	}
	s.promised(d, rows.Commitments)
	s.answers(d, rows.Answers)
	s.events(d, rows.Events)
	for _, number := range rows.Entries {
		e := s.r.site.Entry(int(number))
		d.text(e.Title())
		d.b = packed.AppendNumber(e.AppendURL(append(d.b, byte(e.Kind()))), 0)
		d.text(e.Note())
	}
}

// wijk notes what the page of a wijk shows.
func (s *Digests) wijk(d *digester, w *relate.Wijk) {
	d.digest(s.wijken[w.Rank])
	d.figures(&w.Figures)
	for _, n := range w.Needs {
		s.need(d, n)
	}
}

// vision notes what the page of a vision shows.
func (s *Digests) vision(d *digester, v *relate.Vision) {
	d.digest(s.wijken[v.Wijk.Rank])
	d.text(v.ID)
	for _, a := range v.Needs {
		d.digest(s.needs[a.Of.Rank])
	}
}

// need notes how a need stands, and what was said to it. What its visions say of it is
// in the digest of its wijk.
func (s *Digests) need(d *digester, n *relate.Need) {
	d.digest(s.needs[n.Rank])
	s.promised(d, n.Commitments)
	s.answers(d, n.Answers)
}

// department notes what every part of the page of a department shows.
func (s *Digests) department(d *digester, of *relate.Department) {
	d.tally(s.r.tallyOf(of, of.Commitments))
	d.numbers(len(of.Programmes))
	for _, p := range of.Programmes {
		d.digest(s.programmes[p])
		d.tally(s.r.tallyOf(p, p.Commitments))
	}
}

// whole notes a programme with all that it holds.
func (s *Digests) whole(d *digester, p *relate.Programme) {
	d.digest(s.programmes[p])
	s.promised(d, p.Commitments)
	s.answers(d, p.Answers)
}

// progress notes what a part of the page of all progress shows.
func (s *Digests) progress(d *digester, p *plan.Page) {
	d.figures(&s.r.graph.Figures)
	for _, w := range p.Rows.Wijken {
		s.promised(d, w.Commitments)
	}
	for _, of := range s.r.graph.Departments {
		d.bools(len(s.r.site.Page(plan.DepartmentURL(of)).Parts) > 0)
	}
}
