package parse

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
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

// plainSeeds are texts that plainYAML reads, and some that look much the same.
func plainSeeds() []string {
	return append(plainTexts(), []string{
		"a: b\n", "a:\nb: c\n", "a: b\n\n# c\nd:\n  - e\n  - {f: g, h: [i, \"j, k\"]}\n", "a:\n- b: c\n  d: e\n- f: 'g'\nh: 1\n", "a: [ ]\nb: {c: d: e}\n",
		"a: b\n c\n", "a: b #c\n", "a: b#c\n", "a: \"b\\\"c\\\\\"\n", "a: 'b''c'\n", "a: null\nb: ~\n", "a: {b: null}\n", "a: https://x.nl/?y=z#q\n", "a: {b: https://x.nl, c: d}\n",
		"a:\n    b: c\n    d:\n    - e\n", "a:\n  b:\n  - c\n  d: e\n", "- a\n", "a: [b, [c, {d: e}]]\n", "a: (b) c\n", "a: é\n", "é: a\n", "a: b: c\n", "a: [b\n  , c]\n", "a: {b: c}x\n", "a: \"b\"x\n",
		"a:  b  \n", "a:\n  - b\n   - c\n", "a:\n  - b\n - c\n", "a: -1\n", "a: 1\n", "a: {b: [], c: d}\n", "a: [b:c]\n", "a: {b: c, d}\n", "a: {b:c}\n", "a: [b, ]\n", "a: \"b\": c\n", "a: [\"b\":c]\n",
		"a-b_C9: d\n", "a: b\n---\nc: d\n", "a: b\n...\n", "a: b\n", "a : b\n", "a:b\n", "a:\n  b: c\n  # d\n e: f\n", "a: b\n  # c\nd: e\n", "a:\n\n\n  b: c\n", "a: [b?, c]\n", "a: {b: c?}\n", "a: @b\n", "a: `b`\n", "a: %b\n",
		"a:\n  -   b: c\n      d: e\n", "a:\n  - b:\n      c: d\n    e: f\n", "a:\n  - b:\n    - c\n    d: e\n", "<<: a\n", "a: <<\n", "a: 2011-10\nb: 0110\nc: no\nd: 1.5\ne: .inf\n", "a: b\na: c\n", "a: [b]\n  c: d\n",
		"null: a\n", "a: {Null: b}\n", "a: ~\n", "a: {}\n", "a: b\r\n", "a: b\rc: d\n", "a: b\r",
		"a: b #c\nd: [e #f\n]\n", "a: b ##\n", "a: b ## c\n", "a: b ##c\n", "a: b #!\n", "a: b# c\n", "a: b #\tc\n", "a:# b\n", "a: #b\nc: d\n", "a: \"b\"# c\n", "a: [b]# c\n", "a: [b,# c\n d]\n", "a: [# b\n c]\n",
		"a: b # c\n  d\n", "a: b # c\n  d: e\n", "a: # b\n  c\n", "a: # b\n  \"c\"\n", "a: # b\n  [c]\n", "a: # b\n  |\n  c\n", "a:\n- # b\n- c\n", "a:\n- # b\n  c\n", "a:\n  # b\n  - # c\n    - d\n", "a:\n-\n", "a:\n-\n- b\n", "a:\n- - b\n",
		"# a\n# b\n\nc: d\n", "a: b\n# c", "a:\n  b: c\n # d\n  e: f\n", "a:\n  - b\n    # c\n  - d\n# e\n", "a:\n  - b: c\n  # d\n    e: f\n", "a: [b # c\n  d]\n", "a: {b: c # d\n e: f}\n", "a: [b\n# c\n, d]\n", "a: [b, c # ]\n]\n", "a: {b: c # }\n  , d: e}\n",
		"a: [b,\nc]\n", "a: [b,\n--- c]\n", "a: [b\n---\n]\n", "a: [b\n... ]\n", "a: [,]\n", "a: [b,,c]\n", "a: {b: c,}\n", "a: {b:\n c}\n", "a: {b\n: c}\n", "a: [\"b\"\n: c]\n", "a: [b\n:c]\n", "a: [b\n  c: d]\n", "a: {b: c\n\n d}\n", "a: [b\n  'c']\n", "a: [b\n  [c]]\n", "a: [b\n? c]\n", "a: [b",
		"a: b\n\n  c\n", "a: b\n  - c\n", "a: b\n  \"c\"\n", "a: b\n  #c\n", "a: b\n  c #d\n", "a: null\n  b\n", "a:\n  - b\n   c\n", "a:\n  b\n  c\n",
		"a: |\n", "a: |\nb: c\n", "a: |\n\n  b\n", "a: >\n  b\n   c\n", "a: |2\n  b\n", "a: |2-\n   b\n", "a: |-#b\n  c\n", "a: | b\n", "a: |\n  b\n c\n", "a: |\n  b\n # c\n  d\n", "a: |\n    b\n  c: d\n", "a: |\n  b\n   \n  c\n", "a: |\n  b\n   \n", "a: |\n  b\n  ", "a: |\n  \tb\n", "a: [|\n  b]\n", "a: |\n  ---\n", "a: >\n  b\n---\n", "a: >+\n  b  \n\n", "- |\n a\n",
	}...)
}

