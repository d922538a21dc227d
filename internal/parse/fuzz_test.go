package parse

import (
	"bytes"
	"strings"
	"testing"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// seeds are the cases that the other tests are about.
func seeds() []string {
	return []string{
		visionExample, programmeExample, wijkExample, pageExample, departmentExample, siteExample,
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
	if p.File != f || p.Start < 0 || p.End < p.Start || int(p.End) > len(f.Data) {
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

func FuzzFile(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		if m, found := findFrontMatter(file("x.md", data)); found == 0 {
			if m.start < int(m.at.End) && m.opening != "{" || m.end < m.start || m.body < m.end || m.body > len(data) {
				t.Errorf("front matter at %d-%d, body at %d", m.start, m.end, m.body)
			}
			rest := strings.TrimSpace(data[m.end:m.body])
			if m.opening != "{" && rest != m.closing && rest != "..." || m.opening == "{" && rest != "" {
				t.Errorf("between front matter and body: %q", rest)
			}
			if before := strings.TrimSpace(strings.TrimPrefix(data[:m.at.Start], source.BOM)); before != "" {
				t.Errorf("before front matter: %q", before)
			}
		}
		v := file("wijkvisies/x.md", data)
		_, problems := Vision(v)
		checkProblems(t, v, problems)
		for _, d := range problems {
			if d.Text.Message == diag.SyntaxError && len(d.Text.Args) > 0 && d.Text.Args[0] == errBounds.Error() {
				t.Errorf("package frontmatter sees other bounds")
			}
		}
		p := file("programmas/x.md", data)
		_, problems = Programme(p)
		checkProblems(t, p, problems)
		s := file("site.yaml", data)
		_, problems = Site(s)
		checkProblems(t, s, problems)
	})
}

func fuzzDecoder(f *testing.F, decode decoder) {
	for _, s := range seeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		const before = "é\n"
		x := file("x.md", before+data+"\n---\n")
		root, problems := decode(x, len(before), len(before)+len(data), new(nodes))
		checkProblems(t, x, problems)
		every(root, func(n *node) {
			if n.start < len(before) || n.end < n.start || n.end > len(before)+len(data) {
				t.Errorf("%v %q at %d-%d of %d bytes", n.kind, n.text, n.start, n.end, len(data))
			}
		})
	})
}

func FuzzYAML(f *testing.F) { fuzzDecoder(f, decodeYAML) }
func FuzzTOML(f *testing.F) { fuzzDecoder(f, decodeTOML) }
func FuzzJSON(f *testing.F) { fuzzDecoder(f, decodeJSON) }

// FuzzYAMLPlaces holds the places of scalars against YAML itself: what stands
// there, read on its own, is the same text.
func FuzzYAMLPlaces(f *testing.F) {
	for _, s := range append(seeds(), "&a:Z", "a: &b:c\n", "a: [&b-c_1 d, &e]\n", "a: &b !c d\n") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		x := file("x.md", data)
		root, problems := decodeYAML(x, 0, len(data), new(nodes))
		if len(problems) > 0 {
			return
		}
		every(root, func(n *node) {
			if n.kind != scalar || n.form != quoted && n.form != plain || x.Data[n.start] == '*' {
				return
			}
			alone := string(x.Data[n.start:n.end])
			again, problems := decodeYAML(file("y.md", "- "+alone+"\n"), 0, len(alone)+3, new(nodes))
			if len(problems) > 0 || again == nil || len(again.children) != 1 {
				return // it needs what stood around it: a line that begins with "- "
			}
			if got := again.children[0]; got.kind == scalar && got.text != n.text {
				t.Errorf("%q is read as %q at %d-%d, which is %q", data, n.text, n.start, n.end, alone)
			}
		})
	})
}
