package svgmap

import (
	"fmt"
	"html"
	"math"
	"slices"
	"unicode/utf8"
)

// label is the text in an area.
type label struct {
	x, y  int
	lines []string // the name; none when there is no room for it
}

// The sizes of the text in a map, in units of the drawing. The stylesheet of the theme sets
// names in 15 units.
const (
	letterWidth = 8  // of a letter, on average
	sideMargin  = 10 // of free space, left and right of a name together
	lineHeight  = 18 // of a line of text
	step        = 4  // between the heights at which there may be a label
)

// place returns the label of an area: its name in one line or in two where it fits best, or
// else only the place of its number.
func place(rings []ring, name string) label {
	wanted := widthOf(name)
	if x, y, room := widest(rings, lineHeight, wanted); room >= wanted {
		return label{x, y, []string{name}}
	}
	if lines := broken(name); lines != nil {
		wanted := max(widthOf(lines[0]), widthOf(lines[1]))
		if x, y, room := widest(rings, 2*lineHeight, wanted); room >= wanted {
			return label{x, y, lines}
		}
	}
	x, y, _ := widest(rings, lineHeight, widthOf("100"))
	return label{x: x, y: y}
}

// widthOf returns the width of a line of text and its margin.
func widthOf(s string) int { return sideMargin + letterWidth*utf8.RuneCountInString(s) }

// broken returns a name in two lines of about equal length; nil when it is one word.
func broken(name string) []string {
	best := -1
	for i, c := range name {
		if (c == ' ' || c == '-') && i > 0 && (best < 0 || distance(i, len(name)) < distance(best, len(name))) {
			best = i
		}
	}
	if best < 0 || best == len(name)-1 {
		return nil
	}
	return []string{name[:best+1], name[best+1:]} // the space stays, so that the text is read as one name
}

func distance(i, length int) int { return max(2*i-length, length-2*i) }

// widest returns the middle and the width of a horizontal strip of some height within the
// rings: the one nearest to the middle of the area of those that are as wide as wanted, or
// else the widest.
func widest(rings []ring, height, wanted int) (x, y, room int) {
	top, bottom := extent(rings)
	x, y = rings[0][0].x, (top+bottom)/2
	found := math.MinInt
	for at := top + 1; at < bottom; at += step {
		inside := within(rings, at)
		for _, off := range []int{-height / 2, height / 2} {
			inside = overlap(inside, within(rings, at+off))
		}
		for _, s := range inside {
			score := 8*min(s.to-s.from, wanted) - max(2*at-top-bottom, top+bottom-2*at)
			if score > found {
				found, x, y, room = score, (s.from+s.to)/2, at, s.to-s.from
			}
		}
	}
	if found == math.MinInt && height > 0 { // the area is lower than a line of text, and its number crosses the edge
		x, y, _ = widest(rings, 0, wanted)
		return x, y, 0
	}
	return x, y, room
}

func extent(rings []ring) (top, bottom int) {
	top, bottom = rings[0][0].y, rings[0][0].y
	for _, r := range rings {
		for _, p := range r {
			top, bottom = min(top, p.y), max(bottom, p.y)
		}
	}
	return top, bottom
}

// span is a part of a horizontal line.
type span struct{ from, to int }

// within returns the parts of the line at y that lie within the rings.
func within(rings []ring, y int) []span {
	var cuts []int
	for _, r := range rings {
		for i, p := range r {
			q := r[(i+1)%len(r)]
			if (p.y > y) != (q.y > y) {
				cuts = append(cuts, p.x+(q.x-p.x)*(y-p.y)/(q.y-p.y))
			}
		}
	}
	slices.Sort(cuts)
	var spans []span
	for i := 0; i+1 < len(cuts); i += 2 {
		spans = append(spans, span{cuts[i], cuts[i+1]})
	}
	return spans
}

// overlap returns what two lists of spans have in common.
func overlap(a, b []span) []span {
	var both []span
	for _, s := range a {
		for _, t := range b {
			if from, to := max(s.from, t.from), min(s.to, t.to); from < to {
				both = append(both, span{from, to})
			}
		}
	}
	return both
}

// appendText appends the name and the number, both hidden from screen readers: they are in
// the label of the link.
func (l label) appendText(b []byte, number int) []byte {
	if len(l.lines) == 0 {
		return l.appendNumber(b, "wv-nr wv-only", number)
	}
	b = fmt.Appendf(b, `<text class="wv-nm" aria-hidden="true" x="%d" y="%d">%s`, l.x, l.y-lineHeight*(len(l.lines)-1)/2, html.EscapeString(l.lines[0]))
	for _, line := range l.lines[1:] {
		b = fmt.Appendf(b, `<tspan x="%d" dy="%d">%s</tspan>`, l.x, lineHeight, html.EscapeString(line))
	}
	return l.appendNumber(append(b, "</text>"...), "wv-nr", number)
}

func (l label) appendNumber(b []byte, class string, number int) []byte {
	return fmt.Appendf(b, `<text class="%s" aria-hidden="true" x="%d" y="%d">%d</text>`, class, l.x, l.y, number)
}
