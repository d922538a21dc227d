// Package schema writes JSON Schemas (2020-12) of the files of content, for editors. They
// are made from the tables by which package parse reads files, so that the two agree.
//
// A schema is for YAML as editors read it, in which 2011 is a number and no a boolean;
// package parse reads both as text.
package schema

import (
	"encoding/json"
	"io"
	"strings"

	"wijkvisie/internal/noun"
	"wijkvisie/internal/parse"
)

// Write writes the schema of a kind of file, with descriptions in the language of some nouns.
func Write(w io.Writer, kind parse.Kind, nouns *noun.Nouns) error {
	return encode(w, Of(kind, nouns))
}

// WriteAll writes one object with the schemas of all kinds, by name.
func WriteAll(w io.Writer, nouns *noun.Nouns) error {
	all := make(map[string]any)
	for _, kind := range parse.Kinds() {
		all[kind.Name] = Of(kind, nouns)
	}
	return encode(w, all)
}

func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// Of returns the schema of a kind of file.
func Of(kind parse.Kind, nouns *noun.Nouns) map[string]any {
	s := object(kind.Mapping, nouns)
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = kind.Name
	return s
}

// object returns the schema of a mapping.
func object(m *parse.Mapping, nouns *noun.Nouns) map[string]any {
	properties := make(map[string]any, len(m.Keys))
	required := []string{}
	for i := range m.Keys {
		k := &m.Keys[i]
		s := value(k, nouns)
		s["description"] = k.Description(nouns)
		if k.Required {
			required = append(required, k.Name)
		} else {
			orNothing(s)
		}
		properties[k.Name] = s
	}
	s := map[string]any{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		s["required"] = required
	}
	if rules := conditions(m); len(rules) > 0 {
		s["allOf"] = rules
	}
	return s
}

// orNothing allows a key without a value, which means the same as no key.
func orNothing(s map[string]any) {
	switch t := s["type"].(type) {
	case string:
		s["type"] = []string{t, "null"}
	case []string:
		s["type"] = append(t[:len(t):len(t)], "null")
	}
	if values, ok := s["enum"].([]any); ok {
		s["enum"] = append(values[:len(values):len(values)], nil)
	}
}

// conditions returns which keys a mapping requires because of others.
func conditions(m *parse.Mapping) []any {
	var rules []any
	for _, d := range m.Demands {
		then := map[string]any{"required": []string{d.Needs}}
		if d.Of == "" {
			rules = append(rules, then)
			continue
		}
		condition := map[string]any{"required": []string{d.Of}}
		if len(d.Values) > 0 {
			condition["properties"] = map[string]any{d.Of: map[string]any{"enum": d.Values}}
		}
		rules = append(rules, map[string]any{"if": condition, "then": then})
	}
	for _, names := range m.Either {
		rules = append(rules, map[string]any{"oneOf": requiredEach(names)})
	}
	for _, names := range m.Any {
		rules = append(rules, map[string]any{"anyOf": requiredEach(names)})
	}
	return rules
}

// requiredEach returns, for each of some keys, that it is required.
func requiredEach(names []string) []any {
	all := make([]any, len(names))
	for i, name := range names {
		all[i] = map[string]any{"required": []string{name}}
	}
	return all
}

// value returns the schema of the value of a key.
func value(k *parse.Key, nouns *noun.Nouns) map[string]any {
	switch k.Type {
	case parse.TextValue:
		if len(k.Enum) > 0 {
			values := make([]any, len(k.Enum))
			for i, v := range k.Enum {
				values[i] = v
			}
			return map[string]any{"enum": values}
		}
		return scalar()
	case parse.IDValue:
		return pattern(IDPattern, "string", "integer")
	case parse.CodeValue:
		return pattern(k.Pattern, "string")
	case parse.DayValue:
		return pattern(dayPattern, "string")
	case parse.PlannedValue:
		return pattern(PlannedPattern, "string", "integer")
	case parse.PeriodValue:
		return pattern(PeriodPattern, "string", "integer")
	case parse.YearValue:
		return pattern(`^\d{4}$`, "string", "integer")
	case parse.NumberValue, parse.MoneyValue:
		s := pattern(`^\d+$`, "integer", "string")
		s["minimum"], s["maximum"] = k.Min, k.Max
		return s
	case parse.URLValue:
		return addressPattern(k)
	case parse.URLsValue:
		return map[string]any{"anyOf": []any{addressPattern(k), list(addressPattern(k))}}
	case parse.LinkValue:
		return pattern(`^((`+strings.Join(k.Enum, "|")+`):|\.\./media/)`, "string")
	case parse.MediaValue:
		return pattern(`^\.\./media/`, "string")
	case parse.EmailValue:
		return pattern(`^[^\s@]+@[^\s@]+$`, "string")
	case parse.LanguageValue:
		return pattern(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`, "string")
	case parse.PointValue:
		return map[string]any{"type": "array", "minItems": 2, "maxItems": 2, "prefixItems": []any{
			map[string]any{"type": "number", "minimum": -180, "maximum": 180}, map[string]any{"type": "number", "minimum": -90, "maximum": 90}}}
	case parse.TileValue:
		return map[string]any{"type": "array", "minItems": 2, "maxItems": 2, "items": map[string]any{"type": "integer", "minimum": 1}}
	case parse.TextsValue:
		return list(scalar())
	case parse.IDsValue:
		return list(pattern(IDPattern, "string", "integer"))
	case parse.PeriodsValue:
		return list(pattern(PeriodPattern, "string", "integer"))
	case parse.GroupValue:
		return object(k.Of, nouns)
	case parse.GroupsValue:
		return list(object(k.Of, nouns))
	default: // parse.WordsValue
		words := make(map[string]any, len(k.Enum))
		for _, w := range k.Enum {
			words[w] = object(k.Of, nouns)
		}
		return map[string]any{"type": "object", "properties": words, "additionalProperties": false}
	}
}

// The forms of values that are written as text (the manual in package parse), as regular expressions
// that Go and JavaScript read alike.
const (
	IDPattern      = `^[a-z0-9]+(-[a-z0-9]+)*$`
	dayPattern     = `^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$`
	PlannedPattern = `^(\d{4}(-(Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?|onbekend|doorlopend)$`
	PeriodPattern  = `^\d{4}([-–]\d{4})?$`
)

// scalar returns the schema of a text, whatever YAML makes of it.
func scalar() map[string]any {
	return map[string]any{"type": []string{"string", "number", "boolean"}}
}

// pattern returns the schema of a value that matches a regular expression when it is text.
func pattern(p string, types ...string) map[string]any {
	if len(types) == 1 {
		return map[string]any{"type": types[0], "pattern": p}
	}
	return map[string]any{"type": types, "pattern": p}
}

// addressPattern returns the schema of a web address that may stand at a key.
func addressPattern(k *parse.Key) map[string]any {
	return pattern(`^(`+strings.Join(k.Enum, "|")+`):`, "string")
}

// list returns the schema of a list.
func list(items map[string]any) map[string]any {
	return map[string]any{"type": "array", "items": items}
}
