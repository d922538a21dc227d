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
	Top      source.Pos
	ID       source.Text
	Title    source.Text
	Needs    []source.Text // wijk/need
	Due      PlannedDate   // gereed: the date first promised
	Budget   int           // whole euros; -1 when not written
	Progress []*Progress
	*CommitmentDetails
}

// CommitmentDetails is what few commitments tell. Those that tell none of it share one
// that is empty: a site holds tens of thousands.
type CommitmentDetails struct {
	Wijken      []source.Text // of a commitment that answers no need
	Partners    []source.Text
	Start       PlannedDate
	Cover       source.Text // dekking
	Source      Source
	Explanation source.Text
	Former      []source.Text
}

var noCommitmentDetails CommitmentDetails // never changes

// NewCommitment returns a commitment of which nothing was written.
func NewCommitment(top source.Pos) Commitment {
	return Commitment{Top: top, Budget: -1, CommitmentDetails: &noCommitmentDetails}
}

// Details returns the details to write in, which are then the commitment's own.
func (c *Commitment) Details() *CommitmentDetails {
	if c.CommitmentDetails == &noCommitmentDetails {
		c.CommitmentDetails = new(CommitmentDetails)
	}
	return c.CommitmentDetails
}

// Progress is an entry of voortgang: what happened to a commitment on a day.
type Progress struct {
	Date   Date
	Status source.Text // one of the progress statuses; zero when the entry has none
	Text   source.Text
	*Change
}

// Change is what an entry changes in what was promised, and why. Entries that change
// nothing share one that is empty: a site holds hundreds of thousands.
type Change struct {
	Due    PlannedDate // a new planned date
	Reason source.Text
	To     *source.Text // naar: the commitment that takes over; nearly all share one that is zero
}

var (
	nobody   source.Text           // never changes
	noChange = Change{To: &nobody} // nor does this
)

// NewProgress returns an entry of which nothing was written.
func NewProgress() Progress { return Progress{Change: &noChange} }

// Changed returns the change to write in, which is then the entry's own.
func (p *Progress) Changed() *Change {
	if p.Change == &noChange {
		p.Change = &Change{To: &nobody}
	}
	return p.Change
}

// HandedTo returns who takes over, to write in, which is then the entry's own.
func (p *Progress) HandedTo() *source.Text {
	c := p.Changed()
	if c.To == &nobody {
		c.To = new(source.Text)
	}
	return c.To
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
