package chart

import "strconv"

// Columns is how many there are of each of some kinds, from moment to moment: columns of
// segments on each other, on one scale.
type Columns struct {
	Kinds  []Segment // what each segment looks like, the lowest first; its count and figure are not used
	Counts [][]int   // by moment, then by kind
	Years  []int     // by moment: the year that it is in
}

// AppendColumns appends columns that are height pixels high, and the years below them. It is hidden from screen readers: the page has
// the same counts in a table. Nothing is appended when all counts are 0.
func AppendColumns(b []byte, c Columns, height int) []byte {
	highest := 0
	for _, counts := range c.Counts {
		highest = max(highest, sum(counts))
	}
	if highest == 0 {
		return b
	}
	b = appendAll(b, `<svg class="wv-columns" aria-hidden="true" width="100%" height="`, strconv.Itoa(height), `">`)
	for kind := len(c.Kinds) - 1; kind >= 0; kind-- {
		b = c.appendRuns(b, kind, highest)
	}
	b = append(b, `</svg>`+yearsStart...)
	for _, i := range c.named() {
		x := percent(i, len(c.Counts))
		b = appendAll(b, `<line class="wv-axis" x1="`, x, `" x2="`, x, `" y2="5"/><text x="`, x, `" y="19">`, strconv.Itoa(c.Years[i]), `</text>`)
	}
	return append(b, `</svg>`...)
}

// named returns the columns at which a year begins that has room for its name. The first
// column is one, unless it has the last months of its year only.
func (c Columns) named() []int {
	room := len(c.Years)/maxNamed + 1 // in columns
	var named []int
	for i, year := range c.Years {
		switch n := len(named); {
		case i > 0 && c.Years[i-1] == year:
		case n == 0:
			named = append(named, i)
		case n == 1 && named[0] == 0 && i < room/2:
			named[0] = i
		case i-named[n-1] >= room && len(c.Years)-i >= room/2:
			named = append(named, i)
		}
	}
	return named
}

// appendRuns appends the segments of a kind: one for each run of columns in which its top is
// the same. It goes on to the bottom, where those of lower kinds cover it.
func (c Columns) appendRuns(b []byte, kind, highest int) []byte {
	start := len(b)
	b = appendAll(b, `<g class="`, c.Kinds[kind].class(), `">`)
	empty := len(b)
	top := func(i int) int { // 0 where there are none
		if c.Counts[i][kind] == 0 {
			return 0
		}
		return sum(c.Counts[i][:kind+1])
	}
	for first, next := 0, 0; first < len(c.Counts); first = next {
		for next = first + 1; next < len(c.Counts) && top(next) == top(first); next++ {
		}
		if top(first) > 0 {
			b = appendAll(b, `<rect x="`, percent(first, len(c.Counts)), `" width="`, percent(next-first, len(c.Counts)),
				`" y="`, percent(highest-top(first), highest), `" height="100%"/>`)
		}
	}
	if len(b) == empty {
		return b[:start]
	}
	return append(b, `</g>`...)
}

func sum(counts []int) int {
	total := 0
	for _, n := range counts {
		total += n
	}
	return total
}
