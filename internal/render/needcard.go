package render

import (
	"html/template"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
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

// needCard returns the card of a need as a vision has it.
func (r *Renderer) needCard(a *relate.Appearance, words *glossary, at place) needCard {
	n := a.Of
	card := needCard{
		ID:          a.ID.Value,
		Rank:        a.Priority,
		RankLabel:   r.words.Text("need.priority"),
		Title:       a.Title.Value,
		URL:         r.href(plan.NeedURL(n)),
		Theme:       r.themeLink(a.Theme),
		Facts:       r.needFacts(a),
		Status:      words.need(n.Status),
		Keys:        keysOf(a),
		Explanation: a.Explanation.Value,
		Story:       r.section(a.Vision.Body, a.ID.Value, at),
		Open:        r.openNeed(n),
	}
	for _, c := range n.Commitments {
		card.Commitments = append(card.Commitments, r.commitmentRow(c, words))
	}
	for _, answer := range n.Answers {
		card.Answers = append(card.Answers, r.answerRow(answer, words))
	}
	for _, j := range n.Judgements {
		card.Judgements = append(card.Judgements, r.judgementRow(j, words))
	}
	return card
}

func keysOf(a *relate.Appearance) needKeys {
	keys := needKeys{Status: string(a.Of.Status)}
	if a.Theme != nil {
		keys.Theme = a.Theme.ID.Value
	}
	for i, b := range a.Areas {
		if i > 0 {
			keys.Areas += " "
		}
		keys.Areas += b.ID.Value
	}
	return keys
}

// needFacts says where a need is felt and who brought it in.
func (r *Renderer) needFacts(a *relate.Appearance) string {
	facts := areaNames(a.Areas)
	if len(a.RaisedBy) > 0 {
		if facts != "" {
			facts += ". "
		}
		facts += r.words.Text("need.raised-by-whom", "who", strings.Join(values(a.RaisedBy), ", "))
	}
	return facts
}

// openNeed says that a need waits for an answer; nil when it does not.
func (r *Renderer) openNeed(n *relate.Need) *openNeed {
	if n.Status != relate.NeedUnanswered {
		return nil
	}
	open := &openNeed{Who: r.words.Text("need.nobody"), Text: r.words.Text("need.open")}
	if since := openSince(n); !since.IsZero() {
		open.Text = r.words.Text("need.open-since", "date", r.date(since))
		if months := monthsBetween(since, r.graph.Date); months > 0 {
			open.Months = r.words.Count("months", months)
		}
	}
	return open
}

func (r *Renderer) answerRow(a *relate.Answer, words *glossary) answerRow {
	return answerRow{
		Department:    r.departmentLink(a.Programme.Department),
		Programme:     r.programmeLink(a.Programme),
		Need:          r.needLink(a.Of),
		Wijk:          r.wijkLink(a.Of.Wijk),
		Answer:        words.answer(a.Answer.Answer.Value),
		Reason:        a.Reason.Value,
		Date:          r.stamp(a.Date.Day),
		DateNote:      r.words.Text("answer.of"),
		WithdrawnNote: r.withdrawnNote(a.Programme),
	}
}

func (r *Renderer) judgementRow(j *relate.Judgement, words *glossary) judgementRow {
	return judgementRow{
		By:       j.By.Value,
		Text:     j.Text.Value,
		Verdict:  words.verdict(j.Verdict.Value),
		Date:     r.stamp(j.Date.Day),
		DateNote: r.words.Text("verdict.of"),
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

func values(texts []source.Text) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = t.Value
	}
	return out
}
