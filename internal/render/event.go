package render

import (
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
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

func (r *Renderer) eventRows(events []*relate.Event, words *glossary) []eventRow {
	rows := make([]eventRow, len(events))
	for i, e := range events {
		rows[i] = r.eventRow(e, words)
	}
	return rows
}

func (r *Renderer) eventRow(e *relate.Event, words *glossary) eventRow {
	row := eventRow{Date: r.stamp(e.Date)}
	for _, w := range e.Wijken {
		row.Wijken = append(row.Wijken, r.wijkLink(w))
	}
	switch e.Kind {
	case relate.Progressed:
		r.progressed(&row, e, words)
	case relate.Answered:
		row.Title, row.Who = r.needLink(e.Answer.Of), departmentName(e.Answer.Programme)
		row.Text = e.Answer.Reason.Value
		row.setStatus(words.answer(e.Answer.Answer.Answer.Value))
	case relate.Judged:
		row.Title, row.Who, row.Voice = r.needLink(e.Judgement.Need), e.Judgement.By.Value, true
		row.Text = e.Judgement.Text.Value
		row.setStatus(words.verdict(e.Judgement.Verdict.Value))
	default:
		r.visionEvent(&row, e)
	}
	return row
}

// wijkMark is the shape of what the wijk says.
const wijkMark = "wv-m-wijk"

func (row *eventRow) setStatus(b badge) {
	row.Status, row.Mark, row.Family = &b, b.Mark, b.Family
}

// progressed fills in a row for an entry in the log of a commitment.
func (r *Renderer) progressed(row *eventRow, e *relate.Event, words *glossary) {
	row.Title = link{Text: e.Commitment.Title.Value, URL: r.href(plan.CommitmentURL(e.Commitment))}
	row.Who = departmentName(e.Commitment.Programme)
	row.Text = progressText(e.Progress)
	if !e.Progress.Due.IsZero() {
		row.Text = strings.TrimSpace(r.movedSentence(e.Commitment, e.Progress) + " " + row.Text)
		moved := words.moved()
		row.Mark, row.Family = moved.Mark, moved.Family
	}
	if status := e.Progress.Status.Value; status != "" {
		row.setStatus(words.commitment(relate.CommitmentStatus(status)))
	}
	if row.Mark == "" {
		row.Mark, row.Family = "wv-m-punt", "inf"
	}
}

// movedSentence says that a commitment got another date, and which it had.
func (r *Renderer) movedSentence(c *relate.Commitment, p *city.Progress) string {
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
		return r.words.Text("event.planned", "date", r.planned(p.Due))
	}
	return r.words.Text("event.moved", "from", r.planned(before), "to", r.planned(p.Due))
}

// visionEvent fills in a row for something that happened to a vision.
func (r *Renderer) visionEvent(row *eventRow, e *relate.Event) {
	row.Title, row.Voice, row.Mark = r.visionLink(e.Vision), true, wijkMark
	switch e.Kind {
	case relate.VisionOpened:
		row.Text = r.words.Text("event.opened")
	case relate.VisionWithdrawn:
		row.Text = strings.TrimSpace(r.words.Text("event.withdrawn") + " " + e.Vision.Reason.Value)
	default:
		row.Text = r.words.Text("event.adopted", "by", e.Vision.AdoptedBy.Value)
		if e.Vision.AdoptedBy.IsZero() {
			row.Text = r.words.Text("event.adopted-by-nobody")
		}
	}
}

func departmentName(p *relate.Programme) string {
	if p.Department == nil {
		return ""
	}
	return p.Department.Name.Value
}
