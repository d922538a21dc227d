package contrast

import (
	"math"
	"strings"
)

// arguments returns the parts of a list with commas. Commas within brackets are of a part.
func arguments(list string) []string {
	var parts []string
	depth, start := 0, 0
	for i, c := range list {
		switch {
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == ',' && depth == 0:
			parts = append(parts, list[start:i])
			start = i + 1
		}
	}
	return append(parts, list[start:])
}

// parseMix parses what stands between the brackets of color-mix(): "in oklab, red 30%, blue".
func parseMix(body string, depth int) (Color, bool) {
	parts := arguments(body)
	if len(parts) != 3 {
		return Color{}, false
	}
	space, ok := strings.CutPrefix(strings.TrimSpace(parts[0]), "in ")
	if !ok {
		return Color{}, false
	}
	a, partA, givenA, okA := parsePart(parts[1], depth)
	b, partB, givenB, okB := parsePart(parts[2], depth)
	if !okA || !okB {
		return Color{}, false
	}
	switch {
	case !givenA && !givenB:
		partA, partB = 0.5, 0.5
	case !givenA:
		partA = 1 - partB
	case !givenB:
		partB = 1 - partA
	}
	whole := partA + partB
	if whole <= 0 {
		return Color{}, false
	}
	c, ok := mixIn(strings.TrimSpace(space), a, b, partB/whole)
	c.A *= min(whole, 1)
	return c, ok
}

// parsePart parses a colour of a mixture and how much there is of it, from 0 to 1.
func parsePart(s string, depth int) (c Color, part float64, given, ok bool) {
	s = strings.TrimSpace(s)
	for _, cut := range []func(string) (string, string, bool){beforeLastSpace, afterFirstSpace} {
		rest, percentage, found := cut(s)
		if !found || !strings.HasSuffix(percentage, "%") {
			continue
		}
		if part, ok = fraction(percentage, 1); ok {
			c, ok = parse(rest, depth)
			return c, part, true, ok
		}
	}
	c, ok = parse(s, depth)
	return c, 0, false, ok
}

func beforeLastSpace(s string) (rest, last string, ok bool) {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 {
		return "", "", false
	}
	return s[:i], s[i+1:], true
}

func afterFirstSpace(s string) (rest, first string, ok bool) {
	first, rest, ok = strings.Cut(s, " ")
	return rest, first, ok
}

// mixIn returns the colour that is part of the way from a to b in a space of colours:
// sRGB, sRGB in proportion to light, Oklab or Oklch. It is not ok for another space.
func mixIn(space string, a, b Color, part float64) (Color, bool) {
	mix := func(x, y float64) float64 { return x + (y-x)*part }
	alpha := mix(a.A, b.A)
	if alpha == 0 {
		return Color{}, true
	}
	// What is more transparent counts for less.
	part = part * b.A / alpha
	mix = func(x, y float64) float64 { return x + (y-x)*part }
	var c Color
	switch space {
	case "srgb":
		c = Mix(a, b, part)
	case "srgb-linear":
		c = fromLinear(mix(linear(a.R), linear(b.R)), mix(linear(a.G), linear(b.G)), mix(linear(a.B), linear(b.B)))
	case "oklab":
		l1, a1, b1 := a.oklab()
		l2, a2, b2 := b.oklab()
		c = fromOklab(mix(l1, l2), mix(a1, a2), mix(b1, b2))
	case "oklch":
		l1, a1, b1 := a.oklab()
		l2, a2, b2 := b.oklab()
		h1, h2 := math.Atan2(b1, a1), math.Atan2(b2, a2)
		chroma1, chroma2 := math.Hypot(a1, b1), math.Hypot(a2, b2)
		if chroma1 < grey { // grey has no hue: that of the other counts
			h1 = h2
		}
		if chroma2 < grey {
			h2 = h1
		}
		turn := math.Remainder(h2-h1, 2*math.Pi) // the shorter way around
		x, y := polar(mix(chroma1, chroma2), (h1+turn*part)/(2*math.Pi))
		c = fromOklab(mix(l1, l2), x, y)
	default:
		return Color{}, false
	}
	c.A = alpha
	return c, true
}
