package svgmap

import (
	"html"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// label is the text in an area.
type label struct {
	x, y  int
	lines []string // the name; none when there is no room for it
}

// The measures of the text in a map, in units of the drawing. The stylesheet of
// the theme sets the names 15 units high.
const (
	letterWidth = 8  // of a letter, on average
	sideMargin  = 10 // kept free beside a name
	lineHeight  = 18 // of a line of text
	step        = 4  // between the places that are tried
)

// place finds where the name of an area fits best: in one line, else in two.
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

// widthOf returns how much room a line of text wants.
func widthOf(s string) int { return sideMargin + letterWidth*utf8.RuneCountInString(s) }

// broken returns a name in two lines of about one length, nil when it is one word.
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
	return []string{name[:best+1], name[best+1:]} // with its space: the text is read as one name
}

func distance(i, length int) int { return max(2*i-length, length-2*i) }

// widest returns the middle of a strip of some height that lies within the rings,
// and how wide it is: of those that have the room that is wanted the one nearest
// the middle of the area, else the widest.
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
	if found == math.MinInt && height > 0 { // lower than a line of text: the number stands over its edge
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

// appendText appends the name and the number, hidden from screen readers: the
// link has both in its own name.
func (l label) appendText(b []byte, number string) []byte {
	if len(l.lines) > 0 {
		y := l.y - lineHeight*(len(l.lines)-1)/2
		b = l.open(b, "wv-nm", y)
		for i, line := range l.lines {
			if i == 0 {
				b = append(b, html.EscapeString(line)...)
				continue
			}
			b = append(b, `<tspan x="`+strconv.Itoa(l.x)+`" dy="`+strconv.Itoa(lineHeight)+`">`...)
			b = append(b, html.EscapeString(line)...)
			b = append(b, "</tspan>"...)
		}
		b = append(b, "</text>"...)
		b = l.open(b, "wv-nr", l.y)
	} else {
		b = l.open(b, "wv-nr wv-only", l.y)
	}
	b = append(b, number...)
	return append(b, "</text>"...)
}

func (l label) open(b []byte, class string, y int) []byte {
	return append(b, strings.Join([]string{`<text class="`, class, `" aria-hidden="true" x="`, strconv.Itoa(l.x), `" y="`, strconv.Itoa(y), `">`}, "")...)
}
