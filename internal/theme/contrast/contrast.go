// Package contrast parses colours of CSS and measures the contrast between them, as
// WCAG 2.2 defines it.
package contrast

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Color is an sRGB colour: red, green, blue and alpha, all from 0 to 1.
type Color struct{ R, G, B, A float64 }

// Black and White are the colours of text that has to contrast with anything.
var (
	Black = Color{0, 0, 0, 1}
	White = Color{1, 1, 1, 1}
)

// The least contrast that WCAG 2.2 asks for.
const (
	Text = 4.5 // of text with its ground (1.4.3)
	Mark = 3.0 // of a graphical object, as a mark or a line, with its ground (1.4.11)
)

// Parse parses a colour of CSS Color Module Level 4 in sRGB, Lab or Oklab: a name, #rgb,
// #rrggbb (with or without alpha), rgb(), hsl(), hwb(), lab(), lch(), oklab(), oklch() and
// color(srgb …), in the old and the new notation; of Level 5 color-mix() and light-dark(),
// of which it is the colour on a light page.
func Parse(s string) (Color, bool) { return parse(s, maxDepth) }

// maxDepth is how deep colours can lie within others.
const maxDepth = 8

func parse(s string, depth int) (Color, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if s == "transparent" {
		return Color{}, true
	}
	if i, ok := slices.BinarySearchFunc(named[:], s, func(n namedColor, s string) int { return strings.Compare(n.name, s) }); ok {
		rgb := named[i].rgb
		return Color{float64(rgb>>16) / 255, float64(rgb>>8&0xff) / 255, float64(rgb&0xff) / 255, 1}, true
	}
	if hex, ok := strings.CutPrefix(s, "#"); ok {
		return parseHex(hex)
	}
	name, rest, ok := strings.Cut(s, "(")
	body, closed := strings.CutSuffix(rest, ")")
	if !ok || !closed || depth == 0 {
		return Color{}, false
	}
	switch name {
	case "color-mix":
		return parseMix(body, depth-1)
	case "light-dark":
		if sides := arguments(body); len(sides) == 2 {
			return parse(sides[0], depth-1)
		}
		return Color{}, false
	case "color":
		if body, ok = strings.CutPrefix(strings.TrimSpace(body), "srgb "); !ok {
			return Color{}, false
		}
	}
	values := strings.FieldsFunc(body, func(r rune) bool { return r == ' ' || r == ',' || r == '/' || r == '\t' || r == '\n' || r == '\r' })
	if len(values) != 3 && len(values) != 4 {
		return Color{}, false
	}
	for i, v := range values {
		if v == "none" {
			values[i] = "0"
		}
	}
	alpha := 1.0
	if len(values) == 4 {
		if alpha, ok = fraction(values[3], 1); !ok {
			return Color{}, false
		}
	}
	notation, ok := notations()[name]
	if !ok {
		return Color{}, false
	}
	c, ok := notation(values)
	c.A = alpha
	return c, ok
}

// notations returns how the three values of a colour are read, by the name of the
// notation.
func notations() map[string]func(v []string) (Color, bool) {
	return map[string]func(v []string) (Color, bool){
		"rgb": parseRGB, "rgba": parseRGB, "hsl": parseHSL, "hsla": parseHSL, "hwb": parseHWB,
		"color": func(v []string) (Color, bool) { return parseChannels(v, 1) },
		"lab":   func(v []string) (Color, bool) { return parseLab(v, 100, 125, fromLab) },
		"lch":   func(v []string) (Color, bool) { return parseLCH(v, 100, 150, fromLab) },
		"oklab": func(v []string) (Color, bool) { return parseLab(v, 1, 0.4, fromOklab) },
		"oklch": func(v []string) (Color, bool) { return parseLCH(v, 1, 0.4, fromOklab) },
	}
}

func parseHex(hex string) (Color, bool) {
	if len(hex) == 3 || len(hex) == 4 {
		var long strings.Builder
		for _, digit := range hex {
			long.WriteString(strings.Repeat(string(digit), 2))
		}
		hex = long.String()
	}
	if len(hex) == 6 {
		hex += "ff"
	}
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || len(hex) != 8 {
		return Color{}, false
	}
	return Color{float64(n>>24) / 255, float64(n>>16&255) / 255, float64(n>>8&255) / 255, float64(n&255) / 255}, true
}

// fraction parses a percentage, or a number out of whole.
func fraction(s string, whole float64) (float64, bool) {
	if p, ok := strings.CutSuffix(s, "%"); ok {
		s, whole = p, 100
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
		return 0, false
	}
	return min(max(n/whole, 0), 1), true
}

