package check

import (
	"slices"
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
	var uncoded, undrawn []*city.Wijk
	unread := false // the code of a wijk, which may be any
	for _, w := range k.city.Wijken {
		used[w.Code.Value] = true
		switch {
		case w.Broken, w.Code.IsZero() && !w.Code.Pos.IsZero():
			unread = true
		case w.Code.IsZero():
			uncoded = append(uncoded, w)
		case !drawn[w.Code.Value]:
			undrawn = append(undrawn, w)
		}
	}
	for _, w := range uncoded {
		d := diag.At(w.FirstLine, diag.WijkUncoded, w.Name.Value)
		if a := areaNamed(m, w.Name.Value, used); a != nil {
			d = d.WithHint(diag.AddKey, "code", a.Code.Value)
			used[a.Code.Value] = true
		}
		k.report(d)
	}
	if k.areas(used, undrawn, unread) == len(m.Areas) && m.Uncoded+len(m.Areas) > 0 {
		return // no wijk can be drawn, which was reported of the map
	}
	for _, w := range undrawn {
		k.report(diag.At(w.Code.Pos, diag.WijkUndrawn, w.Name.Value, w.Code.Value))
	}
}

// areaNamed returns the area of the map that has the name of a wijk, nil when there is none or its
// code is that of another.
func areaNamed(m *city.Map, name string, used map[string]bool) *city.Area {
	bare := func(name string) string { return strings.TrimPrefix(letters(name), "wijk") }
	i := slices.IndexFunc(m.Areas, func(a *city.Area) bool {
		return a.Name != "" && !used[a.Code.Value] && bare(a.Name) == bare(name)
	})
	if i < 0 {
		return nil
	}
	return m.Areas[i]
}

// areas reports areas that are of no wijk: used is the codes of wijken, undrawn the wijken that have
// no area. When the code of a wijk could not be read, any area may be of that. Areas of other municipalities, as in a file of the whole country, get one message,
// and so do those with codes that are not of CBS; it returns how many of these there are.
func (k *checker) areas(used map[string]bool, undrawn []*city.Wijk, unread bool) int {
	codes := make([]string, len(undrawn))
	for i, w := range undrawn {
		codes[i] = w.Code.Value
	}
	var others, unlike []*city.Area
	for _, a := range k.city.Map.Areas {
		switch code := a.Code.Value; {
		case used[code]:
		case !strings.HasPrefix(code, "WK"):
			unlike = append(unlike, a)
		case !k.ours(code):
			others = append(others, a)
		case unread:
		default:
			d := diag.At(a.Code.Pos, diag.AreaUnknown, code)
			if near, ok := diag.Nearest(code, codes); ok {
				d = d.WithHint(diag.DidYouMean, near)
			}
			k.report(d)
		}
	}
	if len(others) > 0 {
		d := diag.At(others[0].Code.Pos, diag.AreasOfOthers, len(others))
		if len(others) == len(k.city.Map.Areas) {
			d = d.WithHint(diag.UseOwnMap)
		}
		k.report(d)
	}
	if len(unlike) > 0 {
		k.report(diag.At(unlike[0].Code.Pos, diag.AreasOtherCode, len(unlike), unlike[0].Code.Value))
	}
	return len(others) + len(unlike)
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
	x, y := letters(a), letters(b)
	return x == "" || y == "" || strings.Contains(x, y) || strings.Contains(y, x)
}

// letters returns the letters of a name, in small ones.
func letters(name string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
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
