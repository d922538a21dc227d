package spreadsheet

import (
	"encoding/xml"
	"strconv"
	"strings"

	"wijkvisie/internal/diag"
)

// readODS reads the sheets of a workbook in OpenDocument (ISO/IEC 26300).
func readODS(path string, data []byte) ([]sheet, diag.Diagnostic) {
	a, err := openArchive(data)
	if err != nil {
		return nil, unreadable(path, err)
	}
	r := &odsReader{styles: make(map[string]*odsStyle)}
	for _, part := range []string{"styles.xml", "content.xml"} {
		if err := a.decode(part, r.start, r.end); err != nil {
			return nil, unreadable(path, err)
		}
	}
	switch {
	case r.tooLarge:
		return nil, unreadable(path, errTooLarge)
	case len(r.sheets) == 0:
		return nil, unreadable(path, errNoWorkbook)
	}
	return r.sheets, diag.Diagnostic{}
}

// odsStyle is a style, of a cell, of a sheet or of a number.
type odsStyle struct {
	parent, data     string
	hidden           bool
	year, month, day bool
	padded           int // how many digits a whole number has at least
	decimal          bool
}

// odsReader reads the parts of a workbook.
type odsReader struct {
	styles map[string]*odsStyle
	style  *odsStyle // that is read now
	sheets []sheet
	at     int // the row that comes next
	cells  int // that were read

	tooLarge bool

	row      sheetRow
	rowTimes int
	column   int
	columns  []string // the style that the cells of a column have
	merged   [][4]int
}

func (r *odsReader) start(d *xml.Decoder, e xml.StartElement) error {
	switch e.Name.Local {
	case "style", "date-style", "number-style", "time-style", "percentage-style", "text-style", "currency-style", "boolean-style":
		if e.Name.Space == "style" || e.Name.Space == "number" {
			r.style = &odsStyle{parent: attribute(e, "parent-style-name"), data: attribute(e, "data-style-name")}
			r.styles[attribute(e, "family")+"/"+attribute(e, "name")] = r.style
		}
	case "table-properties":
		if r.style != nil && attribute(e, "display") == "false" {
			r.style.hidden = true
		}
	case "year", "month", "day":
		if s := r.style; s != nil && e.Name.Space == "number" {
			s.year, s.month, s.day = s.year || e.Name.Local == "year", s.month || e.Name.Local == "month", s.day || e.Name.Local == "day"
		}
	case "number":
		if s := r.style; s != nil && e.Name.Space == "number" {
			s.padded, _ = strconv.Atoi(attribute(e, "min-integer-digits"))
			s.decimal = attribute(e, "decimal-places") != "0" && attribute(e, "decimal-places") != ""
		}
	case "table":
		if e.Name.Space == "table" {
			of := r.styles["table/"+attribute(e, "style-name")]
			r.sheets = append(r.sheets, sheet{name: attribute(e, "name"), hidden: of != nil && of.hidden})
			r.at, r.columns, r.merged = 1, nil, nil
		}
	case "table-column":
		for range min(repeated(e, "number-columns-repeated"), mostColumns-len(r.columns)) {
			r.columns = append(r.columns, attribute(e, "default-cell-style-name"))
		}
	case "table-row":
		visibility := attribute(e, "visibility")
		r.row = sheetRow{number: r.at, hidden: visibility == "collapse" || visibility == "filter"}
		r.rowTimes, r.column = repeated(e, "number-rows-repeated"), 0
	case "table-cell", "covered-table-cell":
		return r.cell(d, e)
	case "shapes", "named-expressions", "database-ranges", "dde-links":
		return skip(d)
	}
	return nil
}

func (r *odsReader) end(e xml.EndElement) {
	if len(r.sheets) == 0 {
		return
	}
	s := &r.sheets[len(r.sheets)-1]
	switch e.Name.Local {
	case "table-row":
		if len(r.row.cells) > 0 {
			for range r.rowTimes {
				if r.cells > mostCells || len(s.rows) >= mostRows {
					r.tooLarge = true
					break
				}
				row := r.row
				row.number = r.at
				s.rows = append(s.rows, row)
				r.cells += len(row.cells)
				r.at++
			}
		} else {
			r.at = min(r.at+r.rowTimes, mostRows)
		}
	case "table":
		if e.Name.Space == "table" {
			r.tooLarge = r.tooLarge || s.fillMerged(r.merged, &r.cells) != nil
		}
	}
}

