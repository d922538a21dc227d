package opendata

import (
	"io"
	"path"

	"wijkvisie/internal/plan"
)

// Metadata writes the description of the columns of all tables in CSV (Metadata Vocabulary
// for Tabular Data, https://www.w3.org/TR/tabular-metadata/).
func Metadata(w io.Writer, describe func(plan.Table) Description, p Publication) error {
	var tables []any
	for _, t := range plan.Tables() {
		of := describe(t)
		var columns, foreign []any
		fields := fieldsOf(t)
		for _, f := range fields {
			columns = append(columns, columnMetadata(f, of))
			if f.refersTo != "" {
				foreign = append(foreign, map[string]any{
					"columnReference": f.variable(),
					"reference":       map[string]any{"resource": path.Base(f.refersTo.CSV()), "columnReference": "id"},
				})
			}
		}
		schema := map[string]any{"columns": columns}
		if foreign != nil {
			schema["foreignKeys"] = foreign
		}
		if fields[0].name == "id" {
			schema["primaryKey"] = "id"
		}
		tables = append(tables, map[string]any{"url": path.Base(t.CSV()), "dc:title": of.Title, "dc:description": of.Meaning, "tableSchema": schema})
	}
	return writeIndented(w, map[string]any{
		"@context": []any{"http://www.w3.org/ns/csvw", map[string]any{"@language": p.Lang}},
		"dc:title": p.Title, "dc:publisher": p.Publisher, "dc:license": map[string]any{"@id": licenceIRI(p.Licence)}, "tables": tables,
	})
}

func columnMetadata(f field, of Description) map[string]any {
	m := map[string]any{"name": f.variable(), "titles": f.name, "dc:description": of.Column(f.name), "datatype": datatype(f.holds)}
	if f.isList() {
		m["separator"] = listSeparator
	}
	if f.required {
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
	case booleanType:
		return "boolean"
	case numbersType:
		return "decimal"
	case adviceType:
		return "json"
	default:
		return "string"
	}
}
