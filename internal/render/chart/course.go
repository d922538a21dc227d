package chart

import "strconv"

// Course is what was promised for one thing, and when: strokes from moment to moment, and
// marks on them.
type Course struct {
	Tone    string // the colour: pos, inf, war or neu
	Strokes []Stroke
	Marks   []Mark
}

// Draw adds a stroke to the course.
func (c *Course) Draw(kind StrokeKind, from, to float64) {
	c.Strokes = append(c.Strokes, Stroke{kind, from, to})
}

// Mark adds a mark to the course.
func (c *Course) Mark(kind MarkKind, at float64) { c.Marks = append(c.Marks, Mark{kind, at}) }

// IsEmpty reports whether nothing is drawn.
func (c *Course) IsEmpty() bool { return len(c.Strokes)+len(c.Marks) == 0 }

// Stroke is a line from one moment to another. Where it goes on beyond the axis it ends in
// an arrow.
type Stroke struct {
	Kind     StrokeKind
	From, To float64
}

// StrokeKind is what a stroke tells.
type StrokeKind uint8

// The kinds of stroke.
const (
	StrokeEven    StrokeKind = iota // no later than it was promised
	StrokeLater                     // later than it was promised
	StrokeWaiting                   // nobody knows when, or the date has passed
)

// Mark is something at a moment.
type Mark struct {
	Kind MarkKind
	At   float64
}

// MarkKind is what a mark tells. A circle is yes, a diamond is open, a square is no.
type MarkKind uint8

// The kinds of mark.
const (
	MarkFirst   MarkKind = iota // the date that was first promised
	MarkNow                     // when it was done, or is planned now
	MarkKept                    // both at once
	MarkAsked                   // when it was asked, of what waited for an answer
	MarkStudied                 // when somebody began to look into it
	MarkNo                      // since when nothing is to be expected any more
)

// yearsID is the id of the lines of the years, which every course of a page repeats.
const yearsID = "wv-jaren"

// AppendHead appends the names of the years, which stand above the courses of a page, as
// SVG. A year begins at the line before its name. All that is drawn here is hidden from
// screen readers: the page has the same dates as text.
func (a Axis) AppendHead(b []byte) []byte {
	b = append(b, yearsStart+`<defs><g id="`+yearsID+`">`...)
	for year := a.From; year <= a.To; year += a.step() {
		b = appendUpright(b, "wv-axis", a.x(float64(year)))
	}
	b = append(appendUpright(b, "wv-today", a.x(a.Today)), "</g></defs>"...)
	return a.appendNames(b)
}

// AppendYears appends the names of the years once more, for a course that stands far from
// the head of its page.
func (a Axis) AppendYears(b []byte) []byte { return a.appendNames(append(b, yearsStart...)) }

// yearsStart is the start tag of the names of the years.
const yearsStart = `<svg class="wv-years" aria-hidden="true">`

func (a Axis) appendNames(b []byte) []byte {
	for year := a.From; year <= a.To; year += a.step() {
		if a.To+1-year > (a.To+1-a.From)/(2*maxNamed) { // there is room for its name
			b = appendAll(b, `<text x="`, a.x(float64(year)), `" y="17">`, strconv.Itoa(year), `</text>`)
		}
	}
	return append(b, "</svg>"...)
}

// AppendCourse appends a course as SVG. Neither its height nor its place in that is fixed:
// the stylesheet gives it a row.
func (a Axis) AppendCourse(b []byte, c *Course) []byte {
	b = appendAll(b, `<svg class="wv-course" aria-hidden="true"><use href="#`, yearsID, `"/><g class="wv-`, c.Tone, `">`)
	for _, s := range c.Strokes {
		b = a.appendStroke(b, s)
	}
	for _, m := range c.Marks {
		if a.has(m.At) {
			b = appendMark(b, m.Kind, a.x(m.At))
		}
	}
	return append(b, "</g></svg>"...)
}

// AppendSign appends a small picture of a stroke with a mark at its beginning, for a key.
func AppendSign(b []byte, stroke StrokeKind, mark ...MarkKind) []byte {
	b = append(b, `<svg class="wv-sign" aria-hidden="true" width="28" height="16"><g class="wv-neu">`...)
	b = Axis{}.appendStroke(b, Stroke{stroke, 0.25, 1})
	for _, m := range mark {
		b = appendMark(b, m, "25%")
	}
	return append(b, "</g></svg>"...)
}

// AppendMarkSign appends a small picture of a mark, for a key.
func AppendMarkSign(b []byte, kind MarkKind) []byte {
	b = append(b, `<svg class="wv-sign" aria-hidden="true" width="16" height="16"><g class="wv-neu">`...)
	return append(appendMark(b, kind, "50%"), "</g></svg>"...)
}

// AppendTodaySign appends a small picture of the line for today, for a key.
func AppendTodaySign(b []byte) []byte {
	b = append(b, `<svg class="wv-sign" aria-hidden="true" width="8" height="16">`...)
	return append(appendUpright(b, "wv-today", "50%"), "</svg>"...)
}

func (a Axis) appendStroke(b []byte, s Stroke) []byte {
	from, to := min(s.From, s.To), max(s.From, s.To)
	class := [...]string{"wv-even", "wv-later-on", "wv-waits"}[s.Kind]
	b = appendAll(b, `<line class="`, class, `" x1="`, a.x(from), `" x2="`, a.x(to), `"/>`)
	if from < float64(a.From) {
		b = appendShape(b, class, "0%", "M6-4 1 0l5 4")
	}
	if to > float64(a.To+1) {
		b = appendShape(b, class, "100%", "M-6-4-1 0l-5 4")
	}
	return b
}

func appendMark(b []byte, kind MarkKind, x string) []byte {
	switch kind {
	case MarkFirst:
		return appendAll(b, `<circle class="wv-open" cx="`, x, `" r="5.5"/>`)
	case MarkNow:
		return appendAll(b, `<circle cx="`, x, `" r="5.5"/>`)
	case MarkKept:
		return appendAll(b, `<circle class="wv-open" cx="`, x, `" r="7.5"/><circle class="wv-core" cx="`, x, `" r="3.5"/>`)
	case MarkAsked:
		return appendShape(b, "wv-open wv-ask-mark", x, "M0-6.5 6.5 0 0 6.5-6.5 0z")
	case MarkStudied:
		return appendShape(b, "wv-ask-mark", x, "M0-7 7 0 0 7-7 0z")
	default:
		return appendShape(b, "wv-no-mark", x, "M-5.5-5.5h11v11h-11z")
	}
}

// appendShape appends a path around a place on the axis.
func appendShape(b []byte, class, x, path string) []byte {
	return appendAll(b, `<svg x="`, x, `" overflow="visible"><path class="`, class, `" d="`, path, `"/></svg>`)
}

// appendUpright appends a line from the top to the bottom.
func appendUpright(b []byte, class, x string) []byte {
	return appendAll(b, `<line class="`, class, `" x1="`, x, `" x2="`, x, `" y2="100%"/>`)
}
