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
	return &programmesView{
		pageFrame:  b.frame(p, b.Words.Text("menu.programmes"), b.Words.Text("programmes.description")),
		Programmes: b.programmeRows(p.Rows.Programmes),
	}
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
			rows[i].Note, rows[i].Withdrawn = "", b.Words.Text("programme.withdrawn")
		}
	}
	return rows
}
