package view

import (
	"html/template"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// departmentView is a department or a partner: what the wijken ask of it, what it committed
// to, what is later than it promised first, and what it refused and why.
type departmentView struct {
	pageFrame
	Kicker       string // what it is, and where
	Lead         string
	Validity     string
	Successor    link
	Predecessors []link
	Figures      commitmentFigures
	Later        []commitmentRow
	Refused      []answerRow
	Studying     []answerRow
	Needs        []needGroup
	Groups       []commitmentGroup
	Programmes   []programmeRow
	Contact      contact
	Body         template.HTML
	Glossary     []glossaryGroup
}

// department makes the view of a department.
func (b *pageBuilder) department(p *plan.Page) any {
	of := p.Department
	v := &departmentView{
		pageFrame:  b.frame(p, of.Name.Value, of.Description.Value, b.index(plan.Departments)),
		Kicker:     b.departmentKicker(of),
		Lead:       of.Description.Value,
		Validity:   b.validity(of),
		Successor:  b.departmentLink(of.Successor),
		Figures:    b.commitmentFigures(of.Commitments, wholeBar),
		Later:      b.listedCommitments(filtered(p.Rows.Commitments, openLater)),
		Needs:      b.needGroups(p.Rows.Needs),
		Groups:     b.commitmentGroups(p.Rows.Commitments),
		Programmes: b.programmeRows(of.Programmes),
		Contact:    contactOf(of.Contact),
	}
	if p.Parent == nil {
		v.Body = b.body(&of.Record, 2)
	}
	for _, q := range of.Predecessors {
		v.Predecessors = append(v.Predecessors, b.departmentLink(q))
	}
	v.Refused, v.Studying = b.refusals(p.Rows.Answers)
	v.EditURL = b.editURL(of.File.Path)
	v.Glossary = b.glossary.groups()
	return v
}

// departmentKicker returns what a department is: a part of the municipality, or a partner.
func (b *Builder) departmentKicker(of *relate.Department) string {
	if of.IsPartner() {
		return b.Words.Text("department.kicker-partner", "city", b.siteFrame.City)
	}
	return b.Words.Text("department.kicker", "city", b.siteFrame.City)
}

// refusals returns the answers of a department that refuse, and those by which it
// studies the need first.
func (b *pageBuilder) refusals(answers []*relate.Answer) (refused, studying []answerRow) {
	for _, a := range answers {
		row := b.answerRow(a)
		if a.Answer.Answer.Value == city.AnswerInvestigating {
			studying = append(studying, row)
		} else {
			refused = append(refused, row)
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
