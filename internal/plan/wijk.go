package plan

import (
	"slices"

	"wijkvisie/internal/relate"
)

// wijkNews is how many events the page of a wijk shows.
const wijkNews = 3

// wijkPages plans the page of a wijk, those of its visions and those of its needs.
func wijkPages(g *relate.Graph, w *relate.Wijk) []*Page {
	page := &Page{Kind: Wijk, URL: WijkURL(w), Wijk: w}
	page.listNeeds(w.CurrentNeeds(), g.Themes)
	events := g.EventsOf(w)
	page.Rows.Events = events[:min(len(events), wijkNews)]
	pages := []*Page{page}
	for _, v := range w.Visions {
		pages = append(pages, &Page{Kind: Vision, URL: VisionURL(v), Wijk: w, Vision: v})
	}
	for _, n := range w.Needs {
		pages = append(pages, &Page{Kind: Need, URL: NeedURL(n), Wijk: w, Need: n})
	}
	return pages
}

// listNeeds gives the page of a wijk its needs: all of them, or when there are too many,
// parts by theme.
func (p *Page) listNeeds(needs []*relate.Need, themes []*relate.Theme) {
	p.list(Rows{Needs: needs}, func(all Rows) []*unit { return p.unitsByTheme(all, themes) })
}

// noThemeFolder is where the needs of a wijk stand that have no theme.
const noThemeFolder = "geen-thema"

// unitsByTheme returns needs as units of one each, theme by theme in display order. Those of
// no theme come last.
func (p *Page) unitsByTheme(all Rows, themes []*relate.Theme) []*unit {
	ofTheme := make(map[*relate.Theme][]*unit)
	for _, n := range all.Needs {
		t := n.Main.Theme
		ofTheme[t] = append(ofTheme[t], &unit{Part{Of: OfTheme, Theme: t}, p.themeFolder(t), Rows{Needs: []*relate.Need{n}}})
	}
	var units []*unit
	for _, t := range themes {
		units = append(units, ofTheme[t]...)
	}
	return append(units, ofTheme[nil]...)
}

// themeFolder returns where the needs of a wijk stand that have a theme, below the page of
// the wijk, which has its visions and its needs there too.
func (p *Page) themeFolder(t *relate.Theme) string {
	if t == nil {
		return noThemeFolder
	}
	folder := t.ID.Value
	taken := folder+"/" == needsFolder || slices.ContainsFunc(p.Wijk.Visions, func(v *relate.Vision) bool { return v.Period.String() == folder })
	if taken {
		folder += "-" // as no id ends
	}
	return folder
}
