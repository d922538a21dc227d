package opendata

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/spreadsheet"
)

// listSeparator separates the items of a list in a cell.
const listSeparator = "; "

// writeCSV writes a table by RFC 4180. What a spreadsheet would take for a formula is made
// harmless.
func writeCSV(w io.Writer, t table) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	record := make([]string, len(t.fields))
	for i, f := range t.fields {
		record[i] = f.name
	}
	if err := out.Write(record); err != nil {
		return err
	}
	for values := range t.rows {
		for i, v := range values {
			record[i] = cell(v)
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// cell returns a value as text.
func cell(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return spreadsheet.Harmless(v)
	case int:
		return strconv.Itoa(v)
	case bool:
		return strconv.FormatBool(v)
	case [2]float64:
		return decimal(v[0]) + listSeparator + decimal(v[1])
	case []string:
		return spreadsheet.Harmless(strings.Join(v, listSeparator))
	case []*city.Buurt:
		ids := make([]string, len(v))
		for i, b := range v {
			ids[i] = b.ID.Value
		}
		return cell(ids)
	case []*city.Advice: // the texts of an advice do not fit in a list of texts
		if len(v) == 0 {
			return ""
		}
		return string(appendValue(nil, v))
	default:
		panic(fmt.Sprintf("a column of open data holds a %T", value))
	}
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
