package city

import "wijkvisie/internal/source"

// Commitment is a toezegging: one thing a department promises.
type Commitment struct {
	Top         source.Pos
	ID          source.Text
	Title       source.Text
	Needs       []source.Text // wijk/need
	Wijken      []source.Text // of a commitment that answers no need
	Partners    []source.Text
	Start       PlannedDate
	Due         PlannedDate // gereed: the date first promised
	Budget      int         // whole euros; -1 when not written
	Cover       source.Text // dekking
	Source      Source
	Explanation source.Text
	Progress    []*ProgressEntry
	Former      []source.Text
}

// ProgressEntry is an entry of voortgang: what happened to a commitment on a day.
type ProgressEntry struct {
	Date   Date
	Status source.Text // one of the progress statuses; zero when the entry has none
	Text   source.Text
	Due    PlannedDate // a new planned date
	Reason source.Text // why the date or the status changed
	To     source.Text // naar: the commitment that takes over
}

// The statuses of a commitment, as written.
const (
	NotStarted     = "niet-gestart"
	InPreparation  = "in-voorbereiding"
	InProgress     = "in-uitvoering"
	Realised       = "gerealiseerd"
	PartlyRealised = "deels-gerealiseerd"
	Postponed      = "doorgeschoven"
	Dropped        = "vervallen"
)
