// Package plainyaml_test holds package plainyaml to the decoder for all of YAML, in
// package decode.
package plainyaml_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/plainyaml"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/sample"
	"wijkvisie/internal/source"
)

// difference describes where two trees differ, empty when they are the same to the byte.
func difference(plain, any *tree.Node, path string) string {
	if plain == nil || any == nil {
		if plain != any {
			return path + ": one is nil"
		}
		return ""
	}
	a, b := *plain, *any
	a.Children, b.Children = nil, nil
	if fmt.Sprintf("%+v", a) != fmt.Sprintf("%+v", b) || len(plain.Children) != len(any.Children) {
		return fmt.Sprintf("%s: plain %+v (%d), any %+v (%d)", path, a, len(plain.Children), b, len(any.Children))
	}
	for i := range plain.Children {
		if d := difference(plain.Children[i], any.Children[i], fmt.Sprintf("%s.%d", path, i)); d != "" {
			return d
		}
	}
	return ""
}

// isSame holds Parse to the decoder for all of YAML, and reports whether the text is plain.
func isSame(t *testing.T, text string) bool {
	t.Helper()
	plain, ok := plainyaml.Parse(text, 0)
	if !ok {
		return false
	}
	any, problems := decode.AnyYAML(source.NewFile("x.md", []byte(text)), 0, len(text))
	if len(problems) > 0 {
		t.Fatalf("plain YAML, of which the decoder says %q:\n%s", diag.Dutch.Say(problems[0].Text), text)
	}
	if d := difference(plain, any, ""); d != "" {
		t.Fatalf("%s\n%q\n%s", d, text, text)
	}
	return true
}

// seeds are texts that are plain, and some that are nearly the same.
func seeds() []string {
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

// plainTexts are texts that are plain.
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

func TestPlainYAMLIsReadAsTheDecoderReadsIt(t *testing.T) {
	for _, text := range seeds() {
		isSame(t, text)
	}
	for _, text := range plainTexts() {
		if !isSame(t, text) {
			t.Errorf("not read as plain: %q", text)
		}
	}
}

// TestDepth nests until either of the readers refuses.
func TestDepth(t *testing.T) {
	for depth := tree.MaxDepth - 3; depth < tree.MaxDepth+3; depth++ {
		keys := ""
		for i := range depth {
			keys += strings.Repeat(" ", i) + "a:\n"
		}
		for _, value := range []string{"b: c\n", "b:\n", "b: |\n" + strings.Repeat(" ", depth+1) + "c\n", "b: {c: d}\n", "b: [[]]\n", "- b\n", "- >\n" + strings.Repeat(" ", depth+1) + "c\n", "- b:\n"} {
			isSame(t, keys+strings.Repeat(" ", depth)+value)
		}
		isSame(t, "a: "+strings.Repeat("[", depth)+strings.Repeat("]", depth)+"\n")
		isSame(t, "a: "+strings.Repeat("{a: ", depth)+"b"+strings.Repeat("}", depth)+"\n")
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

// frontMatter returns the front matter of a file, all of it when it is YAML only.
func frontMatter(t testing.TB, path, text string) string {
	t.Helper()
	if !strings.HasSuffix(path, ".md") {
		return text
	}
	front, _, ok := decode.Find(source.NewFile(path, []byte(text)))
	if !ok {
		t.Fatalf("%s has no front matter", path)
	}
	return text[front.Start:front.End]
}

// examples returns the front matter of the example, of the contract, and of the imaginary
// municipalities with which the program is timed.
func examples(t testing.TB) map[string]string {
	t.Helper()
	texts := make(map[string]string)
	for path, text := range sample.Files(3) {
		if strings.HasSuffix(path, ".md") {
			texts[path] = frontMatter(t, path, text)
		}
	}
	for _, pattern := range []string{"../../../content/*/*.md", "../../../content/site.yaml", "../testdata/*.md", "../testdata/site.yaml"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatal("nothing at", pattern, err)
		}
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			texts[name] = frontMatter(t, name, string(text))
		}
	}
	return texts
}

// TestContentIsPlain reads what people write, also with comments and when lines end as
// on Windows.
func TestContentIsPlain(t *testing.T) {
	for name, text := range examples(t) {
		for _, text := range []string{text, commented(text), strings.ReplaceAll(text, "\n", "\r\n")} {
			if !isSame(t, text) {
				t.Errorf("%s is not read as plain:\n%s", name, text)
			}
		}
	}
}

// FuzzParse holds Parse to the decoder for all of YAML.
func FuzzParse(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s)
	}
	for name, text := range examples(f) {
		if strings.HasPrefix(name, "../testdata") {
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) { isSame(t, text) })
}

// BenchmarkParse measures Parse and the decoder for all of YAML on the same front matter.
func BenchmarkParse(b *testing.B) {
	texts := make(map[string]string)
	for path, text := range sample.Files(3) {
		folder, _, _ := strings.Cut(path, "/")
		if texts[folder] == "" && (folder == "programmas" || folder == "wijkvisies") {
			texts[folder] = frontMatter(b, path, text)
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
				if _, ok := plainyaml.Parse(text, 0); !ok {
					b.Fatal("not plain")
				}
			}
		})
		b.Run(name+"/any", func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				decode.AnyYAML(f, 0, len(text))
			}
		})
	}
}
