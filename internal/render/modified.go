package render

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// modified returns the day of the newest thing that a page tells of, by the content's
// own dates; zero when it tells of none.
func (r *Renderer) modified(p *plan.Page) city.Day {
	var about any
	switch p.Kind {
	case plan.Department:
		about = p.Department()
	case plan.Theme:
		about = p.Theme()
	default:
		return r.newestOf(p)
	}
	if day, ok := r.days.Load(about); ok {
		return day.(city.Day)
	}
	day := r.newestOf(p)
	r.days.Store(about, day)
	return day
}

func (r *Renderer) newestOf(p *plan.Page) city.Day {
	var l latest
	switch p.Kind {
	case plan.Wijk:
		for _, n := range p.Wijk().Needs {
			l.need(n)
		}
		for _, v := range p.Wijk().Visions {
			l.vision(v)
		}
	case plan.Vision:
		l.vision(p.Vision())
	case plan.Need:
		l.need(p.Need())
	case plan.Department:
		for _, programme := range p.Department().Programmes {
			l.programme(programme)
		}
	case plan.Programme:
		l.programme(p.Programme())
	case plan.Theme:
		for _, n := range p.Theme().Needs {
			l.need(n)
		}
	case plan.Loose:
		l.day(p.Loose().Publish.Day)
	case plan.Moved, plan.NotFound:
	case plan.ChangesOf:
		for _, e := range p.Rows.Events {
			l.day(e.Date)
		}
	default:
		if events := r.graph.Events; len(events) > 0 {
			l.day(events[0].Date)
		}
	}
	if l.newest.After(r.graph.Date) {
		return r.graph.Date
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

func (l *latest) need(n *relate.Need) {
	for _, c := range n.Commitments {
		l.commitment(c)
	}
	for _, a := range n.Answers {
		l.day(a.Date.Day)
	}
	for _, j := range n.Judgements {
		l.day(j.Date.Day)
	}
	for _, a := range n.Appearances {
		l.vision(a.Vision)
	}
}

func (l *latest) commitment(c *relate.Commitment) {
	if n := len(c.Progress); n > 0 {
		l.day(c.Progress[n-1].Date.Day)
	}
}

func (l *latest) programme(p *relate.Programme) {
	l.day(p.Publish.Day)
	for _, c := range p.Commitments {
		l.commitment(c)
	}
	for _, a := range p.Answers {
		l.day(a.Date.Day)
	}
}

func (l *latest) vision(v *relate.Vision) {
	l.day(v.AdoptedOn.Day)
	l.day(v.Publish.Day)
	if v.Status.Value == city.Withdrawn {
		l.day(v.WithdrawnOn.Day)
	}
}
