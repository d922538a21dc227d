package view

import (
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// openNeed is that nobody answered a need, and for how long when the wijk still waits.
type openNeed struct{ Who, Text, Months string }

// answerRow is an answer without a commitment.
type answerRow struct {
	Department    link
	Programme     link
	Need          link // of a list that is not about one need
	Wijk          link
	Answer        Badge
	Reason        string
	Date          stamp
	DateNote      string // "antwoord van"
	WithdrawnNote string
}

// judgementRow is what the wijk finds.
type judgementRow struct {
	By       string
	About    link // the commitment that is judged, where it does not stand with that
	Text     string
	Verdict  Badge
	Date     stamp
	DateNote string // "oordeel van"
	Outdated string // "van vóór het bericht van 15 maart 2012"; empty when nothing came after it
}

// needFacts returns where a need is felt and who brought it in.
func (b *pageBuilder) needFacts(a *relate.Appearance) string {
	facts := joinNames(a.Areas(), ", ")
	if len(a.RaisedBy) == 0 {
		return facts
	}
	who := b.Words.Text("need.raised-by-whom", "who", joinTexts(a.RaisedBy, ", "))
	if facts == "" {
		return who
	}
	return facts + ". " + who
}

// openNeed returns for how long a need waits for an answer; nil when it does not.
func (b *pageBuilder) openNeed(n *relate.Need) *openNeed {
	open := &openNeed{Who: b.Words.Text("need.nobody"), Text: b.Words.Text("need.open")}
	switch {
	case n.Status == relate.NeedUntracked && slices.Contains(n.Wijk.Upcoming, n.Main.Vision):
		open.Text = b.Words.Text("need.untracked-coming")
		return open
	case n.Status == relate.NeedUntracked:
		open.Text = b.Words.Text("need.untracked")
		return open
	case n.Status != relate.NeedUnanswered:
		return nil
	case n.Main.Retracted:
		open.Text = b.Words.Text("need.never-answered")
		return open
	}
	if since := n.OpenSince(); !since.IsZero() {
		open.Text = b.Words.Text("need.open-since", "date", b.date(since))
		if months := since.MonthsUntil(b.graph.Date); months > 0 {
			open.Months = b.Words.Count("months", months)
		}
	}
	return open
}

func (b *pageBuilder) answerRows(answers []*relate.Answer) []answerRow {
	rows := make([]answerRow, len(answers))
	for i, a := range answers {
		rows[i] = b.answerRow(a)
	}
	return rows
}

func (b *pageBuilder) answerRow(a *relate.Answer) answerRow {
	return answerRow{
		Department:    b.departmentLink(a.Programme.Department),
		Programme:     b.programmeLink(a.Programme),
		Need:          b.needLink(a.Of),
		Wijk:          b.wijkLink(a.Of.Wijk),
		Answer:        b.glossary.answer(a.Answer.Answer.Value),
		Reason:        a.Reason.Value,
		Date:          b.stamp(a.Date.Day),
		DateNote:      b.Words.Text("answer.of"),
		WithdrawnNote: b.withdrawnNote(a.Programme),
	}
}

func (b *pageBuilder) judgementRow(j *relate.Judgement) judgementRow {
	row := judgementRow{
		By:       j.By.Value,
		Text:     j.Text.Value,
		Verdict:  b.glossary.verdict(j.Verdict.Value),
		Date:     b.stamp(j.Date.Day),
		DateNote: b.Words.Text("verdict.of"),
	}
	if j.Outdated {
		row.Outdated = b.Words.Text("verdict.outdated", "date", b.date(lastProgress(j.Need)))
	}
	return row
}

// needJudgements returns what the wijk finds of a need, and of commitments that do not stand
// with it.
func (b *pageBuilder) needJudgements(a *asking) []judgementRow {
	var rows []judgementRow
	for _, j := range a.judgements {
		if j.About != nil && slices.Contains(a.commitments, j.About) {
			continue // it stands with that commitment
		}
		row := b.judgementRow(j)
		if j.About != nil {
			row.About = b.commitmentLink(j.About)
		}
		rows = append(rows, row)
	}
	return rows
}

// lastProgress returns the day of the newest entry of the commitments to a need.
func lastProgress(n *relate.Need) city.Day {
	var last city.Day
	for _, c := range n.Commitments {
		if i := len(c.Progress); i > 0 && c.Progress[i-1].Date.After(last) {
			last = c.Progress[i-1].Date.Day
		}
	}
	return last
}
