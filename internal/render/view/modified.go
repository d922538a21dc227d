package view

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// Modified returns the day of the newest thing on a page, by the dates in the content;
// zero when there is none.
func (b *Builder) Modified(p *plan.Page) city.Day {
	var about any // a record that is on the many parts of a list
	switch {
	case p.Department != nil:
		about = p.Department
	case p.Theme != nil:
		about = p.Theme
	default:
		return b.newestDay(p)
	}
	day, ok := b.modified.Load(about)
	if !ok {
		day = b.newestDay(p)
		b.modified.Store(about, day)
	}
	return day.(city.Day)
}

func (b *Builder) newestDay(p *plan.Page) city.Day {
	var l latest
	switch date := b.kinds[p.Kind].newest; {
	case date != nil:
		date(&l, p)
	case len(b.graph.Events()) > 0:
		l.day(b.graph.Events()[0].Date)
	}
	if l.newest.After(b.graph.Date) {
		return b.graph.Date
	}
	return l.newest
}

// latest finds the newest of some days.
type latest struct{ newest city.Day }

func (l *latest) day(d city.Day) {
	if d.After(l.newest) {
		l.newest = d
	}
}

func (l *latest) events(events []*relate.Event) {
	for _, e := range events {
		l.day(e.Date)
	}
}

func (l *latest) wijk(w *relate.Wijk) {
	for _, n := range w.Needs {
		l.need(n)
	}
	for _, v := range w.Visions {
		l.vision(v)
	}
}

func (l *latest) vision(v *relate.Vision) {
	l.day(v.AdoptedOn.Day)
	l.day(v.Publish.Day)
	if v.Status.Value == city.Withdrawn {
		l.day(v.WithdrawnOn.Day)
	}
}

// visionWithNeeds is for a page that tells which needs were added and dropped.
func (l *latest) visionWithNeeds(v *relate.Vision) {
	l.vision(v)
	for _, a := range v.Needs {
		l.asked(a)
	}
}

func (l *latest) asked(a *relate.Appearance) {
	l.day(a.AddedOn.Day)
	if a.Retracted {
		l.day(a.RetractedOn.Day)
	}
}

func (l *latest) need(n *relate.Need) {
	for _, c := range n.Commitments {
		l.commitment(c)
	}
	for _, a := range n.Answers {
		l.day(a.Date.Day)
		l.withdrawn(a.Programme)
	}
	for _, j := range n.Judgements {
		l.day(j.Date.Day)
	}
	for _, a := range n.Appearances {
		l.vision(a.Vision)
		l.asked(a)
	}
}

func (l *latest) department(d *relate.Department) {
	for _, p := range d.Programmes {
		l.programme(p)
	}
}

func (l *latest) programme(p *relate.Programme) {
	l.day(p.AdoptedOn.Day)
	l.day(p.Publish.Day)
	l.withdrawn(p)
	for _, c := range p.Commitments {
		l.commitment(c)
	}
	for _, a := range p.Answers {
		l.day(a.Date.Day)
	}
}

// planning looks at what a planning is of.
func (l *latest) planning(p *plan.Page) {
	if p.Department != nil {
		l.department(p.Department)
	} else {
		l.wijk(p.Wijk)
	}
}

func (l *latest) theme(t *relate.Theme) {
	for _, n := range t.Needs {
		l.need(n)
	}
}

func (l *latest) commitment(c *relate.Commitment) {
	l.day(c.Commitment.PromisedOn.Day)
	l.withdrawn(c.Programme)
	if n := len(c.Progress); n > 0 {
		l.day(c.Progress[n-1].Date.Day)
	}
}

func (l *latest) withdrawn(p *relate.Programme) {
	if p.Withdrawn {
		l.day(p.WithdrawnOn.Day)
	}
}
