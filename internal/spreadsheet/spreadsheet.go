// Package spreadsheet reads tables that people save from a spreadsheet, and makes cells
// harmless that a spreadsheet would take for a formula.
//
// A table is CSV (RFC 4180) with commas, semicolons or tabs, as spreadsheets write it: in
// UTF-8, with or without a byte-order mark, in UTF-16 with one, or else in Windows-1252.
// Lines end at LF, CRLF or CR, and a first line such as sep=; names the separator. The
// names of the columns are in the first row, or in one of those below it that has more of them:
// people put titles above a table.
package spreadsheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// Table is a table as it was read.
type Table struct {
	// File is the table as UTF-8: the file of every place in it.
	File   *source.File
	Header Row
	Rows   []Row // without those that are empty
}

// Row is a row of a table.
type Row struct {
	Number int // as a spreadsheet counts, from 1
	Pos    source.Pos
	Cells  []source.Text // as Written returns them
}

// Cell returns the cell in a column, counted from 0; an empty one at the end of the row
// when the row has no such column.
func (r Row) Cell(column int) source.Text {
	if column < len(r.Cells) {
		return r.Cells[column]
	}
	return source.Text{Pos: r.Pos.File.Pos(r.Pos.End, r.Pos.End)}
}

// Read reads a table whose columns have some of the names, by which it finds the
// separator. It reports why a table cannot be read.
func Read(path string, data []byte, names []string) (*Table, diag.List) {
	text, problems := decode(path, data)
	if len(problems) > 0 {
		return nil, problems
	}
	separator, start := separatorOf(text, names)
	r := &reader{file: source.NewFile(path, text), names: names, at: start, row: bytes.Count(text[:start], []byte{'\n'})}
	r.csv = csv.NewReader(bytes.NewReader(text[start:]))
	r.csv.Comma, r.csv.FieldsPerRecord, r.csv.ReuseRecord = separator, -1, true
	r.lines = []int{start}
	for i := start; i < len(text); i++ {
		if text[i] == '\n' {
			r.lines = append(r.lines, i+1)
		}
	}
	return r.table()
}

// reader reads the rows of a table.
type reader struct {
	file  *source.File
	names []string // of columns
	csv   *csv.Reader
	lines []int // the offset of each line that csv counts
	at    int   // where the last row ended
	row   int   // its number
}

// headerRows is how many rows at the top are looked at for the names of the columns.
const headerRows = 20

// table reads all rows.
func (r *reader) table() (*Table, diag.List) {
	var rows []Row
	for {
		row, err := r.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, diag.List{r.misquoted(err)}
		}
		if slices.ContainsFunc(row.Cells, func(c source.Text) bool { return strings.TrimSpace(c.Value) != "" }) {
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		return nil, diag.List{diag.InFile(r.file.Path, diag.TableEmpty).WithHint(diag.SaveAsCSV)}
	}
	header, most := 0, 0
	for i, row := range rows[:min(len(rows), headerRows)] {
		known := 0
		for _, c := range row.Cells {
			if slices.Contains(r.names, Name(c.Value)) {
				known++
			}
		}
		if known > most && (i == 0 || known > 1) {
			header, most = i, known
		}
	}
	return &Table{File: r.file, Header: rows[header], Rows: rows[header+1:]}, nil
}

// misquoted returns the diagnostic for an error of package csv, which is always about quotes.
func (r *reader) misquoted(err error) diag.Diagnostic {
	at, row := r.at, r.row+1
	var wrong *csv.ParseError
	if errors.As(err, &wrong) {
		at, row = r.lines[wrong.Line-1]+wrong.Column-1, r.rowAt(wrong.StartLine)
		if wrong.Line > wrong.StartLine {
			open := r.file.Pos(r.lines[wrong.StartLine-1], at)
			return diag.At(open, diag.RowQuoteOpen, open.Place().Line, open.Place().EndLine).WithHint(diag.DoubleQuotes)
		}
	}
	return diag.At(r.file.Pos(at, at), diag.RowQuotes, row).WithHint(diag.DoubleQuotes)
}

// next reads a row. The only errors are io.EOF and those of package csv.
func (r *reader) next() (Row, error) {
	record, err := r.csv.Read()
	if err != nil {
		return Row{}, err
	}
	line, _ := r.csv.FieldPos(0)
	end := r.lines[0] + int(r.csv.InputOffset())
	row := Row{Number: r.rowAt(line), Cells: make([]source.Text, len(record))}
	last := r.file.Data[:end]
	last = bytes.TrimSuffix(bytes.TrimSuffix(last, []byte("\n")), []byte("\r"))
	row.Pos = r.file.Pos(r.lines[line-1], len(last))
	for i, text := range record {
		next := len(last) + 1
		if i+1 < len(record) {
			next = r.offset(i + 1)
		}
		// A separator stands before the next cell.
		row.Cells[i] = source.Text{Value: Written(text), Pos: r.file.Pos(r.offset(i), next-1)}
	}
	r.at, r.row = end, row.Number
	return row, nil
}

// rowAt returns the number of the row that begins at a line. Empty lines are rows too.
func (r *reader) rowAt(line int) int {
	return r.row + 1 + bytes.Count(r.file.Data[r.at:r.lines[line-1]], []byte{'\n'})
}

// offset returns the offset of a cell of the row that was read last.
func (r *reader) offset(field int) int {
	line, column := r.csv.FieldPos(field)
	return r.lines[line-1] + column - 1
}

// separatorOf returns the separator of a table and the offset of its first row. It is the
// one that the line sep= names, or else the one with which a row at the top has the most of
// the names.
func separatorOf(text []byte, names []string) (rune, int) {
	first, rest, _ := bytes.Cut(text, []byte("\n"))
	if named, ok := bytes.CutPrefix(bytes.TrimRight(first, "\r"), []byte("sep=")); ok && len(named) == 1 && strings.IndexByte(";,\t|", named[0]) >= 0 {
		return rune(named[0]), len(text) - len(rest)
	}
	most, separator := -1, ','
	for _, c := range []rune{';', ',', '\t'} {
		r := csv.NewReader(bytes.NewReader(text))
		r.Comma, r.LazyQuotes = c, true
		r.FieldsPerRecord = -1
		for range headerRows {
			cells, err := r.Read()
			if err != nil {
				break
			}
			known := 0
			for _, cell := range cells {
				if slices.Contains(names, Name(cell)) {
					known++
				}
			}
			if known > most {
				most, separator = known, c
			}
		}
	}
	return separator, 0
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
