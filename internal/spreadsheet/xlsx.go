package spreadsheet

import (
	"encoding/xml"
	"errors"
	"path"
	"slices"
	"strconv"
	"strings"

	"wijkvisie/internal/diag"
)

// The most rows and columns that a sheet has.
const (
	mostRows    = 1 << 20
	mostColumns = 1 << 14
)

// mostCells is how many cells are read of a workbook, those without text included.
const mostCells = 4 << 20

// readXLSX reads the sheets of a workbook in Office Open XML (ECMA-376). It reads each sheet once
// from begin to end, so that what a sheet claims to have takes no memory.
func readXLSX(path string, data []byte) ([]sheet, diag.Diagnostic) {
	a, err := openArchive(data)
	if err != nil {
		return nil, unreadable(path, err)
	}
	b := &workbook{archive: a}
	sheets, err := b.read()
	if err != nil {
		return nil, unreadable(path, err)
	}
	return sheets, diag.Diagnostic{}
}

// unreadable returns the diagnostic for a workbook that cannot be read.
func unreadable(path string, err error) diag.Diagnostic {
	if errors.Is(err, errTooLarge) {
		return diag.InFile(path, diag.TableTooLarge, MaxSize>>20).WithHint(diag.MakeSmaller)
	}
	return diag.InFile(path, diag.TableBroken).WithHint(diag.SaveAsXLSX)
}

// workbook is a workbook that is being read.
type workbook struct {
	*archive
	since1904 bool
	strings   []string     // those that cells share
	formats   []cellFormat // by number of the style
	cells     int          // that were read
}

// errNoWorkbook is an archive that has no workbook in it.
var errNoWorkbook = errors.New("no workbook")

func (b *workbook) read() ([]sheet, error) {
	// The workbook has this name in what every program writes.
	const book = "xl/workbook.xml"
	targets, err := b.relations(book)
	if err != nil {
		return nil, err
	}
	var sheets []sheet
	var parts []string
	err = b.decode(book, func(_ *xml.Decoder, e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			b.since1904 = isTrue(attribute(e, "date1904"))
		case "sheet":
			id := ""
			for _, at := range e.Attr {
				if at.Name.Local == "id" && at.Name.Space != "" {
					id = at.Value
				}
			}
			if part := targets[id]; part != "" {
				state := attribute(e, "state")
				sheets = append(sheets, sheet{name: attribute(e, "name"), hidden: state == "hidden" || state == "veryHidden"})
				parts = append(parts, part)
			}
		}
		return nil
	}, nil)
	if err != nil {
		return nil, err
	}
	if len(sheets) == 0 {
		return nil, errNoWorkbook
	}
	if err := b.readStrings(); err != nil {
		return nil, err
	}
	if err := b.readFormats(); err != nil {
		return nil, err
	}
	for i := range sheets {
		r := &sheetReader{workbook: b, sheet: &sheets[i]}
		if err := r.read(parts[i]); err != nil {
			return nil, err
		}
	}
	return sheets, nil
}

// relations returns the parts that a part refers to, by the ids that it has for them.
func (b *workbook) relations(part string) (map[string]string, error) {
	folder, name := path.Split(part)
	targets := make(map[string]string)
	err := b.decode(folder+"_rels/"+name+".rels", func(_ *xml.Decoder, e xml.StartElement) error {
		if target := attribute(e, "Target"); e.Name.Local == "Relationship" && attribute(e, "TargetMode") != "External" {
			if strings.HasPrefix(target, "/") {
				target = target[1:]
			} else {
				target = path.Join(folder, target)
			}
			targets[attribute(e, "Id")] = target
		}
		return nil
	}, nil)
	return targets, err
}

// readStrings reads the texts that cells share.
func (b *workbook) readStrings() error {
	var text strings.Builder
	err := b.decode("xl/sharedStrings.xml", func(d *xml.Decoder, e xml.StartElement) error {
		switch e.Name.Local {
		case "si":
			text.Reset()
		case "t":
			t, err := charData(d)
			text.WriteString(t)
			return err
		case "rPh": // how a text is pronounced
			return skip(d)
		}
		return nil
	}, func(e xml.EndElement) {
		if e.Name.Local == "si" {
			b.strings = append(b.strings, unescapeXLSX(text.String()))
		}
	})
	return err
}

// sheetReader reads a sheet of a workbook.
type sheetReader struct {
	*workbook
	*sheet
	row    sheetRow
	column int
	merged [][4]int // first column and row, last column and row, from 0
}

func (r *sheetReader) read(part string) error {
	err := r.decode(part, func(d *xml.Decoder, e xml.StartElement) error {
		switch e.Name.Local {
		case "row":
			number, err := strconv.Atoi(attribute(e, "r"))
			if err != nil || number <= r.row.number {
				number = r.row.number + 1
			}
			if number > mostRows {
				return errTooLarge
			}
			r.row = sheetRow{number: number, hidden: isTrue(attribute(e, "hidden"))}
			r.column = 0
		case "c":
			return r.cell(d, e)
		case "mergeCell":
			if first, last, ok := strings.Cut(attribute(e, "ref"), ":"); ok {
				c1, r1, ok1 := cellNamed(first)
				c2, r2, ok2 := cellNamed(last)
				if ok1 && ok2 {
					r.merged = append(r.merged, [4]int{c1, r1, c2, r2})
				}
			}
		}
		return nil
	}, func(e xml.EndElement) {
		if e.Name.Local == "row" && len(r.row.cells) > 0 {
			r.rows = append(r.rows, r.row)
		}
	})
	if err != nil {
		return err
	}
	return r.fillMerged(r.merged, &r.cells)
}

