// Package chart draws figures as inline SVG, with no style attributes, so that
// the pages pass a strict content security policy.
package chart

import (
	"strconv"
)

// Segment is a part of a bar.
type Segment struct {
	Family string // its colour: pos, inf, war or neu
	Hatch  bool   // hatched, to tell two segments of one colour apart
	Count  int
}

// AppendBar appends a bar whose segments are as wide as their counts, height pixels
// high. Figures stand in the segments that are wide enough, unless the bar is
// too low for text. label says the same in words; a bar without one is hidden
// from screen readers, for there the words stand beside it.
//
// Widths are percentages, so that text does not scale with the bar.
func AppendBar(b []byte, segments []Segment, height int, label string) []byte {
	total := 0
	for _, s := range segments {
		total += s.Count
	}
	if total == 0 {
		return b
	}
	b = append(b, `<svg class="wv-bar" `...)
	if label == "" {
		b = append(b, `aria-hidden="true"`...)
	} else {
		b = append(b, `role="img" aria-label="`...)
		b = appendEscaped(b, label)
		b = append(b, '"')
	}
	b = append(b, ` width="100%" height="`...)
	b = strconv.AppendInt(b, int64(height), 10)
	b = append(b, `">`...)
	at := 0
	for _, s := range segments {
		b = s.appendRect(b, at, total, height)
		at += s.Count
	}
	if height >= textHeight {
		at = 0
		for _, s := range segments {
			b = s.appendFigure(b, at, total, height)
			at += s.Count
		}
	}
	return append(b, `</svg>`...)
}

const (
	textHeight = 24    // the lowest bar that has room for figures
	narrowest  = 0.035 // the smallest share of a bar that has room for a figure
)

func (s Segment) appendRect(b []byte, at, total, height int) []byte {
	if s.Count == 0 {
		return b
	}
	b = append(b, `<rect class="wv-`...)
	b = append(b, s.Family...)
	if s.Hatch {
		b = append(b, ` wv-hatch" fill="url(#wv-p-`...)
		b = append(b, s.Family...)
		b = append(b, ')')
	}
	b = append(b, `" x="`...)
	b = appendPercent(b, at, total)
	b = append(b, `" width="`...)
	b = appendPercent(b, s.Count, total)
	b = append(b, `" height="`...)
	b = strconv.AppendInt(b, int64(height), 10)
	return append(b, `"/>`...)
}

func (s Segment) appendFigure(b []byte, at, total, height int) []byte {
	if float64(s.Count) < narrowest*float64(total) || s.Count == 0 {
		return b
	}
	b = append(b, `<text class="wv-`...)
	b = append(b, s.Family...)
	if s.Hatch {
		b = append(b, ` wv-on-hatch" paint-order="stroke`...)
	}
	b = append(b, `" x="`...)
	b = appendPercent(b, 2*at+s.Count, 2*total)
	b = append(b, `" y="`...)
	b = strconv.AppendFloat(b, float64(height)/2+5.5, 'f', -1, 64)
	b = append(b, `">`...)
	b = strconv.AppendInt(b, int64(s.Count), 10)
	return append(b, `</text>`...)
}

// appendPercent appends n of total as a percentage of at most two decimals.
func appendPercent(b []byte, n, total int) []byte {
	hundredths := (n*20000 + total) / (2 * total)
	b = strconv.AppendInt(b, int64(hundredths/100), 10)
	if rest := hundredths % 100; rest != 0 {
		b = append(b, '.', byte('0'+rest/10))
		if rest%10 != 0 {
			b = append(b, byte('0'+rest%10))
		}
	}
	return append(b, '%')
}

// appendEscaped appends text for an attribute in double quotes.
func appendEscaped(b []byte, s string) []byte {
	for i := range len(s) {
		switch s[i] {
		case '&':
			b = append(b, "&amp;"...)
		case '<':
			b = append(b, "&lt;"...)
		case '>':
			b = append(b, "&gt;"...)
		case '"':
			b = append(b, "&#34;"...)
		default:
			b = append(b, s[i])
		}
	}
	return b
}