func parseRGB(v []string) (Color, bool) { return parseChannels(v, 255) }

// parseChannels parses red, green and blue, each a percentage or a number out of whole.
func parseChannels(v []string, whole float64) (Color, bool) {
	r, ok1 := fraction(v[0], whole)
	g, ok2 := fraction(v[1], whole)
	b, ok3 := fraction(v[2], whole)
	return Color{R: r, G: g, B: b}, ok1 && ok2 && ok3
}

// parseLab parses a lightness and two coordinates. A lightness of 100% is white, a
// coordinate of 100% is extent.
func parseLab(v []string, white, extent float64, in func(l, a, b float64) Color) (Color, bool) {
	l, ok1 := fraction(v[0], white)
	a, ok2 := number(v[1], extent)
	b, ok3 := number(v[2], extent)
	if !ok1 || !ok2 || !ok3 {
		return Color{}, false
	}
	return in(l*white, a, b), true
}

// parseLCH parses a lightness, a chroma and a hue. A lightness of 100% is white, a chroma
// of 100% is extent.
func parseLCH(v []string, white, extent float64, in func(l, a, b float64) Color) (Color, bool) {
	l, ok1 := fraction(v[0], white)
	chroma, ok2 := number(v[1], extent)
	h, ok3 := hue(v[2])
	if !ok1 || !ok2 || !ok3 {
		return Color{}, false
	}
	a, b := polar(max(chroma, 0), h)
	return in(l*white, a, b), true
}

// number parses a number, or a percentage of whole. It is at most a thousand: no colour
// is near that.
func number(s string, whole float64) (float64, bool) {
	p, percent := strings.CutSuffix(s, "%")
	n, err := strconv.ParseFloat(p, 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
		return 0, false
	}
	if percent {
		n *= whole / 100
	}
	return min(max(n, -1000), 1000), true
}

// hue parses an angle and returns it as a part of the circle.
func hue(s string) (float64, bool) {
	circle := 360.0
	for unit, size := range map[string]float64{"deg": 360, "grad": 400, "rad": 2 * math.Pi, "turn": 1} {
		if n, ok := strings.CutSuffix(s, unit); ok && !(unit == "rad" && strings.HasSuffix(s, "grad")) {
			s, circle = n, size
			break
		}
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
		return 0, false
	}
	n /= circle
	return n - math.Floor(n), true
}

func parseHSL(v []string) (Color, bool) {
	h, ok1 := hue(v[0])
	s, ok2 := fraction(v[1], 100)
	l, ok3 := fraction(v[2], 100)
	a := s * min(l, 1-l)
	channel := func(n float64) float64 {
		k := math.Mod(n+12*h, 12)
		return l - a*max(-1, min(k-3, 9-k, 1))
	}
	return Color{R: channel(0), G: channel(8), B: channel(4)}, ok1 && ok2 && ok3
}

func parseHWB(v []string) (Color, bool) {
	w, ok1 := fraction(v[1], 100)
	b, ok2 := fraction(v[2], 100)
	pure, ok3 := parseHSL([]string{v[0], "100%", "50%"})
	if w+b > 1 {
		w, b = w/(w+b), b/(w+b)
	}
	mix := func(c float64) float64 { return c*(1-w-b) + w }
	return Color{R: mix(pure.R), G: mix(pure.G), B: mix(pure.B)}, ok1 && ok2 && ok3
}

// Over returns the colour that is seen when c lies on an opaque ground.
func (c Color) Over(ground Color) Color {
	return Mix(ground, Color{c.R, c.G, c.B, 1}, c.A)
}

// Mix returns the colour that is part of the way from a to b.
func Mix(a, b Color, part float64) Color {
	mix := func(x, y float64) float64 { return x + (y-x)*part }
	return Color{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 1}
}

// Ratio returns the contrast ratio of two opaque colours, from 1 to 21 (WCAG 2.2,
// "contrast ratio").
func Ratio(a, b Color) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance returns the relative luminance of WCAG 2.2.
func (c Color) luminance() float64 {
	// A screen has 256 steps in a channel.
	r, g, b := math.Round(c.R*255)/255, math.Round(c.G*255)/255, math.Round(c.B*255)/255
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// BlackOrWhite returns the one that has most contrast with a ground, which is always
// more than Text.
func BlackOrWhite(ground Color) Color {
	if Ratio(Black, ground) >= Ratio(White, ground) {
		return Black
	}
	return White
}

// String returns the colour as #rrggbb.
func (c Color) String() string {
	channel := func(v float64) int { return int(math.Round(v * 255)) }
	return fmt.Sprintf("#%02x%02x%02x", channel(c.R), channel(c.G), channel(c.B))
}
