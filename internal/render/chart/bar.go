// Package chart draws figures as inline SVG, with no style attributes, so that
// the pages pass a strict content security policy.
package chart

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Segment is a part of a bar.
type Segment struct {
	Tone    string // its colour: pos, inf, war or neu
	Pattern string // what it is filled with, as the theme calls it; empty when it is solid
	Count   int
	Figure  string // the count as it is written in the bar
}

// In pixels.
const (
	textHeight   = 24  // of the lowest bar that has figures
	narrowestBar = 228 // the width of the narrowest bar on a page
	digitWidth   = 9
	aroundFigure = 5 // what a figure needs beside its digits, so that it does not touch the next
)

// AppendBar appends a bar that is height pixels high. The width of a segment is its share
// of all counts; a segment has its count in it where that fits in the narrowest bar on a
// page, unless the bar is too low for text. label describes the bar to screen readers,
// which ignore a bar without a label. Nothing is appended when all counts are 0.
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
	role := `aria-hidden="true"`
	if label != "" {
		role = `role="img" aria-label="` + escaped(label) + `"`
	}
	b = appendAll(b, `<svg class="wv-bar" `, role, ` width="100%" height="`, strconv.Itoa(height), `">`)
	before := 0
	for _, s := range segments {
		b = s.appendRect(b, before, total, height)
		before += s.Count
	}
	before = 0
	for _, s := range segments {
		b = s.appendFigure(b, before, total, height)
		before += s.Count
	}
	return append(b, `</svg>`...)
}

// appendRect appends a segment. before is the sum of the counts of the segments before it.
func (s Segment) appendRect(b []byte, before, total, height int) []byte {
	if s.Count == 0 {
		return b
	}
	return appendAll(b, `<rect class="`, s.class(), `" x="`, percent(before, total),
		`" width="`, percent(s.Count, total), `" height="`, strconv.Itoa(height), `"/>`)
}

// class returns the classes of a segment, and the pattern that it is filled with after them.
func (s Segment) class() string {
	if s.Pattern == "" {
		return `wv-` + s.Tone
	}
	return `wv-` + s.Tone + ` wv-pattern" fill="url(#wv-p-` + s.Tone + `-` + s.Pattern + `)`
}

// AppendSwatch appends a small picture of a segment, for a key.
func AppendSwatch(b []byte, s Segment) []byte {
	return appendAll(b, `<svg class="wv-swatch" aria-hidden="true" width="28" height="14"><rect class="`, s.class(),
		`" width="28" height="14"/></svg>`)
}

// appendFigure appends the count of a segment, if there is room for it.
func (s Segment) appendFigure(b []byte, before, total, height int) []byte {
	width := utf8.RuneCountInString(s.Figure)*digitWidth + aroundFigure
	if s.Count == 0 || height < textHeight || s.Count*narrowestBar < width*total {
		return b
	}
	halo := ""
	if s.Pattern != "" {
		halo = ` wv-on-pattern" paint-order="stroke`
	}
	y := strconv.FormatFloat(float64(height)/2+5.5, 'f', -1, 64)
	return appendAll(b, `<text class="wv-`, s.Tone, halo, `" x="`, percent(2*before+s.Count, 2*total),
		`" y="`, y, `">`, s.Figure, `</text>`)
}

// percent returns n of total as a percentage with at most two decimals.
func percent(n, total int) string {
	hundredths := (n*20_000 + total) / (2 * total)
	whole, decimals := strconv.Itoa(hundredths/100), strconv.Itoa(100 + hundredths%100)[1:]
	if decimals == "00" {
		return whole + "%"
	}
	return whole + "." + strings.TrimSuffix(decimals, "0") + "%"
}

func appendAll(b []byte, texts ...string) []byte {
	for _, t := range texts {
		b = append(b, t...)
	}
	return b
}

// escaped returns a text as the content of an element, or as an attribute in double quotes,
// where an apostrophe needs no escape.
func escaped(text string) string {
	return strings.ReplaceAll(html.EscapeString(text), "&#39;", "'")
}
