package relate

import (
	"cmp"
	"maps"
	"slices"

	"wijkvisie/internal/city"
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

// Event is something that happened on a day, up to the reference date. It is small, as
// a site holds a hundred thousand.
type Event struct {
	Kind     EventKind
	Date     city.Day
	Progress *city.Progress // the entry of what Progressed, nil of other kinds
	of       any            // *Vision, *Commitment, *Answer or *Judgement, by its kind
}

// Vision returns the vision that was opened, adopted or withdrawn.
func (e *Event) Vision() *Vision { return e.of.(*Vision) }

// Commitment returns the commitment that progressed.
func (e *Event) Commitment() *Commitment { return e.of.(*Commitment) }

// Answer returns the answer that was given.
func (e *Event) Answer() *Answer { return e.of.(*Answer) }

// Judgement returns what a wijk found.
func (e *Event) Judgement() *Judgement { return e.of.(*Judgement) }

// Wijken returns whom the event concerns, in display order.
func (e *Event) Wijken() []*Wijk {
	switch of := e.of.(type) {
	case *Vision:
		return of.Wijk.alone
	case *Commitment:
		return of.Wijken
	case *Answer:
		return of.Of.Wijk.alone
	default:
		return of.(*Judgement).Vision.Wijk.alone
	}
}

// events collects everything that happened, newest first. Of one day, what the
// wijk did comes before what the municipality did; in one file, the entry further
// down is the newer.
//
// They are made kind by kind, file by file and from the last line of each, so that
// nothing but their days is left to be sorted by.
func (r *relater) events() {
	e := &eventList{relater: r}
	visions, programmes := r.visionsByPath(), slices.SortedFunc(slices.Values(r.graph.Programmes), func(a, b *Programme) int {
		return cmp.Compare(a.File.Path, b.File.Path)
	})
	e.all = make([]Event, 0, e.most(visions, programmes))
	for _, v := range visions {
		e.add(v.OpenFrom.Day, Event{Kind: VisionOpened, of: v})
	}
	for _, v := range visions {
		if v.Status.Value == city.Adopted || v.Status.Value == city.Withdrawn {
			e.add(v.AdoptedOn.Day, Event{Kind: VisionAdopted, of: v})
		}
	}
	for _, v := range visions {
		if v.Status.Value == city.Withdrawn {
			e.add(v.WithdrawnOn.Day, Event{Kind: VisionWithdrawn, of: v})
		}
	}
	for _, p := range programmes {
		for _, c := range slices.Backward(p.Commitments) {
			for _, step := range slices.Backward(c.Commitment.Progress) {
				e.add(step.Date.Day, Event{Kind: Progressed, Progress: step, of: c})
			}
		}
	}
	for _, p := range programmes {
		for _, a := range slices.Backward(p.Answers) {
			e.add(a.Date.Day, Event{Kind: Answered, of: a})
		}
	}
	e.judgements(visions)
	r.graph.Events = e.newestFirst()
}

// visionsByPath returns all visible visions in the order of their files.
func (r *relater) visionsByPath() []*Vision {
	var all []*Vision
	for _, w := range r.graph.Wijken {
		all = append(all, w.Visions...)
	}
	slices.SortFunc(all, func(a, b *Vision) int { return cmp.Compare(a.File.Path, b.File.Path) })
	return all
}

// eventList is the events in the making.
type eventList struct {
	*relater
	all []Event
}

// add adds an event of a day, when that is not later than the reference date.
func (l *eventList) add(d city.Day, e Event) {
	if l.known(d) {
		e.Date = d
		l.all = append(l.all, e)
	}
}

// most returns how many events there can be.
func (l *eventList) most(visions []*Vision, programmes []*Programme) int {
	n := 0
	for _, v := range visions {
		for _, d := range []city.Day{v.OpenFrom.Day, v.AdoptedOn.Day, v.WithdrawnOn.Day} {
			if l.known(d) {
				n++
			}
		}
	}
	for _, p := range programmes {
		n += len(p.Answers)
		for _, c := range p.Commitments {
			n += len(c.Progress)
		}
	}
	for _, need := range l.graph.Needs {
		n += len(need.Judgements)
	}
	return n
}

// judgements adds what wijken found of how their needs were met, each in the vision
// that it was written in.
func (l *eventList) judgements(visions []*Vision) {
	in := make(map[*Vision][]*Judgement)
	for _, n := range l.graph.Needs {
		for _, j := range n.Judgements {
			in[j.Vision] = append(in[j.Vision], j)
		}
	}
	for _, v := range visions {
		slices.SortFunc(in[v], func(a, b *Judgement) int { return cmp.Compare(b.Top.Start, a.Top.Start) })
		for _, j := range in[v] {
			l.add(j.Date.Day, Event{Kind: Judged, of: j})
		}
	}
}

// newestFirst sorts the events by their days, of which there are few.
func (l *eventList) newestFirst() []*Event {
	place := make(map[city.Day]int)
	for i := range l.all {
		place[l.all[i].Date]++
	}
	next := 0
	for _, d := range slices.SortedFunc(maps.Keys(place), func(a, b city.Day) int { return b.Compare(a) }) {
		place[d], next = next, next+place[d]
	}
	sorted := make([]*Event, len(l.all))
	for i := range l.all {
		d := l.all[i].Date
		sorted[place[d]] = &l.all[i]
		place[d]++
	}
	return sorted
}
