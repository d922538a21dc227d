package render

import (
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// eventRow is something that happened, in a list of what changed.
type eventRow struct {
	Date   stamp
	Title  link // of the need, the commitment or the vision
	Wijken []link
	Who    string // the department, or who judged
	Voice  bool   // the wijk speaks, not the municipality
	Text   string // what happened, and what was said of it
	Status *badge
	Mark   string // the shape on the timeline
	Family string
}

func (d *desk) eventRows(events []*relate.Event) []eventRow {
	rows := d.events.take(len(events))
	for i, e := range events {
		d.fillEvent(&rows[i], e)
	}
	return rows
}

// fillEvent fills in the empty row of an event.
func (d *desk) fillEvent(row *eventRow, e *relate.Event) {
	row.Date, row.Wijken = d.stamp(e.Date), d.wijkLinks(e.Wijken())
	switch e.Kind {
	case relate.Progressed:
		d.progressed(row, e.Commitment(), e.Progress)
	case relate.Answered:
		a := e.Answer()
		row.Title, row.Who = d.needLink(a.Of), departmentName(a.Programme)
		row.Text = a.Reason.Value
		d.setStatus(row, d.glossary.answer(a.Answer.Answer.Value))
	case relate.Judged:
		d.judged(row, e.Judgement())
	default:
		d.visionEvent(row, e)
	}
}

// wijkMark is the shape of what the wijk says.
const wijkMark = "wv-m-wijk"

func (d *desk) setStatus(row *eventRow, b badge) {
	row.Status = d.badges.one()
	*row.Status = b
	row.Mark, row.Family = b.Mark, b.Family
}

// judged fills in a row for what a wijk finds.
func (d *desk) judged(row *eventRow, j *relate.Judgement) {
	row.Title, row.Who, row.Voice = d.needLink(j.Need), j.By.Value, true
	row.Text = j.Text.Value
	d.setStatus(row, d.glossary.verdict(j.Verdict.Value))
}

// progressed fills in a row for an entry in the log of a commitment.
func (d *desk) progressed(row *eventRow, c *relate.Commitment, p *city.Progress) {
	row.Title = link{Text: c.Title.Value, URL: d.commitmentURL(c)}
	row.Who = departmentName(c.Programme)
	row.Text = d.progressText(p)
	if !p.Due.IsZero() {
		row.Text = strings.TrimSpace(d.join(d.movedSentence(c, p), " ", row.Text))
		moved := d.glossary.moved()
		row.Mark, row.Family = moved.Mark, moved.Family
	}
	if status := p.Status.Value; status != "" {
		d.setStatus(row, d.glossary.commitment(relate.CommitmentStatus(status)))
	}
	if row.Mark == "" {
		row.Mark, row.Family = "wv-m-punt", "inf"
	}
}

// movedSentence says that a commitment got another date, and which it had.
func (d *desk) movedSentence(c *relate.Commitment, p *city.Progress) string {
	before := c.Commitment.Due
	for _, q := range c.Progress {
		if q == p {
			break
		}
		if !q.Due.IsZero() {
			before = q.Due
		}
	}
	if before.IsZero() {
		return d.say("event.planned", "date", d.planned(p.Due))
	}
	return d.say("event.moved", "from", d.planned(before), "to", d.planned(p.Due))
}

// visionEvent fills in a row for something that happened to a vision.
func (d *desk) visionEvent(row *eventRow, e *relate.Event) {
	v := e.Vision()
	row.Title, row.Voice, row.Mark = d.visionLink(v), true, wijkMark
	switch e.Kind {
	case relate.VisionOpened:
		row.Text = d.words.Text("event.opened")
	case relate.VisionWithdrawn:
		row.Text = strings.TrimSpace(d.join(d.words.Text("event.withdrawn"), " ", v.Reason.Value))
	default:
		row.Text = d.say("event.adopted", "by", v.AdoptedBy.Value)
		if v.AdoptedBy.IsZero() {
			row.Text = d.words.Text("event.adopted-by-nobody")
		}
	}
}

func departmentName(p *relate.Programme) string {
	if p.Department == nil {
		return ""
	}
	return p.Department.Name.Value
}
