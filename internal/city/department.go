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
	SucceededBy  source.Text // an id in diensten/
}
