package chart

import "strconv"

// Axis is a span of years on which dates are drawn. Moments are years with a fraction:
// 2012.5 is the first of July. A page draws all its lines on one axis, so that they can be
// compared.
type Axis struct {
	From, To int     // the first and the last year
	Today    float64 // 0 when it is not drawn
	TodayIs  string  // the text at the line for today; empty when it has none
}

// DateLine is the dates of something that was promised: an open dot at the date that was
// first promised and a closed dot at the present date, with a line between the two, and
// dashes to today when the present date has passed.
type DateLine struct {
	Tone    string  // its colour: pos, inf, war or neu
	First   float64 // when it was first promised to be done; 0 when that is not known
	Now     float64 // when it was done or will be; 0 when that is not known
	Overdue bool    // Now has passed, and it is not done
	Ended   bool    // nothing comes of it any more, from Now on: a cross instead of a dot
}

// The sizes of a line, in pixels.
const (
	lineHeight  = 20
	lineY       = 10
	dotRadius   = 5
	todayHeight = 16 // of the text at the line for today, above the line
	yearsHeight = 16 // of the names of the years
)

// maxNamed is the greatest number of years that have a name: those that fit on the
// narrowest screen.
const maxNamed = 7

// Include widens the axis so that a moment is on it. It ignores 0.
func (a *Axis) Include(moment float64) {
	if moment > 0 {
		a.From, a.To = min(a.From, int(moment)), max(a.To, int(moment))
	}
}

// AppendLine appends a line as SVG, with no style attributes. It is hidden from screen
// readers: the page has the same dates as text. Only its height is fixed, so that its text
// does not scale.
func (a Axis) AppendLine(b []byte, l DateLine) []byte {
	top := 0
	if a.TodayIs != "" {
		top = todayHeight
	}
	b = openAxis(b, top+lineHeight)
	y, bottom := strconv.Itoa(top+lineY), strconv.Itoa(top+lineHeight)
	b = appendLine(b, "wv-axis", "0%", "100%", y, y)
	for year := a.From; year <= a.To; year += a.step() {
		x := a.x(float64(year))
		b = appendLine(b, "wv-axis", x, x, strconv.Itoa(top+lineY-4), strconv.Itoa(top+lineY+4))
	}
	if a.Today > 0 {
		x := a.x(a.Today)
		b = appendLine(b, "wv-today", x, x, strconv.Itoa(top), bottom)
		if top > 0 {
			b = appendAll(b, `<text class="wv-todayt" x="`, x, `" y="`, strconv.Itoa(top-4), `" text-anchor="`, a.anchor(a.Today), `">`, escaped(a.TodayIs), `</text>`)
		}
	}
	return append(a.appendDates(b, l, y), "</svg>"...)
}

// AppendYears appends the names of the years, which stand under or above lines.
func (a Axis) AppendYears(b []byte) []byte {
	b = openAxis(b, yearsHeight)
	for year := a.From; year <= a.To; year += a.step() {
		b = appendAll(b, `<text x="`, a.x(float64(year)), `" dx="3" y="12">`, strconv.Itoa(year), `</text>`)
	}
	return append(b, "</svg>"...)
}

func (a Axis) appendDates(b []byte, l DateLine, y string) []byte {
	first, now := a.x(l.First), a.x(l.Now)
	switch {
	case l.First == 0 || l.Now == l.First:
	case l.Now == 0: // to an unknown date
		b = appendLine(b, "wv-beyond wv-"+l.Tone, first, "100%", y, y)
	default:
		b = appendLine(b, "wv-span wv-"+l.Tone, first, now, y, y)
	}
	if l.Overdue && l.Now > 0 {
		b = appendLine(b, "wv-beyond wv-"+l.Tone, now, a.x(a.Today), y, y)
	}
	if l.First > 0 {
		b = appendDot(b, "wv-first wv-"+l.Tone, first, y)
	}
	switch {
	case l.Now == 0:
		return b
	case l.Ended:
		return appendAll(b, `<svg class="wv-cross wv-`, l.Tone, `" x="`, now, `" y="`, y, `" overflow="visible"><path d="M-5-5 5 5M5-5-5 5"/></svg>`)
	default:
		return appendDot(b, "wv-"+l.Tone, now, y)
	}
}

// openAxis appends the start tag of a drawing that is as wide as there is room.
func openAxis(b []byte, height int) []byte {
	return appendAll(b, `<svg class="wv-dateline" aria-hidden="true" width="100%" height="`, strconv.Itoa(height), `">`)
}

func appendLine(b []byte, class, x1, x2, y1, y2 string) []byte {
	return appendAll(b, `<line class="`, class, `" x1="`, x1, `" x2="`, x2, `" y1="`, y1, `" y2="`, y2, `"/>`)
}

func appendDot(b []byte, class, x, y string) []byte {
	return appendAll(b, `<circle class="`, class, `" cx="`, x, `" cy="`, y, `" r="`, strconv.Itoa(dotRadius), `"/>`)
}

// step returns how many years lie between years that have a name.
func (a Axis) step() int { return (a.To-a.From)/maxNamed + 1 }

// share returns where a moment lies between the ends of the axis, from 0 to 1.
func (a Axis) share(moment float64) float64 {
	return min(max((moment-float64(a.From))/float64(a.To+1-a.From), 0), 1)
}

// x returns the place of a moment on the axis.
func (a Axis) x(moment float64) string { return percent(int(a.share(moment)*10_000+0.5), 10_000) }

// anchor returns which end of a text stands at a moment, so that the text is on the axis.
func (a Axis) anchor(moment float64) string {
	switch share := a.share(moment); {
	case share < 0.1:
		return "start"
	case share > 0.9:
		return "end"
	default:
		return "middle"
	}
}
