// Package diag is what an author should fix: where it stands, what is wrong, and what to
// do about it, in Dutch and in English.
//
// A problem in content is a value, a Diagnostic, collected by every stage that can see it;
// it is never an error, which is a failure of the system or a bug. All texts stand in one
// catalogue, a row for each code (catalogue.go, and catalogue_file.go and others for the
// rows). The printers (text.go, json.go, github.go and sarif.go) write a List.
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

// Text is a message of the catalogue and its arguments, which are strings, integers, Messages
// and Texts (which are put in the reader's language), lists of strings (which are joined by
// commas) and values with a String method.
type Text struct {
	Message Message
	Args    []any
}

// IsZero reports whether there is no text.
func (t Text) IsZero() bool { return t.Message == "" }

// Related is a second place that helps to understand a diagnostic.
type Related struct {
	Pos  source.Pos
	Text Text
}

// Diagnostic is one thing an author should fix.
type Diagnostic struct {
	Pos     source.Pos
	Text    Text   // also decides Code and Severity
	file    string // the path of a file that was not read, which has no Pos
	hint    Text
	related []Related
	fix     Fix
}

// Fix is a change to a file: other text in a place.
type Fix struct {
	Pos  source.Pos
	Text string
}

// IsZero reports whether there is no change.
func (f Fix) IsZero() bool { return f.Pos.IsZero() }

// At returns the diagnostic with message m at pos.
func At(pos source.Pos, m Message, args ...any) Diagnostic {
	return Diagnostic{Pos: pos, Text: Text{m, args}}
}

// InFile returns the diagnostic with message m of a file that was not read, at 1:1.
func InFile(path string, m Message, args ...any) Diagnostic {
	return Diagnostic{file: path, Text: Text{m, args}}
}

// WithHint returns d with another hint.
func (d Diagnostic) WithHint(m Message, args ...any) Diagnostic {
	d.hint = Text{m, args}
	return d
}

// WithRelated returns d with one more related place.
func (d Diagnostic) WithRelated(pos source.Pos, m Message, args ...any) Diagnostic {
	d.related = append(slices.Clip(d.related), Related{pos, Text{m, args}})
	return d
}

// WithFix returns d with the change that puts it right: text in the place of pos.
func (d Diagnostic) WithFix(pos source.Pos, text string) Diagnostic {
	d.fix = Fix{pos, text}
	return d
}

// Hint returns what to do about d, zero when it has no hint of its own (see Lang.Hint).
func (d Diagnostic) Hint() Text { return d.hint }

// Related returns the places that help to understand d.
func (d Diagnostic) Related() []Related { return d.related }

// Fix returns the one change that puts d right and cannot do harm, zero when there is none.
func (d Diagnostic) Fix() Fix { return d.fix }

// Code returns the code that tools know the diagnostic by, as in "unknown-need".
func (d Diagnostic) Code() Code { return d.Text.Message.Code() }

// Severity returns how bad it is.
func (d Diagnostic) Severity() Severity { return d.Code().Severity() }

// Path returns the path of the file that d is about, relative to the content folder, or to
// the theme's when it is a file of a theme.
func (d Diagnostic) Path() string {
	if d.Pos.IsZero() {
		return d.file
	}
	return d.Pos.Path()
}

// OfTheme reports whether d is about a file of a theme, and not of the content.
func (d Diagnostic) OfTheme() bool { return d.Text.Message.folder() == themeFolder }

// List is all that is wrong or doubtful in a site.
type List []Diagnostic

// Sort orders the list by file, place, code and message, and removes duplicates. A list that
// is nil stays nil.
func (l *List) Sort() {
	if len(*l) == 0 {
		return
	}
	order := make([]*Diagnostic, len(*l)) // pointers, because diagnostics are large to move
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

func compare(a, b *Diagnostic) int {
	if a.Pos.File == nil || a.Pos.File != b.Pos.File {
		if c := cmp.Compare(a.Path(), b.Path()); c != 0 {
			return c
		}
	}
	if c := cmp.Compare(a.Pos.Start, b.Pos.Start); c != 0 {
		return c // nearly always: the rest is slower to compare
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

// Count returns the number of diagnostics with a severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, d := range l {
		if d.Severity() == s {
			n++
		}
	}
	return n
}

// HasErrors reports whether the list keeps a site from being published.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity() == Error })
}
