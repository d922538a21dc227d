package opendata

import (
	"io"
	"strconv"

	"wijkvisie/internal/escape"
	"wijkvisie/internal/spreadsheet"
)

// between stands between the items of a list in a cell.
const between = "; "

// writeCSV writes a table as RFC 4180 has it: commas, CRLF, quotes where needed. What
// a spreadsheet would take for a formula is made harmless.
func writeCSV(w io.Writer, t table) error {
	b := make([]byte, 0, room)
	for i, name := range t.columns {
		b = escape.CSV(appendComma(b, i), name)
	}
	b = append(b, "\r\n"...)
	var list []byte // the items of a list
	for row := range t.rows {
		for i, v := range row {
			b = appendComma(b, i)
			b, list = appendCell(b, v, list)
		}
		if b = append(b, "\r\n"...); len(b) >= piece {
			if _, err := w.Write(b); err != nil {
				return err
			}
			b = b[:0]
		}
	}
	_, err := w.Write(b)
	return err
}

func appendComma(b []byte, column int) []byte {
	if column > 0 {
		return append(b, ',')
	}
	return b
}

// appendCell appends a cell; what a list is put together in is used again.
func appendCell(b []byte, v any, list []byte) (with, used []byte) {
	switch v := v.(type) {
	case string:
		return escape.CSV(b, spreadsheet.Harmless(v)), list
	case int:
		return strconv.AppendInt(b, int64(v), 10), list
	case bool:
		return strconv.AppendBool(b, v), list
	case []string:
		list = joined(list[:0], v, func(list []byte, s string) []byte { return append(list, s...) })
		return escape.CSV(b, spreadsheet.Harmless(string(list))), list
	case []float64:
		return joined(b, v, func(b []byte, f float64) []byte { return strconv.AppendFloat(b, f, 'f', -1, 64) }), list
	case objects:
		list = joined(list[:0], v, func(list []byte, o object) []byte {
			id, _ := o.values[0].(string)
			return append(list, id...)
		})
		return escape.CSV(b, spreadsheet.Harmless(string(list))), list
	default:
		return b, list
	}
}

// joined appends a list with what stands between its items.
func joined[T any](b []byte, list []T, item func([]byte, T) []byte) []byte {
	for i, v := range list {
		if i > 0 {
			b = append(b, between...)
		}
		b = item(b, v)
	}
	return b
}
