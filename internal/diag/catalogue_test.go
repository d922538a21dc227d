package diag

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// contract is what command-line.md lists, with its severities.
var contract = map[Severity]string{
	Error: `front-matter-missing front-matter-unclosed front-matter-syntax not-utf8 conflict-marker file-too-large outside-content
		unreadable-image invalid-map template-error duplicate-key unknown-key missing-key missing-reason wrong-type invalid-value
		invalid-date invalid-id invalid-code duplicate-id duplicate-priority unknown-wijk unknown-buurt unknown-theme unknown-department
		unknown-need unknown-commitment period-overlap url-clash broken-link broken-anchor missing-image unsafe-link import-row`,
	Warning: `raw-html image-without-alt heading-skip vague-link-text unpublished-link personal-data commitment-without-need
		commitment-outside-period progress-out-of-order code-name-mismatch unused-need-section truncated-value unknown-file large-file
		area-without-wijk wijk-without-area low-contrast security-contact-expiring missing-base-url`,
	Info: `need-unanswered date-shifted no-progress renamed-reference long-sentence hard-to-read jargon possible-match`,
}

func TestCodesAreThoseOfTheContract(t *testing.T) {
	declared := constants(t, "Code")
	var listed []string
	for severity, codes := range contract {
		for _, code := range strings.Fields(codes) {
			listed = append(listed, code)
			if got := Code(code).Severity(); got != severity {
				t.Errorf("%s is %v, want %v", code, got, severity)
			}
		}
	}
	for _, code := range listed {
		if !slices.Contains(declared, code) {
			t.Errorf("the code %s is missing", code)
		}
	}
	for _, code := range declared {
		if !slices.Contains(listed, code) {
			t.Errorf("the code %s is not in the contract", code)
		}
	}
}

var verb = regexp.MustCompile(`%(\[\d+\])?[a-z%]`)

func TestEveryMessageIsInBothLanguages(t *testing.T) {
	codes := constants(t, "Code")
	seen := make(map[string]bool)
	for _, name := range constants(t, "Message") {
		m := Message(name)
		if seen[name] {
			t.Errorf("two messages are called %s", name)
		}
		seen[name] = true
		text := m.texts()
		for lang, said := range text {
			if said == "" || said == name || m.Code() != "word" && !strings.Contains(said, " ") {
				t.Errorf("%s has no text in language %d", name, lang)
			}
			if strings.HasSuffix(said, ".") && !strings.HasSuffix(said, "…") || said != strings.TrimSpace(said) {
				t.Errorf("%s: %q is not written the way compilers do: no full stop at the end", name, said)
			}
		}
		if a, b := arguments(text[Dutch]), arguments(text[English]); a != b {
			t.Errorf("%s has %d arguments in Dutch and %d in English", name, a, b)
		}
		switch prefix := string(m.Code()); prefix {
		case "hint", "related", "word":
		default:
			if !slices.Contains(codes, prefix) {
				t.Errorf("%s begins with no code", name)
			}
		}
	}
}

// arguments returns the number of the last argument that a format uses.
func arguments(format string) int {
	last, next := 0, 0
	for _, v := range verb.FindAllStringSubmatch(format, -1) {
		if strings.HasSuffix(v[0], "%") {
			continue
		}
		next++
		if v[1] != "" {
			next, _ = strconv.Atoi(strings.Trim(v[1], "[]"))
		}
		last = max(last, next)
	}
	return last
}

// constants returns the values of all constants of a type in this package.
func constants(t *testing.T, typeName string) []string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var values []string
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) == 0 {
				return true
			}
			if id, ok := spec.Type.(*ast.Ident); !ok || id.Name != typeName {
				return true
			}
			for _, v := range spec.Values {
				if lit, ok := v.(*ast.BasicLit); ok {
					s, _ := strconv.Unquote(lit.Value)
					values = append(values, s)
				}
			}
			return true
		})
	}
	if len(values) == 0 {
		t.Fatalf("found no constants of type %s", typeName)
	}
	return values
}
