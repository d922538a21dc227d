package opendata

import (
	"encoding/json"
	"io"

	"wijkvisie/internal/plan"
)

// Description is what a table and its columns are called.
type Description struct {
	Title   string
	Meaning string
	Column  func(name string) string
}

// Schema writes the JSON Schema (draft 2020-12) of a table as JSON.
func Schema(w io.Writer, t plan.Table, of Description) error {
	properties, required := make(map[string]any), []string{}
	columns := columnsOf(t)
	for _, g := range groupsOf(Columns(t)) {
		required = append(required, g.key)
		if g.keys == nil {
			properties[g.key] = schemaOf(columns[g.at], of)
			continue
		}
		inner := make(map[string]any)
		for i, key := range g.keys {
			inner[key] = schemaOf(columns[g.at+i], of)
		}
		properties[g.key] = map[string]any{"type": []string{"object", "null"}, "properties": inner, "required": g.keys, "additionalProperties": false}
	}
	return writeIndented(w, map[string]any{
		"$schema": "https://json-schema.org/draft/2020-12/schema", "title": of.Title, "description": of.Meaning, "type": "array",
		"items": map[string]any{"type": "object", "properties": properties, "required": required, "additionalProperties": false},
	})
}

func schemaOf(c column, of Description) map[string]any {
	s := map[string]any{"description": of.Column(c.name)}
	one := func(kind string) {
		if s["type"] = kind; !c.always {
			s["type"] = []string{kind, "null"}
		}
	}
	switch c.holds {
	case dateType:
		one("string")
		s["format"] = "date"
	case addressType:
		one("string")
		s["format"] = "uri-reference"
	case integerType:
		one("integer")
	case truthType:
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
	default:
		one("string")
	}
	if c.allowed != nil {
		values := make([]any, 0, len(c.allowed)+1)
		for _, v := range c.allowed {
			values = append(values, v)
		}
		s["enum"] = append(values, nil)
	}
	return s
}

// writeIndented writes JSON for people too. Keys are in the order of the alphabet.
func writeIndented(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(value)
}
