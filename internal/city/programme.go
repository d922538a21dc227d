package city

import "wijkvisie/internal/source"

// Programme is a programma: what a department commits to, for a year or a period.
type Programme struct {
	Record
	Title       source.Text
	Department  source.Text // an id in diensten/
	Period      Period      // periode, or jaar as a period of one year
	Status      source.Text
	AdoptedOn   Date        // vastgesteld-op
	WithdrawnOn Date        // ingetrokken-op
	Reason      source.Text // why it was withdrawn
	Commitments []*Commitment
	Answers     []*Answer
}
