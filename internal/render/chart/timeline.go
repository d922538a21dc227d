package chart

import (
	"strconv"
	"strings"
)

// Timeline is a strip of years with a line for each commitment: an open dot at its first
// date, a closed dot at its present date, dashes between the two, and a line for today.
// Moments are years with a fraction: 2012.5 is the first of July.
type Timeline struct {
	Rows     []TimelineRow
	From, To int // the first and the last year
	Today    float64
	TodayIs  string // the text at the line for today
	Label    string // describes the strip to screen readers
}

// TimelineRow is a commitment on the strip.
type TimelineRow struct {
	Title       string
	Tone        string  // its colour: pos, inf, war or neu
	Start, Done float64 // when work begins and ends; Start is 0 when that is not known
	First, Now  float64 // the first and the present date of completion
}

// The sizes of a strip, in pixels.
const (
	rowHeight  = 56
	stripYears = 22 // of the names of the years at the bottom
	titleY     = 18 // within a row
	stripLineY = 36 // within a row
)

// maxLetters is the number of letters of a title that fit on the narrowest screen. The
// table under the strip has the whole title.
const maxLetters = 40

// Append appends the strip as SVG, with no style attributes. Only its height is fixed,
// so that its text does not scale.
func (p *Timeline) Append(b []byte) []byte {
	bottom := rowHeight*len(p.Rows) + stripYears/2
	b = appendAll(b, `<svg class="wv-plan" role="img" aria-label="`, escaped(p.Label), `" width="100%" height="`, strconv.Itoa(bottom+stripYears), `">`)
	step := (p.To-p.From)/maxNamed + 1
	for year := p.From; year <= p.To; year += step {
		x := p.x(float64(year))
		b = appendLine(b, "wv-axis", x, x, "0", strconv.Itoa(bottom))
		b = appendAll(b, `<text class="wv-yr" x="`, x, `" y="`, strconv.Itoa(bottom+16), `">`, strconv.Itoa(year), `</text>`)
	}
	for i := range p.Rows {
		b = p.appendRow(b, &p.Rows[i], rowHeight*i)
	}
	return append(p.appendToday(b, bottom), "</svg>"...)
}

func (p *Timeline) appendToday(b []byte, bottom int) []byte {
	x, place := p.x(p.Today), `dx="6"`
	if p.Today > float64(p.From)+0.85*float64(p.To+1-p.From) { // the text would not fit on the right of the line
		place = `dx="-6" text-anchor="end"`
	}
	b = appendLine(b, "wv-today", x, x, "0", strconv.Itoa(bottom))
	return appendAll(b, `<text class="wv-todayt" x="`, x, `" y="`, strconv.Itoa(bottom-6), `" `, place, `>`, escaped(p.TodayIs), `</text>`)
}

func (p *Timeline) appendRow(b []byte, row *TimelineRow, top int) []byte {
	b = appendAll(b, `<text x="0" dx="6" y="`, strconv.Itoa(top+titleY), `">`, escaped(shortened(row.Title)), `</text>`)
	y, first, now := strconv.Itoa(top+stripLineY), p.x(row.First), p.x(row.Now)
	if row.Start > 0 && row.Start < row.Done {
		b = appendLine(b, "wv-run wv-"+row.Tone, p.x(row.Start), p.x(row.Done), y, y)
	}
	switch {
	case row.First < row.Now:
		b = appendLine(b, "wv-late wv-"+row.Tone, first, now, y, y)
	case row.First > row.Now:
		b = appendLine(b, "wv-late wv-"+row.Tone, now, first, y, y)
	}
	b = appendDot(b, "wv-"+row.Tone, first, y)
	return appendDot(b, "wv-"+row.Tone+" wv-end", now, y)
}

// x returns the place of a moment on the strip.
func (p *Timeline) x(moment float64) string {
	years := float64(p.To + 1 - p.From)
	share := min(max((moment-float64(p.From))/years, 0), 1)
	return percent(int(share*10_000+0.5), 10_000)
}

// shortened returns a title that fits: the whole, or what is before a space with an
// ellipsis.
func shortened(title string) string {
	cut, letters := title, 0
	for i := range title {
		if letters == maxLetters {
			cut = title[:i]
			break
		}
		letters++
	}
	if len(cut) == len(title) {
		return title
	}
	if i := strings.LastIndexByte(cut, ' '); i > maxLetters/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:-") + "…"
}
