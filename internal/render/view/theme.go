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
	stand := t.Figures
	if p.Parent != nil {
		stand = figuresOf(p.Rows.Needs)
	}
	v := &themeView{
		pageFrame:   b.frame(p, t.Name.Value, b.Words.Text("theme.description", "theme", t.Name.Value), b.index(plan.Themes)),
		Lead:        t.Description.Value,
		Figures:     b.figures(stand, wholeBar),
		Needs:       b.needGroups(p.Rows.Needs),
		Commitments: b.commitmentGroups(p.Rows.Commitments),
	}
	v.Glossary = b.glossary.groups()
	return v
}
