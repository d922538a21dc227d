package check

import (
	"strings"
	"unicode"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
)

// boundaries reports wijken that are not on the map, and areas of the map that are of no wijk.
func (k *checker) boundaries() {
	m := k.city.Map
	if m == nil || m.Broken {
		return
	}
	drawn := make(map[string]bool)
	for _, a := range m.Areas {
		drawn[a.Code.Value] = true
	}
	used := make(map[string]bool)
	var undrawn []string
	for _, w := range k.city.Wijken {
		used[w.Code.Value] = true
		if !w.Code.IsZero() && !drawn[w.Code.Value] {
			undrawn = append(undrawn, w.Code.Value)
		}
		k.area(w, drawn)
	}
	k.areas(used, undrawn)
}

// area reports a wijk that is not on the map.
func (k *checker) area(w *city.Wijk, drawn map[string]bool) {
	switch {
	case w.Broken:
	case w.Code.IsZero():
		k.report(diag.At(w.FirstLine, diag.WijkUncoded, w.Name.Value).WithHint(diag.AddKey, "code", "WK034403"))
	case !drawn[w.Code.Value]:
		k.report(diag.At(w.Code.Pos, diag.WijkUndrawn, w.Name.Value, w.Code.Value))
	}
}

// areas reports areas that are of no wijk: used is the codes of wijken, undrawn those that have
// no area. Areas of other municipalities, as in a file of the whole country, get one message,
// and so do those with codes that are not of CBS.
func (k *checker) areas(used map[string]bool, undrawn []string) {
	var others, unlike []*city.Area
	for _, a := range k.city.Map.Areas {
		switch code := a.Code.Value; {
		case used[code]:
		case !strings.HasPrefix(code, "WK"):
			unlike = append(unlike, a)
		case !k.ours(code):
			others = append(others, a)
		default:
			d := diag.At(a.Code.Pos, diag.AreaUnknown, code)
			if near, ok := diag.Nearest(code, undrawn); ok {
				d = d.WithHint(diag.DidYouMean, near)
			}
			k.report(d)
		}
	}
	if len(others) > 0 {
		k.report(diag.At(others[0].Code.Pos, diag.AreasOfOthers, len(others)))
	}
	if len(unlike) > 0 {
		k.report(diag.At(unlike[0].Code.Pos, diag.AreasOtherCode, len(unlike), unlike[0].Code.Value))
	}
}

// ours reports whether a code is of a wijk in this municipality.
func (k *checker) ours(code string) bool {
	s := k.city.Site
	return s == nil || s.MunicipalityCode.IsZero() ||
		strings.HasPrefix(code, "WK"+strings.TrimPrefix(s.MunicipalityCode.Value, "GM"))
}

// names reports wijken with the code of an area that the map gives another name, and buurten
// with a code of another wijk.
func (k *checker) names() {
	areas := make(map[string]*city.Area)
	if m := k.city.Map; m != nil && !m.Broken {
		for _, a := range m.Areas {
			if first := areas[a.Code.Value]; first != nil && first.Name != a.Name {
				a = &city.Area{Code: a.Code} // of several parts, which have names of their own
			}
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

// sameName reports whether two names may be of one wijk: CBS writes "Wijk 03 Overvecht", and
// hyphens differ.
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

// tiles reports wijken that have the same place in the tile map.
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
