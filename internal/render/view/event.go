package view

import (
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/theme"
)

// EventRow is something that happened, in a list of what changed.
type EventRow struct {
	Date   stamp
	Title  link // of the need, the commitment, the programme or the vision
	Wijken []link
	Needs  []link // that a commitment is for
	Who    string // the department, or who judged
	Voice  bool   // the wijk speaks, not the municipality
	Text   string // what happened, and the words that came with it
	Status *Badge
	Symbol string // the shape on the timeline
	Tone   string
	evidence
}

// wijkSymbol is the shape of the words of a wijk.
const wijkSymbol = "wv-m-wijk"

// Event returns the row of an event, for a list that explains no statuses.
func (b *Builder) Event(e *relate.Event) *EventRow {
	page := pageBuilder{Builder: b, glossary: glossary{vocabulary: b.vocabulary}}
	row := new(EventRow)
	page.fillEvent(row, e)
	return row
}

func (b *pageBuilder) eventRows(events []*relate.Event) []EventRow {
	rows := make([]EventRow, len(events))
	for i, e := range events {
		b.fillEvent(&rows[i], e)
	}
	return rows
}

// fillEvent fills the empty row of an event.
func (b *pageBuilder) fillEvent(row *EventRow, e *relate.Event) {
	row.Wijken = b.wijkLinks(e.Wijken())
	switch e.Kind {
	case relate.Progressed:
		b.fillProgress(row, e.Commitment, e.Progress)
		row.Needs = b.needLinks(e.Commitment.Needs)
	case relate.Answered:
		b.fillAnswer(row, e.Answer)
	case relate.Judged:
		b.fillJudgement(row, e.Judgement)
	case relate.NeedAdded, relate.NeedRetracted:
		b.fillAsked(row, e)
	case relate.ProgrammeAdopted, relate.ProgrammeWithdrawn:
		b.fillProgramme(row, e)
	case relate.Promised:
		b.fillPromised(row, e)
	default:
		b.fillVision(row, e)
	}
}

// setStatus sets the status of a row, with its shape and colour on the timeline.
func (row *EventRow) setStatus(status Badge) {
	row.Status, row.Symbol, row.Tone = &status, status.Symbol, status.Tone
}

func (b *pageBuilder) fillAnswer(row *EventRow, a *relate.Answer) {
	row.Date, row.Title, row.Who = b.stamp(a.Date.Day), b.needLink(a.Of), departmentName(a.Programme)
	row.Text = a.Reason.Value
	row.setStatus(b.glossary.answer(a.Answer.Answer.Value))
}

func (b *pageBuilder) fillJudgement(row *EventRow, j *relate.Judgement) {
	row.Date, row.Title, row.Who, row.Voice = b.stamp(j.Date.Day), b.needLink(j.Need), j.By.Value, true
	if j.About != nil {
		row.Title, row.Needs = b.commitmentLink(j.About), []link{b.needLink(j.Need)}
	}
	row.Text = j.Text.Value
	row.setStatus(b.glossary.verdict(j.Verdict.Value))
}

// fillProgress fills the empty row of an entry in the log of a commitment.
func (b *pageBuilder) fillProgress(row *EventRow, c *relate.Commitment, p *city.ProgressEntry) {
	row.Date, row.Title, row.Who = b.stamp(p.Date.Day), b.commitmentLink(c), departmentName(c.Programme)
	row.Text, row.evidence = progressText(p), b.evidence(c, p)
	row.Symbol, row.Tone = "wv-m-punt", "inf"
	if !p.Due.IsZero() {
		row.Text = sentences(b.movedSentence(c, p), row.Text)
	}
	if slices.Contains(c.LaterDates(), p) {
		moved := rescheduled()
		row.Symbol, row.Tone = moved.Symbol, moved.Tone
	}
	if status := p.Status.Value; status != "" {
		row.setStatus(b.glossary.status(commitmentStatus, status))
	}
	if from := c.FellFrom(p); from != "" {
		was := theme.LowerFirst(b.vocabulary.text(commitmentStatus, string(from)))
		row.Text = sentences(b.Words.Text("event.fell-back", "status", was), row.Text)
	}
}

