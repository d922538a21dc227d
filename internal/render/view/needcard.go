package view

import (
	"html/template"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// needCard is a need with everything that was done about it, as on the page of
// its wijk or vision.
type needCard struct {
	ID          string // the anchor on the page
	Rank        int    // 0 when not ranked
	RankLabel   string // "Prioriteit"
	Title       string
	URL         string
	Theme       link
	Facts       string // where, and who brought it in
	Status      Badge
	Keys        needKeys
	Explanation string
	Story       template.HTML // its section in the vision
	Commitments []commitmentRow
	Answers     []answerRow
	Judgements  []judgementRow
	Open        *openNeed
}

// needKeys is what a need is filtered by.
type needKeys struct{ Theme, Status, Areas string }

// openNeed is that nobody answered a need, and for how long.
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
	Text     string
	Verdict  Badge
	Date     stamp
	DateNote string // "oordeel van"
}

// fillCard fills the empty card of a need as a vision has it.
func (b *pageBuilder) fillCard(card *needCard, a *relate.Appearance, at place) {
	n := a.Of
	card.ID, card.Rank, card.RankLabel = a.ID.Value, a.Priority, b.Words.Text("need.priority")
	card.Title, card.URL = a.Title.Value, b.needLink(n).URL
	card.Theme, card.Facts = b.themeLink(a.Theme), b.needFacts(a)
	card.Status, card.Keys = b.glossary.need(n.Status), needKeysOf(a)
	card.Explanation, card.Story = a.Explanation.Value, b.section(a.Vision.Body, a.ID.Value, at)
	card.Commitments, card.Answers = b.commitmentRows(n.Commitments), b.answerRows(n.Answers)
	card.Judgements = make([]judgementRow, len(n.Judgements))
	for i, j := range n.Judgements {
		card.Judgements[i] = b.judgementRow(j)
	}
	card.Open = b.openNeed(n)
}

func needKeysOf(a *relate.Appearance) needKeys {
	keys := needKeys{Status: a.Of.Status.String(), Areas: joinIDs(a.Areas(), " ")}
	if a.Theme != nil {
		keys.Theme = a.Theme.ID.Value
	}
	return keys
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
	switch n.Status {
	case relate.NeedUnanswered:
	case relate.NeedUntracked:
		return &openNeed{Who: b.Words.Text("need.nobody"), Text: b.Words.Text("need.untracked")}
	default:
		return nil
	}
	open := &openNeed{Who: b.Words.Text("need.nobody"), Text: b.Words.Text("need.open")}
	if since := openSince(n); !since.IsZero() {
		open.Text = b.Words.Text("need.open-since", "date", b.date(since))
		if months := monthsBetween(since, b.graph.Date); months > 0 {
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
	return judgementRow{
		By:       j.By.Value,
		Text:     j.Text.Value,
		Verdict:  b.glossary.verdict(j.Verdict.Value),
		Date:     b.stamp(j.Date.Day),
		DateNote: b.Words.Text("verdict.of"),
	}
}

// openSince returns the day since which a need waits for an answer: that of the
// first vision that asked for it.
func openSince(n *relate.Need) city.Day {
	oldest := n.Appearances[len(n.Appearances)-1].Vision
	if !oldest.AdoptedOn.IsZero() {
		return oldest.AdoptedOn.Day
	}
	return oldest.OpenFrom.Day
}
