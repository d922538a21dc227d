package render

import (
	"wijkvisie/internal/plan"
)

// themesView is the list of all themes.
type themesView struct {
	frame
	Themes   []themeRow
	Glossary []glossaryGroup
}

// themeRow is a theme in a list.
type themeRow struct {
	link
	Description string
	Figures     figures
}

func (d *desk) themes(p *plan.Page) *themesView {
	v := &themesView{frame: d.frame(p, d.words.Text("menu.themes"), d.words.Text("themes.description"))}
	v.Themes = d.themeRows(rowBar)
	v.Glossary = d.explained()
	return v
}

func (d *desk) themeRows(height int) []themeRow {
	rows := make([]themeRow, len(d.graph.Themes))
	for i, t := range d.graph.Themes {
		rows[i] = themeRow{d.themeLink(t), t.Description.Value, d.figures(t.Figures, height)}
	}
	return rows
}

// themeView is a theme: what all wijken ask of it, and what was promised.
type themeView struct {
	frame
	Lead        string
	Figures     figures
	Needs       []needGroup
	Commitments []commitmentGroup
	Glossary    []glossaryGroup
}

func (d *desk) themePage(p *plan.Page) *themeView {
	t := p.Theme()
	v := &themeView{
		frame:       d.frame(p, t.Name.Value, d.say("theme.description", "theme", t.Name.Value), d.index("menu.themes", plan.ThemesURL)),
		Lead:        t.Description.Value,
		Figures:     d.figures(t.Figures, wholeBar),
		Needs:       d.needGroups(p.Rows.Needs),
		Commitments: d.commitmentGroups(p.Rows.Commitments),
	}
	v.Glossary = d.explained()
	return v
}
