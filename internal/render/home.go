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

func (d *desk) home(p *plan.Page) *homeView {
	v := &homeView{
		frame:    d.frame(p, d.shell.SiteTitle, d.graph.Site.Description.Value),
		Lead:     d.graph.Site.Description.Value,
		Find:     d.find(),
		Map:      d.mapView(p.Rows.Wijken),
		Wijken:   d.wijkRows(p.Rows.Wijken, listBar),
		WijkenAt: link{Text: d.count("home.all-wijken", len(d.graph.Wijken)), URL: d.href(plan.WijkenURL)},
		Figures:  d.figures(d.graph.Figures, wholeBar),
		News:     d.eventRows(p.Rows.Events),
		Progress: d.index("home.progress", plan.ProgressURL),
		Changes:  d.index("home.changes", plan.ChangesURL),
	}
	v.Glossary = d.explained()
	return v
}

func (d *desk) wijkRows(wijken []*relate.Wijk, height int) []wijkRow {
	rows := d.rowsOfWijken.take(len(wijken))
	for i, w := range wijken {
		rows[i] = wijkRow{link: d.wijkLink(w), Figures: d.figures(w.Figures, height)}
		if w.Current == nil {
			rows[i].Note = d.words.Text("wijk.no-vision-yet")
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

func (d *desk) wijken(p *plan.Page) *wijkenView {
	v := &wijkenView{
		frame:   d.frame(p, d.words.Text("wijken.title"), d.say("wijken.description", "city", d.shell.City)),
		Lead:    d.count("wijken.lead", len(d.graph.Wijken), "needs", strconv.Itoa(d.graph.Figures.Total)),
		Map:     d.mapView(p.Rows.Wijken),
		Wijken:  d.wijkRows(p.Rows.Wijken, listBar),
		Figures: d.figures(d.graph.Figures, wholeBar),
	}
	v.Glossary = d.explained()
	return v
}
