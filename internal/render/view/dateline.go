package view

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/chart"
)

// promiseRows returns the rows of the commitments to a need, with their dates on one axis.
func (b *pageBuilder) promiseRows(n *relate.Need, commitments []*relate.Commitment) []promiseRow {
	rows := make([]promiseRow, len(commitments))
	lines := make([]chart.DateLine, len(commitments))
	today := b.graph.Date
	axis := chart.Axis{From: today.Year, To: today.Year, Today: moment(today), TodayIs: b.Words.Text("need.today")}
	for i, c := range commitments {
		b.fillPromise(&rows[i], c, n)
		lines[i] = b.dateLine(c)
		axis.Include(lines[i].First)
		axis.Include(lines[i].Now)
		rows[i].Ended = lines[i].Ended
	}
	for i, line := range lines {
		if line.First > 0 || line.Now > 0 {
			b.scratch = axis.AppendYears(axis.AppendLine(b.scratch[:0], line))
			rows[i].Line = trustedHTML(b.scratch)
		}
	}
	return rows
}

// fillPromise fills the empty row of a commitment on the page of one of its needs.
func (b *pageBuilder) fillPromise(row *promiseRow, c *relate.Commitment, n *relate.Need) {
	b.fillDetails(&row.commitmentDetails, c)
	b.addOfNeed(&row.commitmentRow, c, n)
	row.First, row.Now = b.datesOf(c)
	if on := c.Programme.AdoptedOn.Day; c.Commitment.PromisedOn.IsZero() && b.adopted(c.Programme) != "" {
		row.Facts = append([]fact{{Label: b.Words.Text("commitment.promised"), Day: b.stamp(on)}}, row.Facts...)
	}
	for _, p := range c.Progress {
		if proof := b.evidence(c, p).Source; !proof.IsZero() {
			row.Proof = append(row.Proof, proof)
		}
	}
}

// datesOf returns when a commitment was first promised to be done and how that stands. The
// first is empty when both are one date.
func (b *pageBuilder) datesOf(c *relate.Commitment) (first, now string) {
	now = b.when(c)
	switch {
	case !c.OriginalDue.Known() && !c.Due.IsZero():
		return "", now
	case !c.OriginalDue.Known():
		return b.Words.Text("commitment.undated"), now
	case c.Late && c.Due == c.OriginalDue && !c.Withdrawn():
		now = b.Words.Text("commitment.not-done")
	case c.Due == c.OriginalDue && !c.Ended() && !c.Withdrawn():
		return "", b.Words.Text("commitment.planned-as-promised", "date", b.planned(c.Due))
	}
	return b.Words.Text("commitment.first") + " " + b.planned(c.OriginalDue), now
}

// dateLine returns the dates of a commitment on an axis.
func (b *pageBuilder) dateLine(c *relate.Commitment) chart.DateLine {
	line := chart.DateLine{Tone: b.glossary.commitment(c).Tone}
	if c.OriginalDue.Known() {
		line.First = moment(c.OriginalDue.Last())
	}
	switch {
	case c.Done():
		line.Now = moment(c.StatusSince)
	case c.Ended():
		line.Now, line.Ended = moment(c.StatusSince), true
	case c.Withdrawn():
		line.Now, line.Ended = moment(c.Programme.WithdrawnOn.Day), true
	case c.Due.Known():
		line.Now, line.Overdue = moment(c.Due.Last()), c.Late
	}
	return line
}

// moment returns a day as a year with a fraction.
func moment(d city.Day) float64 {
	return float64(d.Year) + float64(d.Time().YearDay()-1)/366
}
