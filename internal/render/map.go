package render

import (
	"html/template"
	"strings"
	"sync"

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

// newMap returns how the map is drawn when a page first needs it: every page
// of a wijk has a part of it.
func (r *Renderer) newMap() func() *svgmap.Drawing {
	return sync.OnceValue(func() *svgmap.Drawing {
		if len(r.graph.Wijken) > plan.Most {
			return nil // no list that its numbers refer to fits beside it
		}
		areas := make([]svgmap.Area, len(r.graph.Wijken))
		for i, w := range r.graph.Wijken {
			areas[i] = svgmap.Area{Name: w.Name.Value, URL: r.href(plan.WijkURL(w)), Shape: w.Shape, Tile: w.Tile}
		}
		return svgmap.Map(areas)
	})
}

// mapView returns the map of the wijken that a page lists, nil when there is none
// or the page does not list them all.
func (d *desk) mapView(listed []*relate.Wijk) *mapView {
	drawing := d.drawing()
	if drawing == nil || len(listed) != len(d.graph.Wijken) {
		return nil
	}
	label, note, source := "map.label", "map.note", d.mapSource()
	if drawing.Tiles() {
		label, note, source = "map.tiles-label", "map.tiles-note", ""
	}
	return &mapView{
		Picture: safe(drawing.SVG(d.words.Text(label, "city", d.shell.City))),
		Note:    d.words.Text(note),
		Source:  source,
	}
}

// mapSource says who drew the boundaries.
func (r *Renderer) mapSource() string {
	by := strings.TrimSuffix(r.graph.Site.MapSource.Value, ".")
	if year := r.graph.Site.MapYear.Value; year != "" {
		by = strings.TrimPrefix(by+", "+year, ", ")
	}
	if by == "" {
		return ""
	}
	return r.words.Text("map.source", "source", by)
}

// locator returns a small map of where a wijk lies, empty when it is on no map.
func (d *desk) locator(w *relate.Wijk) template.HTML {
	drawing := d.drawing()
	if drawing == nil {
		return ""
	}
	return safe(drawing.Locator(w.Rank, d.say("map.locator", "name", w.Name.Value, "city", d.shell.City)))
}
