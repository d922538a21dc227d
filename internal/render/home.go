package render

import (
	"strconv"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// homeView is the front page: what this is, which wijken there are, how the
// whole stands and what was done last.
type homeView struct {
	frame
	Lead     string
	Find     find
	Map      *mapView  // nil when there is none
	Wijken   []wijkRow // empty when there are too many for one page
	WijkenAt link
	Figures  figures
	News     []eventRow
	Progress link
	Changes  link
	Glossary []glossaryGroup
}

// wijkRow is a wijk in a list.
type wijkRow struct {
	link
	Figures figures
	Note    string // says that there is no vision yet; empty when there is one
}

func (r *Renderer) home(p *plan.Page) homeView {
	words := r.newGlossary()
	v := homeView{
		frame:    r.frame(p, r.shell.SiteTitle, r.graph.Site.Description.Value),
		Lead:     r.graph.Site.Description.Value,
		Find:     r.find(),
		Map:      r.mapView(p.Rows.Wijken),
		Wijken:   r.wijkRows(p.Rows.Wijken, words, listBar),
		WijkenAt: link{Text: r.words.Count("home.all-wijken", len(r.graph.Wijken)), URL: r.href(plan.WijkenURL)},
		Figures:  r.figures(r.graph.Figures, words, wholeBar),
		News:     r.eventRows(p.Rows.Events, words),
		Progress: r.index("home.progress", plan.ProgressURL),
		Changes:  r.index("home.changes", plan.ChangesURL),
	}
	v.Glossary = words.list()
	return v
}

func (r *Renderer) wijkRows(wijken []*relate.Wijk, words *glossary, height int) []wijkRow {
	rows := make([]wijkRow, len(wijken))
	for i, w := range wijken {
		rows[i] = wijkRow{link: r.wijkLink(w), Figures: r.figures(w.Figures, words, height)}
		if w.Current == nil {
			rows[i].Note = r.words.Text("wijk.no-vision-yet")
		}
	}
	return rows
}

// wijkenView is the list of all wijken.
type wijkenView struct {
	frame
	Lead     string
	Map      *mapView
	Wijken   []wijkRow
	Figures  figures
	Glossary []glossaryGroup
}

func (r *Renderer) wijken(p *plan.Page) wijkenView {
	words := r.newGlossary()
	v := wijkenView{
		frame:   r.frame(p, r.words.Text("wijken.title"), r.words.Text("wijken.description", "city", r.shell.City)),
		Lead:    r.words.Count("wijken.lead", len(r.graph.Wijken), "needs", strconv.Itoa(r.graph.Figures.Total)),
		Map:     r.mapView(p.Rows.Wijken),
		Wijken:  r.wijkRows(p.Rows.Wijken, words, listBar),
		Figures: r.figures(r.graph.Figures, words, wholeBar),
	}
	v.Glossary = words.list()
	return v
}