// fillMerged gives cells that were merged with the one above them the text of that. It counts
// them with the cells that were read, cells.
func (s *sheet) fillMerged(merged [][4]int, cells *int) error {
	for _, m := range merged {
		if m[0] != m[2] || m[1] >= m[3] {
			continue
		}
		first, ok := slices.BinarySearchFunc(s.rows, m[1]+1, byNumber)
		if !ok || m[0] >= len(s.rows[first].cells) {
			continue
		}
		text := s.rows[first].cells[m[0]]
		for i := first + 1; i < len(s.rows) && s.rows[i].number <= m[3]+1; i++ {
			row := &s.rows[i]
			if *cells += 1 + max(0, m[0]-len(row.cells)); *cells > mostCells {
				return errTooLarge
			}
			for len(row.cells) <= m[0] {
				row.cells = append(row.cells, sheetCell{})
			}
			row.cells[m[0]] = text
		}
	}
	return nil
}

func byNumber(r sheetRow, number int) int { return r.number - number }

// cell reads a cell of the row.
func (r *sheetReader) cell(d *xml.Decoder, e xml.StartElement) error {
	if c, _, ok := cellNamed(attribute(e, "r")); ok {
		r.column = c
	}
	column := r.column
	r.column++
	if column >= mostColumns {
		return errTooLarge
	}
	style, _ := strconv.Atoi(attribute(e, "s"))
	v, err := readValue(d)
	if err != nil {
		return err
	}
	cell := r.value(attribute(e, "t"), v, style)
	if cell.isEmpty() || column < len(r.row.cells) {
		return nil // cells out of order are in no file that a program wrote
	}
	if r.cells += column + 1 - len(r.row.cells); r.cells > mostCells {
		return errTooLarge
	}
	for len(r.row.cells) < column {
		r.row.cells = append(r.row.cells, sheetCell{})
	}
	r.row.cells = append(r.row.cells, cell)
	return nil
}

// cellValue is what a cell holds.
type cellValue struct {
	value, inline string
	formula       bool // it has one
	calculated    bool // it has a value, which may be empty
}

// readValue reads up to the end of a cell.
func readValue(d *xml.Decoder) (cellValue, error) {
	var v cellValue
	for depth := 1; depth > 0; {
		t, err := d.RawToken()
		if err != nil {
			return v, err
		}
		switch e := t.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "v":
				v.calculated = true
				v.value, err = charData(d)
			case "t":
				var text string
				text, err = charData(d)
				v.inline += text
			case "f":
				v.formula, err = true, skip(d)
			case "rPh":
				err = skip(d)
			default:
				depth++
			}
			if err != nil {
				return v, err
			}
		case xml.EndElement:
			depth--
		}
	}
	return v, nil
}

// value returns the text of a cell.
func (r *sheetReader) value(kind string, v cellValue, style int) sheetCell {
	// Libraries that cannot calculate write an empty value. That is a text, a calculated one, only in
	// a cell of the kind str.
	if v.formula && (!v.calculated || kind != "str" && strings.TrimSpace(v.value) == "") {
		return sheetCell{fault: diag.Text{Message: diag.WordCellUncalculated}}
	}
	switch kind {
	case "s":
		if i, err := strconv.Atoi(strings.TrimSpace(v.value)); err == nil && i >= 0 && i < len(r.strings) {
			return sheetCell{text: r.strings[i]}
		}
		return sheetCell{}
	case "inlineStr":
		return sheetCell{text: unescapeXLSX(v.inline)}
	case "str":
		return sheetCell{text: unescapeXLSX(v.value)} // a formula may well have an empty text
	case "b":
		return sheetCell{text: strconv.FormatBool(isTrue(v.value))}
	case "e":
		return sheetCell{text: v.value, fault: diag.Text{Message: diag.WordCellError, Args: []any{v.value}}}
	case "d": // a date in ISO 8601
		return sheetCell{text: strings.TrimSuffix(v.value, "T00:00:00")}
	}
	f, err := strconv.ParseFloat(strings.TrimSpace(v.value), 64)
	if err != nil {
		return sheetCell{text: v.value}
	}
	var format cellFormat
	if style >= 0 && style < len(r.formats) {
		format = r.formats[style]
	}
	return sheetCell{text: format.text(f, r.since1904)}
}

// charData returns the text up to the end of an element, without that of elements in it.
func charData(d *xml.Decoder) (string, error) {
	var b strings.Builder
	for depth := 1; depth > 0; {
		t, err := d.RawToken()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.CharData:
			if depth == 1 {
				b.Write(t)
			}
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return b.String(), nil
}

// skip reads up to the end of an element.
func skip(d *xml.Decoder) error {
	_, err := charData(d)
	return err
}

// cellNamed returns the column and the row of a name such as E14, from 0.
func cellNamed(name string) (column, row int, ok bool) {
	name = strings.ReplaceAll(name, "$", "")
	i := 0
	for i < len(name) && i < 4 && 'A' <= name[i] && name[i] <= 'Z' {
		column = column*26 + int(name[i]-'A') + 1
		i++
	}
	row, err := strconv.Atoi(name[i:])
	return column - 1, row - 1, err == nil && column > 0 && row > 0
}

func isTrue(value string) bool { return value == "1" || value == "true" }

// unescapeXLSX returns a text without the form _x000D_ that Office writes for characters that XML
// cannot hold.
func unescapeXLSX(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for {
		i := strings.Index(text, "_x")
		if i < 0 || len(text) < i+7 {
			return b.String() + text
		}
		code, err := strconv.ParseUint(text[i+2:i+6], 16, 16)
		if err != nil || text[i+6] != '_' || 0xd800 <= code && code < 0xe000 {
			b.WriteString(text[:i+2])
			text = text[i+2:]
			continue
		}
		b.WriteString(text[:i])
		b.WriteRune(rune(code))
		text = text[i+7:]
	}
}
