package view

import (
	"html/template"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// programmesView is the list of all programmes.
type programmesView struct {
	pageFrame
	Programmes []programmeRow
	Key        []figure // of the bars
	Glossary   []glossaryGroup
}

// programmeRow is a programme in a list.
type programmeRow struct {
	link
	Department link
	Period     string
	Note       string
	Bar        template.HTML
	Withdrawn  string
}

func (b *pageBuilder) programmes(p *plan.Page) any {
	v := &programmesView{
		pageFrame:  b.frame(p, b.Words.Text("menu.programmes"), b.Words.Text("programmes.description")),
		Programmes: b.programmeRows(p.Rows.Programmes),
	}
	var listed []*relate.Commitment
	for _, q := range p.Rows.Programmes {
		listed = append(listed, q.Commitments...)
	}
	v.Key = b.legend(commitmentStatus, b.countsOfCommitments(listed))
	v.Glossary = b.glossary.groups()
	return v
}

func (b *pageBuilder) programmeRows(programmes []*relate.Programme) []programmeRow {
	rows := make([]programmeRow, len(programmes))
	for i, p := range programmes {
		f := b.commitmentFigures(p.Commitments, listBar)
		rows[i] = programmeRow{
			link:       b.programmeLink(p),
			Department: b.departmentLink(p.Department),
			Period:     period(p.Period),
			Note:       f.Short,
			Bar:        f.Bar,
		}
		if p.Withdrawn {
			rows[i].Withdrawn = b.Words.Text("programme.withdrawn")
		}
	}
	return rows
}
