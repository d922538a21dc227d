package chart

import (
	"fmt"
	"strings"
)

// Plan is a strip of years with a line for each commitment: an open dot at its first
// date, a closed dot at its present date, dashes between the two, and a line for today.
// Moments are years with a fraction: 2012.5 is the first of July.
type Plan struct {
	Rows     []PlanRow
	From, To int // the first and the last year
	Today    float64
	TodayIs  string // the text at the line for today
	Label    string // describes the strip to screen readers
}

// PlanRow is a commitment on the strip.
type PlanRow struct {
	Title       string
	Family      string  // its colour: pos, inf, war or neu
	Start, Done float64 // when work begins and ends; Start is 0 when it did not begin
	First, Now  float64 // the first and the present date of completion
}

// The sizes of a strip, in pixels.
const (
	rowHeight   = 56
	yearsHeight = 22 // of the names of the years at the bottom
	titleY      = 18 // within a row
	lineY       = 36 // within a row
)

// mostNamed is the greatest number of years that have a name.
const mostNamed = 8

// mostLetters is the number of letters of a title that fit on the narrowest screen. The
// table under the strip has the whole title.
const mostLetters = 40

// Append appends the strip as SVG, with no style attributes. Only its height is fixed,
// so that its text does not scale.
func (p *Plan) Append(b []byte) []byte {
	height := rowHeight*len(p.Rows) + yearsHeight/2
	b = fmt.Appendf(b, `<svg class="wv-plan" role="img" aria-label="%s" width="100%%" height="%d">`, escaped(p.Label), height+yearsHeight)
	step := (p.To-p.From)/(mostNamed-1) + 1
	for year := p.From; year <= p.To; year += step {
		x := p.x(float64(year))
		b = fmt.Appendf(b, `<line class="wv-axis" x1="%s" x2="%s" y1="0" y2="%d"/>`, x, x, height)
		b = fmt.Appendf(b, `<text class="wv-yr" x="%s" y="%d">%d</text>`, x, height+16, year)
	}
	for i := range p.Rows {
		b = p.appendRow(b, &p.Rows[i], rowHeight*i)
	}
	return append(p.appendToday(b, height), "</svg>"...)
}

func (p *Plan) appendToday(b []byte, height int) []byte {
	x, place := p.x(p.Today), `dx="6"`
	if p.Today > float64(p.From)+0.85*float64(p.To+1-p.From) { // there is more room to the left of the line
		place = `dx="-6" text-anchor="end"`
	}
	b = fmt.Appendf(b, `<line class="wv-today" x1="%s" x2="%s" y1="0" y2="%d"/>`, x, x, height)
	return fmt.Appendf(b, `<text class="wv-todayt" x="%s" y="%d" %s>%s</text>`, x, height-6, place, escaped(p.TodayIs))
}

func (p *Plan) appendRow(b []byte, row *PlanRow, top int) []byte {
	b = fmt.Appendf(b, `<text x="0" dx="6" y="%d">%s</text>`, top+titleY, escaped(shortened(row.Title)))
	y := top + lineY
	if row.Start > 0 {
		b = p.appendLine(b, "wv-run", row.Family, row.Start, row.Done, y)
	}
	b = p.appendLine(b, "wv-late", row.Family, min(row.First, row.Now), max(row.First, row.Now), y)
	b = fmt.Appendf(b, `<circle class="wv-%s" cx="%s" cy="%d" r="6"/>`, row.Family, p.x(row.First), y)
	return fmt.Appendf(b, `<circle class="wv-%s wv-end" cx="%s" cy="%d" r="6"/>`, row.Family, p.x(row.Now), y)
}

// appendLine appends a line between two moments; nothing when the second is not later.
func (p *Plan) appendLine(b []byte, class, family string, from, to float64, y int) []byte {
	if to <= from {
		return b
	}
	return fmt.Appendf(b, `<line class="%s wv-%s" x1="%s" x2="%s" y1="%d" y2="%d"/>`, class, family, p.x(from), p.x(to), y, y)
}

// x returns the place of a moment on the strip.
func (p *Plan) x(moment float64) string {
	years := float64(p.To + 1 - p.From)
	share := min(max((moment-float64(p.From))/years, 0), 1)
	return percent(int(share*10_000+0.5), 10_000)
}

// shortened returns a title that fits: the whole, or what is before a space with an
// ellipsis.
func shortened(title string) string {
	letters := []rune(title)
	if len(letters) <= mostLetters {
		return title
	}
	cut := string(letters[:mostLetters])
	if i := strings.LastIndexByte(cut, ' '); i > mostLetters/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:-") + "…"
}
