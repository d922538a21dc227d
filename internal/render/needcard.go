package render

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
	Status      badge
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

// openNeed says that nobody answered a need, and for how long.
type openNeed struct{ Who, Text, Months string }

// answerRow is an answer without a commitment.
type answerRow struct {
	Department    link
	Programme     link
	Need          link // of a list that is not about one need
	Wijk          link
	Answer        badge
	Reason        string
	Date          stamp
	DateNote      string // "antwoord van"
	WithdrawnNote string
}

// judgementRow is what the wijk finds.
type judgementRow struct {
	By       string
	Text     string
	Verdict  badge
	Date     stamp
	DateNote string // "oordeel van"
}

// fillCard fills in the empty card of a need as a vision has it.
func (d *desk) fillCard(card *needCard, a *relate.Appearance, at place) {
	n := a.Of
	card.ID, card.Rank, card.RankLabel = a.ID.Value, a.Priority, d.words.Text("need.priority")
	card.Title, card.URL = a.Title.Value, d.needURL(n)
	card.Theme, card.Facts = d.themeLink(a.Theme), d.needFacts(a)
	card.Status, card.Keys = d.glossary.need(n.Status), d.keysOf(a)
	card.Explanation, card.Story = a.Explanation.Value, d.section(a.Vision.Body, a.ID.Value, at)
	card.Commitments = d.commitments.take(len(n.Commitments))
	for i, c := range n.Commitments {
		d.fillCommitment(&card.Commitments[i], c)
	}
	card.Answers = d.answerRows(n.Answers)
	card.Judgements = d.judgements.take(len(n.Judgements))
	for i, j := range n.Judgements {
		card.Judgements[i] = d.judgementRow(j)
	}
	card.Open = d.openNeed(n)
}

func (d *desk) keysOf(a *relate.Appearance) needKeys {
	keys := needKeys{Status: a.Of.Status.String()}
	if a.Theme != nil {
		keys.Theme = a.Theme.ID.Value
	}
	keys.Areas = listed(d, a.Areas(), " ", idOf)
	return keys
}

// needFacts says where a need is felt and who brought it in.
func (d *desk) needFacts(a *relate.Appearance) string {
	facts := listed(d, a.Areas(), ", ", nameOf)
	if len(a.RaisedBy) == 0 {
		return facts
	}
	who := d.say("need.raised-by-whom", "who", listed(d, a.RaisedBy, ", ", textOf))
	if facts == "" {
		return who
	}
	return d.join(facts, ". ", who)
}

// openNeed says that a need waits for an answer; nil when it does not.
func (d *desk) openNeed(n *relate.Need) *openNeed {
	if n.Status != relate.NeedUnanswered {
		return nil
	}
	open := &openNeed{Who: d.words.Text("need.nobody"), Text: d.words.Text("need.open")}
	if since := openSince(n); !since.IsZero() {
		open.Text = d.say("need.open-since", "date", d.date(since))
		if months := monthsBetween(since, d.graph.Date); months > 0 {
			open.Months = d.count("months", months)
		}
	}
	return open
}

func (d *desk) answerRows(answers []*relate.Answer) []answerRow {
	rows := d.answers.take(len(answers))
	for i, a := range answers {
		rows[i] = d.answerRow(a)
	}
	return rows
}

func (d *desk) answerRow(a *relate.Answer) answerRow {
	return answerRow{
		Department:    d.departmentLink(a.Programme.Department),
		Programme:     d.programmeLink(a.Programme),
		Need:          d.needLink(a.Of),
		Wijk:          d.wijkLink(a.Of.Wijk),
		Answer:        d.glossary.answer(a.Answer.Answer.Value),
		Reason:        a.Reason.Value,
		Date:          d.stamp(a.Date.Day),
		DateNote:      d.words.Text("answer.of"),
		WithdrawnNote: d.withdrawnNote(a.Programme),
	}
}

func (d *desk) judgementRow(j *relate.Judgement) judgementRow {
	return judgementRow{
		By:       j.By.Value,
		Text:     j.Text.Value,
		Verdict:  d.glossary.verdict(j.Verdict.Value),
		Date:     d.stamp(j.Date.Day),
		DateNote: d.words.Text("verdict.of"),
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
