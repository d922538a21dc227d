package city

import "wijkvisie/internal/source"

// Programme is a programma: what a department commits to, for a year or a period.
type Programme struct {
	Record
	Title       source.Text
	Department  source.Text // an id in diensten/
	Period      Period      // periode, or jaar as a period of one year
	Status      source.Text
	Commitments []*Commitment
	Answers     []*Answer
}

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
	BudgetPos   source.Pos
	Cover       source.Text // dekking
	Source      Source
	Explanation source.Text
	Progress    []*Progress
	Former      []source.Text
}

// Progress is an entry of voortgang: what happened to a commitment on a day.
type Progress struct {
	Top    source.Pos
	Date   Date
	Status source.Text // one of the progress statuses; zero when the entry has none
	Due    PlannedDate // a new planned date
	Reason source.Text
	Text   source.Text
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

// Answer is an antwoord: what a department says to a need without committing.
type Answer struct {
	Top    source.Pos
	Need   source.Text // wijk/need
	Answer source.Text // one of the Answer constants
	Reason source.Text
	Date   Date
}

// What a department can answer.
const (
	AnswerNo            = "nee"
	AnswerInvestigating = "in-onderzoek"
	AnswerElsewhere     = "elders"
)
