package view

import (
	"html/template"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// departmentView is a department or a partner: what the wijken ask of it, what it committed
// to, what is later than it promised first, and what it refused and why. Each is answered in
// a sentence: of the whole, or on a part of the page of what that lists.
type departmentView struct {
	pageFrame
	Kicker       string // what it is, and where
	Lead         string
	Validity     string
	Successor    link
	Predecessors []link
	Asked        string
	AskedBy      []countedLink // the wijken, on a page that lists what several of them ask
	History      *historyView  // of the needs that it committed to or answered; nil when there is none
	Book         link          // what it is asked and nobody answered; zero when that is nothing
	Figures      commitmentFigures
	Later        departmentLater
	Refused      string
	RefusedList  folded[answerRow]
	Studying     []answerRow
	Needs        []needGroup
	Groups       []commitmentGroup
	Programmes   []programmeRow
	Contact      contact
	Body         template.HTML
	Glossary     []glossaryGroup
}

// departmentLater is what is later than first promised.
type departmentLater struct {
	Answer string
	Parts  string                // how those stand; empty when there are none
	List   folded[commitmentRow] // those that are still open
}

// department makes the view of a department.
func (b *pageBuilder) department(p *plan.Page) any {
	of := p.Department
	all := p.Rows
	if p.Parent == nil {
		all = plan.Rows{Needs: of.Needs, Commitments: of.Commitments, Answers: of.Answers}
	}
	refused, studying := refusedAndStudied(all.Answers)
	v := &departmentView{
		pageFrame:   b.frame(p, of.Name.Value, of.Description.Value, b.index(plan.Departments)),
		Kicker:      b.departmentKicker(of),
		Lead:        of.Description.Value,
		Validity:    b.validity(of),
		Successor:   b.departmentLink(of.Successor),
		Asked:       b.askedOf(of, all.Needs),
		Figures:     b.commitmentFigures(all.Commitments, wholeBar),
		Later:       b.departmentLater(p, all.Commitments),
		Refused:     b.refusedSentence(len(refused)),
		RefusedList: fold(b, p, "department.more-answers", refused, b.answerRows),
		Studying:    b.answerRows(studying),
		Needs:       b.needGroups(p.Rows.Needs),
		Groups:      b.commitmentGroups(p.Rows.Commitments),
	}
	if len(v.Needs) > 1 {
		for _, g := range v.Needs {
			v.AskedBy = append(v.AskedBy, countedLink{link{Text: g.Wijk.Text, URL: "#" + g.ID}, b.Words.Number(len(g.Needs))})
		}
	}
	if p.Parent == nil {
		v.Body, v.Contact = b.body(&of.Record, 2), contactOf(of.Contact)
		v.Programmes = b.programmeRows(of.Programmes)
		v.History = b.historyOf(b.history().Department(of), false)
		v.Book = b.bookLink(of)
	}
	for _, q := range of.Predecessors {
		v.Predecessors = append(v.Predecessors, b.departmentLink(q))
	}
	v.EditURL = b.editURL(of.File.Path)
	v.Glossary = b.glossary.groups()
	return v
}

// askedOf returns how many wijken ask how much of a department.
func (b *Builder) askedOf(d *relate.Department, needs []*relate.Need) string {
	f := figuresOf(needs)
	if f.Total == 0 {
		return b.Words.Text("department.asked-none", "name", d.Name.Value)
	}
	return b.Words.Count("department.asked", f.Wijken, "things", b.Words.Count("progress.things", f.Total), "name", d.Name.Value)
}

// departmentLater returns what is later than a department promised first.
func (b *pageBuilder) departmentLater(p *plan.Page, commitments []*relate.Commitment) departmentLater {
	t := tallyOf(commitments)
	return departmentLater{b.laterSentence(t), b.laterParts(t), fold(b, p, "progress.more-commitments", laterOnes(commitments), b.listedCommitments)}
}

// refusedSentence returns how many answers refuse.
func (b *Builder) refusedSentence(n int) string {
	if n == 0 {
		return b.Words.Text("progress.refused-none")
	}
	return b.Words.Count("department.refused", n)
}

// departmentKicker returns what a department is: a part of the municipality, or a partner.
func (b *Builder) departmentKicker(of *relate.Department) string {
	if of.IsPartner() {
		return b.Words.Text("department.kicker-partner", "city", b.siteFrame.City)
	}
	return b.Words.Text("department.kicker", "city", b.siteFrame.City)
}

// refusedAndStudied returns the answers of a department that refuse, and those by which it
// studies the need first.
func refusedAndStudied(answers []*relate.Answer) (refused, studying []*relate.Answer) {
	for _, a := range answers {
		if a.Answer.Answer.Value == city.AnswerInvestigating {
			studying = append(studying, a)
		} else {
			refused = append(refused, a)
		}
	}
	return refused, studying
}

// validity returns from when until when a department existed.
func (b *pageBuilder) validity(of *relate.Department) string {
	switch {
	case of.ValidFrom.IsZero() && of.ValidThrough.IsZero():
		return ""
	case of.ValidThrough.IsZero():
		return b.Words.Text("department.since", "date", b.date(of.ValidFrom.Day))
	case of.ValidFrom.IsZero():
		return b.Words.Text("department.until", "date", b.date(of.ValidThrough.Day))
	default:
		return b.Words.Text("department.from-until", "from", b.date(of.ValidFrom.Day), "until", b.date(of.ValidThrough.Day))
	}
}
