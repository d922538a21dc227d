package parse

import (
	"strings"
	"testing"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/source"
)

// TestEveryKeyIsDescribedByAnExampleThatIsRight writes, for every kind of
// mapping, a file of the examples in its definition and reads it.
func TestEveryKeyIsDescribedByAnExampleThatIsRight(t *testing.T) {
	parsers := map[string]func(*source.File) diag.List{
		"site":       func(f *source.File) diag.List { _, p := Site(f); return p },
		"wijk":       func(f *source.File) diag.List { _, p := Wijk(f); return p },
		"vision":     func(f *source.File) diag.List { _, p := Vision(f); return p },
		"department": func(f *source.File) diag.List { _, p := Department(f); return p },
		"programme":  func(f *source.File) diag.List { _, p := Programme(f); return p },
		"page":       func(f *source.File) diag.List { _, p := Page(f); return p },
	}
	for _, kind := range Kinds() {
		data := exampleOf(t, kind.Mapping, "")
		path := kind.Folder + "/voorbeeld.md"
		if kind.Folder == "" {
			path = "site.yaml"
		} else {
			data = "---\n" + data + "---\n"
		}
		data = strings.Replace(data, "jaar: 2011\nperiode: 2011-2014\n", "jaar: 2011\n", 1)
		if problems := parsers[kind.Mapping.Name](file(path, data)); len(problems) > 0 {
			t.Errorf("%s\n%s", data, listing(problems))
		}
	}
}

// exampleOf writes the examples of a mapping, of lists one item in full.
func exampleOf(t *testing.T, m *Mapping, indent string) string {
	var b strings.Builder
	for _, k := range m.Keys {
		if k.Name == "" || k.About[0] == "" || k.About[1] == "" || k.Example == "" {
			t.Errorf("%s: %s is not described", m.Name, k.Name)
		}
		example := k.Example
		if k.Type == TextValue && strings.ContainsAny(example, ":#") {
			example = decode.Quote(example)
		}
		if k.Name == "naar" { // goes with one status only
			continue
		}
		switch k.Type {
		case GroupValue:
			b.WriteString(indent + k.Name + ":\n" + exampleOf(t, k.Of, indent+"  "))
		case GroupsValue:
			item := strings.Replace(exampleOf(t, k.Of, indent+"    "), indent+"    ", indent+"  - ", 1)
			b.WriteString(indent + k.Name + ":\n" + item)
		default:
			b.WriteString(indent + k.Name + ": " + example + "\n")
		}
	}
	return b.String()
}

func TestExamplesOfListsAndMappingsAreRight(t *testing.T) {
	var walk func(m *Mapping, wrap func(string) string)
	walk = func(m *Mapping, wrap func(string) string) {
		for _, k := range m.Keys {
			if k.Of == nil || k.Type == WordsValue {
				continue
			}
			n, problems := decode.YAML(file("x", k.Name+": "+k.Example), 0, len(k.Name+": "+k.Example))
			if len(problems) > 0 || n == nil {
				t.Errorf("%s: %s: %s", m.Name, k.Name, listing(problems))
				continue
			}
			value := n.Children[1]
			if k.Type == GroupsValue {
				value = value.Children[0]
			}
			for i := 0; i < len(value.Children); i += 2 {
				if k.Of.Find(value.Children[i].Text) == nil {
					t.Errorf("%s: the example of %s has %s", m.Name, k.Name, value.Children[i].Text)
				}
			}
			walk(k.Of, wrap)
		}
	}
	for _, kind := range Kinds() {
		walk(kind.Mapping, nil)
	}
}
