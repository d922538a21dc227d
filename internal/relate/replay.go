package relate

import (
	"slices"

	"wijkvisie/internal/city"
)

// replay relates a city from month to month.
type replay struct {
	*relater
	wijken      []*replayedWijk
	commitments []*replayedCommitment // in the order in which Relate adds them
	place       map[*Department]int   // in Graph.Departments
	months      []month

	// As of the day.

	all         Counts
	departments []Counts
}

// month is what happens in a month.
type month struct {
	wijken      []*replayedWijk       // of which the visions or their needs change
	answered    []*replayedWijk       // that get an answer, or judge a need
	commitments []*replayedCommitment // that appear, progress, or are withdrawn
}

// replayedWijk is a wijk as of a day.
type replayedWijk struct {
	*Wijk
	visions     []*Vision             // all that become visible
	commitments []*replayedCommitment // that name it
	answers     []*Answer             // to its needs, all that are given
	counts      Counts
	counted     []countedNeed
	changed     change // what happened in the month
}

// change is what happened to the needs of a wijk in a month: what is the most of it.
type change int

const (
	noChange  change = iota
	committed        // to what answers a need
	answered         // a need was answered or judged
	askedAnew        // the visions or their needs changed
)

// countedNeed is how a need was counted.
type countedNeed struct {
	status      NeedStatus
	departments []*Department
}

// replayedCommitment is a commitment as of a day.
type replayedCommitment struct {
	*Commitment
	from    city.Day // the day on which it appears
	visible bool
	group   *handedGroup
}

// handedGroup is commitments of which some hand on to others: what happens to one matters
// for the needs of all.
type handedGroup struct {
	wijken []*replayedWijk
	hands  bool // some do
}

func newReplay(g *Graph, days []city.Day) *replay {
	r := &replay{
		relater: &relater{
			Graph:      &Graph{Options: g.Options, Site: g.Site, city: g.city},
			wijk:       make(map[string]*Wijk),
			commitment: make(map[string]*Commitment),
		},
		place:       make(map[*Department]int),
		months:      make([]month, len(days)),
		departments: make([]Counts, len(g.Departments)),
	}
	for i, d := range g.Departments {
		r.place[d] = i
	}
	for _, w := range g.Wijken {
		replayed := &replayedWijk{Wijk: &Wijk{Wijk: w.Wijk, Ordinal: len(r.wijken)}}
		for _, v := range w.Visions {
			replayed.visions = append(replayed.visions, &Vision{Vision: v.Vision, Wijk: replayed.Wijk})
		}
		r.wijken = append(r.wijken, replayed)
		r.Wijken = append(r.Wijken, replayed.Wijk)
		r.wijk[w.ID] = replayed.Wijk
	}
	r.addFormerWijken()
	for _, p := range g.Programmes {
		r.addProgramme(p)
	}
	r.groupCommitments()
	for _, w := range r.wijken {
		r.planWijk(w, g.Date)
	}
	for _, c := range r.commitments {
		r.planCommitment(c, g.Date)
	}
	return r
}

// addProgramme adds the commitments and the answers of a programme. Nothing of it is visible
// yet.
func (r *replay) addProgramme(of *Programme) {
	p := &Programme{Programme: of.Programme, Department: of.Department}
	from := r.visibleFrom(publication(p.Publish, p.Status, p.AdoptedOn))
	for _, c := range of.Commitments {
		replayed := &replayedCommitment{Commitment: &Commitment{Commitment: c.Commitment, Programme: p}, from: later(from, c.Commitment.PromisedOn.Day)}
		r.commitments = append(r.commitments, replayed)
		for _, w := range r.wijkenOf(c.Commitment) {
			w.commitments = append(w.commitments, replayed)
		}
	}
	for _, a := range of.Answers {
		w := r.wijken[r.wijk[a.Of.Wijk.ID].Ordinal]
		w.answers = append(w.answers, &Answer{Answer: a.Answer, Programme: p})
	}
}

// visibleFrom returns the day from which a file that is published on a day is visible.
func (r *replay) visibleFrom(publication city.Day) city.Day {
	if r.Drafts {
		return city.Day{}
	}
	return publication
}

// wijkenOf returns the wijken whose needs a commitment names.
func (r *replay) wijkenOf(c *city.Commitment) []*replayedWijk {
	var list []*replayedWijk
	for _, ref := range c.Needs {
		id, _, _ := NeedRef(ref.Value)
		if w := r.wijk[id]; w != nil && !slices.Contains(list, r.wijken[w.Ordinal]) {
			list = append(list, r.wijken[w.Ordinal])
		}
	}
	return list
}

