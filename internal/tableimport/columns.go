package tableimport

import (
	"slices"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/source"
	"wijkvisie/internal/spreadsheet"
)

// tableReader reads the rows of a table.
type tableReader struct {
	*importer
	table      *spreadsheet.Table
	kind       kind
	original   *spreadsheet.Table // what was known when a form was made; nil of no form
	columns    map[string]int     // by name, those of the kind
	names      []string           // of all columns of the kind
	keys       []parse.RowKey     // those of the kind
	mapping    *parse.Mapping
	monthFirst source.Pos // of a cell with a day that has the month first; zero when there is none
}

// read imports the table.
func (t *tableReader) read() {
	if t.kind.table == plan.DemandTable {
		t.report(diag.At(t.table.Header.Pos, diag.TableDerived, string(t.kind.table)))
		return
	}
	if !t.readHeader() {
		return
	}
	t.findMonthFirst()
	if t.kind.table == plan.ProgressTable {
		t.progress()
	} else {
		t.records()
	}
	t.compareKnown()
}

// readHeader finds the columns by their names, and reports whether the rows can be read. A name
// that resembles one that is known is a mistake.
func (t *tableReader) readHeader() bool {
	t.columns, t.names, t.keys, t.mapping = make(map[string]int), t.kind.columns(), t.kind.keys(), t.kind.mapping()
	var meant []string // by the names that are unknown
	before := len(t.problems)
	header := t.table.Header
	for i, c := range header.Cells {
		name, written := spreadsheet.Name(c.Value), strings.TrimSpace(c.Value)
		_, twice := t.columns[name]
		switch {
		case name == "" || t.original != nil && !slices.Contains(t.names, name) && columnNamed(t.original, name) >= 0:
		case twice:
			t.report(diag.At(c.Pos, diag.ColumnTwice, t.table.PlaceOfCell(header, i), name).WithHint(diag.RemoveOne))
		case !slices.Contains(t.names, name):
			near, ok := diag.Nearest(name, t.names)
			if !ok {
				t.result.Own = append(t.result.Own, spreadsheet.Column(i)+" ("+written+")")
				continue
			}
			meant = append(meant, near)
			t.report(diag.At(c.Pos, diag.ColumnUnknown, t.table.PlaceOfCell(header, i), written).WithHint(diag.DidYouMean, near))
		default:
			t.columns[name] = i
		}
	}
	for _, name := range t.kind.needs {
		if _, ok := t.columns[name]; !ok && !slices.Contains(meant, name) {
			t.report(diag.At(header.Pos, diag.ColumnMissing, t.table.PlaceOfRow(header), name).WithHint(diag.AddColumn, name))
		}
	}
	return len(t.problems) == before
}

// cell returns the text of a cell by the name of its column.
func (t *tableReader) cell(row spreadsheet.Row, name string) string {
	i, ok := t.columns[name]
	if !ok {
		return ""
	}
	return strings.TrimSpace(row.Cell(i).Value)
}

// at returns a cell by the name of its column.
func (t *tableReader) at(row spreadsheet.Row, name string) source.Text {
	if i, ok := t.columns[name]; ok {
		return row.Cell(i)
	}
	return source.Text{Pos: row.Pos}
}

// compareKnown reports the cells of a form that were known and that somebody changed. A row that was
// filled in and has the title of another, as after sorting a part of the columns, is an error.
func (t *tableReader) compareKnown() {
	if t.original == nil {
		return
	}
	known := make(map[string]spreadsheet.Row)
	for _, row := range t.original.Rows {
		known[strings.TrimSpace(row.Cell(0).Value)] = row
	}
	for _, row := range t.table.Rows {
		i := columnNamed(t.table, spreadsheet.Name(t.original.Header.Cell(0).Value))
		was, ok := known[strings.TrimSpace(row.Cell(max(i, 0)).Value)]
		if i < 0 || !ok {
			continue // a row that was added
		}
		for c, name := range t.original.Header.Cells {
			here := columnNamed(t.table, spreadsheet.Name(name.Value))
			if here < 0 || sameText(row.Cell(here), was.Cell(c)) || strings.TrimSpace(row.Cell(here).Value) == "" && t.isAdded(row) {
				continue
			}
			if other, ok := t.titled(row.Cell(here)); ok && spreadsheet.Name(name.Value) == columnTitle && !t.saysNothing(row) {
				t.report(diag.At(row.Cell(here).Pos, diag.CellElsewhere, t.table.PlaceOfCell(row, here), trimmed(row.Cell(here).Value), other.Cell(0).Value).WithHint(diag.OneRowTogether))
				continue
			}
			t.report(diag.At(row.Cell(here).Pos, diag.CellKnown, t.table.PlaceOfCell(row, here), was.Cell(c).Value, row.Cell(here).Value))
		}
	}
}

// columnTitle is the column of a form that tells a person what a row is about.
const columnTitle = "titel"

// titled returns the row of a form, as it was sent, that has a title.
func (t *tableReader) titled(title source.Text) (spreadsheet.Row, bool) {
	i := columnNamed(t.original, columnTitle)
	for _, row := range t.original.Rows {
		if i >= 0 && sameText(row.Cell(i), title) {
			return row, true
		}
	}
	return spreadsheet.Row{}, false
}

// isAdded reports whether a row of a form is one of those at its end, in which what is known may be
// empty: not the first with its id.
func (t *tableReader) isAdded(row spreadsheet.Row) bool {
	first := spreadsheet.Name(t.original.Header.Cell(0).Value)
	i := columnNamed(t.table, first)
	for _, other := range t.table.Rows {
		if other.Number >= row.Number {
			return false
		}
		if sameText(other.Cell(i), row.Cell(i)) {
			return true
		}
	}
	return false
}
