package relate

import "wijkvisie/internal/city"

// Department is a dienst.
type Department struct {
	*city.Department
	Programmes   []*Programme  // newest period first
	Commitments  []*Commitment // by id
	Answers      []*Answer     // newest first
	Needs        []*Need       // of current visions, that it committed to or answered; by wijk, then priority
	Successor    *Department
	Predecessors []*Department
	Initial      string // the letter that its name is found under: a to z, or 0-9
}

func (r *relater) addDepartments() {
	for _, d := range r.city.Departments {
		if r.department[d.ID] != nil {
			continue
		}
		department := &Department{Department: d, Initial: r.names.initial(d.Name.Value)}
		r.department[d.ID] = department
		r.Departments = append(r.Departments, department)
	}
	sortByName(r.Departments, func(d *Department) nameKey { return r.names.key(0, d.Name.Value, d.ID) })
	for _, d := range r.Departments {
		for _, old := range d.Former {
			if r.department[old.Value] == nil {
				r.department[old.Value] = d
			}
		}
	}
	for _, d := range r.Departments {
		if next := r.department[d.SucceededBy.Value]; next != nil && next != d {
			d.Successor = next
			next.Predecessors = append(next.Predecessors, d)
		}
	}
}
