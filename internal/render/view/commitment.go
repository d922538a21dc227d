package view

import (
	"slices"

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
	OriginalDue      string // the date first promised, when that was not or will not be kept
	OriginalDueLabel string // "eerst beloofd"
	OriginalDueMark  Badge
	Flags            []flag
	Successor        link           // takes over, when it was postponed
	SuccessorLabel   string         // "Gaat verder als"
	Lost             string         // why nothing takes over, of a list that is about one need
	WithdrawnNote    string         // when the programme was withdrawn, and why; empty when it was not
	Judgements       []judgementRow // of the wijk on the commitment itself, of a list that tells them
}

// commitmentDetails is a commitment on the page of its need or its programme.
type commitmentDetails struct {
	commitmentRow
	Period string
	Facts  []fact
}

// fact is something that is known of a commitment. Its value is a day, or a text with or
// without a link.
type fact struct {
	Label string
	Day   stamp
	Value link
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
	row.OriginalDue, row.OriginalDueLabel = b.Words.Planned(c.OriginalDue), b.Words.Text("commitment.first")
	row.Flags = b.flags(c)
	switch {
	case c.Rescheduled:
		row.OriginalDueMark = rescheduled()
	case c.Done() && c.LaterThanPromised:
		row.OriginalDueMark = b.glossary.laterThanPromised()
	default:
		row.OriginalDue = ""
	}
	if c.Successor != nil {
		row.Successor, row.SuccessorLabel = b.commitmentLink(c.Successor), b.Words.Text("commitment.successor")
	}
}

// flags returns the warnings about a commitment. That it is late and that it is silent does
// not matter any more once its programme is withdrawn.
func (b *pageBuilder) flags(c *relate.Commitment) []flag {
	var list []flag
	late := c.Late && !c.Withdrawn()
	if late {
		list = append(list, flag{b.glossary.late(), b.lateness(c)})
	}
	if c.LaterThanPromised && !(late && c.Due == c.OriginalDue) { // which says the same
		list = append(list, ownWords(b.glossary.laterThanPromised()))
	}
	if c.Silent && !c.Withdrawn() {
		list = append(list, ownWords(b.glossary.silent()))
	}
	return list
}

// ownWords returns a flag that says no more than what it is.
func ownWords(badge Badge) flag { return flag{badge, badge.Text} }

// addOfNeed adds to the row of a commitment what matters to one of its needs: what the wijk
// finds of it there, and why it is lost when it was handed on.
func (b *pageBuilder) addOfNeed(row *commitmentRow, c *relate.Commitment, n *relate.Need) {
	row.Judgements, row.Lost = b.judgementsOf(c, n), b.lostNote(n, c)
}

// neededRows returns the rows of commitments in the list of one need.
func (b *pageBuilder) neededRows(n *relate.Need, commitments []*relate.Commitment) []commitmentRow {
	rows := b.commitmentRows(commitments)
	for i, c := range commitments {
		b.addOfNeed(&rows[i], c, n)
	}
	return rows
}

// judgementsOf returns what the wijk finds of a commitment itself, where it asks a need.
func (b *pageBuilder) judgementsOf(c *relate.Commitment, n *relate.Need) []judgementRow {
	var rows []judgementRow
	for _, j := range n.Judgements {
		if j.About == c {
			rows = append(rows, b.judgementRow(j))
		}
	}
	return rows
}

// lostNote returns why a commitment that was handed on is lost to a need, empty when it
// is not.
func (b *pageBuilder) lostNote(n *relate.Need, c *relate.Commitment) string {
	switch {
	case n.Outcome(c) != relate.Lost || c.Status != relate.Postponed || c.Withdrawn():
		return ""
	case c.Successor == nil:
		return b.Words.Text("commitment.lost-unknown")
	case !slices.Contains(c.Successor.Needs, n):
		return b.Words.Text("commitment.lost-elsewhere")
	default:
		return b.Words.Text("commitment.lost-ended")
	}
}

// commitmentRows returns the rows of commitments in a list.
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

// fillDetails fills the empty row of a commitment with what it costs and who helps too.
func (b *pageBuilder) fillDetails(row *commitmentDetails, c *relate.Commitment) {
	b.fillCommitment(&row.commitmentRow, c)
	row.Period = period(c.Programme.Period)
	for _, f := range []fact{
		{Label: "commitment.promised", Day: b.stamp(c.Commitment.PromisedOn.Day)}, // when later than its programme was adopted
		{Label: "commitment.start", Value: link{Text: b.Words.Planned(c.Start)}},
		{Label: "commitment.budget", Value: link{Text: b.euros(c.Budget)}},
		{Label: "commitment.cover", Value: link{Text: c.Cover.Value}},
		{Label: "commitment.partners", Value: link{Text: joinTexts(c.Partners, ", ")}},
		{Label: "source", Value: b.sourceLink(c.Source)},
	} {
		if !f.Day.IsZero() || !f.Value.IsZero() {
			f.Label = b.Words.Text(f.Label)
			row.Facts = append(row.Facts, f)
		}
	}
}

// euros returns an amount in whole euros, empty when it is not known.
func (b *Builder) euros(amount int) string {
	if amount < 0 {
		return ""
	}
	return b.Words.Euros(amount)
}

// withdrawnNote returns when a programme was withdrawn, and why; empty when it was not.
func (b *Builder) withdrawnNote(p *relate.Programme) string {
	if !p.Withdrawn {
		return ""
	}
	return sentences(b.withdrawnOn(p), p.Reason.Value)
}

// withdrawnOn returns when a programme was withdrawn.
func (b *Builder) withdrawnOn(p *relate.Programme) string {
	return b.Words.Text("programme.withdrawn-note", "date", b.date(p.WithdrawnOn.Day))
}

// news returns the newest entry with words in it: of what was dropped or handed on, the one
// that says why.
func (b *pageBuilder) news(c *relate.Commitment) news {
	var newest *city.ProgressEntry
	for _, p := range slices.Backward(c.Progress) {
		if progressText(p) == "" {
			continue
		}
		if newest == nil {
			newest = p
		}
		if !c.Ended() || c.Done() {
			break
		}
		if p.Status.Value == string(c.Status) {
			newest = p
			break
		}
	}
	if newest == nil {
		return news{}
	}
	return news{b.stamp(newest.Date.Day), progressText(newest)}
}

// progressText returns the words of an entry: its text, and its reason after it.
func progressText(p *city.ProgressEntry) string { return sentences(p.Text.Value, p.Reason.Value) }

// when returns when a commitment was or will be done, or since when nothing more is to be
// expected of it.
func (b *pageBuilder) when(c *relate.Commitment) string {
	switch {
	case c.Done():
		return b.Words.Text("commitment.done", "date", b.Words.Month(c.StatusSince.YearMonth()))
	case c.Ended():
		return b.Words.Text("commitment.since", "date", b.Words.Month(c.StatusSince.YearMonth()))
	case c.Withdrawn():
		return "" // the note tells the day
	case c.Due.IsZero():
		return ""
	case c.Due.IsOngoing():
		return b.Words.Planned(c.Due)
	case !c.Due.Known():
		return b.Words.Text("commitment.unplanned")
	}
	return b.Words.Text("commitment.planned", "date", b.Words.Planned(c.Due))
}

// lateness returns how many whole months a commitment is late.
func (b *pageBuilder) lateness(c *relate.Commitment) string {
	months := c.Due.Last().MonthsUntil(b.graph.Date)
	if months == 0 {
		return b.Words.Text("flag.late-less-than-a-month")
	}
	return b.Words.Count("flag.late-by-months", months)
}
