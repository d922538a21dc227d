package opendata

import (
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/spreadsheet"
)

// listSeparator separates the items of a list in a cell.
const listSeparator = "; "

// Rows yields the rows of a table as texts, in the order of Columns: as CSV has them, but for what
// makes a text harmless in a spreadsheet. The slice is used again for the next row.
func Rows(t plan.Table, g *relate.Graph, base string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		of := tableOf(t, g, base)
		row := make([]string, len(of.fields))
		for values := range of.rows {
			for i, v := range values {
				row[i] = plain(v)
			}
			if !yield(row) {
				return
			}
		}
	}
}

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

// cell returns a value as a cell of CSV.
func cell(value any) string {
	switch value.(type) {
	case string, []string, []*city.Buurt:
		return spreadsheet.Harmless(plain(value))
	}
	return plain(value)
}

// plain returns a value as text.
func plain(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case bool:
		return strconv.FormatBool(v)
	case [2]float64:
		return decimal(v[0]) + listSeparator + decimal(v[1])
	case []string:
		return strings.Join(v, listSeparator)
	case []*city.Buurt:
		ids := make([]string, len(v))
		for i, b := range v {
			ids[i] = b.ID.Value
		}
		return plain(ids)
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
