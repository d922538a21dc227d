package view

import (
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// wijkenView is the list of all wijken.
type wijkenView struct {
	pageFrame
	Lead     string
	Map      *mapView
	Wijken   []wijkRow
	Figures  figures
	Glossary []glossaryGroup
}

func (b *pageBuilder) wijken(p *plan.Page) any {
	v := &wijkenView{
		pageFrame: b.frame(p, b.Words.Text("wijken.title"), b.Words.Text("wijken.description", "city", b.siteFrame.City)),
		Lead:      b.wijkenLead(),
		Map:       b.mapView(p.Rows.Wijken),
		Wijken:    b.wijkRows(p.Rows.Wijken, listBar),
		Figures:   b.figures(b.graph.Figures, wholeBar),
	}
	v.Glossary = b.glossary.groups()
	return v
}

// wijkenLead returns how many wijken there are, and how many of them asked how much.
func (b *Builder) wijkenLead() string {
	n := len(b.graph.Wijken)
	if n == 0 {
		return b.Words.Text("wijken.none")
	}
	return b.Words.Count("wijken.lead", n) + " " + b.askedSentence()
}

// wijkRow is a wijk in a list.
type wijkRow struct {
	link
	Figures figures
	Note    string // that there is no vision yet; empty when there is one
}

func (b *pageBuilder) wijkRows(wijken []*relate.Wijk, height int) []wijkRow {
	rows := make([]wijkRow, len(wijken))
	for i, w := range wijken {
		rows[i] = wijkRow{link: b.wijkLink(w), Figures: b.figures(w.Figures, height)}
		if w.Current == nil {
			rows[i].Note = b.Words.Text("wijk.no-vision-yet")
		}
	}
	return rows
}
