package check

import (
	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// departments checks the older ids, the successors and the themes of departments.
func (k *checker) departments() {
	former := k.newDuplicates()
	for _, d := range k.city.Departments {
		k.former(d.Former, d.ID, former, func(id string) (source.Pos, bool) {
			other, now, ok := k.index.Departments.Find(id)
			if !ok || now != id {
				return source.Pos{}, false
			}
			return top(&other.Record), true
		})
		k.department(d.SucceededBy)
		for _, ref := range d.Themes {
			k.theme(ref)
		}
	}
}

// department checks a reference to a department.
func (k *checker) department(ref source.Text) {
	if ref.IsZero() {
		return
	}
	_, now, ok := k.index.Departments.Find(ref.Value)
	switch {
	case !ok:
		k.unknown(ref, k.index.Departments.IDs(), func(id string) source.Pos {
			d, _, _ := k.index.Departments.Find(id)
			return top(&d.Record)
		}, diag.DepartmentUnknown, ref.Value)
	case now != ref.Value:
		k.renamed(ref, now)
	}
}
