package parse

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// whole reads a whole number within the bounds of its key.
func (r *reader) whole(k *Key, n *tree.Node) (int, bool) {
	t, ok := r.scalarText(k, n, diag.WordNumber, tree.Number)
	if !ok {
		return 0, false
	}
	negative := strings.HasPrefix(t.Value, "-")
	digits := strings.TrimPrefix(t.Value, "-")
	switch {
	case !allDigits(digits):
		r.notWhole(k, n, t)
		return 0, false
	case len(digits) > 15:
		r.report(diag.At(t.Pos, diag.ValueTooMuch, t.Value, k.Max))
		return 0, false
	}
	v, _ := strconv.Atoi(digits) // up to 15 digits: it cannot fail
	if negative {
		v = -v
	}
	switch {
	case v < k.Min:
		r.report(diag.At(t.Pos, diag.ValueTooLittle, t.Value, k.Min))
		return 0, false
	case v > k.Max:
		r.report(diag.At(t.Pos, diag.ValueTooMuch, t.Value, k.Max))
		return 0, false
	}
	return v, true
}

// notWhole reports a text that is not a whole number: an amount with dots or a sign, a
// fraction, or no number at all.
func (r *reader) notWhole(k *Key, n *tree.Node, t source.Text) {
	amount, ok := guessAmount(t.Value)
	number, exact := guessNumber(t.Value)
	if number == "" {
		number, exact = guessNumber(withoutAddition(t.Value))
	}
	looksLike := ok || number != "" || strings.ContainsAny(t.Value[:1], "0123456789-+.") || strings.HasPrefix(t.Value, "€")
	if !looksLike {
		r.wrongType(k, n, diag.WordNumber)
		return
	}
	message := diag.ValueNotWhole
	if k.Type == MoneyValue {
		message = diag.ValueNotMoney
	}
	d := diag.At(t.Pos, message, t.Value)
	if ok {
		r.report(d.WithHint(diag.WriteAs, amount).WithFix(t.Pos, amount))
	} else if number != "" && (exact || k.Type == MoneyValue) {
		r.report(d.WithHint(diag.WriteAs, number))
	} else if notKnown(t.Value) {
		r.report(d.WithHint(diag.RemoveEntry))
	} else {
		r.report(d.WithHint(diag.FormOf, k.Example))
	}
}

