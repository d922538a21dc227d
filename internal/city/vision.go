package city

import "wijkvisie/internal/source"

// The statuses of a file, as written.
const (
	Concept      = "concept"
	Consultation = "inspraak"
	Adopted      = "vastgesteld"
	Withdrawn    = "ingetrokken"
	Published    = "gepubliceerd"
)

// Vision is a wijkvisie: what a wijk asks, for a period.
type Vision struct {
	Record
	Title       source.Text
	Wijk        source.Text // an id in wijken/
	Period      Period
	Status      source.Text
	AdoptedOn   Date
	AdoptedBy   source.Text
	OpenFrom    Date // inspraak.van
	OpenThrough Date // inspraak.tot-en-met
	OpenURL     source.Text
	WithdrawnOn Date
	Reason      source.Text
	Summary     source.Text
	SummaryEN   source.Text
	Source      Source
	Advice      []*Advice // adviezen: asked for before the decision
	Needs       []*Need
}

// Advice is an entry of adviezen: what somebody advised before a vision was adopted.
type Advice struct {
	FirstLine source.Pos
	Date      Date        // required
	By        source.Text // van; required
	Text      source.Text
	URL       source.Text
	Reply     source.Text // antwoord: what was done with it
}
