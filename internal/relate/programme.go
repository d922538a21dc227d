package relate

import "wijkvisie/internal/city"

// Programme is a programma.
type Programme struct {
	*city.Programme
	Department  *Department   // nil when it does not exist
	Commitments []*Commitment // as written
	Answers     []*Answer     // as written
	Withdrawn   bool          // what it holds counts in no derived state
	Draft       Draft
}

func (r *relater) addProgrammes() {
	for _, p := range r.city.Programmes {
		draft, visible := r.visible(p.File.Path, p.Status.Value, p.Publish.Day)
		if !visible {
			continue
		}
		r.Programmes = append(r.Programmes, &Programme{
			Programme:  p,
			Department: r.department[p.Department.Value],
			Withdrawn:  p.Status.Value == city.Withdrawn,
			Draft:      draft,
		})
	}
	sortByName(r.Programmes, func(p *Programme) nameKey { return r.names.key(9999-p.Period.First, p.Title.Value, p.ID) })
	for _, p := range r.Programmes {
		if p.Department != nil {
			p.Department.Programmes = append(p.Department.Programmes, p)
		}
	}
}