// cell reads a cell, which may stand for several.
func (r *odsReader) cell(d *xml.Decoder, e xml.StartElement) error {
	text, err := odsText(d)
	if err != nil {
		return err
	}
	times := repeated(e, "number-columns-repeated")
	if rows := repeated(e, "number-rows-spanned"); rows > 1 && repeated(e, "number-columns-spanned") == 1 {
		r.merged = append(r.merged, [4]int{r.column, r.at - 1, r.column, r.at - 2 + rows})
	}
	cell := r.value(e, text)
	if cell.isEmpty() {
		r.column += times
		if r.column > mostColumns {
			r.column = mostColumns
		}
		return nil
	}
	if r.cells += r.column + times - len(r.row.cells); r.cells > mostCells || r.column+times > mostColumns {
		return errTooLarge
	}
	for len(r.row.cells) < r.column {
		r.row.cells = append(r.row.cells, sheetCell{})
	}
	for range times {
		r.row.cells = append(r.row.cells, cell)
	}
	r.column += times
	return nil
}

// value returns the text of a cell of which text is shown.
func (r *odsReader) value(e xml.StartElement, text string) sheetCell {
	style := attribute(e, "style-name")
	if style == "" && r.column < len(r.columns) {
		style = r.columns[r.column]
	}
	format := r.numberStyle(style)
	calculated := attribute(e, "formula") != ""
	kind := ""
	for _, a := range e.Attr {
		if a.Name.Local == "value-type" && (kind == "" || a.Value == "error") {
			kind = a.Value
		}
	}
	value := attribute(e, "value")
	switch kind {
	case "error":
		return sheetCell{text: text, fault: diag.Text{Message: diag.WordCellError, Args: []any{text}}}
	case "date":
		date := strings.TrimSuffix(attribute(e, "date-value"), "T00:00:00")
		if len(date) == len("2011-05-19") && format != nil && format.year && !format.day {
			if format.month {
				return sheetCell{text: date[:len("2011-05")]}
			}
			return sheetCell{text: date[:len("2011")]}
		}
		return sheetCell{text: strings.Replace(date, "T", " ", 1)}
	case "float", "currency":
		n, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return sheetCell{text: value}
		}
		if calculated && strings.HasPrefix(text, "#") {
			return sheetCell{text: text, fault: diag.Text{Message: diag.WordCellError, Args: []any{text}}}
		}
		if format != nil && format.padded > 1 && !format.decimal {
			return sheetCell{text: cellFormat{paddedFormat, format.padded}.text(n, false)}
		}
		return sheetCell{text: number15(n)}
	case "percentage":
		if n, err := strconv.ParseFloat(value, 64); err == nil {
			return sheetCell{text: number15(n*100) + "%"}
		}
	case "boolean":
		return sheetCell{text: attribute(e, "boolean-value")}
	case "string":
		if s := attribute(e, "string-value"); s != "" && text == "" {
			return sheetCell{text: s}
		}
	}
	if calculated && kind == "" && text == "" {
		return sheetCell{fault: diag.Text{Message: diag.WordCellUncalculated}}
	}
	return sheetCell{text: text}
}

// numberStyle returns how a style of cells shows numbers; nil when it does not say.
func (r *odsReader) numberStyle(name string) *odsStyle {
	for range 8 { // styles inherit from each other
		s := r.styles["table-cell/"+name]
		if s == nil {
			return nil
		}
		if s.data != "" {
			return r.styles["/"+s.data]
		}
		name = s.parent
	}
	return nil
}

// odsText returns the text up to the end of a cell: its paragraphs on lines of their own. Notes
// of readers are no part of it.
func odsText(d *xml.Decoder) (string, error) {
	var b strings.Builder
	paragraphs, inside := 0, 0
	for depth := 1; depth > 0; {
		t, err := d.RawToken()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.CharData:
			if inside > 0 {
				b.Write(t)
			}
		case xml.StartElement:
			depth++
			switch t.Name.Local {
			case "annotation", "shapes", "frame":
				if err := skip(d); err != nil {
					return "", err
				}
				depth--
			case "p", "h":
				if paragraphs++; paragraphs > 1 {
					b.WriteByte('\n')
				}
				inside++
			case "s":
				b.WriteString(strings.Repeat(" ", min(repeated(t, "c"), 1000)))
			case "tab":
				b.WriteByte('\t')
			case "line-break":
				b.WriteByte('\n')
			}
		case xml.EndElement:
			depth--
			if t.Name.Local == "p" || t.Name.Local == "h" {
				inside--
			}
		}
	}
	return b.String(), nil
}

// repeated returns how many times something stands there.
func repeated(e xml.StartElement, name string) int {
	n, err := strconv.Atoi(attribute(e, name))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, mostRows)
}
