// Package spreadsheet reads tables that people save from a spreadsheet, writes workbooks for
// people to fill in, and makes cells harmless that a spreadsheet would take for a formula.
//
// What a file is, is told by what is in it and never by its name. A workbook is .xlsx (Office
// Open XML) or .ods (OpenDocument). Anything else that is text is CSV (RFC 4180) with commas,
// semicolons or tabs, as spreadsheets write it: in UTF-8, with or without a byte-order mark, in
// UTF-16 with one, or else in Windows-1252. Lines end at LF, CRLF or CR, and a first line such
// as sep=; names the separator. The old .xls, a workbook with a password and other files are
// reported, with the way to save them.
//
// A table is a sheet. The names of its columns are in its first row, or in one of those below
// it that has more of them: people put titles above a table. A cell is the text that somebody
// who filled it in meant: a cell with a day is that day (2011-05-19), whatever its form and its
// calendar; of a formula it is the value. A cell that is merged with those below it counts for
// each of their rows.
//
// The file of the places in a sheet has a line for each row, with the cells separated by
// bars: line 14 is row 14.
package spreadsheet

import (
	"bytes"
	"slices"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// MaxSize is the size in bytes of the largest file that is read, and of what is in it once it
// is unpacked.
const MaxSize = 64 << 20

// Table is a table as it was read.
type Table struct {
	// File is the table as UTF-8: the file of every place in it.
	File   *source.File
	Sheet  string // its name; empty of CSV
	Hidden bool   // the sheet is
	Header Row
	Rows   []Row // without those that are empty
}

// Row is a row of a table.
type Row struct {
	Number int // as a spreadsheet counts, from 1
	Pos    source.Pos
	Cells  []source.Text     // as Written returns them
	Hidden bool              // somebody hid the row, or a filter did
	Faults map[int]diag.Text // why cells have no value, by column
}

// Cell returns the cell in a column, counted from 0; an empty one at the end of the row
// when the row has no such column.
func (r Row) Cell(column int) source.Text {
	if column < len(r.Cells) {
		return r.Cells[column]
	}
	return source.Text{Pos: r.Pos.File.Pos(r.Pos.End, r.Pos.End)}
}

// Read reads the tables in a file, whose columns have some of the names. A workbook has one for
// each sheet that is not empty. Read reports why a file cannot be read; else there is a table
// at least.
func Read(path string, data []byte, names []string) ([]*Table, diag.List) {
	if len(data) > MaxSize {
		return nil, diag.List{diag.InFile(path, diag.TableTooLarge, MaxSize>>20).WithHint(diag.MakeSmaller)}
	}
	var sheets []sheet
	var problem diag.Diagnostic
	switch kind, what := kindOf(data); kind {
	case csvFile:
		t, problems := readCSV(path, data, names)
		if t == nil {
			return nil, problems
		}
		return []*Table{t}, problems
	case xlsxFile:
		sheets, problem = readXLSX(path, data)
	case odsFile:
		sheets, problem = readODS(path, data)
	case oldExcelFile:
		problem = diag.InFile(path, diag.TableOldExcel).WithHint(diag.SaveAsXLSX)
	case lockedFile:
		problem = diag.InFile(path, diag.TableLocked).WithHint(diag.RemovePassword)
	default:
		hint := diag.SaveAsXLSX
		if slices.Contains([]string{pdf, word, powerPoint, anyArchive}, what) {
			hint = diag.AskSpreadsheet
		}
		problem = diag.InFile(path, diag.TableNotSpreadsheet, what).WithHint(hint)
	}
	if !problem.Text.IsZero() {
		return nil, diag.List{problem}
	}
	var tables []*Table
	size := 0
	for _, s := range sheets {
		t := s.table(path, names)
		if t == nil {
			continue
		}
		if size += len(t.File.Data); size > MaxSize {
			return nil, diag.List{diag.InFile(path, diag.TableTooLarge, MaxSize>>20).WithHint(diag.MakeSmaller)}
		}
		tables = append(tables, t)
	}
	if len(tables) == 0 {
		return nil, diag.List{diag.InFile(path, diag.TableEmpty)}
	}
	return tables, nil
}

// headerRows is how many rows at the top are looked at for the names of the columns.
const headerRows = 20

// split finds the names of the columns among rows of which none is empty, and what is below.
func (t *Table) split(rows []Row, names []string) {
	header, most := 0, 0
	for i, row := range rows[:min(len(rows), headerRows)] {
		known := 0
		for _, c := range row.Cells {
			if slices.Contains(names, Name(c.Value)) {
				known++
			}
		}
		if known > most && (i == 0 || known > 1) {
			header, most = i, known
		}
	}
	t.Header, t.Rows = rows[header], rows[header+1:]
}

// PlaceOfRow returns how a person finds a row.
func (t *Table) PlaceOfRow(row Row) diag.Text {
	if t.Sheet == "" {
		return diag.Text{Message: diag.PlaceRow, Args: []any{row.Number}}
	}
	return diag.Text{Message: diag.PlaceSheetRow, Args: []any{t.Sheet, row.Number}}
}

// PlaceOfCell returns how a person finds a cell, with the name of its column when that has one.
func (t *Table) PlaceOfCell(row Row, column int) diag.Text {
	name := strings.TrimSpace(t.Header.Cell(column).Value)
	if row.Number == t.Header.Number {
		name = ""
	}
	if name != "" {
		name = " (" + name + ")"
	}
	if t.Sheet == "" {
		return diag.Text{Message: diag.PlaceCell, Args: []any{row.Number, Column(column) + name}}
	}
	return diag.Text{Message: diag.PlaceSheetCell, Args: []any{t.Sheet, Column(column), row.Number, name}}
}

// sheet is a sheet of a workbook as it was read.
type sheet struct {
	name   string
	hidden bool
	rows   []sheetRow // in order; not all rows are there
}

// sheetRow is a row of a sheet.
type sheetRow struct {
	number int
	hidden bool
	cells  []sheetCell
}

// sheetCell is a cell of a sheet: its text, or why it has none.
type sheetCell struct {
	text  string
	fault diag.Text
}

func (c sheetCell) isEmpty() bool { return c.text == "" && c.fault.IsZero() }

// cellSeparator stands between the cells of a row in the file of a sheet.
const cellSeparator = " | "

// table returns the table in a sheet; nil when the sheet is empty.
func (s *sheet) table(path string, names []string) *Table {
	var text bytes.Buffer
	spans := make([][][2]int, len(s.rows))
	lines := make([][2]int, len(s.rows))
	number := 1
	for i, row := range s.rows {
		for ; number < row.number; number++ {
			text.WriteByte('\n')
		}
		lines[i][0] = text.Len()
		for c, cell := range row.cells {
			if c > 0 {
				text.WriteString(cellSeparator)
			}
			start := text.Len()
			text.WriteString(oneLine(cell.text))
			spans[i] = append(spans[i], [2]int{start, text.Len()})
		}
		lines[i][1] = text.Len()
	}
	t := &Table{File: source.NewFile(path, text.Bytes()), Sheet: s.name, Hidden: s.hidden}
	var rows []Row
	for i, row := range s.rows {
		r := Row{Number: row.number, Hidden: row.hidden, Pos: t.File.Pos(lines[i][0], lines[i][1]), Cells: make([]source.Text, len(row.cells))}
		empty := true
		for c, cell := range row.cells {
			r.Cells[c] = source.Text{Value: Written(cell.text), Pos: t.File.Pos(spans[i][c][0], spans[i][c][1])}
			if !cell.fault.IsZero() {
				if r.Faults == nil {
					r.Faults = make(map[int]diag.Text)
				}
				r.Faults[c] = cell.fault
			}
			empty = empty && strings.TrimSpace(cell.text) == "" && cell.fault.IsZero()
		}
		if !empty {
			rows = append(rows, r)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	t.split(rows, names)
	return t
}

// oneLine returns a text with a sign in the place of each end of a line.
func oneLine(text string) string {
	if !strings.ContainsAny(text, "\r\n") {
		return text
	}
	return strings.NewReplacer("\r\n", "⏎", "\n", "⏎", "\r", "⏎").Replace(text)
}

// Name returns the name of a column without the capitals and spaces that people add.
func Name(cell string) string { return strings.ToLower(strings.TrimSpace(cell)) }

// Column returns the letters of a column, counted from 0: A, B, …, Z, AA.
func Column(n int) string {
	name := ""
	for n++; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}
