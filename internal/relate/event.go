package relate

import (
	"cmp"
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

// EventKind is what happened.
type EventKind int

// What can happen. Of one day, these stand in this order: what the wijk did comes before
// what the municipality did.
const (
	VisionOpened       EventKind = iota // a vision was opened for inspraak
	VisionAdopted                       // a vision was adopted
	VisionWithdrawn                     // a vision was withdrawn
	NeedAdded                           // a need was added to a vision that was adopted before
	NeedRetracted                       // a wijk asks a need no longer
	ProgrammeAdopted                    // a programme was adopted
	ProgrammeWithdrawn                  // a programme was withdrawn
	Promised                            // a commitment was made later than its programme was adopted
	Progressed                          // an entry in the log of a commitment
	Answered                            // a department answered a need
	Judged                              // a wijk judged how a need was met
)

// Event is something that happened on a day, up to the reference date.
type Event struct {
	Kind       EventKind
	Date       city.Day
	Vision     *Vision             // that was opened, adopted or withdrawn, else nil
	Need       *Appearance         // that was added or retracted, else nil
	Programme  *Programme          // that was adopted or withdrawn, else nil
	Commitment *Commitment         // that was promised or progressed, else nil
	Progress   *city.ProgressEntry // the entry of it, else nil
	Answer     *Answer             // that was given, else nil
	Judgement  *Judgement          // that was given, else nil
	Pos        source.Pos          // where its day was written
}

// Wijken returns whom the event concerns, in display order.
func (e *Event) Wijken() []*Wijk {
	switch {
	case e.Vision != nil:
		return []*Wijk{e.Vision.Wijk}
	case e.Need != nil:
		return []*Wijk{e.Need.Of.Wijk}
	case e.Programme != nil:
		return e.Programme.Wijken()
	case e.Commitment != nil:
		return e.Commitment.Wijken
	case e.Answer != nil:
		return []*Wijk{e.Answer.Of.Wijk}
	}
	return []*Wijk{e.Judgement.Vision.Wijk}
}

// Events returns everything that happened, newest first. It is listed when it is first asked for.
func (g *Graph) Events() []*Event {
	if g.events == nil { // it is the zero Graph
		return nil
	}
	return g.events()
}

// EventsOf returns what happened that concerns a wijk, newest first.
func (g *Graph) EventsOf(w *Wijk) []*Event {
	part := &Graph{Options: g.Options, Wijken: []*Wijk{w}, Needs: w.Needs, Commitments: w.Commitments}
	known := make(map[*Programme]bool)
	add := func(p *Programme) {
		if !known[p] {
			known[p] = true
			part.Programmes = append(part.Programmes, p)
		}
	}
	for _, c := range w.Commitments {
		add(c.Programme)
	}
	for _, n := range w.Needs {
		part.Answers = append(part.Answers, n.Answers...)
		for _, a := range n.Answers {
			add(a.Programme)
		}
	}
	return part.listEvents()
}

// listEvents returns what happened to what is in the lists of a graph, newest first.
func (g *Graph) listEvents() []*Event {
	var all []Event
	add := func(date city.Date, e Event) {
		if g.exists(date.Day) {
			e.Date, e.Pos = date.Day, date.Pos
			all = append(all, e)
		}
	}
	for _, w := range g.Wijken {
		for _, v := range w.Visions {
			add(v.OpenFrom, Event{Kind: VisionOpened, Vision: v})
			switch v.Status.Value {
			case city.Withdrawn:
				add(v.WithdrawnOn, Event{Kind: VisionWithdrawn, Vision: v})
				fallthrough
			case city.Adopted:
				add(v.AdoptedOn, Event{Kind: VisionAdopted, Vision: v})
			}
		}
	}
	for _, n := range g.Needs {
		for _, a := range n.Appearances {
			add(a.AddedOn, Event{Kind: NeedAdded, Need: a})
			add(a.RetractedOn, Event{Kind: NeedRetracted, Need: a})
		}
		for _, j := range n.Judgements {
			add(j.Date, Event{Kind: Judged, Judgement: j})
		}
	}
	for _, p := range g.Programmes {
		if p.Withdrawn {
			add(p.WithdrawnOn, Event{Kind: ProgrammeWithdrawn, Programme: p})
		}
		if p.Status.Value != city.Concept {
			add(p.AdoptedOn, Event{Kind: ProgrammeAdopted, Programme: p})
		}
	}
	for _, c := range g.Commitments {
		add(c.Commitment.PromisedOn, Event{Kind: Promised, Commitment: c})
		for _, p := range c.Progress {
			add(p.Date, Event{Kind: Progressed, Commitment: c, Progress: p})
		}
	}
	for _, a := range g.Answers {
		add(a.Date, Event{Kind: Answered, Answer: a})
	}
	events := make([]*Event, len(all))
	for i := range all {
		events[i] = &all[i]
	}
	slices.SortStableFunc(events, newestEvent)
	return events
}

// FellFrom returns the status that an entry in the log of a commitment takes back; empty when it
// takes back none.
func (c *Commitment) FellFrom(entry *city.ProgressEntry) CommitmentStatus {
	before := NothingReported
	for _, p := range c.Progress {
		now := CommitmentStatus(p.Status.Value)
		switch {
		case p == entry && fellBack(before, now):
			return before
		case p == entry:
			return ""
		case now != "":
			before = now
		}
	}
	return ""
}

// fellBack reports whether a commitment had come further than it is now. One that is
// dropped or postponed did not fall back: that is told as such.
func fellBack(before, now CommitmentStatus) bool {
	steps := []CommitmentStatus{NotStarted, InPreparation, InProgress, PartlyRealised, Realised}
	i := slices.Index(steps, now)
	return i >= 0 && i < slices.Index(steps, before)
}

// newestEvent orders events newest first: by day; of one day, by kind; of one kind, by
// file; in one file, the one further down first.
func newestEvent(a, b *Event) int {
	if byDay := b.Date.Compare(a.Date); byDay != 0 {
		return byDay
	}
	return cmp.Or(
		cmp.Compare(a.Kind, b.Kind),
		cmp.Compare(a.Pos.Path(), b.Pos.Path()),
		cmp.Compare(b.Pos.Start, a.Pos.Start))
}
