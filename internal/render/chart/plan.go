package chart

import (
	"strconv"
	"strings"
)

// Plan is a strip of years with a line for each commitment: an open dot where it
// was first promised, a closed one where it is planned now or was done, dashes
// between the two, and a line for today. Moments are years with a fraction:
// 2012.5 is the first of July.
type Plan struct {
	Rows     []PlanRow
	From, To int // the first and the last year
	Today    float64
	TodayIs  string // what the line for today is called
	Label    string // what the strip shows, for who cannot see it
}

// PlanRow is a commitment on the strip.
type PlanRow struct {
	Title       string
	Family      string  // its colour: pos, inf, war or neu
	Start, Done float64 // the work; Start is 0 when it did not begin
	First, Now  float64 // the dates
}

// The measures of a strip, in pixels.
const (
	planRow   = 56
	planYears = 22 // the row of years below
	titleAt   = 18
	lineAt    = 36
	// planTitle is how many letters of a title fit on the narrowest screen. The
	// table under the strip has all of it.
	planTitle = 40
)

// Append appends the strip as SVG, with no style attributes. Only its height is fixed,
// so that its text does not scale.
func (p *Plan) Append(b []byte) []byte {
	height := planRow*len(p.Rows) + planYears/2
	b = append(b, `<svg class="wv-plan" role="img" aria-label="`...)
	b = appendEscaped(b, p.Label)
	b = append(b, `" width="100%" height="`...)
	b = strconv.AppendInt(b, int64(height+planYears), 10)
	b = append(b, `">`...)
	step := (p.To-p.From)/7 + 1 // no more than eight years are named
	for year := p.From; year <= p.To; year += step {
		b = p.appendYear(b, year, height)
	}
	for i := range p.Rows {
		b = p.appendRow(b, &p.Rows[i], planRow*i)
	}
	return append(p.appendToday(b, height), "</svg>"...)
}

// appendYear appends the line where a year begins, and its name.
func (p *Plan) appendYear(b []byte, year, height int) []byte {
	b = append(b, `<line class="wv-axis"`...)
	b = p.appendDown(b, float64(year), height)
	b = append(b, `<text class="wv-yr" x="`...)
	b = p.appendX(b, float64(year))
	b = append(b, `" y="`...)
	b = strconv.AppendInt(b, int64(height+16), 10)
	b = append(b, `">`...)
	b = strconv.AppendInt(b, int64(year), 10)
	return append(b, `</text>`...)
}

// appendDown ends a line that runs down the whole strip.
func (p *Plan) appendDown(b []byte, at float64, height int) []byte {
	b = append(b, ` x1="`...)
	b = p.appendX(b, at)
	b = append(b, `" x2="`...)
	b = p.appendX(b, at)
	b = append(b, `" y1="0" y2="`...)
	b = strconv.AppendInt(b, int64(height), 10)
	return append(b, `"/>`...)
}

func (p *Plan) appendToday(b []byte, height int) []byte {
	b = append(b, `<line class="wv-today"`...)
	b = p.appendDown(b, p.Today, height)
	b = append(b, `<text class="wv-todayt" x="`...)
	b = p.appendX(b, p.Today)
	b = append(b, `" y="`...)
	b = strconv.AppendInt(b, int64(height-6), 10)
	// The word stands left of the line where it would run off the strip.
	if p.Today > float64(p.From)+0.85*float64(p.To+1-p.From) {
		b = append(b, `" dx="-6" text-anchor="end">`...)
	} else {
		b = append(b, `" dx="6">`...)
	}
	return append(appendEscaped(b, p.TodayIs), "</text>"...)
}

func (p *Plan) appendRow(b []byte, row *PlanRow, top int) []byte {
	b = append(b, `<text x="0" dx="6" y="`...)
	b = strconv.AppendInt(b, int64(top+titleAt), 10)
	b = append(b, `">`...)
	if title, all := shortened(row.Title); all {
		b = appendEscaped(b, title)
	} else {
		b = append(appendEscaped(b, title), "…"...)
	}
	b = append(b, "</text>"...)
	y := top + lineAt
	if row.Start > 0 {
		b = p.appendLine(b, "wv-run", row.Family, row.Start, row.Done, y)
	}
	b = p.appendLine(b, "wv-late", row.Family, min(row.First, row.Now), max(row.First, row.Now), y)
	b = p.appendDot(b, row.Family, "", row.First, y)
	return p.appendDot(b, row.Family, " wv-end", row.Now, y)
}

// appendLine appends a line between two moments; nothing when it runs back.
func (p *Plan) appendLine(b []byte, class, family string, from, to float64, y int) []byte {
	if to <= from {
		return b
	}
	b = append(b, `<line class="`...)
	b = append(b, class...)
	b = append(b, ` wv-`...)
	b = append(b, family...)
	b = append(b, `" x1="`...)
	b = p.appendX(b, from)
	b = append(b, `" x2="`...)
	b = p.appendX(b, to)
	b = append(b, `" y1="`...)
	b = strconv.AppendInt(b, int64(y), 10)
	b = append(b, `" y2="`...)
	b = strconv.AppendInt(b, int64(y), 10)
	return append(b, `"/>`...)
}

func (p *Plan) appendDot(b []byte, family, class string, at float64, y int) []byte {
	b = append(b, `<circle class="wv-`...)
	b = append(b, family...)
	b = append(b, class...)
	b = append(b, `" cx="`...)
	b = p.appendX(b, at)
	b = append(b, `" cy="`...)
	b = strconv.AppendInt(b, int64(y), 10)
	return append(b, `" r="6"/>`...)
}

// appendX appends where a moment stands on the strip.
func (p *Plan) appendX(b []byte, moment float64) []byte {
	years := float64(p.To + 1 - p.From)
	part := min(max((moment-float64(p.From))/years, 0), 1)
	return appendPercent(b, int(part*10_000+0.5), 10_000)
}

// shortened returns as much of a title as fits, cut between words.
func shortened(title string) (cut string, all bool) {
	letters := 0
	for i := range title {
		if letters == planTitle {
			cut = title[:i]
			break
		}
		letters++
	}
	if cut == "" {
		return title, true
	}
	if i := strings.LastIndexByte(cut, ' '); i > planTitle/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:-"), false
}
