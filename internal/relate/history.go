package relate

import (
	"cmp"
	"slices"
	"sync"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

// History is how the needs of the visions that were current then stood at the end of each
// month since the first vision, and on the reference date. What it has is derived when it is
// first asked for. It serves several goroutines at a time.
type History struct {
	Days []city.Day // the last of each month; at last the reference date

	graph  *Graph
	handed map[*Commitment][]*Commitment // of one that hands on or takes over: all that it is linked with so
	whole  func() wholeHistory
}

// wholeHistory is how all needs stood.
type wholeHistory struct {
	all         []Counts   // of the municipality, by day
	departments [][]Counts // of the needs that each department committed to or answered, in the order of the graph
}

// Counts is how many needs there are of each status.
type Counts [NeedUntracked + 1]int

// Total returns how many needs there are.
func (c *Counts) Total() int {
	total := 0
	for _, n := range c {
		total += n
	}
	return total
}

// maxHistory is how many months a history has at most: twenty years.
const maxHistory = 240

// History returns how the needs stood month by month: what Relate derives for the last day of
// each month. What is visible on a day is visible on all later ones, so it replays what the
// graph has, and derives anew only what something happened to. It has no days when there is no
// vision yet.
func (g *Graph) History() *History {
	h := &History{Days: g.historyDays(), graph: g, handed: handedGroups(g.Commitments)}
	h.whole = sync.OnceValue(h.replayAll)
	return h
}

// All returns how the needs of the municipality stood, by day.
func (h *History) All() []Counts { return h.whole().all }

// Department returns how the needs stood that a department committed to or answered, by day.
func (h *History) Department(d *Department) []Counts {
	return h.whole().departments[slices.Index(h.graph.Departments, d)]
}

func (h *History) replayAll() wholeHistory {
	whole := wholeHistory{all: make([]Counts, len(h.Days)), departments: make([][]Counts, len(h.graph.Departments))}
	for i := range whole.departments {
		whole.departments[i] = make([]Counts, len(h.Days))
	}
	h.replay(h.graph, func(day int, r *replay) {
		whole.all[day] = r.all
		for d := range r.departments {
			whole.departments[d][day] = r.departments[d]
		}
	})
	return whole
}

// Wijk returns how the needs of a wijk stood, by day. It replays that wijk alone: a preview asks
// for the page of one after each change.
func (h *History) Wijk(w *Wijk) []Counts {
	counts := make([]Counts, len(h.Days))
	h.replay(h.graph.about(w, h.handed), func(day int, r *replay) { counts[day] = r.all })
	return counts
}

// replay replays a graph, and yields what is counted at each day.
func (h *History) replay(g *Graph, yield func(day int, r *replay)) {
	if len(h.Days) == 0 {
		return
	}
	r := newReplay(g, h.Days)
	for i, day := range h.Days {
		r.advance(day, &r.months[i])
		yield(i, r)
	}
}

// about returns the part of a graph that the needs of a wijk depend on, as far as a replay
// reads it: the wijk, the commitments to it and those that they are linked with, and the
// answers to its needs.
func (g *Graph) about(w *Wijk, handed map[*Commitment][]*Commitment) *Graph {
	part := &Graph{Options: g.Options, Site: g.Site, city: g.city, Departments: g.Departments}
	for _, other := range g.Wijken {
		switch {
		case other == w:
			part.Wijken = append(part.Wijken, &Wijk{Wijk: w.Wijk, Visions: w.Visions})
		case slices.ContainsFunc(w.Former, func(old source.Text) bool { return other.ID == old.Value || other.wasNamed(old.Value) }):
			part.Wijken = append(part.Wijken, &Wijk{Wijk: other.Wijk}) // an old name of the wijk may be its name
		}
	}
	programmes := make(map[*Programme]*Programme)
	of := func(p *Programme) *Programme {
		if programmes[p] == nil {
			programmes[p] = &Programme{Programme: p.Programme, Department: p.Department}
		}
		return programmes[p]
	}
	known := make(map[*Commitment]bool)
	add := func(c *Commitment) {
		if !known[c] {
			known[c] = true
			p := of(c.Programme)
			p.Commitments = append(p.Commitments, c)
		}
	}
	for _, c := range w.Commitments {
		add(c)
		for _, other := range handed[c] {
			add(other)
		}
	}
	for _, n := range w.Needs {
		for _, a := range n.Answers {
			p := of(a.Programme)
			p.Answers = append(p.Answers, a)
		}
	}
	for _, p := range g.Programmes {
		if mine := programmes[p]; mine != nil {
			slices.SortFunc(mine.Commitments, func(a, b *Commitment) int { return cmp.Compare(a.FirstLine.Start, b.FirstLine.Start) })
			part.Programmes = append(part.Programmes, mine)
		}
	}
	return part
}

// wasNamed reports whether a wijk had an id before.
func (w *Wijk) wasNamed(id string) bool {
	return slices.ContainsFunc(w.Former, func(old source.Text) bool { return old.Value == id })
}

// handedGroups returns, for each commitment that once was handed on or takes over from one that
// was, all that it is linked with in this way, itself among them.
func handedGroups(all []*Commitment) map[*Commitment][]*Commitment {
	g := groupHanded(len(all), func(i int) *city.Commitment { return all[i].Commitment })
	members := make(map[int][]*Commitment)
	for i, c := range all {
		if g.hands[g.root(i)] {
			members[g.root(i)] = append(members[g.root(i)], c)
		}
	}
	groups := make(map[*Commitment][]*Commitment)
	for _, group := range members {
		for _, c := range group {
			groups[c] = group
		}
	}
	return groups
}

// historyDays returns the days of the history: none when there is no vision.
func (g *Graph) historyDays() []city.Day {
	first := g.Date.AddDays(1)
	for _, w := range g.Wijken {
		for _, v := range w.Visions {
			if day := shownSince(v.Vision); day.Before(first) {
				first = day
			}
		}
	}
	months := (g.Date.Year-first.Year)*12 + g.Date.Month - first.Month
	if first.After(g.Date) {
		return nil
	}
	var days []city.Day
	for n := min(months, maxHistory-1); n > 0; n-- {
		days = append(days, city.DayIn(g.Date.Year, g.Date.Month, 1).AddMonths(1-n).AddDays(-1))
	}
	return append(days, g.Date)
}

// shownSince returns the day since which a vision is known: that of its publication or,
// when nobody wrote that, the first that it names.
func shownSince(v *city.Vision) city.Day {
	return cmp.Or(publication(v.Publish, v.Status, v.AdoptedOn), v.OpenFrom.Day, v.AdoptedOn.Day, city.DayIn(v.Period.First, 1, 1))
}
