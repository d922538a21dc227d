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
	FellFrom   CommitmentStatus    // the status that Progress takes back; empty when it does not
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

// addEvents collects everything that happened, newest first.
func (r *relater) addEvents() {
	add := func(date city.Date, e Event) {
		if r.exists(date.Day) {
			e.Date, e.Pos = date.Day, date.Pos
			r.Events = append(r.Events, &e)
		}
	}
	for _, w := range r.Wijken {
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
	for _, n := range r.Needs {
		for _, a := range n.Appearances {
			add(a.AddedOn, Event{Kind: NeedAdded, Need: a})
			add(a.RetractedOn, Event{Kind: NeedRetracted, Need: a})
		}
	}
	for _, p := range r.Programmes {
		if p.Withdrawn {
			add(p.WithdrawnOn, Event{Kind: ProgrammeWithdrawn, Programme: p})
		}
		if p.Status.Value != city.Concept {
			add(p.AdoptedOn, Event{Kind: ProgrammeAdopted, Programme: p})
		}
	}
	for _, c := range r.Commitments {
		add(c.Commitment.PromisedOn, Event{Kind: Promised, Commitment: c})
		before := NothingReported
		for _, p := range c.Progress {
			e := Event{Kind: Progressed, Commitment: c, Progress: p}
			if now := CommitmentStatus(p.Status.Value); now != "" {
				if fellBack(before, now) {
					e.FellFrom = before
				}
				before = now
			}
			add(p.Date, e)
		}
	}
	for _, a := range r.Answers {
		add(a.Date, Event{Kind: Answered, Answer: a})
	}
	for _, n := range r.Needs {
		for _, j := range n.Judgements {
			add(j.Date, Event{Kind: Judged, Judgement: j})
		}
	}
	slices.SortStableFunc(r.Events, newestEvent)
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
	return cmp.Or(
		b.Date.Compare(a.Date),
		cmp.Compare(a.Kind, b.Kind),
		cmp.Compare(a.Pos.Path(), b.Pos.Path()),
		cmp.Compare(b.Pos.Start, a.Pos.Start))
}
