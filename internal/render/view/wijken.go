package view

import (
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// wijkenView is the list of all wijken.
type wijkenView struct {
	pageFrame
	Lead     string
	Wijken   []wijkSummary
	Figures  figures
	Glossary []glossaryGroup
}

// wijkSummary is a wijk in the list of all, with what its vision is about.
type wijkSummary struct {
	wijkRow
	Place    int    // in the order of the names
	Summary  string // empty when the vision has none
	Needs    string // how many; empty when there are none, as are the figures below
	Done     string // how many of these are done, as was promised
	Open     string // how many nobody answered
	HasNeeds bool
}

func (b *pageBuilder) wijken(p *plan.Page) any {
	v := &wijkenView{
		pageFrame: b.frame(p, b.Words.Text("wijken.title"), b.Words.Text("wijken.description", "city", b.siteFrame.City)),
		Lead:      b.wijkenLead(),
		Figures:   b.figures(b.graph.Figures, wholeBar),
	}
	rows := b.wijkRows(p.Rows.Wijken, listBar)
	for i, w := range p.Rows.Wijken {
		v.Wijken = append(v.Wijken, b.wijkSummary(w, rows[i]))
	}
	v.Glossary = b.glossary.groups()
	return v
}

// wijkSummary returns the row of a wijk in the list of all.
func (b *Builder) wijkSummary(w *relate.Wijk, row wijkRow) wijkSummary {
	s := wijkSummary{wijkRow: row, Place: w.ByName}
	if w.Current != nil {
		s.Summary = w.Current.Summary.Value
	}
	if f := &w.Figures; f.Total > 0 {
		s.HasNeeds = true
		s.Needs, s.Done, s.Open = b.Words.Number(f.Total), b.Words.Number(f.Done()), b.Words.Number(f.By[relate.NeedUnanswered])
	}
	return s
}

// wijkenLead returns how many wijken there are, and how many of them asked how much.
func (b *Builder) wijkenLead() string {
	n := len(b.graph.Wijken)
	if n == 0 {
		return b.Words.Text("wijken.none")
	}
	if b.graph.Figures.Wijken == n { // the next sentence says how many there are
		return b.askedSentence()
	}
	return b.Words.Count("wijken.lead", n) + " " + b.askedSentence()
}

// wijkRow is a wijk in a list.
type wijkRow struct {
	link
	Figures figures
	Done    string // "4 van 10 gedaan", as was promised
	Note    string // that there is no vision yet; empty when there is one
}

func (b *pageBuilder) wijkRows(wijken []*relate.Wijk, height int) []wijkRow {
	rows := make([]wijkRow, len(wijken))
	for i, w := range wijken {
		rows[i] = wijkRow{link: b.wijkLink(w), Figures: b.figures(w.Figures, height)}
		if w.Current == nil {
			rows[i].Note = b.Words.Text("wijk.no-vision-yet")
		} else {
			rows[i].Done = b.doneShort(w.Figures)
		}
	}
	return rows
}

// doneShort returns of how many needs everything was done that was promised: "4 van 10
// gedaan".
func (b *Builder) doneShort(f relate.Figures) string {
	if f.Total == 0 {
		return b.Words.Text("figures.none-short")
	}
	return b.Words.Text("figures.done", "n", b.Words.Number(f.Done()), "total", b.Words.Number(f.Total))
}
