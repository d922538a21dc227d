package opendata

import (
	"io"
	"iter"
	"slices"
	"unicode/utf16"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/spreadsheet"
)

// Guide has what the first sheet of a workbook says: what it is, and what each column means.
type Guide struct {
	Sheet    string // its name
	Title    string
	About    []string // a row each
	Table    string   // the words above the three columns: sheet, column, meaning
	Column   string
	Meaning  string
	Describe func(plan.Table) Description
	Cut      string // what stands at the end of a text that is too long for a cell
}

// Workbook writes all tables as a workbook (.xlsx), a sheet each, for people. Days are days and
// numbers are numbers; the rest is as in CSV.
func Workbook(w io.Writer, g *relate.Graph, base string, guide Guide) error {
	sheets := []spreadsheet.Sheet{{Name: guide.Sheet, Widths: []float64{16, 26, 100}, Wide: true, Rows: guide.lines()}}
	for _, t := range plan.Tables() {
		of := tableOf(t, g, base)
		s := spreadsheet.Sheet{Name: string(t), Frozen: [2]int{1, 1}, Filter: 1, Rows: of.lines(guide.Cut)}
		for _, f := range of.fields {
			s.Widths = append(s.Widths, f.width())
		}
		sheets = append(sheets, s)
	}
	return spreadsheet.WriteWorkbook(w, sheets)
}

// lines yields the rows of the first sheet.
func (g Guide) lines() iter.Seq[spreadsheet.Line] {
	head := func(texts ...string) (line spreadsheet.Line) {
		for _, text := range texts {
			line.Cells = append(line.Cells, spreadsheet.Cell{Text: text, Style: spreadsheet.Head})
		}
		return line
	}
	lines := []spreadsheet.Line{{Height: 24, Cells: []spreadsheet.Cell{{Text: g.Title, Style: spreadsheet.Title}}}}
	for _, text := range g.About {
		lines = append(lines, spreadsheet.Line{Cells: []spreadsheet.Cell{{Text: text}}})
	}
	lines = append(lines, spreadsheet.Line{}, head(g.Table, g.Column, g.Meaning))
	for _, t := range plan.Tables() {
		of := g.Describe(t)
		lines = append(lines, spreadsheet.Line{Cells: []spreadsheet.Cell{{Text: string(t)}, {}, {Text: of.Meaning, Style: spreadsheet.Wrapped}}})
		for _, f := range fieldsOf(t) {
			lines = append(lines, spreadsheet.Line{Cells: []spreadsheet.Cell{{Text: string(t)}, {Text: f.name}, {Text: of.Column(f.name), Style: spreadsheet.Wrapped}}})
		}
	}
	return slices.Values(lines)
}

// width returns how wide the column of a field is, in characters.
func (f field) width() float64 {
	switch {
	case f.holds == dateType, f.holds == integerType, f.holds == booleanType:
		return 13
	case f.name == "titel" || f.name == "tekst" || f.name == "toelichting" || f.name == "reden" || f.name == "samenvatting":
		return 44
	default:
		return 22
	}
}

// lines yields the rows of a table below the names of its columns. The cells are used again for
// the next row.
func (t table) lines(cut string) iter.Seq[spreadsheet.Line] {
	return func(yield func(spreadsheet.Line) bool) {
		cells := make([]spreadsheet.Cell, len(t.fields))
		for i, f := range t.fields {
			cells[i] = spreadsheet.Cell{Text: f.name, Style: spreadsheet.Head}
		}
		if !yield(spreadsheet.Line{Cells: cells}) {
			return
		}
		for values := range t.rows {
			for i, v := range values {
				cells[i] = spreadsheet.Cell{Text: fitting(plain(v), cut)}
				switch {
				case v == nil:
				case t.fields[i].holds == dateType:
					cells[i].Kind = spreadsheet.DayCell
				case t.fields[i].holds == integerType:
					cells[i].Kind = spreadsheet.NumberCell
				}
			}
			if !yield(spreadsheet.Line{Cells: cells}) {
				return
			}
		}
	}
}

// longestCell is how many characters of UTF-16 a cell holds.
const longestCell = 32_767

// fitting returns a text as far as it fits in a cell, with what is said of the rest.
func fitting(text, cut string) string {
	if len(text) <= longestCell {
		return text
	}
	units := utf16.Encode([]rune(text))
	if len(units) <= longestCell {
		return text
	}
	return string(utf16.Decode(units[:longestCell-len(cut)-1])) + cut
}
