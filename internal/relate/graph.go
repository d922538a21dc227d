// Package relate links the records of a city both ways and derives how things
// stand on a reference date, as "What is derived, never typed" in the manual
// of the content format says.
//
// The graph holds what is visible on that date and nothing else: concepts,
// embargoes and everything dated later are not in it, so no page can show them
// by mistake. References that lead nowhere are left out silently; package
// check reports them. Relating cannot fail.
//
// Every concept stands in the file of its name: what it is in the graph, and
// how it is linked. The rules of derivation are in commitmentstatus.go and
// needstatus.go, a small function each.
package relate

import "wijkvisie/internal/city"

// Options are what decides which records are visible.
type Options struct {
	Date   city.Day // the reference date (peildatum)
	Drafts bool     // also concepts and what is under embargo
}

// Graph is a city as of a date: everything that is visible, linked both ways.
// It does not change after Relate and may be read from many goroutines.
type Graph struct {
	Options
	Site        *city.Site    // never nil
	Themes      []*Theme      // in display order
	Wijken      []*Wijk       // in display order: volgorde, then name
	Departments []*Department // by name
	Programmes  []*Programme  // newest period first, then by title
	Pages       []*Page       // by order, then title
	Needs       []*Need       // by wijk in display order, then as in Wijk.Needs
	Commitments []*Commitment // by id
	Answers     []*Answer     // by need, then newest first
	Hidden      []Hidden      // by path
	Figures     Figures       // of the needs of current visions

	city   *city.City
	events func() []*Event
}

// Index returns an index of all records of the city, hidden ones too.
func (g *Graph) Index() *Index { return NewIndex(g.city) }

// soonMonths is how many months ahead something comes soon.
const soonMonths = 6

// Soon reports whether a day is within half a year from the reference date, or that date itself.
func (g *Graph) Soon(d city.Day) bool {
	return !d.IsZero() && !d.Before(g.Date) && !d.After(g.Date.AddMonths(soonMonths))
}
