package check

import (
	"strings"
	"unicode"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
)

// boundaries holds the areas of the map against the wijken: each has the other.
func (k *checker) boundaries() {
	m := k.city.Map
	if m == nil || m.Broken {
		return
	}
	drawn := make(map[string]bool, len(m.Areas))
	for _, a := range m.Areas {
		drawn[a.Code.Value] = true
	}
	named := make(map[string]bool, len(k.city.Wijken))
	var codes []string
	for _, w := range k.city.Wijken {
		named[w.Code.Value] = true
		if !w.Code.IsZero() && !drawn[w.Code.Value] {
			codes = append(codes, w.Code.Value)
		}
		k.area(w, drawn)
	}
	k.areas(named, codes)
}

// area reports a wijk that is not on the map.
func (k *checker) area(w *city.Wijk, drawn map[string]bool) {
	switch {
	case w.Broken:
	case w.Code.IsZero():
		k.report(diag.At(w.Top, diag.WijkUncoded, w.Name.Value).WithHint(diag.AddKey, "code", "WK034403"))
	case !drawn[w.Code.Value]:
		k.report(diag.At(w.Code.Pos, diag.WijkUndrawn, w.Name.Value, w.Code.Value))
	}
}

// areas reports areas that are of no wijk. Those of other municipalities, as in a
// file of the whole country, are one message: they are not drawn.
func (k *checker) areas(named map[string]bool, unused []string) {
	others := 0
	var first *city.Area
	for _, a := range k.city.Map.Areas {
		switch {
		case named[a.Code.Value]:
		case !k.ours(a.Code.Value):
			if others++; first == nil {
				first = a
			}
		default:
			d := diag.At(a.Code.Pos, diag.AreaUnknown, a.Code.Value)
			if near, ok := diag.Nearest(a.Code.Value, unused); ok {
				d = d.WithHint(diag.DidYouMean, near)
			}
			k.report(d)
		}
	}
	if others > 0 {
		k.report(diag.At(first.Code.Pos, diag.AreasOfOthers, others))
	}
}

// ours tells whether a code is of a wijk in this municipality.
func (k *checker) ours(code string) bool {
	s := k.city.Site
	return s == nil || s.MunicipalityCode.IsZero() ||
		strings.HasPrefix(code, "WK"+strings.TrimPrefix(s.MunicipalityCode.Value, "GM"))
}

// names reports codes that belong to something else than where they stand: a wijk
// with the code of an area that the map gives another name, and a buurt with a
// code of another wijk.
func (k *checker) names() {
	areas := make(map[string]*city.Area)
	if m := k.city.Map; m != nil && !m.Broken {
		for _, a := range m.Areas {
			areas[a.Code.Value] = a
		}
	}
	for _, w := range k.city.Wijken {
		if w.Code.IsZero() {
			continue
		}
		if a := areas[w.Code.Value]; a != nil && a.Name != "" && !w.Name.IsZero() && !sameName(a.Name, w.Name.Value) {
			k.report(diag.At(w.Code.Pos, diag.CodeOfOtherWijk, w.Code.Value, a.Name, w.Name.Value).WithRelated(a.Code.Pos, diag.DefinedHere))
		}
		for _, b := range w.Buurten {
			if own := strings.TrimPrefix(w.Code.Value, "WK"); strings.HasPrefix(b.Code.Value, "BU"+own[:min(4, len(own))]) && !strings.HasPrefix(b.Code.Value, "BU"+own) {
				k.report(diag.At(b.Code.Pos, diag.BuurtOfOtherWijk, b.Code.Value, w.Name.Value, "BU"+own).WithRelated(w.Code.Pos, diag.DefinedHere))
			}
		}
	}
}

// sameName tells whether a map and a municipality mean one wijk: CBS writes "Wijk
// 03 Overvecht", and hyphens differ.
func sameName(a, b string) bool {
	fold := func(s string) string {
		return strings.Map(func(r rune) rune {
			if !unicode.IsLetter(r) {
				return -1
			}
			return unicode.ToLower(r)
		}, s)
	}
	x, y := fold(a), fold(b)
	return x == "" || y == "" || strings.Contains(x, y) || strings.Contains(y, x)
}

// tiles reports wijken that would cover each other in the tile map.
func (k *checker) tiles() {
	first := make(map[[2]int]*city.Wijk)
	for _, w := range k.city.Wijken {
		if w.TilePos.IsZero() || w.Tile == [2]int{} {
			continue
		}
		if other, taken := first[w.Tile]; taken {
			k.report(diag.At(w.TilePos, diag.TileTaken, other.Name.Value).WithRelated(other.TilePos, diag.FirstHere))
			continue
		}
		first[w.Tile] = w
	}
}
