// Package demand measures whether what the wijken ask leads what the departments do: how much
// of what is promised answers a need, how many needs were answered and how soon, whether what
// a wijk finds most important comes first, what the wijken say of what was done, and what
// every department is asked and did not answer.
//
// A graph goes in, and figures come out, of which each can be counted again in the open data.
// All are counts: none is a percentage or an average.
package demand

import (
	"cmp"
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// Demand is the figures of a graph.
type Demand struct {
	Shares      []Share // by department in the order of the graph, then by period; those of no department last
	Promised    Share   // of all
	Answers     Answers // of all needs
	First, Rest Group   // the needs with priority 1 to 3, and all others
	Done        relate.Figures
	Departments []DepartmentFigures // those that answered a need of which all is done, in the order of the graph
	Books       []Book              // of each department that is asked something, in the order of the graph; of none last
}

// DepartmentFigures are how the needs stand that a department committed to or answered.
type DepartmentFigures struct {
	Department *relate.Department
	Figures    relate.Figures
}

// Of returns the figures of a graph.
func Of(g *relate.Graph) *Demand {
	d := &Demand{Done: g.Figures, Books: books(g)}
	d.Shares, d.Promised = shares(g)
	for _, n := range g.Needs {
		if !n.Current {
			continue
		}
		d.Answers.add(n, g.Date)
		if isFirst(n) {
			d.First.add(n, g.Date)
		} else {
			d.Rest.add(n, g.Date)
		}
	}
	for _, a := range []*Answers{&d.Answers, &d.First.Answers, &d.Rest.Answers} {
		slices.Sort(a.Months)
		slices.Sort(a.Waiting)
	}
	for _, of := range g.Departments {
		figures := figuresOf(of.Needs)
		if figures.Done() > 0 {
			d.Departments = append(d.Departments, DepartmentFigures{of, figures})
		}
	}
	return d
}

func figuresOf(needs []*relate.Need) relate.Figures {
	var f relate.Figures
	for _, n := range needs {
		f.Add(n)
	}
	return f
}

// Share is how much a department promised for a period, and how much of that answers a need.
// What was dropped, withdrawn or handed on was promised too.
type Share struct {
	Department  *relate.Department // nil when it is not known
	Period      city.Period        // of the programme; zero when it is not known, or of all
	Commitments int
	ForNeeds    int // of those: that answer a need
	// Of how many of both it is known what they cost, and how many whole euros that is.
	Priced, PricedForNeeds int
	Euros, EurosForNeeds   int
}

func (s *Share) add(c *relate.Commitment) {
	forNeeds := len(c.Needs) > 0
	s.Commitments++
	if forNeeds {
		s.ForNeeds++
	}
	if c.Budget < 0 {
		return
	}
	s.Priced++
	s.Euros += c.Budget
	if forNeeds {
		s.PricedForNeeds++
		s.EurosForNeeds += c.Budget
	}
}

// shares returns what was promised, by department and period, and all together.
func shares(g *relate.Graph) (list []Share, all Share) {
	type key struct {
		department  *relate.Department
		first, last int
	}
	by := make(map[key]*Share)
	place := make(map[*relate.Department]int)
	for i, d := range g.Departments {
		place[d] = i
	}
	place[nil] = len(place)
	for _, c := range g.Commitments {
		p := c.Programme
		k := key{p.Department, p.Period.First, p.Period.Last}
		if by[k] == nil {
			by[k] = &Share{Department: p.Department, Period: city.Period{First: k.first, Last: k.last}}
		}
		by[k].add(c)
		all.add(c)
	}
	for _, s := range by {
		list = append(list, *s)
	}
	slices.SortFunc(list, func(a, b Share) int {
		return cmp.Or(
			cmp.Compare(place[a.Department], place[b.Department]),
			cmp.Compare(a.Period.First, b.Period.First),
			cmp.Compare(a.Period.Last, b.Period.Last))
	})
	return list, all
}
