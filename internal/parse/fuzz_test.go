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

func FuzzFile(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		v := file("wijkvisies/x.md", data)
		_, problems := Vision(v)
		checkProblems(t, v, problems)
		p := file("programmas/x.md", data)
		_, problems = Programme(p)
		checkProblems(t, p, problems)
		s := file("site.yaml", data)
		_, problems = Site(s)
		checkProblems(t, s, problems)
	})
}
