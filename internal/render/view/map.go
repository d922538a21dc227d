package view

import (
	"html/template"
	"strings"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/svgmap"
)

// mapView is the map of all wijken, with the words around it.
type mapView struct {
	Picture template.HTML
	Note    string
	Source  string // who drew the boundaries; empty when nobody is named
}

// newDrawing draws the map, nil when there is none.
func (b *Builder) newDrawing() *svgmap.Drawing {
	if len(b.graph.Wijken) > plan.Most {
		return nil // they would be too small to see
	}
	areas := make([]svgmap.Area, len(b.graph.Wijken))
	for i, w := range b.graph.Wijken {
		areas[i] = svgmap.Area{Name: w.Name.Value, URL: b.Href(plan.WijkURL(w)), Shape: w.Shape, Tile: w.Tile}
	}
	return svgmap.Map(areas)
}

// mapView returns the map of the wijken that a page lists, nil when there is none
// or the page does not list them all.
func (b *pageBuilder) mapView(listed []*relate.Wijk) *mapView {
	drawing := b.drawing()
	if drawing == nil || len(listed) != len(b.graph.Wijken) {
		return nil
	}
	label, note, source := "map.label", "map.note", b.mapSource()
	if drawing.Tiles() {
		label, note, source = "map.tiles-label", "map.tiles-note", ""
	}
	return &mapView{
		Picture: trustedHTML(drawing.SVG(b.Words.Text(label, "city", b.siteFrame.City))),
		Note:    b.Words.Text(note),
		Source:  source,
	}
}

// mapSource returns who drew the boundaries.
func (b *Builder) mapSource() string {
	by := strings.TrimSuffix(b.graph.Site.MapSource.Value, ".")
	if year := b.graph.Site.MapYear.Value; year != "" {
		by = strings.TrimPrefix(by+", "+year, ", ")
	}
	if by == "" {
		return ""
	}
	return b.Words.Text("map.source", "source", by)
}

// locator returns a small map of where a wijk lies, empty when it is on no map.
func (b *pageBuilder) locator(w *relate.Wijk) template.HTML {
	drawing := b.drawing()
	if drawing == nil {
		return ""
	}
	return trustedHTML(drawing.Locator(w.Ordinal, b.Words.Text("map.locator", "name", w.Name.Value, "city", b.siteFrame.City)))
}