// numberForm is a number in words or with a fraction: 2e, 1.0, 1,2 miljoen, ca. 185.000,50.
var numberForm = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:ca\.?|circa|ongeveer|±|~|bijna|ruim)? ?(\d{1,3}(?:\.\d{3})+|\d+)(?:[.,](\d+))? ?(e|de|ste|duizend|k|ton|miljoen|mln\.?|m|million|thousand)?$`)
})

// guessNumber returns the whole number that is nearest to what a text says, empty when it says
// none; exact reports whether it says just that number.
func guessNumber(s string) (number string, exact bool) {
	s = strings.Join(strings.Fields(withoutMoney(strings.ToLower(s))), " ")
	m := numberForm().FindStringSubmatch(s)
	if m == nil || len(m[1])+len(m[2]) > 12 {
		return "", false
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(m[1], ".", "")+"."+m[2]+"0", 64)
	if err != nil {
		return "", false
	}
	switch strings.TrimSuffix(m[3], ".") {
	case "duizend", "k", "thousand":
		v *= 1e3
	case "ton":
		v *= 1e5
	case "miljoen", "mln", "m", "million":
		v *= 1e6
	}
	return strconv.FormatFloat(math.Round(v), 'f', -1, 64), v == math.Round(v)
}

// withoutMoney returns a text in small letters without what says that it is in euros.
func withoutMoney(s string) string {
	for _, money := range []string{"€", "euro's", "euro", "eur"} {
		s = strings.ReplaceAll(s, money, "")
	}
	return s
}

// guessAmount returns the whole number that an amount was meant to be.
func guessAmount(s string) (string, bool) {
	s = withoutMoney(strings.ToLower(s))
	s = strings.Map(func(c rune) rune {
		if c == ' ' || c == '\u00a0' || c == '\u202f' || c == '_' || c == '\'' {
			return -1
		}
		return c
	}, s)
	for _, none := range []string{",-", ",--", ",—", ",–", ",00", ".00", ".-"} {
		s = strings.TrimSuffix(s, none)
	}
	for _, separator := range []string{".", ","} {
		if parts := strings.Split(s, separator); len(parts) > 1 && thousands(parts) {
			s = strings.Join(parts, "")
		}
	}
	if !allDigits(s) || len(s) > 15 {
		return "", false
	}
	return s, true
}

// thousands reports whether parts are groups of three digits, the first of at most three.
func thousands(parts []string) bool {
	for i, p := range parts {
		if !allDigits(p) || len(p) > 3 || i > 0 && len(p) != 3 {
			return false
		}
	}
	return true
}

// allDigits reports whether s is a number of digits, at least one.
func allDigits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}

// tile is a key for a place in the tile map: column and row.
func tile[T any](name string, at func(*T) (*[2]int, *source.Pos)) Key {
	return Key{Name: name, Type: TileValue, Min: 1, Max: 99, set: func(r *reader, k *Key, into any, n *tree.Node) {
		if !r.wants(k, n, tree.List) {
			return
		}
		if len(n.Children) != 2 {
			r.report(diag.At(r.at(n), diag.ValueNotTile).WithHint(diag.FormOf, k.Example))
			return
		}
		column, ok1 := r.whole(k, n.Children[0])
		row, ok2 := r.whole(k, n.Children[1])
		if ok1 && ok2 {
			value, pos := at(into.(*T))
			*value, *pos = [2]int{column, row}, r.at(n)
		}
	}}
}

// point is a key for a place on earth: longitude and latitude.
func point[T any](name string, at func(*T) **city.Point) Key {
	return Key{Name: name, Type: PointValue, set: func(r *reader, k *Key, into any, n *tree.Node) {
		if p, ok := r.point(k, n); ok {
			*at(into.(*T)) = &p
		}
	}}
}

// point reads a place on earth.
func (r *reader) point(k *Key, n *tree.Node) (city.Point, bool) {
	if !r.wants(k, n, tree.List) {
		return city.Point{}, false
	}
	var degrees []float64
	for _, c := range n.Children {
		t, ok := r.scalarText(k, c, diag.WordNumber, tree.Number)
		if !ok {
			return city.Point{}, false
		}
		if v, err := strconv.ParseFloat(t.Value, 64); err == nil && decimal(t.Value) {
			degrees = append(degrees, v)
		}
	}
	if len(degrees) != len(n.Children) || len(degrees) != 2 {
		return city.Point{}, r.notPoint(k, n, degrees)
	}
	p := city.Point{Lon: degrees[0], Lat: degrees[1], Pos: r.at(n)}
	if inNetherlands(p.Lat, p.Lon) || p.Lon < -180 || p.Lon > 180 || p.Lat < -90 || p.Lat > 90 {
		return city.Point{}, r.notPoint(k, n, degrees)
	}
	return p, true
}

// notPoint reports a list that is not a location, with what was meant where that can be
// guessed: latitude first, or decimal commas.
func (r *reader) notPoint(k *Key, n *tree.Node, degrees []float64) bool {
	d := diag.At(r.at(n), diag.ValueNotPoint)
	parts := make([]string, len(n.Children))
	for i, c := range n.Children {
		parts[i] = strings.TrimSpace(c.Text)
	}
	meant, known := pointIn(string(r.at(n).Bytes()))
	switch {
	case len(degrees) == 2 && len(parts) == 2 && inNetherlands(degrees[1], degrees[0]):
		d = diag.At(r.at(n), diag.PointSwapped)
		d = d.WithHint(diag.WriteAs, "["+parts[1]+", "+parts[0]+"]")
	case len(degrees) == 4 && len(parts) == 4 && allDigits(parts[1]) && allDigits(parts[3]):
		d = d.WithHint(diag.WriteAs, "["+parts[0]+"."+parts[1]+", "+parts[2]+"."+parts[3]+"]")
	case known:
		d = d.WithHint(diag.WriteAs, meant)
	default:
		d = d.WithHint(diag.FormOf, k.Example)
	}
	r.report(d)
	return false
}

// inNetherlands reports whether a place lies in the European Netherlands.
func inNetherlands(lon, lat float64) bool { return 3 < lon && lon < 8 && 50 < lat && lat < 54 }

// decimal reports whether s is written in digits, with at most a point: no exponent, no
// infinity.
func decimal(s string) bool {
	s = strings.TrimPrefix(s, "-")
	before, after, point := strings.Cut(s, ".")
	return allDigits(before) && (!point || allDigits(after))
}
