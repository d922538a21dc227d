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

func (r *Renderer) themes(p *plan.Page) themesView {
	words := r.newGlossary()
	v := themesView{frame: r.frame(p, r.words.Text("menu.themes"), r.words.Text("themes.description"))}
	v.Themes = r.themeRows(words, rowBar)
	v.Glossary = words.list()
	return v
}

func (r *Renderer) themeRows(words *glossary, height int) []themeRow {
	rows := make([]themeRow, len(r.graph.Themes))
	for i, t := range r.graph.Themes {
		rows[i] = themeRow{r.themeLink(t), t.Description.Value, r.figures(t.Figures, words, height)}
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

func (r *Renderer) themePage(p *plan.Page) themeView {
	t, words := p.Theme, r.newGlossary()
	v := themeView{
		frame:       r.frame(p, t.Name.Value, r.words.Text("theme.description", "theme", t.Name.Value), r.index("menu.themes", plan.ThemesURL)),
		Lead:        t.Description.Value,
		Figures:     r.figures(t.Figures, words, wholeBar),
		Needs:       r.needGroups(p.Rows.Needs, words),
		Commitments: r.commitmentGroups(p.Rows.Commitments, words),
	}
	v.Glossary = words.list()
	return v
}
