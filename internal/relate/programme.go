package relate

import (
	"cmp"
	"slices"

	"wijkvisie/internal/city"
)

// Programme is a programma.
type Programme struct {
	*city.Programme
	Department  *Department   // nil when it does not exist
	Commitments []*Commitment // as written
	Answers     []*Answer     // as written
	Withdrawn   bool          // what was not done of it is lost
	Draft       Draft
}

// Wijken returns the wijken that the programme commits to something for or answers, in
// display order.
func (p *Programme) Wijken() []*Wijk {
	var list []*Wijk
	add := func(w *Wijk) {
		if !slices.Contains(list, w) {
			list = append(list, w)
		}
	}
	for _, c := range p.Commitments {
		for _, w := range c.Wijken {
			add(w)
		}
	}
	for _, a := range p.Answers {
		add(a.Of.Wijk)
	}
	slices.SortFunc(list, func(a, b *Wijk) int { return cmp.Compare(a.Ordinal, b.Ordinal) })
	return list
}

// withdrawn reports whether a programme is withdrawn on a day.
func withdrawn(p *city.Programme, date city.Day) bool {
	return p.Status.Value == city.Withdrawn && !p.WithdrawnOn.After(date)
}

// OpenCommitments returns how many commitments of the programme are open.
func (p *Programme) OpenCommitments() int {
	n := 0
	for _, c := range p.Commitments {
		if c.Open() {
			n++
		}
	}
	return n
}

func (r *relater) addProgrammes() {
	for _, p := range r.city.Programmes {
		draft, visible := r.visible(p.File.Path, p.Status.Value, publication(p.Publish, p.Status, p.AdoptedOn))
		if !visible {
			continue
		}
		r.Programmes = append(r.Programmes, &Programme{
			Programme:  p,
			Department: r.department[p.Department.Value],
			Withdrawn:  withdrawn(p, r.Date),
			Draft:      draft,
		})
	}
	// The newest period comes first.
	sortByName(r.Programmes, func(p *Programme) nameKey { return r.names.key(9999-p.Period.First, p.Title.Value, p.ID) })
	for _, p := range r.Programmes {
		if p.Department != nil {
			p.Department.Programmes = append(p.Department.Programmes, p)
		}
	}
}
