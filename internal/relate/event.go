package relate

import (
	"cmp"
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

// EventKind is what happened.
type EventKind uint8

// What can happen.
const (
	VisionOpened    EventKind = iota // a vision was opened for inspraak
	VisionAdopted                    // a vision was adopted
	VisionWithdrawn                  // a vision was withdrawn
	Progressed                       // an entry in the log of a commitment
	Answered                         // a department answered a need
	Judged                           // a wijk judged how a need was met
)

// Event is something that happened on a day, up to the reference date. The
// fields that do not belong to its kind are nil.
type Event struct {
	Kind       EventKind
	Date       city.Day
	Wijken     []*Wijk // whom it concerns, in display order
	Vision     *Vision
	Commitment *Commitment
	Progress   *city.Progress
	Answer     *Answer
	Judgement  *Judgement

	at source.Pos // where it was written
}

// events collects everything that happened, newest first. Of one day, what the
// wijk did comes before what the municipality did; in one file, the entry further
// down is the newer.
func (r *relater) events() {
	var all []*Event
	add := func(e Event) {
		if r.known(e.Date) {
			all = append(all, &e)
		}
	}
	for _, w := range r.graph.Wijken {
		of := []*Wijk{w}
		for _, v := range w.Visions {
			add(Event{Kind: VisionOpened, Date: v.OpenFrom.Day, Wijken: of, Vision: v, at: v.Top})
			if v.Status.Value == city.Adopted || v.Status.Value == city.Withdrawn {
				add(Event{Kind: VisionAdopted, Date: v.AdoptedOn.Day, Wijken: of, Vision: v, at: v.Top})
			}
			if v.Status.Value == city.Withdrawn {
				add(Event{Kind: VisionWithdrawn, Date: v.WithdrawnOn.Day, Wijken: of, Vision: v, at: v.Top})
			}
		}
		for _, n := range w.Needs {
			for _, j := range n.Judgements {
				add(Event{Kind: Judged, Date: j.Date.Day, Wijken: of, Judgement: j, at: j.Top})
			}
		}
	}
	for _, c := range r.graph.Commitments {
		for _, p := range c.Progress {
			add(Event{Kind: Progressed, Date: p.Date.Day, Wijken: c.Wijken, Commitment: c, Progress: p, at: p.Top})
		}
	}
	for _, a := range r.graph.Answers {
		add(Event{Kind: Answered, Date: a.Date.Day, Wijken: []*Wijk{a.Of.Wijk}, Answer: a, at: a.Top})
	}
	slices.SortFunc(all, func(a, b *Event) int {
		return cmp.Or(b.Date.Compare(a.Date), cmp.Compare(a.Kind, b.Kind),
			cmp.Compare(a.at.Path(), b.at.Path()), cmp.Compare(b.at.Start, a.at.Start))
	})
	r.graph.Events = all
}
