package view

import (
	"wijkvisie/internal/plan"
)

// themesView is the list of all themes.
type themesView struct {
	pageFrame
	Themes   []themeRow
	Key      []figure // of the bars
	Glossary []glossaryGroup
}

// themeRow is a theme in a list.
type themeRow struct {
	link
	Description string
	Figures     figures
}

func (b *pageBuilder) themes(p *plan.Page) any {
	v := &themesView{pageFrame: b.frame(p, b.Words.Text("menu.themes"), b.Words.Text("themes.description"))}
	v.Themes = b.themeRows(rowBar)
	v.Key = b.legend(needStatus, b.graph.Figures.By)
	v.Glossary = b.glossary.groups()
	return v
}

func (b *pageBuilder) themeRows(height int) []themeRow {
	rows := make([]themeRow, len(b.graph.Themes))
	for i, t := range b.graph.Themes {
		rows[i] = themeRow{b.themeLink(t), t.Description.Value, b.figures(t.Figures, height)}
	}
	return rows
}
