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

// readCSV reads a table whose columns have some of the names, by which it finds the
// separator. It reports why a table cannot be read.
func readCSV(path string, data []byte, names []string) (*Table, diag.List) {
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
		return nil, diag.List{diag.InFile(r.file.Path, diag.TableEmpty).WithHint(diag.SaveAsXLSX)}
	}
	t := &Table{File: r.file}
	t.split(rows, r.names)
	return t, nil
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
	return diag.At(r.file.Pos(at, at), diag.RowQuotes, diag.Text{Message: diag.PlaceRow, Args: []any{row}}).WithHint(diag.DoubleQuotes)
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
