package view

import (
	"html/template"

	"wijkvisie/internal/plan"
)

// departmentsView is the list of all departments.
type departmentsView struct {
	pageFrame
	Departments []departmentRow
	Programmes  link
}

// departmentRow is a department in a list.
type departmentRow struct {
	link
	Description string
	Note        string // what it committed to
	Bar         template.HTML
}

func (b *pageBuilder) departments(p *plan.Page) any {
	v := &departmentsView{
		pageFrame:   b.frame(p, b.Words.Text("menu.departments"), b.Words.Text("departments.description")),
		Departments: make([]departmentRow, len(p.Rows.Departments)),
		Programmes:  link{Text: b.Words.Text("departments.programmes"), URL: b.Href(plan.ProgrammesURL)},
	}
	for i, of := range p.Rows.Departments {
		f := b.commitmentFigures(of.Commitments, listBar)
		v.Departments[i] = departmentRow{b.departmentLink(of), of.Description.Value, f.Short, f.Bar}
	}
	return v
}
