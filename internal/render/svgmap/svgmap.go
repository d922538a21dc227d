// Package svgmap draws the wijken of a municipality as inline SVG: by their boundaries, or
// as tiles when they have none.
//
// A drawing is simplified until it is small enough to be part of a page, without gaps
// between neighbours (boundaries.go), and has no style attributes. Every area is a link with
// a name. An area with room for its name shows it; any other area, and every area on a
// narrow screen, shows its number in the list of the page (label.go).
package svgmap

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"github.com/paulmach/orb"
)

// Area is a wijk on the map.
type Area struct {
	Name  string
	URL   string
	Shape orb.MultiPolygon // longitude and latitude in degrees (WGS84)
	Tile  [2]int           // column and row from 1, instead of a shape
	Fill  Fill
}

// Drawing is a map. It does not change once it is made.
type Drawing struct {
	width, height int
	tiles         bool
	shapes        []shape // one for each area
	areas         []Area
	projection    projection // of boundaries
	locator       []shape    // the same in less detail; nil when that is not needed
}

// shape is how an area is drawn.
type shape struct {
	drawn bool // it is on the map
	path  string
	label label
}

// The greatest sizes of drawings, in bytes.
const (
	mapBudget     = 19_750 // of a map without its label
	locatorBudget = 3_000  // of the paths of a locator map, which is in every page of a wijk
)

// width is the width of a drawing by boundaries, in units of the drawing.
const width = 640

// Map returns the drawing of areas by their boundaries; by their tiles when none
// has boundaries; nil when none has those either.
func Map(areas []Area) *Drawing {
	d := &Drawing{width: width, areas: areas}
	switch {
	case slices.ContainsFunc(areas, func(a Area) bool { return len(a.Shape) > 0 }):
		d.drawShapes()
	case slices.ContainsFunc(areas, func(a Area) bool { return a.Tile != [2]int{} }):
		d.drawTiles()
	default:
		return nil
	}
	return d
}

// Tiles reports whether the drawing is a tile map.
func (d *Drawing) Tiles() bool { return d.tiles }

// drawShapes draws the boundaries, in as much detail as the budgets allow.
func (d *Drawing) drawShapes() {
	grid := project(d.areas)
	d.height, d.projection = grid.height, grid.projection
	lines := newBoundaries(grid.shapes)
	d.shapes = make([]shape, len(d.areas))
	for i := range d.areas {
		if len(grid.shapes[i]) > 0 {
			d.shapes[i] = shape{drawn: true, label: place(rounds(grid.shapes[i]), d.areas[i].Name)}
		}
	}
	d.nameAllOrNone()
	d.fit(lines, mapBudget)
	d.locator = make([]shape, len(d.areas))
	for i, path := range lines.paths(locatorBudget) {
		d.locator[i].path = path
	}
}

// crowded is the greatest number of areas of a map that is not crowded.
const crowded = 20

// nameAllOrNone removes the names from a crowded map when most of them do not fit: numbers
// alone are easier to read.
func (d *Drawing) nameAllOrNone() {
	named := 0
	for _, s := range d.shapes {
		if len(s.label.lines) > 0 {
			named++
		}
	}
	if len(d.shapes) > crowded && named < len(d.shapes)/2 {
		for i := range d.shapes {
			d.shapes[i].label.lines = nil
		}
	}
}

// fit draws the areas so that the whole map is no larger than a budget. It removes names
// before it simplifies shapes.
func (d *Drawing) fit(lines *boundaries, budget int) {
	rest := budget - len(d.SVG(""))
	if least := 40 * len(d.areas); rest < least {
		for i := range d.shapes {
			d.shapes[i].label.lines = nil
		}
		rest = max(budget-len(d.SVG("")), least)
	}
	for i, path := range lines.paths(rest) {
		d.shapes[i].path = path
	}
}

// SVG returns the map with links. label describes it to screen readers.
func (d *Drawing) SVG(label string) []byte {
	class := "wv-map"
	if d.tiles {
		class += " wv-tiles"
	}
	if len(d.areas) > crowded {
		class += " wv-many"
	}
	b := d.open(class, "group", label)
	if slices.ContainsFunc(d.areas, func(a Area) bool { return a.Fill != Plain }) {
		b = appendPatterns(b)
	}
	for i, s := range d.shapes {
		if s.drawn {
			b = s.appendLink(b, i+1, d.areas[i])
		}
	}
	return append(b, "</svg>"...)
}

// Locator returns a small map on which the area with index here is highlighted. It is
// empty when that area is not on the map.
func (d *Drawing) Locator(here int, label string) []byte {
	return d.locate(here, label, "")
}

// Spot returns a locator map with a dot at a place in degrees (WGS84). It is empty when that
// place is not on the map, or the map is of tiles.
func (d *Drawing) Spot(here int, lon, lat float64, label string) []byte {
	at := rounded(d.projection.point(orb.Point{lon, lat}))
	if d.tiles || at.x < 0 || at.x > d.width || at.y < 0 || at.y > d.height {
		return nil
	}
	return d.locate(here, label, fmt.Sprintf(`<circle class="wv-spot" cx="%d" cy="%d" r="%d"/>`, at.x, at.y, spotRadius))
}

// spotRadius is the radius of the dot on a locator map, which is drawn a quarter as large.
const spotRadius = 22

// locate returns a locator map with a drawing on it.
func (d *Drawing) locate(here int, label, on string) []byte {
	shapes := d.locator
	if shapes == nil {
		shapes = d.shapes
	}
	if here < 0 || shapes[here].path == "" {
		return nil
	}
	var others strings.Builder
	for i, s := range shapes {
		if i != here {
			others.WriteString(s.path)
		}
	}
	return fmt.Appendf(d.open("wv-map wv-locator", "img", label), `<path d="%s"/><path class="wv-here" d="%s"/>%s</svg>`, others.String(), shapes[here].path, on)
}

// open returns the start tag of a drawing.
func (d *Drawing) open(class, role, label string) []byte {
	return fmt.Appendf(nil, `<svg class="%s" viewBox="0 0 %d %d" role="%s" aria-label="%s">`, class, d.width, d.height, role, html.EscapeString(label))
}

func (s shape) appendLink(b []byte, number int, a Area) []byte {
	fill := ""
	if a.Fill != Plain {
		fill = ` fill="url(#` + a.Fill.id() + `)"`
	}
	b = fmt.Appendf(b, `<a href="%s" aria-label="%d %s"><path%s d="%s"/>`, html.EscapeString(a.URL), number, html.EscapeString(a.Name), fill, s.path)
	return append(s.label.appendText(b, number), "</a>\n"...)
}
