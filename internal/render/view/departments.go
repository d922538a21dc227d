package view

import (
	"html/template"
	"slices"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// departmentsView is the list of all departments, and of the partners apart from them.
type departmentsView struct {
	pageFrame
	Departments []departmentRow
	Partners    []departmentRow
	Programmes  link
	Key         []figure // of the bars
	Glossary    []glossaryGroup
}

// departmentRow is a department in a list.
type departmentRow struct {
	link
	Description string
	Note        string // what it committed to
	Bar         template.HTML
}

func (b *pageBuilder) departments(p *plan.Page) any {
	description := "departments.description"
	if slices.ContainsFunc(b.graph.Departments, func(d *relate.Department) bool { return d.IsPartner() }) {
		description = "departments.description-partners"
	}
	v := &departmentsView{
		pageFrame:  b.frame(p, b.Words.Text("menu.departments"), b.Words.Text(description)),
		Programmes: link{Text: b.Words.Text("programmes.all"), URL: b.Href(plan.ProgrammesURL)},
	}
	var listed []*relate.Commitment
	for _, of := range p.Rows.Departments {
		listed = append(listed, of.Commitments...)
		list := &v.Departments
		if of.IsPartner() {
			list = &v.Partners
		}
		f := b.commitmentFigures(of.Commitments, listBar)
		*list = append(*list, departmentRow{b.departmentLink(of), of.Description.Value, f.Short, f.Bar})
	}
	v.Key = b.legend(commitmentStatus, b.countsOfCommitments(listed))
	v.Glossary = b.glossary.groups()
	return v
}
