package decode

import (
	"bytes"
	"strings"
	"testing"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

func file(path, data string) *source.File { return source.NewFile(path, []byte(data)) }

// seeds are front matter of every language, with and without mistakes.
func seeds() []string {
	return []string{
		"---\ntitel: Oost   # a\nbehoeften:\n  - id: a-b\n    bron: {wat: \"x, y\", datum: 2010-11-16}\n    tekst: |\n      een\n\n      twee\n---\nTekst.\n",
		"+++\ntitel = \"A\"\n[[toezeggingen]]\nbron.titel = \"C\"\nx = [1, {y = 2}]\ngereed = 2011-10-01\n+++\nTekst",
		"{\n\"titel\": \"A\", \"a\": [1, {\"b\": null}]}\n\nTekst",
		"---\na: &x [*x]\nb: |2-\n   c\n\nd: {e: f, g}\n<<: *x\n...\n",
		"---\na: \"b\n c\"\nd: 'e''f'\ng: >+\n h\n\n? i\n: !!t j\n---\n", "---\r\na: b\r---\n", "\ufeff\n;;;\n{}\n;;;\n", "<<<<<<< a\n",
		"---\na: b\u2028c\u0085d #e\n\tf: g\n---\n",
	}
}

func inside(t *testing.T, f *source.File, p source.Pos) {
	if p.IsZero() {
		return
	}
	if p.File != f || p.Start < 0 || p.End < p.Start || p.End > len(f.Data) {
		t.Errorf("place %d-%d of %d bytes", p.Start, p.End, len(f.Data))
	}
	p.Place()
}

func checkProblems(t *testing.T, f *source.File, problems diag.List) {
	problems.Sort()
	for _, d := range problems {
		inside(t, f, d.Pos)
		for _, r := range d.Related() {
			inside(t, f, r.Pos)
		}
		for _, l := range []diag.Lang{diag.Dutch, diag.English} {
			if s := l.Say(d.Text) + l.Say(d.Hint()); s == "" || strings.Contains(s, "%!") && !bytes.Contains(f.Data, []byte("%!")) {
				t.Errorf("says %q", s)
			}
		}
	}
}

// decoder reads a part of a file into a tree.
type decoder func(f *source.File, start, end int) (*tree.Node, diag.List)

func fuzzDecoder(f *testing.F, decode decoder) {
	for _, s := range seeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		const before = "é\n"
		x := file("x.md", before+data+"\n---\n")
		root, problems := decode(x, len(before), len(before)+len(data))
		checkProblems(t, x, problems)
		every(root, func(n *tree.Node) {
			if n.Start < len(before) || n.End < n.Start || n.End > len(before)+len(data) {
				t.Errorf("%v %q at %d-%d of %d bytes", n.Kind, n.Text, n.Start, n.End, len(data))
			}
		})
	})
}

func FuzzYAML(f *testing.F) { fuzzDecoder(f, YAML) }
func FuzzTOML(f *testing.F) { fuzzDecoder(f, TOML) }
func FuzzJSON(f *testing.F) { fuzzDecoder(f, JSON) }

// FuzzYAMLPlaces holds the places of scalars against YAML itself: what stands
// there, read on its own, is the same text.
func FuzzYAMLPlaces(f *testing.F) {
	for _, s := range append(seeds(), "&a:Z", "a: &b:c\n", "a: [&b-c_1 d, &e]\n", "a: &b !c d\n") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		x := file("x.md", data)
		root, problems := YAML(x, 0, len(data))
		if len(problems) > 0 {
			return
		}
		every(root, func(n *tree.Node) {
			if n.Kind != tree.Scalar || n.Form != tree.Quoted && n.Form != tree.Plain || x.Data[n.Start] == '*' {
				return
			}
			alone := string(x.Data[n.Start:n.End])
			again, problems := YAML(file("y.md", "- "+alone+"\n"), 0, len(alone)+3)
			if len(problems) > 0 || again == nil || len(again.Children) != 1 {
				return // it needs what stood around it: a line that begins with "- "
			}
			if got := again.Children[0]; got.Kind == tree.Scalar && got.Text != n.Text {
				t.Errorf("%q is read as %q at %d-%d, which is %q", data, n.Text, n.Start, n.End, alone)
			}
		})
	})
}
