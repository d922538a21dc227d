package tableimport

import (
	"slices"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/source"
	"wijkvisie/internal/spreadsheet"
)

// wrong reports what is wrong with a row, with the column that it is about.
func (t *tableReader) wrong(row spreadsheet.Row, d diag.Diagnostic) {
	i, pos := t.place(row, d)
	report := diag.At(pos, diag.RowWrong, t.table.PlaceOfRow(row), d.Text)
	if i >= 0 {
		report = diag.At(pos, diag.CellWrong, t.table.PlaceOfCell(row, i), d.Text)
	}
	if hint := t.hint(d); !hint.IsZero() {
		report = report.WithHint(hint.Message, hint.Args...)
	}
	for _, r := range d.Related() {
		report = report.WithRelated(r.Pos, r.Text.Message, r.Text.Args...)
	}
	t.report(report)
}

// hint returns the hint of a diagnostic in the words of a table, which has cells for keys.
func (t *tableReader) hint(d diag.Diagnostic) diag.Text {
	switch hint := d.Hint(); hint.Message {
	case diag.AddKey, diag.FillKey:
		args := slices.Clone(hint.Args)
		key, _ := args[0].(string)
		args[0] = t.columnOf(key)
		return diag.Text{Message: diag.FillCell, Args: args}
	case diag.AddReason:
		return diag.Text{Message: diag.FillReason}
	default:
		return hint
	}
}

// place returns the cell that a diagnostic is about, and its column; for a missing key the
// empty cell. The column is -1 when the diagnostic is about the whole row.
func (t *tableReader) place(row spreadsheet.Row, d diag.Diagnostic) (column int, pos source.Pos) {
	missing := missingKey(d)
	if i, ok := t.columns[t.columnOf(missing)]; ok {
		return i, row.Cell(i).Pos
	}
	if missing == "" {
		for i, c := range row.Cells {
			if c.Pos == d.Pos && !(c.Pos.Start == c.Pos.End && row.Pos == d.Pos) {
				return i, c.Pos
			}
		}
	}
	return -1, row.Pos
}

// missingKey returns the key that a diagnostic says is missing, empty when it says no such
// thing.
func missingKey(d diag.Diagnostic) string {
	switch {
	case d.Code() == "missing-reason":
		return "reden"
	case d.Code() == "missing-key" && len(d.Text.Args) > 0:
		key, _ := d.Text.Args[0].(string)
		return key
	default:
		return ""
	}
}

// columnOf returns the name of the column for a key, which may be one in a group.
func (t *tableReader) columnOf(key string) string {
	for _, name := range t.names {
		if name == key || strings.HasSuffix(name, "."+key) {
			return name
		}
	}
	return key
}

// unnamed reports cells in columns without a name, whose texts would be lost, and the cells of
// columns that count that have no value.
func (t *tableReader) unnamed(row spreadsheet.Row) {
	for i, c := range row.Cells {
		name := ""
		if i < len(t.table.Header.Cells) {
			name = spreadsheet.Name(t.table.Header.Cells[i].Value)
		}
		if name == "" && strings.TrimSpace(c.Value) != "" {
			t.report(diag.At(c.Pos, diag.CellBeyond, t.table.PlaceOfCell(row, i)))
		}
		if _, counts := t.columns[name]; counts && row.Faults[i].Message != "" {
			t.report(diag.At(c.Pos, diag.CellWrong, t.table.PlaceOfCell(row, i), row.Faults[i]))
		}
	}
}

// findMonthFirst looks for a date that can only have the month first, as Americans write it.
func (t *tableReader) findMonthFirst() {
	for _, row := range t.table.Rows {
		for _, name := range t.dateColumns() {
			if day, month := parse.DayOrders(t.cell(row, name)); day == "" && month != "" {
				t.monthFirst = t.at(row, name).Pos
				return
			}
		}
	}
}

// dateColumns returns the columns with dates that are imported.
func (t *tableReader) dateColumns() []string {
	var names []string
	for _, k := range t.keys {
		if k.Type == parse.DayValue || k.Type == parse.PlannedValue {
			names = append(names, k.Column)
		}
	}
	return names
}

// ambiguous reports the dates of a row of which nobody can tell which number is the month, in
// a table that has both orders.
func (t *tableReader) ambiguous(row spreadsheet.Row) {
	if t.monthFirst.IsZero() {
		return
	}
	for _, name := range t.dateColumns() {
		day, month := parse.DayOrders(t.cell(row, name))
		if day == "" || month == "" || day == month {
			continue
		}
		at := t.at(row, name)
		t.wrong(row, diag.At(at.Pos, diag.DateTwoWays, strings.TrimSpace(at.Value), day, month).
			WithHint(diag.WriteDateAs).WithRelated(t.monthFirst, diag.MonthFirstHere))
	}
}

// belongs checks a cell that says where the thing of its row belongs: what is written there, and
// what it is.
func (t *tableReader) belongs(row spreadsheet.Row, name, written, is string) {
	if written == "" || written == is {
		return
	}
	i := t.columns[name]
	t.report(diag.At(row.Cell(i).Pos, diag.CellElsewhere, t.table.PlaceOfCell(row, i), written, is))
}

// Wrong returns the diagnostic for what the table makes wrong with a file: at the cell that says the
// same as the place in the file, or else at the first row that changes the file.
func (f File) Wrong(d diag.Diagnostic) diag.Diagnostic {
	switch d.Code() {
	case "missing-image", "broken-link":
		if d.Hint().IsZero() {
			d = d.WithHint(diag.PutInMedia)
		}
	}
	says := strings.Trim(trimmed(string(d.Pos.Bytes())), `"'`)
	for _, row := range f.first.table.Rows {
		for i, cell := range row.Cells {
			if says != "" && trimmed(cell.Value) == says && slices.Contains(f.first.names, spreadsheet.Name(f.first.table.Header.Cell(i).Value)) {
				return diag.At(cell.Pos, diag.CellWrong, f.first.table.PlaceOfCell(row, i), d.Text).WithHint(d.Hint().Message, d.Hint().Args...)
			}
		}
	}
	return f.first.wrongFile(f.Old.Path, d)
}

// wrongFile returns the diagnostic for what a row makes wrong with a file.
func (c changing) wrongFile(path string, d diag.Diagnostic) diag.Diagnostic {
	return diag.At(c.row.Pos, diag.FileWrong, c.table.PlaceOfRow(c.row), path, d.Text).WithHint(d.Hint().Message, d.Hint().Args...)
}
