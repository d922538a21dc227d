package chart

import "strconv"

// Rest is the tone of the part of a bar that is what remains of the whole.
const Rest = "rest"

// AppendScaled appends a bar of a list of which all bars have one scale: a count of scale is
// as wide as the list. It is height pixels high, and has its figures in words beside it.
// Nothing is appended when all counts are 0.
func AppendScaled(b []byte, segments []Segment, scale, height int) []byte {
	total := 0
	for _, s := range segments {
		total += s.Count
	}
	if total == 0 {
		return b
	}
	b = appendAll(b, `<svg class="wv-bar wv-scaled" aria-hidden="true" width="100%" height="`, strconv.Itoa(height), `">`)
	before := 0
	for _, s := range segments {
		b = s.appendRect(b, before, scale, height)
		before += s.Count
	}
	return append(b, `</svg>`...)
}
