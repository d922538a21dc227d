package city

import "wijkvisie/internal/source"

// Commitment is a toezegging: one thing a department promises.
type Commitment struct {
	FirstLine   source.Pos
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
	PromisedOn  Date // toegezegd-op: when later than the adoption of the programme
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
	Source Source      // bron: where it can be verified; its URL may be a file in media/
	Image  *EvidenceImage
}

// EvidenceImage is the picture that an entry of voortgang shows (beeld); both fields are
// required.
type EvidenceImage struct {
	File source.Text // relative to the file, in media/
	Alt  source.Text
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
