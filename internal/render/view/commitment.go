package view

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// commitmentRow is a commitment in a list: who, what and how it stands.
type commitmentRow struct {
	ID               string
	Title            string
	URL              string
	Department       link // zero when it does not exist
	Programme        link
	Needs            []link // of a list that is not about one need
	Wijken           []link
	Explanation      string
	News             news // the newest entry with a text or a reason
	Status           Badge
	When             string // "klaar maart 2012", "gepland juni 2013"; empty when nothing was planned
	OriginalDue      string // the date first promised, when it was moved
	OriginalDueLabel string // "eerst"
	Rescheduled      Badge
	Late             *flag
	Silent           *flag
	Successor        link   // takes over, when it was postponed
	SuccessorLabel   string // "Gaat verder als"
	WithdrawnNote    string // that the programme was withdrawn; empty when it was not
}

// commitmentDetails is a commitment on the page of its need or its programme.
type commitmentDetails struct {
	commitmentRow
	Period   string
	Start    string
	Budget   string
	Cover    string
	Partners string
	Source   link
}

// news is one entry of a log.
type news struct {
	Date stamp
	Text string
}

// flag is a warning about a commitment.
type flag struct {
	Badge
	Note string // "2 maanden te laat"
}

// fillCommitment fills the empty row of a commitment in a list about one need.
func (b *pageBuilder) fillCommitment(row *commitmentRow, c *relate.Commitment) {
	row.ID, row.Title, row.URL = c.ID.Value, c.Title.Value, b.commitmentLink(c).URL
	row.Programme, row.Department = b.programmeLink(c.Programme), b.departmentLink(c.Programme.Department)
	row.Explanation, row.News = c.Explanation.Value, b.news(c)
	row.Status, row.When = b.glossary.commitment(c), b.when(c)
	row.WithdrawnNote = b.withdrawnNote(c.Programme)
	if c.Rescheduled {
		row.OriginalDue, row.OriginalDueLabel = b.planned(c.OriginalDue), b.Words.Text("commitment.first")
		row.Rescheduled = b.glossary.rescheduled()
	}
	if c.Late {
		row.Late = &flag{b.glossary.late(), b.lateness(c)}
	}
	if c.Silent {
		quiet := b.glossary.silent()
		row.Silent = &flag{quiet, quiet.Text}
	}
	if c.Successor != nil {
		row.Successor, row.SuccessorLabel = b.commitmentLink(c.Successor), b.Words.Text("commitment.successor")
	}
}

// commitmentRows returns the rows of commitments in a list about one need.
func (b *pageBuilder) commitmentRows(commitments []*relate.Commitment) []commitmentRow {
	rows := make([]commitmentRow, len(commitments))
	for i, c := range commitments {
		b.fillCommitment(&rows[i], c)
	}
	return rows
}

// listedCommitments returns the rows of commitments in a list that is not about one
// need, with the needs and wijken that they are for.
func (b *pageBuilder) listedCommitments(commitments []*relate.Commitment) []commitmentRow {
	rows := b.commitmentRows(commitments)
	for i, c := range commitments {
		b.addNeeds(&rows[i], c)
	}
	return rows
}

// addNeeds adds the needs and wijken that a commitment is for to its row.
func (b *pageBuilder) addNeeds(row *commitmentRow, c *relate.Commitment) {
	row.Needs, row.Wijken = b.needLinks(c.Needs), b.wijkLinks(c.Wijken)
}

// filtered returns those of some commitments of which something is so.
func filtered(commitments []*relate.Commitment, include func(*relate.Commitment) bool) []*relate.Commitment {
	var list []*relate.Commitment
	for _, c := range commitments {
		if include(c) {
			list = append(list, c)
		}
	}
	return list
}

// fillPromise fills the empty row of a commitment with what it costs and who helps too.
func (b *pageBuilder) fillPromise(row *commitmentDetails, c *relate.Commitment) {
	b.fillCommitment(&row.commitmentRow, c)
	row.Period, row.Start = period(c.Programme.Period), b.planned(c.Start)
	row.Cover, row.Partners, row.Source = c.Cover.Value, joinTexts(c.Partners, ", "), b.sourceLink(c.Source)
	if c.Budget >= 0 {
		row.Budget = "€\u00a0" + groupedNumber(b.Words.Lang, c.Budget)
	}
}

// withdrawnNote returns that what a programme holds no longer counts, empty when it does.
func (b *Builder) withdrawnNote(p *relate.Programme) string {
	if !p.Withdrawn {
		return ""
	}
	return b.Words.Text("programme.withdrawn-note")
}

// news returns the newest entry with words in it.
func (b *pageBuilder) news(c *relate.Commitment) news {
	for i := len(c.Progress) - 1; i >= 0; i-- {
		if text := progressText(c.Progress[i]); text != "" {
			return news{b.stamp(c.Progress[i].Date.Day), text}
		}
	}
	return news{}
}

// progressText returns the words of an entry: its text, and its reason after it.
func progressText(p *city.ProgressEntry) string { return sentences(p.Text.Value, p.Reason.Value) }

// when returns when a commitment was or will be done.
func (b *pageBuilder) when(c *relate.Commitment) string {
	if c.Status == relate.Realised || c.Status == relate.PartlyRealised {
		for i := len(c.Progress) - 1; i >= 0; i-- {
			if p := c.Progress[i]; p.Status.Value == string(c.Status) {
				return b.Words.Text("commitment.done", "date", b.monthYear(p.Date.YearMonth()))
			}
		}
	}
	if c.Due.IsZero() || c.Ended() {
		return ""
	}
	if !c.Due.Known() {
		return b.Words.Text("commitment.unplanned")
	}
	return b.Words.Text("commitment.planned", "date", b.planned(c.Due))
}

// lateness returns how many whole months a commitment is late.
func (b *pageBuilder) lateness(c *relate.Commitment) string {
	months := monthsBetween(c.Due.Last(), b.graph.Date)
	if months == 0 {
		return b.Words.Text("flag.late-less-than-a-month")
	}
	return b.Words.Count("flag.late-by-months", months)
}
