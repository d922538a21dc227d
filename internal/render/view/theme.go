package view

import "wijkvisie/internal/plan"

// themeView is a theme: what all wijken ask of it, and what was promised.
type themeView struct {
	pageFrame
	Lead        string
	Figures     figures
	Needs       []needGroup
	Commitments []commitmentGroup
	Glossary    []glossaryGroup
}

func (b *pageBuilder) theme(p *plan.Page) any {
	t := p.Theme
	v := &themeView{
		pageFrame:   b.frame(p, t.Name.Value, b.Words.Text("theme.description", "theme", t.Name.Value), b.index(plan.Themes)),
		Lead:        t.Description.Value,
		Figures:     b.figures(t.Figures, wholeBar),
		Needs:       b.needGroups(p.Rows.Needs),
		Commitments: b.commitmentGroups(p.Rows.Commitments),
	}
	v.Glossary = b.glossary.groups()
	return v
}
