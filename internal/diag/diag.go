// Package diag is what an author should mend: where it stands, what is wrong,
// and the way out, in Dutch and in English.
//
// A problem in content is a value, a Diagnostic, collected by every stage that
// can see it; it is never an error, which is a broken machine or our own bug.
// What can be said stands in one catalogue (catalogue.go), so that a message
// has both languages and tools can rely on its code. The printers (text.go,
// json.go, …) show a List to people and to programs.
package diag

import (
	"cmp"
	"slices"

	"wijkvisie/internal/source"
)

// Severity is how bad it is.
type Severity uint8

// Errors keep a site from being published; warnings do under --strict.
const (
	Error Severity = iota
	Warning
	Info
)

// String returns the severity as in the JSON output.
func (s Severity) String() string {
	return [...]string{"error", "warning", "info"}[s]
}

// Text is something to say: a message of the catalogue and what it is about.
// The arguments are strings, integers, Messages (words that are said in the
// reader's language), lists of strings, which are joined by commas, and what has a
// String.
type Text struct {
	Message Message
	Args    []any
}

// IsZero tells whether there is nothing to say.
func (t Text) IsZero() bool { return t.Message == "" }

// Related is a second place that helps to understand the first.
type Related struct {
	Pos  source.Pos
	Text Text
}

// Diagnostic is one thing an author should mend. It is small, as a site can have tens
// of thousands.
type Diagnostic struct {
	Pos  source.Pos
	Text Text // also decides Code and Severity
	more *more
}

// more is what not every diagnostic has. It does not change.
type more struct {
	hint    Text
	related []Related
	file    string
	mend    Mend
}

// Mend is a change to a file: other text in a place.
type Mend struct {
	Pos  source.Pos
	Text string
}

// IsZero tells whether there is no change.
func (m Mend) IsZero() bool { return m.Pos.IsZero() }

// At returns the diagnostic that says m at pos.
func At(pos source.Pos, m Message, args ...any) Diagnostic {
	return Diagnostic{Pos: pos, Text: Text{m, args}}
}

// InFile returns the diagnostic that says m of a file that was not read, at 1:1.
func InFile(path string, m Message, args ...any) Diagnostic {
	return Diagnostic{Text: Text{m, args}, more: &more{file: path}}
}

// WithHint returns d with a way out.
func (d Diagnostic) WithHint(m Message, args ...any) Diagnostic {
	return d.with(func(also *more) { also.hint = Text{m, args} })
}

// WithRelated returns d with one more related place.
func (d Diagnostic) WithRelated(pos source.Pos, m Message, args ...any) Diagnostic {
	return d.with(func(also *more) { also.related = append(slices.Clip(also.related), Related{pos, Text{m, args}}) })
}

// WithMend returns d with the change that puts it right.
func (d Diagnostic) WithMend(pos source.Pos, text string) Diagnostic {
	return d.with(func(also *more) { also.mend = Mend{pos, text} })
}

// with returns d with more.
func (d Diagnostic) with(add func(*more)) Diagnostic {
	also := d.also()
	add(&also)
	d.more = &also
	return d
}

func (d Diagnostic) also() more {
	if d.more == nil {
		return more{}
	}
	return *d.more
}

// Hint returns the way out, zero when there is none of its own.
func (d Diagnostic) Hint() Text { return d.also().hint }

// Related returns the places that help to understand it.
func (d Diagnostic) Related() []Related { return d.also().related }

// Mend returns the one change that puts it right, when there is one that cannot do
// harm; zero else.
func (d Diagnostic) Mend() Mend { return d.also().mend }

// Code returns the code that tools know the diagnostic by, as in "unknown-need".
func (d Diagnostic) Code() Code { return d.Text.Message.Code() }

// Severity returns how bad it is.
func (d Diagnostic) Severity() Severity { return d.Code().Severity() }

// Path returns the path of the file it is about, relative to the content folder, or
// that of a file of a theme.
func (d Diagnostic) Path() string {
	if d.Pos.IsZero() {
		return d.also().file
	}
	return d.Pos.Path()
}

// List is all that is wrong or doubtful in a site.
type List []Diagnostic

// Sort orders the list by file, line, column and message, and leaves out what
// was said twice.
func (l *List) Sort() {
	if len(*l) == 0 {
		return
	}
	order := make([]*Diagnostic, len(*l)) // they are large to move about
	for i := range *l {
		order[i] = &(*l)[i]
	}
	slices.SortStableFunc(order, compare)
	order = slices.CompactFunc(order, func(a, b *Diagnostic) bool { return compare(a, b) == 0 })
	sorted := make(List, len(order))
	for i, d := range order {
		sorted[i] = *d
	}
	*l = sorted
}

// compare orders two diagnostics. Nearly all differ in their places, so that the rest
// is worked out of few.
func compare(a, b *Diagnostic) int {
	if a.Pos.File == nil || a.Pos.File != b.Pos.File {
		if c := cmp.Compare(a.Path(), b.Path()); c != 0 {
			return c
		}
	}
	if a.Pos.Start != b.Pos.Start {
		return cmp.Compare(a.Pos.Start, b.Pos.Start)
	}
	return cmp.Or(
		cmp.Compare(a.Code(), b.Code()),
		cmp.Compare(a.Text.Message, b.Text.Message),
		slices.CompareFunc(a.Text.Args, b.Text.Args, compareArgs),
	)
}

func compareArgs(a, b any) int {
	return cmp.Compare(Dutch.arg(a), Dutch.arg(b))
}

// Count returns how many of the list have a severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, d := range l {
		if d.Severity() == s {
			n++
		}
	}
	return n
}

// HasErrors tells whether the list keeps a site from being published.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity() == Error })
}