// groupCommitments makes the groups of commitments that may hand on to each other.
func (r *replay) groupCommitments() {
	g := groupHanded(len(r.commitments), func(i int) *city.Commitment { return r.commitments[i].Commitment.Commitment })
	for i, c := range r.commitments {
		first := r.commitments[g.root(i)]
		if first.group == nil {
			first.group = &handedGroup{hands: g.hands[g.root(i)]}
		}
		c.group = first.group
		for _, w := range r.wijkenOf(c.Commitment.Commitment) {
			if !slices.Contains(c.group.wijken, w) {
				c.group.wijken = append(c.group.wijken, w)
			}
		}
	}
}

// handedSets is commitments in sets, by number: those of which one hands on to another.
type handedSets struct {
	parent []int  // another one of the set, or itself
	hands  []bool // at its root: whether some of the set hand on
}

// groupHanded returns the sets of n commitments.
func groupHanded(n int, commitment func(i int) *city.Commitment) *handedSets {
	g := &handedSets{make([]int, n), make([]bool, n)}
	hands := make([]bool, n)
	takers := make(map[string][]int) // by each id that something is handed on to: those that have or had it
	for i := range n {
		g.parent[i] = i
		for _, p := range commitment(i).Progress {
			if !p.To.IsZero() {
				hands[i], takers[p.To.Value] = true, nil
			}
		}
	}
	if len(takers) == 0 {
		return g
	}
	add := func(id string, i int) {
		if list, wanted := takers[id]; wanted {
			takers[id] = append(list, i)
		}
	}
	for i := range n {
		c := commitment(i)
		add(c.ID.Value, i)
		for _, old := range c.Former {
			add(old.Value, i)
		}
	}
	for i := range n {
		for _, p := range commitment(i).Progress {
			for _, next := range takers[p.To.Value] {
				g.parent[g.root(i)] = g.root(next)
			}
		}
	}
	for i := range n {
		g.hands[g.root(i)] = g.hands[g.root(i)] || hands[i]
	}
	return g
}

// root returns the one by which a set is known.
func (g *handedSets) root(i int) int {
	for g.parent[i] != i {
		g.parent[i] = g.parent[g.parent[i]]
		i = g.parent[i]
	}
	return i
}

// in returns the month in which a day lies, the first one for earlier days; nil when the day
// is after the reference date.
func (r *replay) in(day, date city.Day) *month {
	if day.After(date) {
		return nil
	}
	before := (date.Year-day.Year)*12 + date.Month - day.Month
	return &r.months[max(len(r.months)-1-before, 0)]
}

// planWijk adds to the months what happens to the needs of a wijk.
func (r *replay) planWijk(w *replayedWijk, date city.Day) {
	r.months[0].wijken = append(r.months[0].wijken, w)
	changes := func(day city.Day) {
		if m := r.in(day, date); m != nil && !day.IsZero() {
			m.wijken = append(m.wijken, w)
		}
	}
	answers := func(day city.Day) {
		if m := r.in(day, date); m != nil {
			m.answered = append(m.answered, w)
		}
	}
	for _, v := range w.visions {
		changes(r.visionFrom(v))
		changes(city.DayIn(v.Period.First, 1, 1)) // another may be current
		changes(city.DayIn(v.Period.Last+1, 1, 1))
		for _, n := range v.Vision.Needs {
			changes(n.AddedOn.Day)
			changes(n.RetractedOn.Day)
			for _, j := range n.Judgements {
				answers(j.Date.Day)
			}
		}
	}
	for _, a := range w.answers {
		answers(r.answerFrom(a))
	}
}

// planCommitment adds to the months what happens to a commitment.
func (r *replay) planCommitment(c *replayedCommitment, date city.Day) {
	changes := func(day city.Day) {
		m := r.in(later(day, c.from), date)
		if m != nil && (len(m.commitments) == 0 || m.commitments[len(m.commitments)-1] != c) {
			m.commitments = append(m.commitments, c)
		}
	}
	changes(c.from)
	if p := c.Programme; p.Status.Value == city.Withdrawn {
		changes(p.WithdrawnOn.Day)
	}
	for _, p := range c.Commitment.Commitment.Progress {
		changes(p.Date.Day)
	}
}

// visionFrom returns the day from which a vision is visible.
func (r *replay) visionFrom(v *Vision) city.Day {
	return r.visibleFrom(publication(v.Publish, v.Status, v.AdoptedOn))
}

// answerFrom returns the day from which an answer exists and is visible.
func (r *replay) answerFrom(a *Answer) city.Day {
	p := a.Programme
	return later(a.Date.Day, r.visibleFrom(publication(p.Publish, p.Status, p.AdoptedOn)))
}