// plainTexts are texts that plainYAML reads.
func plainTexts() []string {
	return []string{
		"a: b\n", "a:\nb: c\n", "a: b\n\n# c\nd:\n  - e\n  - {f: g, h: [i, \"j, k\"]}\n", "a:\n- b: c\n  d: e\n- f: 'g'\nh: 1\n", "a: \"b\\\"c\\\\\"\n", "a:\n  -   b: c\n      d: e\n", "a:\n  - b:\n    - c\n    d: e\n", "a: null\n",
		// Comments.
		"a: b # c\nd: e   # f: g\n", "a: b #\n", "a: \"b\" # c\nd: 'e' # f\ng: [h] # i\nj: {k: l} # m\n", "a:   # b\nc: # d\n  - e # f\n", "a: # b\n# c\n  d: e\n      # f\n  g: h\n# i\n", "a:\n  - # b\n    c: d\n  -\n    e: f\n", "a: null # b\n",
		"a:\n# b\n  - c: d # e\n    # f\n    g: h\n\n      # i\n\n  # j\n  - k: l\n# m\n",
		// Lines that end as Windows ends them.
		"a: b\r\nc: # d\r\n  - e: \"f\"\r\n\r\n  - {g: h,\r\n     i: j}\r\nk: l\r\n  m\r\nn: |\r\n  o\r\n\r\n  p\r\n",
		// Brackets and braces on more lines.
		"a: [\n  b, # c\n  # d\n\n  e\n]\n", "a:\n  - {b: c, # d\n     e: [f,\n g]\n    }\n", "a: [ # b\n  c # d\n  , e,\n  ]\nf: {\n}\n", "a: [b, {c: d,},]\n",
		// Texts on more lines.
		"a: b\n  c\n    d # e\nf: g\n", "a:\n  - b c\n    d\n  - {e: f\n g, h: i\n      j}\n", "a: |\n  b\n\n    c # d\n  # e\nf: >-\n  g\n  h\n \n\n  i \n\n# j\nk: l\n", "a:\n- b: >+ # c\n   d\n- >\n e\n", "a: 'b''c'\n",
	}
}

func TestPlainYAMLIsReadAsYAML(t *testing.T) {
	for _, text := range plainSeeds() {
		samePlain(t, text)
	}
	for _, text := range plainTexts() {
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

// commented returns YAML with comments as in the contract: aligned at the ends of the
// lines, and some on lines of their own.
func commented(text string) string {
	var b strings.Builder
	for i, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if i%8 == 0 {
			b.WriteString("# over wat hieronder staat\n")
		}
		fmt.Fprintf(&b, "%-40s # verplicht: zie de uitleg\n", line)
	}
	return b.String()
}

// yamlOf returns the front matter of a file.
func yamlOf(t testing.TB, path, text string) string {
	t.Helper()
	front, found := findFrontMatter(source.NewFile(path, []byte(text)))
	if found != 0 {
		t.Fatalf("%s has no front matter", path)
	}
	return text[front.start:front.end]
}

// TestContentIsPlainYAML sees to it that plainYAML reads what people write: the
// example, those of the contract, and the imaginary municipalities that the program is
// timed with, also with comments and when Windows ends the lines.
func TestContentIsPlainYAML(t *testing.T) {
	texts := map[string]string{"site.yaml": siteExample}
	for i, text := range []string{visionExample, programmeExample, wijkExample, pageExample, departmentExample} {
		texts[fmt.Sprintf("example %d", i)] = yamlOf(t, "x.md", text)
	}
	for path, text := range sample.Files(3) {
		if strings.HasSuffix(path, ".md") {
			texts[path] = yamlOf(t, path, text)
		}
	}
	files, err := filepath.Glob("../../content/*/*.md")
	if err != nil || len(files) == 0 {
		t.Fatal("no example", err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = yamlOf(t, name, string(text))
	}
	for name, text := range texts {
		for _, text := range []string{text, commented(text), strings.ReplaceAll(text, "\n", "\r\n")} {
			if !samePlain(t, text) {
				t.Errorf("%s is not read as plain:\n%s", name, text)
			}
		}
	}
}

// FuzzPlainYAML holds plainYAML against the decoder for all of YAML.
func FuzzPlainYAML(f *testing.F) {
	for _, s := range append(plainSeeds(), siteExample, yamlOf(f, "x.md", visionExample), yamlOf(f, "x.md", programmeExample), yamlOf(f, "x.md", wijkExample)) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { samePlain(t, text) })
}

func BenchmarkYAML(b *testing.B) {
	texts := make(map[string]string)
	for path, text := range sample.Files(3) {
		folder, _, _ := strings.Cut(path, "/")
		if texts[folder] == "" && (folder == "programmas" || folder == "wijkvisies") {
			texts[folder] = yamlOf(b, path, text)
			texts[folder+"-commented"] = commented(texts[folder])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		text := texts[name]
		f := source.NewFile("x.md", []byte(text))
		b.Run(name+"/plain", func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, ok := plainYAML(f, 0, len(text), new(nodes)); !ok {
					b.Fatal("not plain")
				}
			}
		})
		b.Run(name+"/any", func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				decodeAnyYAML(f, 0, len(text), new(nodes))
			}
		})
	}
}
