package chart

import (
	"strconv"
	"strings"
	"unicode/utf8"
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

// SVG returns the strip, with no style attributes. Only its height is fixed, so
// that its text does not scale.
func (p Plan) SVG() []byte {
	height := planRow*len(p.Rows) + planYears/2
	b := append([]byte(nil), `<svg class="wv-plan" role="img" aria-label="`...)
	b = appendEscaped(b, p.Label)
	b = append(b, `" width="100%" height="`+strconv.Itoa(height+planYears)+`">`...)
	step := (p.To-p.From)/7 + 1 // no more than eight years are named
	for year := p.From; year <= p.To; year += step {
		x := p.x(float64(year))
		b = append(b, `<line class="wv-axis" x1="`+x+`" x2="`+x+`" y1="0" y2="`+strconv.Itoa(height)+`"/>`...)
		b = append(b, `<text class="wv-yr" x="`+x+`" y="`+strconv.Itoa(height+16)+`">`+strconv.Itoa(year)+`</text>`...)
	}
	for i, row := range p.Rows {
		b = p.appendRow(b, row, planRow*i)
	}
	today := p.x(p.Today)
	b = append(b, `<line class="wv-today" x1="`+today+`" x2="`+today+`" y1="0" y2="`+strconv.Itoa(height)+`"/>`...)
	// The word stands left of the line where it would run off the strip.
	anchor := ` dx="6"`
	if p.Today > float64(p.From)+0.85*float64(p.To+1-p.From) {
		anchor = ` dx="-6" text-anchor="end"`
	}
	b = append(b, `<text class="wv-todayt" x="`+today+`" y="`+strconv.Itoa(height-6)+`"`+anchor+`>`...)
	b = appendEscaped(b, p.TodayIs)
	return append(b, "</text></svg>"...)
}

func (p Plan) appendRow(b []byte, row PlanRow, top int) []byte {
	y := strconv.Itoa(top + lineAt)
	line := func(class string, from, to float64) {
		if to > from {
			b = append(b, `<line class="`+class+` wv-`+row.Family+`" x1="`+p.x(from)+`" x2="`+p.x(to)+`" y1="`+y+`" y2="`+y+`"/>`...)
		}
	}
	dot := func(class string, at float64) {
		b = append(b, `<circle class="wv-`+row.Family+class+`" cx="`+p.x(at)+`" cy="`+y+`" r="6"/>`...)
	}
	b = append(b, `<text x="0" dx="6" y="`+strconv.Itoa(top+titleAt)+`">`...)
	b = appendEscaped(b, shortened(row.Title))
	b = append(b, "</text>"...)
	if row.Start > 0 {
		line("wv-run", row.Start, row.Done)
	}
	line("wv-late", min(row.First, row.Now), max(row.First, row.Now))
	dot("", row.First)
	dot(" wv-end", row.Now)
	return b
}

// x returns where a moment stands on the strip.
func (p Plan) x(moment float64) string {
	years := float64(p.To + 1 - p.From)
	part := min(max((moment-float64(p.From))/years, 0), 1)
	return string(appendPercent(nil, int(part*10_000+0.5), 10_000))
}

// shortened returns a title that fits, cut between words.
func shortened(title string) string {
	if utf8.RuneCountInString(title) <= planTitle {
		return title
	}
	cut := string([]rune(title)[:planTitle])
	if i := strings.LastIndexByte(cut, ' '); i > planTitle/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:-") + "…"
}
