package view

import (
	"wijkvisie/internal/plan"
)

// homeView is the front page: what this is, which wijken there are, how the
// whole stands and what was done last.
type homeView struct {
	pageFrame
	Lead     string
	Find     searchForm
	Map      *mapView  // nil when there is none
	Wijken   []wijkRow // empty when there are too many for one page
	Parts    *partOf   // then the parts of the page that lists them, else nil
	WijkenAt link
	Figures  figures
	News     []EventRow
	Progress link
	Changes  link
	Glossary []glossaryGroup
}

func (b *pageBuilder) home(p *plan.Page) any {
	v := &homeView{
		pageFrame: b.frame(p, b.siteFrame.SiteTitle, b.graph.Site.Description.Value),
		Lead:      sentences(b.askedSentence(), b.promisedSentence(), b.Words.Text("home.lead")),
		Find:      b.find(),
		Map:       b.mapView(p.Rows.Wijken),
		Wijken:    b.wijkRows(p.Rows.Wijken, listBar),
		WijkenAt:  link{Text: b.Words.Count("home.all-wijken", len(b.graph.Wijken)), URL: b.Href(plan.WijkenURL)},
		Figures:   b.figures(b.graph.Figures, wholeBar),
		News:      b.eventRows(p.Rows.Events),
		Progress:  link{Text: b.Words.Text("home.progress"), URL: b.Href(plan.ProgressURL)},
		Changes:   link{Text: b.Words.Text("home.changes"), URL: b.Href(plan.ChangesURL)},
	}
	if wijken := b.site.Page(plan.WijkenURL); len(wijken.Parts) > 0 {
		v.Parts = b.parts(wijken)
	}
	v.Glossary = b.glossary.groups()
	return v
}
