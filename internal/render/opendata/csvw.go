package opendata

import (
	"io"
	"path"

	"wijkvisie/internal/plan"
)

// Metadata writes what the columns of all tables as CSV hold, for programs
// (Metadata Vocabulary for Tabular Data, https://www.w3.org/TR/tabular-metadata/).
func Metadata(w io.Writer, describe func(plan.Table) Description, p Publication) error {
	var tables []any
	for _, t := range plan.Tables() {
		of := describe(t)
		var columns, foreign []any
		for _, c := range columnsOf(t) {
			columns = append(columns, columnMetadata(c, of))
			if to, ok := refers(t, c.name); ok {
				foreign = append(foreign, map[string]any{
					"columnReference": c.variable(),
					"reference":       map[string]any{"resource": path.Base(to.CSV()), "columnReference": "id"},
				})
			}
		}
		schema := map[string]any{"columns": columns}
		if foreign != nil {
			schema["foreignKeys"] = foreign
		}
		if Columns(t)[0] == "id" {
			schema["primaryKey"] = "id"
		}
		tables = append(tables, map[string]any{"url": path.Base(t.CSV()), "dc:title": of.Title, "dc:description": of.Meaning, "tableSchema": schema})
	}
	return writeIndented(w, map[string]any{
		"@context": []any{"http://www.w3.org/ns/csvw", map[string]any{"@language": p.Lang}},
		"dc:title": p.Title, "dc:publisher": p.Publisher, "dc:license": map[string]any{"@id": licenceIRI(p.Licence)}, "tables": tables,
	})
}

func columnMetadata(c column, of Description) map[string]any {
	m := map[string]any{"name": c.variable(), "titles": c.name, "dc:description": of.Column(c.name), "datatype": datatype(c.holds)}
	if c.isList() {
		m["separator"] = between
	}
	if c.always {
		m["required"] = true
	}
	return m
}

func datatype(holds valueType) string {
	switch holds {
	case dateType:
		return "date"
	case addressType:
		return "anyURI"
	case integerType:
		return "integer"
	case truthType:
		return "boolean"
	case numbersType:
		return "decimal"
	default:
		return "string"
	}
}
