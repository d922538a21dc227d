package view

import (
	"html/template"

	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/chart"
)

// promiseRow is a commitment to a need, with everything that matters there.
type promiseRow struct {
	commitmentDetails
	Dates  string        // "eerst beloofd oktober 2011, klaar maart 2012"
	Course template.HTML // the same dates, drawn; empty when there are none
	Proof  []link        // where what its log says can be verified
}

// promiseRows returns the rows of the commitments to a need, with their dates on one axis,
// and the key to what is drawn.
func (b *pageBuilder) promiseRows(n *relate.Need, commitments []*relate.Commitment) (rows []promiseRow, key []sign) {
	rows = make([]promiseRow, len(commitments))
	courses := make([]*chart.Course, len(commitments))
	for i, c := range commitments {
		b.fillPromise(&rows[i], c, n)
		courses[i] = &chart.Course{Tone: b.glossary.commitment(c).Tone}
		rows[i].Dates = b.promiseDates(n, c, courses[i])
	}
	axis, ok := b.axisOf(courses, nil)
	if !ok {
		return rows, nil
	}
	appendYears := axis.AppendHead // the first time
	for i, c := range courses {
		if c.IsEmpty() {
			continue
		}
		b.scratch = appendYears(axis.AppendCourse(b.scratch[:0], c))
		rows[i].Course = trustedHTML(b.scratch)
		appendYears = axis.AppendYears
	}
	return rows, b.signs(courses)
}

// fillPromise fills the empty row of a commitment on the page of one of its needs.
func (b *pageBuilder) fillPromise(row *promiseRow, c *relate.Commitment, n *relate.Need) {
	b.fillDetails(&row.commitmentDetails, c)
	b.addOfNeed(&row.commitmentRow, c, n)
	if on := c.Programme.AdoptedOn.Day; c.Commitment.PromisedOn.IsZero() && b.adopted(c.Programme) != "" {
		row.Facts = append([]fact{{Label: b.Words.Text("commitment.promised"), Day: b.stamp(on)}}, row.Facts...)
	}
	for _, p := range c.Progress {
		if proof := b.evidence(c, p).Source; !proof.IsZero() {
			row.Proof = append(row.Proof, proof)
		}
	}
}

// promiseDates returns when a commitment was first promised to be done and what became of
// that, and adds the same to its course.
func (b *pageBuilder) promiseDates(n *relate.Need, c *relate.Commitment, course *chart.Course) string {
	if n.Outcome(c) == relate.HandedOn { // and is done as another
		return b.fromFirst(c.OriginalDue, moment(c.StatusSince), course, b.Words.Text("line.postponed", "date", b.month(c.StatusSince)))
	}
	return b.datesOfPromise(n, c, c.OriginalDue, course)
}
