package opendata

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"wijkvisie/internal/spreadsheet"
)

// between stands between the items of a list in a cell.
const between = "; "

// writeCSV writes a table as RFC 4180 has it: commas, CRLF, quotes where needed. What
// a spreadsheet would take for a formula is made harmless.
func writeCSV(w io.Writer, t table) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(t.columns); err != nil {
		return err
	}
	cells := make([]string, len(t.columns))
	for row := range t.rows {
		for i, v := range row {
			cells[i] = cell(v)
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func cell(v any) string {
	switch v := v.(type) {
	case string:
		return spreadsheet.Harmless(v)
	case int:
		return strconv.Itoa(v)
	case bool:
		return strconv.FormatBool(v)
	case []string:
		return spreadsheet.Harmless(strings.Join(v, between))
	case []float64:
		items := make([]string, len(v))
		for i, f := range v {
			items[i] = strconv.FormatFloat(f, 'f', -1, 64)
		}
		return strings.Join(items, between)
	case objects:
		ids := make([]string, len(v))
		for i, o := range v {
			ids[i], _ = o.values[0].(string)
		}
		return spreadsheet.Harmless(strings.Join(ids, between))
	default:
		return ""
	}
}