// movedSentence returns that a commitment got another date, and which it had.
func (b *pageBuilder) movedSentence(c *relate.Commitment, p *city.ProgressEntry) string {
	before := c.Commitment.Due
	for _, q := range c.Progress {
		if q == p {
			break
		}
		if !q.Due.IsZero() {
			before = q.Due
		}
	}
	if before.IsZero() || before == p.Due {
		return b.Words.Text("event.planned", "date", b.Words.Planned(p.Due))
	}
	return b.Words.Text("event.moved", "from", b.Words.Planned(before), "to", b.Words.Planned(p.Due))
}

// fillAsked fills the empty row of a need that a wijk asks in addition, or no longer.
func (b *pageBuilder) fillAsked(row *EventRow, e *relate.Event) {
	row.Date, row.Title, row.Voice, row.Symbol = b.stamp(e.Date), b.needLink(e.Need.Of), true, wijkSymbol
	if e.Kind == relate.NeedAdded {
		row.Text = b.Words.Text("event.need-added")
	} else {
		row.Text = sentences(b.Words.Text("event.need-dropped"), e.Need.Reason.Value)
	}
}

// fillProgramme fills the empty row of something that happened to a programme.
func (b *pageBuilder) fillProgramme(row *EventRow, e *relate.Event) {
	p := e.Programme
	row.Date, row.Title, row.Who = b.stamp(e.Date), b.programmeLink(p), departmentName(p)
	if e.Kind == relate.ProgrammeAdopted {
		row.Text = b.Words.Text("event.programme-adopted")
	} else {
		row.Text = sentences(b.Words.Text("event.programme-withdrawn"), p.Reason.Value)
	}
}

// fillWithdrawn fills the empty row of a commitment that was withdrawn with its programme.
func (b *pageBuilder) fillWithdrawn(row *EventRow, c *relate.Commitment) {
	p := c.Programme
	row.Date, row.Title, row.Who, row.Text = b.stamp(p.WithdrawnOn.Day), b.commitmentLink(c), departmentName(p), p.Reason.Value
	row.setStatus(b.glossary.commitment(c))
}

// fillPromised fills the empty row of a commitment that was made later than its programme
// was adopted.
func (b *pageBuilder) fillPromised(row *EventRow, e *relate.Event) {
	c := e.Commitment
	row.Date, row.Title, row.Who = b.stamp(e.Date), b.commitmentLink(c), departmentName(c.Programme)
	row.Needs, row.Text = b.needLinks(c.Needs), b.Words.Text("event.promised")
	if !c.Commitment.Due.IsZero() {
		row.Text = sentences(row.Text, b.Words.Text("event.planned", "date", b.Words.Planned(c.Commitment.Due)))
	}
}

// fillVision fills the empty row of something that happened to a vision.
func (b *pageBuilder) fillVision(row *EventRow, e *relate.Event) {
	v := e.Vision
	row.Date, row.Title, row.Voice, row.Symbol = b.stamp(e.Date), b.visionLink(v), true, wijkSymbol
	switch {
	case e.Kind == relate.VisionOpened:
		row.Text = b.Words.Text("event.opened")
	case e.Kind == relate.VisionWithdrawn:
		row.Text = sentences(b.Words.Text("event.withdrawn"), v.Reason.Value)
	case v.AdoptedBy.IsZero():
		row.Text = b.Words.Text("event.adopted-by-nobody")
	default:
		row.Text = b.Words.Text("event.adopted", "by", v.AdoptedBy.Value)
	}
}

func departmentName(p *relate.Programme) string {
	if p.Department == nil {
		return ""
	}
	return p.Department.Name.Value
}
