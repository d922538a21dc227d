package city

import "wijkvisie/internal/source"

// Need is a behoefte: one thing a wijk asks for, as one vision has it.
type Need struct {
	// Top is the first line of the mapping.
	Top         source.Pos
	ID          source.Text
	Title       source.Text
	Theme       source.Text // an id in site.yaml
	Priority    int         // 1 is highest; 0 when not ranked
	PriorityPos source.Pos
	Buurten     []source.Text // ids in the wijk
	RaisedBy    []source.Text // ingebracht-door
	RaisedAt    source.Text   // bron.wat
	RaisedOn    Date          // bron.datum
	RaisedIn    source.Text   // bron.url: where it can be read
	Location    *Point
	Explanation source.Text // toelichting
	Judgements  []*Judgement
	Former      []source.Text // voorheen: its ids in older visions
}

// Point is a place on earth in degrees, WGS84.
type Point struct {
	Lon, Lat float64
	Pos      source.Pos
}

// Judgement is an oordeel: what the wijk itself finds of how a need was met.
type Judgement struct {
	Top     source.Pos
	Date    Date
	By      source.Text
	Verdict source.Text // one of the Verdict constants
	Text    source.Text
}

// What a wijk can judge.
const (
	VerdictMet    = "gerealiseerd"
	VerdictPartly = "deels"
	VerdictNotMet = "niet"
)
