package parse

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/sample"
	"wijkvisie/internal/source"
)

// difference says where two trees differ, empty when they are the same to the byte.
func difference(a, b *node, path string) string {
	switch {
	case a == nil || b == nil:
		if a != b {
			return path + ": one is nothing"
		}
		return ""
	case a.kind != b.kind || a.form != b.form || a.flow != b.flow || a.start != b.start || a.end != b.end || a.text != b.text || len(a.children) != len(b.children):
		return fmt.Sprintf("%s: plain %v %v %v %d-%d %q (%d), any %v %v %v %d-%d %q (%d)", path,
			a.kind, a.form, a.flow, a.start, a.end, a.text, len(a.children), b.kind, b.form, b.flow, b.start, b.end, b.text, len(b.children))
	}
	for i := range a.children {
		if d := difference(a.children[i], b.children[i], fmt.Sprintf("%s.%d", path, i)); d != "" {
			return d
		}
	}
	return ""
}

// samePlain holds plainYAML against the decoder for all of YAML, and tells whether it
// read the text.
func samePlain(t *testing.T, text string) bool {
	t.Helper()
	f := source.NewFile("x.md", []byte(text))
	plain, ok := plainYAML(f, 0, len(text), new(nodes))
	if !ok {
		return false
	}
	any, problems := decodeAnyYAML(f, 0, len(text), new(nodes))
	if len(problems) > 0 {
		t.Fatalf("plain YAML, of which the decoder says %q:\n%s", diag.Dutch.Say(problems[0].Text), text)
	}
	if d := difference(plain, any, ""); d != "" {
		t.Fatalf("%s\n%q\n%s", d, text, text)
	}
	return true
}

func plainSeeds() []string {
	return []string{
		"a: b\n", "a:\nb: c\n", "a: b\n\n# c\nd:\n  - e\n  - {f: g, h: [i, \"j, k\"]}\n", "a:\n- b: c\n  d: e\n- f: 'g'\nh: 1\n", "a: [ ]\nb: {c: d: e}\n",
		"a: b\n c\n", "a: b #c\n", "a: b#c\n", "a: \"b\\\"c\\\\\"\n", "a: 'b''c'\n", "a: null\nb: ~\n", "a: {b: null}\n", "a: https://x.nl/?y=z#q\n", "a: {b: https://x.nl, c: d}\n",
		"a:\n    b: c\n    d:\n    - e\n", "a:\n  b:\n  - c\n  d: e\n", "- a\n", "a: [b, [c, {d: e}]]\n", "a: (b) c\n", "a: é\n", "é: a\n", "a: b: c\n", "a: [b\n  , c]\n", "a: {b: c}x\n", "a: \"b\"x\n",
		"a:  b  \n", "a:\n  - b\n   - c\n", "a:\n  - b\n - c\n", "a: -1\n", "a: 1\n", "a: {b: [], c: d}\n", "a: [b:c]\n", "a: {b: c, d}\n", "a: {b:c}\n", "a: [b, ]\n", "a: \"b\": c\n", "a: [\"b\":c]\n",
		"a-b_C9: d\n", "a: b\n---\nc: d\n", "a: b\n...\n", "a: b\n", "a : b\n", "a:b\n", "a:\n  b: c\n  # d\n e: f\n", "a: b\n  # c\nd: e\n", "a:\n\n\n  b: c\n", "a: [b?, c]\n", "a: {b: c?}\n", "a: @b\n", "a: `b`\n", "a: %b\n",
		"a:\n  -   b: c\n      d: e\n", "a:\n  - b:\n      c: d\n    e: f\n", "a:\n  - b:\n    - c\n    d: e\n", "<<: a\n", "a: <<\n", "a: 2011-10\nb: 0110\nc: no\nd: 1.5\ne: .inf\n", "a: b\na: c\n", "a: [b]\n  c: d\n",
		"null: a\n", "a: {Null: b}\n",
	}
}

func TestPlainYAMLIsReadAsYAML(t *testing.T) {
	for _, text := range plainSeeds() {
		samePlain(t, text)
	}
	for _, text := range []string{
		"a: b\n", "a:\nb: c\n", "a: b\n\n# c\nd:\n  - e\n  - {f: g, h: [i, \"j, k\"]}\n", "a:\n- b: c\n  d: e\n- f: 'g'\nh: 1\n", "a: \"b\\\"c\\\\\"\n", "a:\n  -   b: c\n      d: e\n", "a:\n  - b:\n    - c\n    d: e\n", "a: null\n",
	} {
		if !samePlain(t, text) {
			t.Errorf("not read as plain: %q", text)
		}
	}
}

// TestPlainYAMLIsAsDeepAsYAML nests until either of the readers has enough.
func TestPlainYAMLIsAsDeepAsYAML(t *testing.T) {
	for depth := maxDepth - 3; depth < maxDepth+3; depth++ {
		keys := ""
		for i := range depth {
			keys += strings.Repeat(" ", i) + "a:\n"
		}
		for _, value := range []string{"b: c\n", "b:\n", "b: |\n" + strings.Repeat(" ", depth+1) + "c\n", "b: {c: d}\n", "b: [[]]\n", "- b\n", "- >\n" + strings.Repeat(" ", depth+1) + "c\n", "- b:\n"} {
			samePlain(t, keys+strings.Repeat(" ", depth)+value)
		}
		samePlain(t, "a: "+strings.Repeat("[", depth)+strings.Repeat("]", depth)+"\n")
		samePlain(t, "a: "+strings.Repeat("{a: ", depth)+"b"+strings.Repeat("}", depth)+"\n")
	}
}

// TestContentIsPlainYAML sees to it that plainYAML reads what people write: the
// example, and the imaginary municipalities that the program is timed with.
func TestContentIsPlainYAML(t *testing.T) {
	count := func(path, text string) bool {
		f := source.NewFile(path, []byte(text))
		front, found := findFrontMatter(f)
		return found == 0 && samePlain(t, text[front.start:front.end])
	}
	read, all := 0, 0
	for path, text := range sample.Files(3) {
		if strings.HasSuffix(path, ".md") {
			all++
			if count(path, text) {
				read++
			}
		}
	}
	if read != all {
		t.Errorf("%d of %d files of a sample are plain", read, all)
	}
	files, err := filepath.Glob("../../content/*/*.md")
	if err != nil || len(files) == 0 {
		t.Fatal("no example", err)
	}
	read = 0
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if count(name, string(text)) {
			read++
		}
	}
	if read*10 < len(files)*8 {
		t.Errorf("%d of %d files of the example are plain", read, len(files))
	}
}

// FuzzPlainYAML holds plainYAML against the decoder for all of YAML.
func FuzzPlainYAML(f *testing.F) {
	for _, s := range plainSeeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { samePlain(t, text) })
}

func BenchmarkYAML(b *testing.B) {
	text := ""
	for path, s := range sample.Files(3) {
		if strings.HasPrefix(path, "programmas/") {
			f := source.NewFile(path, []byte(s))
			front, _ := findFrontMatter(f)
			text = s[front.start:front.end]
			break
		}
	}
	f := source.NewFile("x.md", []byte(text))
	b.Run("plain", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			plainYAML(f, 0, len(text), new(nodes))
		}
	})
	b.Run("any", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			decodeAnyYAML(f, 0, len(text), new(nodes))
		}
	})
}
