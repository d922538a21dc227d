package spreadsheet

import (
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// OriginalSheet is the hidden sheet of a form that has what was known when it was made: the
// columns that are not for filling in, with their names in its first row. By it a reader knows
// what somebody changed.
const OriginalSheet = "zoals-verstuurd"

// Form is a workbook for somebody to fill in: a table of which some cells are known and grey, and
// others are white.
type Form struct {
	Sheet   string   // its name
	Title   string   // in the first row
	Intro   []string // what to do, a row each
	Columns []FormColumn
	Rows    [][]string // of the columns that are known, in their order
	Spare   int        // how many rows there are below those, in which all cells can be filled in
	Refusal string     // what is said to who fills in something else than one of the options
}

// FormColumn is a column of a form.
type FormColumn struct {
	Name    string
	About   string   // what it is for
	Known   bool     // it is not for filling in
	Options []string // the values that there are; nil for anything
	Width   float64  // in characters
}

// Write writes the form as .xlsx. The same form gives the same bytes.
func (f *Form) Write(w io.Writer) error {
	lines := append(f.head(), f.body()...)
	names := len(f.Intro) + 4
	s := Sheet{Name: f.Sheet, Protected: true, Frozen: [2]int{1, names}, Wide: true, Rows: slices.Values(lines)}
	for i, c := range f.Columns {
		s.Widths = append(s.Widths, c.Width)
		if c.Options != nil {
			s.Choices = append(s.Choices, Choice{i, names + 1, names + len(f.Rows) + f.Spare, c.Options, f.Refusal})
		}
	}
	return WriteWorkbook(w, []Sheet{s, {Name: OriginalSheet, Hidden: true, Rows: slices.Values(f.original())}})
}

// head returns what stands above the rows: the title, what to do, and the columns.
func (f *Form) head() []Line {
	lines := []Line{{Height: 24, Cells: []Cell{{Text: f.Title, Style: Title}}}}
	for _, text := range f.Intro {
		lines = append(lines, Line{Cells: []Cell{{Text: text}}})
	}
	var about, names Line
	high := 1
	for _, c := range f.Columns {
		aboutStyle, nameStyle := About, ColumnName
		if c.Known {
			aboutStyle, nameStyle = KnownAbout, KnownName
		}
		about.Cells = append(about.Cells, Cell{Text: c.About, Style: aboutStyle})
		names.Cells = append(names.Cells, Cell{Text: c.Name, Style: nameStyle})
		high = max(high, linesOf(c.About, c.Width*1.15)) // the letters are smaller
	}
	about.Height = 13*float64(high) + 4
	return append(lines, Line{}, about, names)
}

// body returns the rows, and those that are spare.
func (f *Form) body() []Line {
	var lines []Line
	for i := range len(f.Rows) + f.Spare {
		known, high := 0, 1
		var line Line
		for _, column := range f.Columns {
			cell := Cell{Style: White}
			if column.Known && i < len(f.Rows) {
				cell = Cell{Text: f.Rows[i][known], Style: Known}
				high = max(high, linesOf(cell.Text, column.Width))
			}
			if column.Known {
				known++
			}
			line.Cells = append(line.Cells, cell)
		}
		line.Height = 15*float64(high) + 3
		lines = append(lines, line)
	}
	return lines
}

// original returns the rows of the hidden sheet.
func (f *Form) original() []Line {
	var names Line
	for _, c := range f.Columns {
		if c.Known {
			names.Cells = append(names.Cells, Cell{Text: c.Name, Style: Wrapped})
		}
	}
	lines := []Line{names}
	for _, row := range f.Rows {
		var line Line
		for _, text := range row {
			line.Cells = append(line.Cells, Cell{Text: text, Style: Wrapped})
		}
		lines = append(lines, line)
	}
	return lines
}

// linesOf returns about how many lines a text takes in a column.
func linesOf(text string, width float64) int {
	lines := 0
	for line := range strings.SplitSeq(text, "\n") {
		at, column := 1, 0
		for word := range strings.FieldsSeq(line) {
			n := utf8.RuneCountInString(word)
			if column > 0 && float64(column+1+n) > width-1 {
				at++
				column = 0
			}
			column += n + 1
			if long := int(float64(n) / width); long > 0 {
				at += long
			}
		}
		lines += at
	}
	return lines
}
