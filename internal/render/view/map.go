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
	Key     []mapFill
}

// mapFill is a way in which wijken are filled, in the key of the map.
type mapFill struct {
	Swatch template.HTML
	Text   string
}

// newDrawing draws the map, nil when there is none.
func (b *Builder) newDrawing() *svgmap.Drawing {
	if len(b.graph.Wijken) > plan.Most {
		return nil // they would be too small to see
	}
	areas := make([]svgmap.Area, len(b.graph.Wijken))
	for i, w := range b.graph.Wijken {
		areas[i] = svgmap.Area{Name: w.Name.Value, URL: b.Href(plan.WijkURL(w)), Shape: w.Shape, Tile: w.Tile, Fill: fillOf(w)}
	}
	return svgmap.Map(areas)
}

// mapView returns the map of the wijken that a page lists, nil when there is none
// the page does not list them all, or there is no choice.
func (b *pageBuilder) mapView(listed []*relate.Wijk) *mapView {
	drawing := b.drawing()
	if drawing == nil || len(listed) < 2 || len(listed) != len(b.graph.Wijken) {
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
		Key:     b.mapKey(),
	}
}

// fillOf returns how a wijk is filled: by the share of its needs for which was done what was
// promised.
func fillOf(w *relate.Wijk) svgmap.Fill {
	done, total := w.Figures.Done(), w.Figures.Total
	switch {
	case total == 0:
		return svgmap.NoData
	case done == 0:
		return svgmap.Level0
	case 4*done < total:
		return svgmap.Level1
	case 2*done < total:
		return svgmap.Level2
	}
	return svgmap.Level3
}

// mapKey returns what the fills of the map mean: all levels, and that nothing is known when
// that is so of a wijk.
func (b *pageBuilder) mapKey() []mapFill {
	var key []mapFill
	add := func(f svgmap.Fill, text string) {
		b.scratch = svgmap.AppendSwatch(b.scratch[:0], f)
		key = append(key, mapFill{trustedHTML(b.scratch), b.Words.Text(text)})
	}
	add(svgmap.Level0, "map.level.0")
	add(svgmap.Level1, "map.level.1")
	add(svgmap.Level2, "map.level.2")
	add(svgmap.Level3, "map.level.3")
	without := ""
	for _, w := range b.graph.Wijken {
		switch {
		case w.Figures.Total > 0:
		case w.Current != nil:
			without = "figures.none-short"
		case without == "":
			without = "wijk.no-vision-yet"
		}
	}
	if without != "" {
		add(svgmap.NoData, without)
	}
	return key
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
