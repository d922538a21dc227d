package city

import "wijkvisie/internal/source"

// Department is a dienst: a part of the municipality that answers the wijken.
type Department struct {
	Record
	Name         source.Text
	Description  source.Text
	Contact      Contact
	ValidFrom    Date
	ValidThrough Date
	SucceededBy  source.Text   // an id in diensten/
	Themes       []source.Text // themas: what it is asked for; ids in site.yaml
	Kind         source.Text   // soort: one of the Kind constants; zero means KindDepartment
}

// The kinds of department.
const (
	KindDepartment = "dienst"
	KindPartner    = "partner" // no part of the municipality, as a housing corporation
)

// IsPartner reports whether the department is no part of the municipality.
func (d *Department) IsPartner() bool { return d.Kind.Value == KindPartner }
