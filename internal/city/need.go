package city

import "wijkvisie/internal/source"

// Need is a behoefte: one thing a wijk asks for, as one vision has it.
type Need struct {
	// FirstLine is the first line of the mapping.
	FirstLine   source.Pos
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
	AddedOn     Date          // toegevoegd-op: when asked later than the vision was adopted
	RetractedOn Date          // vervallen-op: no longer asked from this day on
	Reason      source.Text   // why it was dropped
	Former      []source.Text // voorheen: its ids in older visions
}

// Point is a place on earth in degrees, WGS84.
type Point struct {
	Lon, Lat float64
	Pos      source.Pos
}

// Judgement is an oordeel: what the wijk itself finds of how a need was met.
type Judgement struct {
	FirstLine source.Pos
	Date      Date
	By        source.Text
	Verdict   source.Text // one of the Verdict constants
	Text      source.Text
	About     source.Text // over: the id of the commitment that is judged; zero when it is the need
}

// What a wijk can judge.
const (
	VerdictMet    = "gerealiseerd"
	VerdictPartly = "deels"
	VerdictNotMet = "niet"
)
