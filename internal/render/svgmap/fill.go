package svgmap

import "strconv"

// Fill is how an area is filled. Fills differ in lightness and in pattern, so that they can
// be told apart in grey and in colours that the reader chose. Their colours are the theme's.
type Fill uint8

// The fills.
const (
	Plain  Fill = iota // as the theme fills areas
	NoData             // nothing is known
	Level0             // the lowest value
	Level1
	Level2
	Level3
)

// id is that of the pattern of the fill in a page.
func (f Fill) id() string { return "wv-m" + strconv.Itoa(int(f)) }

// AppendSwatch appends a small picture of a fill, for the key of a map on the same page.
func AppendSwatch(b []byte, f Fill) []byte {
	return append(b, `<svg class="wv-swatch" aria-hidden="true" width="28" height="14"><rect class="wv-pattern" fill="url(#`+f.id()+`)" width="28" height="14"/></svg>`...)
}

// appendPatterns appends the definitions of the fills.
func appendPatterns(b []byte) []byte {
	for _, p := range []struct {
		fill             Fill
		size, turn, mark string
	}{
		{NoData, "7", "-45", `<rect width="1.5" height="7"/>`},
		{Level0, "8", "0", ``},
		{Level1, "10", "45", `<circle cx="5" cy="5" r="1.2"/>`},
		{Level2, "8", "45", `<rect width="1.6" height="8"/>`},
		{Level3, "8", "45", `<rect width="1.6" height="8"/><rect width="8" height="1.6"/>`},
	} {
		b = append(b, `<pattern id="`+p.fill.id()+`" width="`+p.size+`" height="`+p.size+`" patternUnits="userSpaceOnUse" patternTransform="rotate(`+p.turn+
			`)"><rect class="`+p.fill.id()+`" width="`+p.size+`" height="`+p.size+`"/>`+p.mark+`</pattern>`...)
	}
	return b
}
