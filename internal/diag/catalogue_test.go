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

// contract is every code with its severity. A code is never renamed: tools rely on it.
var contract = map[Severity]string{
	Error: `front-matter-missing front-matter-unclosed front-matter-syntax not-utf8 conflict-marker file-too-large outside-content
		unreadable-image invalid-map template-error duplicate-key unknown-key missing-key missing-reason wrong-type invalid-value
		invalid-date invalid-id invalid-code duplicate-id duplicate-priority unknown-wijk unknown-buurt unknown-theme unknown-department
		unknown-need unknown-commitment period-overlap url-clash broken-link broken-anchor missing-image unsafe-link import-row`,
	Warning: `raw-html image-without-alt heading-skip vague-link-text unpublished-link personal-data commitment-without-need
		commitment-outside-period progress-out-of-order code-name-mismatch unused-need-section truncated-value unknown-file large-file
		area-without-wijk wijk-without-area low-contrast security-contact-expiring missing-base-url
		lost-commitment contradicting-answer duplicate-progress unlikely-date copy-of-file word-quotes dropped-text visible-markup local-link
		hidden-characters import-doubt`,
	Info: `period-over judgement-outdated need-unanswered date-shifted no-progress renamed-reference long-sentence hard-to-read jargon possible-match`,
}

func TestCodesAreThoseOfTheContract(t *testing.T) {
	var listed []Code
	for severity, codes := range contract {
		for code := range strings.FieldsSeq(codes) {
			listed = append(listed, Code(code))
			if got := Code(code).Severity(); got != severity {
				t.Errorf("%s is %v, want %v", code, got, severity)
			}
			if !slices.Contains(Codes(), Code(code)) {
				t.Errorf("the code %s is missing", code)
			}
		}
	}
	for _, code := range Codes() {
		if !slices.Contains(listed, code) {
			t.Errorf("the code %s is not in the contract", code)
		}
	}
	if len(Codes()) != len(listed) {
		t.Errorf("%d codes, the contract has %d", len(Codes()), len(listed))
	}
}

// TestEveryMessageHasItsRow holds the names of messages against the rows of the catalogue:
// every constant has one row, below its own code.
func TestEveryMessageHasItsRow(t *testing.T) {
	rows := make(map[Message]string)
	add := func(prefix string, list []message) {
		for _, m := range list {
			if _, twice := rows[m.name]; twice {
				t.Errorf("%s has two rows", m.name)
			}
			rows[m.name] = prefix
			if string(m.name.Code()) != prefix {
				t.Errorf("%s stands below %s", m.name, prefix)
			}
		}
	}
	for _, k := range kinds() {
		add(string(k.code), k.messages)
	}
	add("hint", hints)
	add("related", notes)
	add("word", words)
	names := constants(t, "Message")
	for _, name := range names {
		if _, ok := rows[Message(name)]; !ok {
			t.Errorf("%s has no row", name)
		}
	}
	if len(names) != len(rows) {
		t.Errorf("%d names of messages, %d rows", len(names), len(rows))
	}
}

var verb = regexp.MustCompile(`%(\[\d+\])?[a-z%]`)

func TestEveryMessageIsInBothLanguages(t *testing.T) {
	for name, m := range messageByName() {
		for lang := range m.text {
			checkStyle(t, name, m.text[lang])
			if m.hint != (translation{}) {
				checkStyle(t, name, m.hint[lang])
			}
		}
		if a, b := arguments(m.text[Dutch]), arguments(m.text[English]); a != b {
			t.Errorf("%s has %d arguments in Dutch and %d in English", name, a, b)
		}
		if arguments(m.hint[Dutch])+arguments(m.hint[English]) > 0 {
			t.Errorf("the hint of %s has arguments, which it does not get", name)
		}
	}
}

// checkStyle holds a text against the way that compilers write.
func checkStyle(t *testing.T, name Message, text string) {
	t.Helper()
	if text == "" || text == string(name) || name.Code() != "word" && !strings.Contains(text, " ") {
		t.Errorf("%s lacks a text: %q", name, text)
	}
	if strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "…") || text != strings.TrimSpace(text) {
		t.Errorf("%s: %q is not written the way compilers do: no full stop at the end", name, text)
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
