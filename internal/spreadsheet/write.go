package spreadsheet

import (
	"archive/zip"
	"compress/flate"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Sheet is a sheet of a workbook to write.
type Sheet struct {
	Name      string
	Hidden    bool
	Protected bool      // only cells in the style White can be changed; there is no password
	Frozen    [2]int    // how many columns and rows stay in sight
	Widths    []float64 // of the columns, in characters
	Filter    int       // the row with the names of the columns, by which people can filter; 0 for none
	Wide      bool      // printed on its side, as wide as one page
	Rows      iter.Seq[Line]
	Choices   []Choice
}

// Line is a row of a sheet.
type Line struct {
	Height float64 // in points; 0 for that of one line
	Cells  []Cell
}

// Cell is a cell of a sheet. Its text is never a formula.
type Cell struct {
	Text  string
	Kind  CellKind
	Style Style
}

// CellKind is what the text of a cell is.
type CellKind uint8

// The kinds of cells.
const (
	TextCell   CellKind = iota
	NumberCell          // a whole number
	DayCell             // 2011-05-19; the style is that of days
)

// Choice is what people choose from in the cells of a column.
type Choice struct {
	Column      int // from 0
	First, Last int // rows
	Options     []string
	Refusal     string // what is said to who fills in something else
}

// WriteWorkbook writes sheets as .xlsx (Office Open XML, ECMA-376). The same sheets give the same bytes.
// Each sheet is written as its rows come, so that a large one takes no memory.
func WriteWorkbook(w io.Writer, sheets []Sheet) error {
	b := &bookWriter{zip: zip.NewWriter(w)}
	b.zip.RegisterCompressor(zip.Deflate, b.compressor)
	var types, list, relations strings.Builder
	for i, s := range sheets {
		n := i + 1
		fmt.Fprintf(&types, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`, n)
		state := ""
		if s.Hidden {
			state = ` state="hidden"`
		}
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d"%s r:id="rId%[2]d"/>`, escapeXML(s.Name), n, state)
		fmt.Fprintf(&relations, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%[1]d.xml"/>`, n, relationTypes)
	}
	b.part("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`+
		`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>`+types.String()+`</Types>`)
	b.part("_rels/.rels", `<Relationships xmlns="`+packageRelations+`"><Relationship Id="rId1" Type="`+relationTypes+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	b.part("xl/workbook.xml", `<workbook xmlns="`+mainSpace+`" xmlns:r="`+relationTypes+`"><bookViews><workbookView activeTab="0"/></bookViews><sheets>`+list.String()+`</sheets></workbook>`)
	b.part("xl/_rels/workbook.xml.rels", `<Relationships xmlns="`+packageRelations+`">`+relations.String()+fmt.Sprintf(`<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/></Relationships>`, len(sheets)+1, relationTypes))
	b.part("xl/styles.xml", stylesXML())
	for i := range sheets {
		b.sheet(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), &sheets[i])
	}
	if b.err != nil {
		return b.err
	}
	return b.zip.Close()
}

// The names of the standard.
const (
	xmlHeader        = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
	mainSpace        = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relationTypes    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"
)

// bookWriter writes the parts of a workbook. It does nothing more after an error.
type bookWriter struct {
	zip   *zip.Writer
	flate *flate.Writer // for one part after the other
	err   error
}

// compressor returns what compresses a part.
func (b *bookWriter) compressor(w io.Writer) (io.WriteCloser, error) {
	if b.flate != nil {
		b.flate.Reset(w)
		return b.flate, nil
	}
	var err error
	b.flate, err = flate.NewWriter(w, flate.BestSpeed)
	return b.flate, err
}

// part writes a part.
func (b *bookWriter) part(name, text string) {
	w := b.open(name)
	if b.err == nil {
		_, b.err = io.WriteString(w, xmlHeader+text)
	}
}

func (b *bookWriter) open(name string) io.Writer {
	if b.err != nil {
		return nil
	}
	w, err := b.zip.Create(name)
	b.err = err
	return w
}

// bufferSize is how much of a sheet is written at once.
const bufferSize = 64 << 10

// sheet writes a sheet.
func (b *bookWriter) sheet(name string, s *Sheet) {
	w := b.open(name)
	if b.err != nil {
		return
	}
	buf := append(make([]byte, 0, bufferSize+4096), s.head()...)
	row, columns := 0, 0
	for line := range s.Rows {
		row++
		columns = max(columns, len(line.Cells))
		buf = appendLine(buf, row, line)
		if len(buf) > bufferSize {
			if _, b.err = w.Write(buf); b.err != nil {
				return
			}
			buf = buf[:0]
		}
	}
	buf = append(buf, s.foot(row, columns)...)
	_, b.err = w.Write(buf)
}

// head returns what comes before the rows of a sheet.
func (s *Sheet) head() string {
	var b strings.Builder
	b.WriteString(xmlHeader + `<worksheet xmlns="` + mainSpace + `">`)
	if s.Wide {
		b.WriteString(`<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
	}
	b.WriteString(`<sheetViews><sheetView workbookViewId="0">`)
	if f := s.Frozen; f != [2]int{} {
		corner, pane := Column(f[0])+strconv.Itoa(f[1]+1), "bottomRight"
		switch {
		case f[0] == 0:
			pane = "bottomLeft"
		case f[1] == 0:
			pane = "topRight"
		}
		fmt.Fprintf(&b, `<pane xSplit="%d" ySplit="%d" topLeftCell="%s" activePane="%s" state="frozen"/>`, f[0], f[1], corner, pane)
	}
	b.WriteString(`</sheetView></sheetViews>`)
	if s.Widths != nil {
		b.WriteString(`<cols>`)
		for i, width := range s.Widths {
			fmt.Fprintf(&b, `<col min="%d" max="%[1]d" width="%s" customWidth="1"/>`, i+1, strconv.FormatFloat(width, 'f', -1, 64))
		}
		b.WriteString(`</cols>`)
	}
	b.WriteString(`<sheetData>`)
	return b.String()
}

// foot returns what comes after the rows of a sheet.
func (s *Sheet) foot(rows, columns int) string {
	var b strings.Builder
	b.WriteString(`</sheetData>`)
	if s.Protected {
		b.WriteString(`<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>`)
	}
	if s.Filter > 0 && rows >= s.Filter && columns > 0 {
		fmt.Fprintf(&b, `<autoFilter ref="A%d:%s%d"/>`, s.Filter, Column(columns-1), rows)
	}
	if len(s.Choices) > 0 {
		fmt.Fprintf(&b, `<dataValidations count="%d">`, len(s.Choices))
		for _, c := range s.Choices {
			fmt.Fprintf(&b, `<dataValidation type="list" allowBlank="1" showErrorMessage="1" error="%s" sqref="%s%d:%[2]s%[4]d"><formula1>"%[5]s"</formula1></dataValidation>`,
				escapeXML(c.Refusal), Column(c.Column), c.First, c.Last, escapeXML(strings.Join(c.Options, ",")))
		}
		b.WriteString(`</dataValidations>`)
	}
	if s.Wide {
		b.WriteString(`<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`)
	}
	b.WriteString(`</worksheet>`)
	return b.String()
}

// appendLine appends a row with a number.
func appendLine(b []byte, row int, line Line) []byte {
	b = append(strconv.AppendInt(append(b, `<row r="`...), int64(row), 10), '"')
	if line.Height > 0 {
		b = append(strconv.AppendFloat(append(b, ` ht="`...), line.Height, 'f', -1, 64), `" customHeight="1"`...)
	}
	b = append(b, '>')
	for i, c := range line.Cells {
		if c.Text == "" && c.Style == Plain {
			continue
		}
		b = appendColumn(append(b, `<c r="`...), i)
		b = append(strconv.AppendInt(b, int64(row), 10), '"')
		value, style := c.Text, c.Style
		if c.Kind == DayCell {
			if n, ok := serialOf(c.Text); ok {
				value, style = strconv.Itoa(n), Day
			} else {
				c.Kind = TextCell
			}
		}
		if style != Plain {
			b = append(strconv.AppendInt(append(b, ` s="`...), int64(style), 10), '"')
		}
		switch {
		case value == "":
			b = append(b, `/>`...)
		case c.Kind == TextCell:
			b = append(b, ` t="inlineStr"><is><t`...)
			if value[0] <= ' ' || value[len(value)-1] <= ' ' {
				b = append(b, ` xml:space="preserve"`...)
			}
			b = append(appendXML(append(b, '>'), InWorkbook(value)), `</t></is></c>`...)
		default:
			b = append(append(append(b, `><v>`...), value...), `</v></c>`...)
		}
	}
	return append(b, `</row>`...)
}

// appendColumn appends the letters of a column, counted from 0.
func appendColumn(b []byte, n int) []byte {
	if n < 26 {
		return append(b, byte('A'+n))
	}
	return append(b, Column(n)...)
}

// serialOf returns the number of a day. Those before March 1900 have none that all programs agree on.
func serialOf(day string) (int, bool) {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil || t.Year() < 1901 {
		return 0, false
	}
	return int(t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)) / (24 * time.Hour)), true
}

func escapeXML(text string) string { return string(appendXML(nil, text)) }

// appendXML appends a text as XML has it. What XML cannot hold, and what looks as such a form, is
// written as Office does: _x0007_.
func appendXML(b []byte, text string) []byte {
	plain := 0
	for i := 0; i < len(text); {
		c := text[i]
		if plainInXML(c) {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		with := ""
		switch {
		case r == '&':
			with = "&amp;"
		case r == '<':
			with = "&lt;"
		case r == '>':
			with = "&gt;"
		case r == '"':
			with = "&quot;"
		case r == '_' && unescapeXLSX(text[i:min(len(text), i+len("_x0007_"))]) != text[i:min(len(text), i+len("_x0007_"))]:
			with = "_x005F_"
		case r < ' ' && r != '\n' && r != '\t', r == 0xfffe, r == 0xffff, r == utf8.RuneError && n == 1:
			with = fmt.Sprintf("_x%04X_", r)
		}
		if with != "" {
			b = append(append(b, text[plain:i]...), with...)
			plain = i + n
		}
		i += n
	}
	return append(b, text[plain:]...)
}

// plainInXML reports whether a byte is a character that needs no escape.
func plainInXML(c byte) bool {
	return c >= ' ' && c < utf8.RuneSelf && c != '&' && c != '<' && c != '>' && c != '"' && c != '_'
}
