package opendata

import (
	"encoding/json"
	"io"

	"wijkvisie/internal/plan"
)

// Description has the texts about a table, in the language of the site.
type Description struct {
	Title   string
	Meaning string
	Column  func(name string) string // the meaning of a column
}

// Schema writes the JSON Schema (draft 2020-12) of a table as JSON.
func Schema(w io.Writer, t plan.Table, of Description) error {
	properties, required := make(map[string]any), []string{}
	for _, g := range groupsOf(fieldsOf(t)) {
		required = append(required, g.key)
		if g.keys == nil {
			properties[g.key] = schemaOf(g.fields[0], of)
			continue
		}
		inner := make(map[string]any)
		for i, key := range g.keys {
			inner[key] = schemaOf(g.fields[i], of)
		}
		properties[g.key] = map[string]any{"type": []string{"object", "null"}, "properties": inner, "required": g.keys, "additionalProperties": false}
	}
	return writeIndented(w, map[string]any{
		"$schema": "https://json-schema.org/draft/2020-12/schema", "title": of.Title, "description": of.Meaning, "type": "array",
		"items": map[string]any{"type": "object", "properties": properties, "required": required, "additionalProperties": false},
	})
}

func schemaOf(f field, of Description) map[string]any {
	s := map[string]any{"description": of.Column(f.name)}
	one := func(kind string) {
		if s["type"] = kind; !f.required {
			s["type"] = []string{kind, "null"}
		}
	}
	switch f.holds {
	case dateType:
		one("string")
		s["format"] = "date"
	case addressType:
		one("string")
		s["format"] = "uri-reference"
	case integerType:
		one("integer")
	case booleanType:
		s["type"] = "boolean"
	case numbersType:
		one("array")
		s["items"] = map[string]any{"type": "number"}
	case textsType:
		s["type"], s["items"] = "array", map[string]any{"type": "string"}
	case buurtenType:
		text := map[string]any{"type": []string{"string", "null"}}
		s["type"], s["items"] = "array", map[string]any{
			"type": "object", "properties": map[string]any{"id": map[string]any{"type": "string"}, "naam": text, "code": text}, "required": []string{"id", "naam", "code"}, "additionalProperties": false,
		}
	case adviceType:
		inner := make(map[string]any)
		for _, key := range adviceKeys() {
			inner[key] = map[string]any{"type": []string{"string", "null"}}
		}
		inner["datum"] = map[string]any{"type": "string", "format": "date"}
		s["type"], s["items"] = "array", map[string]any{"type": "object", "properties": inner, "required": adviceKeys(), "additionalProperties": false}
	default:
		one("string")
	}
	if f.allowed != nil {
		values := make([]any, 0, len(f.allowed)+1)
		for _, v := range f.allowed {
			values = append(values, v)
		}
		s["enum"] = append(values, nil)
	}
	return s
}

// writeIndented writes JSON that people can read. Keys are in alphabetical order.
func writeIndented(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(value)
}
