// Package svgmap draws the wijken of a municipality as inline SVG: as they lie,
// from their boundaries, or as tiles when there are none.
//
// A drawing is simplified until it is small enough to stand in a page, without
// gaps between neighbours (topology.go), and has no style attributes. Every
// area is a link with a name. Names stand in the areas that have room for them;
// the others, and all areas on a narrow screen, have the number that they have in
// the list beside the map (label.go).
package svgmap

import (
	"html"
	"slices"
	"strconv"

	"github.com/paulmach/orb"
)

// Area is a wijk on the map.
type Area struct {
	Name  string
	URL   string
	Shape orb.MultiPolygon // longitude and latitude in degrees (WGS84)
	Tile  [2]int           // column and row from 1, instead of a shape
}

// Drawing is a map that can be written. It does not change.
type Drawing struct {
	width, height int
	tiles         bool
	shapes        []shape // of each area, in the order that they were given in
	areas         []Area
	locator       []shape // the same in less detail
}

// shape is how an area is drawn.
type shape struct {
	drawn bool // it is on the map
	path  string
	label label
}

// The sizes of what a drawing may become, in bytes.
const (
	mapBudget     = 19_750 // of a whole map, but for its label
	locatorBudget = 3_000  // of the paths of a locator map, which every page of a wijk has; 25 an area at least
)

// width is how wide a drawing is, in units of its own.
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

// Tiles tells whether the drawing is a tile map.
func (d *Drawing) Tiles() bool { return d.tiles }

// drawShapes draws the boundaries, in as much detail as there is room for.
func (d *Drawing) drawShapes() {
	grid := project(d.areas)
	d.height = grid.height
	net := newNet(grid.shapes)
	d.shapes = make([]shape, len(d.areas))
	for i := range d.areas {
		if len(grid.shapes[i]) > 0 {
			d.shapes[i] = shape{drawn: true, label: place(rounds(grid.shapes[i]), d.areas[i].Name)}
		}
	}
	d.nameAllOrNone()
	d.fit(net, mapBudget)
	d.locator = make([]shape, len(d.areas))
	for i, path := range net.paths(locatorBudget) {
		d.locator[i].path = path
	}
}

// crowded is how many areas make a map on which names are the exception.
const crowded = 20

// nameAllOrNone leaves the names out of a crowded map where few of them fit:
// numbers alone are read more easily.
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

// fit draws the areas so that the whole map is no larger than a budget. Names go
// before shapes do.
func (d *Drawing) fit(net *net, budget int) {
	rest := budget - len(d.SVG(""))
	if least := 40 * len(d.areas); rest < least {
		for i := range d.shapes {
			d.shapes[i].label.lines = nil
		}
		rest = max(budget-len(d.SVG("")), least)
	}
	for i, path := range net.paths(rest) {
		d.shapes[i].path = path
	}
}

// SVG returns the map with links, named label for who cannot see it.
func (d *Drawing) SVG(label string) []byte {
	class := "wv-map"
	if d.tiles {
		class += " wv-tiles"
	}
	if len(d.areas) > crowded {
		class += " wv-many"
	}
	b := d.open(make([]byte, 0, 4096), class, `role="group" aria-label="`+html.EscapeString(label)+`"`)
	for i, s := range d.shapes {
		if !s.drawn {
			continue
		}
		b = s.appendLink(b, i+1, d.areas[i])
	}
	return append(b, "</svg>"...)
}

// Locator returns a small map on which one area stands out. It is empty when that
// area is not on the map.
func (d *Drawing) Locator(here int, label string) []byte {
	shapes := d.locator
	if shapes == nil {
		shapes = d.shapes
	}
	if here < 0 || shapes[here].path == "" {
		return nil
	}
	b := d.open(make([]byte, 0, locatorBudget+512), "wv-map wv-locator", `role="img" aria-label="`+html.EscapeString(label)+`"`)
	b = append(b, `<path d="`...)
	for i, s := range shapes {
		if i != here {
			b = append(b, s.path...)
		}
	}
	b = append(b, `"/><path class="wv-here" d="`...)
	b = append(b, shapes[here].path...)
	return append(b, `"/></svg>`...)
}

func (d *Drawing) open(b []byte, class, attributes string) []byte {
	b = append(b, `<svg class="`...)
	b = append(b, class...)
	b = append(b, `" viewBox="0 0 `...)
	b = strconv.AppendInt(b, int64(d.width), 10)
	b = append(b, ' ')
	b = strconv.AppendInt(b, int64(d.height), 10)
	b = append(b, `" `...)
	b = append(b, attributes...)
	return append(b, '>')
}

func (s shape) appendLink(b []byte, number int, a Area) []byte {
	n := strconv.Itoa(number)
	b = append(b, `<a href="`...)
	b = append(b, html.EscapeString(a.URL)...)
	b = append(b, `" aria-label="`+n+" "...)
	b = append(b, html.EscapeString(a.Name)...)
	b = append(b, `"><path d="`...)
	b = append(b, s.path...)
	b = append(b, `"/>`...)
	b = s.label.appendText(b, n)
	return append(b, "</a>\n"...)
}
