package markdown_test

import (
	"strings"
	"testing"

	"wijkvisie/internal/markdown"
)

func TestNotes(t *testing.T) {
	d := parse("a[^x] [b[^y]](c)\n\n[^y]: Yy\n[^x]: Xx\n\n    ```\n    code\n    ```\n", markdown.Options{NotePrefix: "oost-"})
	got := string(markdown.Whole(d).Append(nil, markdown.Page{NoteBack: `Terug "hier"`}))
	want := `<p>a<sup class="wv-note" id="wv-ref-oost-1"><a href="#wv-note-oost-1" role="doc-noteref">1</a></sup> ` +
		`<a href="c">b<sup class="wv-note" id="wv-ref-oost-2">2</sup></a></p>
<ol class="wv-notes">
<li id="wv-note-oost-1">
<p>Xx</p>
<pre><code>code
</code></pre>
<p> <a class="wv-note-back" href="#wv-ref-oost-1" role="doc-backlink" aria-label="Terug &quot;hier&quot;">↩</a></p>
</li>
<li id="wv-note-oost-2">
<p>Yy <a class="wv-note-back" href="#wv-ref-oost-2" role="doc-backlink" aria-label="Terug &quot;hier&quot;">↩</a></p>
</li>
</ol>
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestNotesStandWithTheFragment(t *testing.T) {
	d := parse(story, markdown.Options{NotePrefix: "p-"})
	over, _ := markdown.Section(d, "oversteek")
	tram, _ := markdown.Section(d, "tram")
	rest := markdown.Without(d, func(id string) bool { return id == "oversteek" || id == "tram" })
	for _, c := range []struct {
		name  string
		f     markdown.Fragment
		notes []string // the start of each
		refs  int
	}{
		{"oversteek", over, []string{`<li id="wv-note-p-oversteek-1">` + "\n<p>Noot a."}, 1},
		{"tram", tram, []string{`<li id="wv-note-p-tram-1">` + "\n<p>Noot a.", `<li id="wv-note-p-tram-2">` + "\n<p>Noot b,"}, 3},
		{"rest", rest, nil, 0},
		{"whole", markdown.Whole(d), []string{`<li id="wv-note-p-1">` + "\n<p>Noot a.", `<li id="wv-note-p-2">` + "\n<p>Noot b,"}, 4},
	} {
		got := html(c.f)
		if n := strings.Count(got, `<li id="wv-note-`); n != len(c.notes) {
			t.Errorf("%s has %d notes", c.name, n)
		}
		for _, note := range c.notes {
			if !strings.Contains(got, note) {
				t.Errorf("%s has no %q:\n%s", c.name, note, got)
			}
		}
		if refs, backs := strings.Count(got, `id="wv-ref-`), strings.Count(got, `role="doc-backlink"`); refs != c.refs || backs != c.refs {
			t.Errorf("%s has %d references and %d ways back, want %d", c.name, refs, backs, c.refs)
		}
	}
	checkHTML(t, html(over)+html(tram)+html(rest), "the fragments on one page")
}

func TestNotesToWhichNothingRefers(t *testing.T) {
	d := parse("a[^X]\n\n[^x]: b\n[^x]: c\n[^y]: d[^z]\n[^z]: e\n", markdown.Options{})
	var got []string
	for _, p := range d.UnusedNotes {
		got = append(got, place(p))
	}
	if want := "4:1 [^x]|5:1 [^y]|6:1 [^z]"; strings.Join(got, "|") != want {
		t.Errorf("unused %q, want %q", got, want)
	}
	if text := html(markdown.Whole(d)); !strings.Contains(text, "<p>b <a") || strings.Contains(text, "<p>c") {
		t.Errorf("shown %q", text)
	}
}

func TestNotesMayReferToThemselves(t *testing.T) {
	checkHTML(t, show("a[^x]\n\n[^x]: b[^x] c[^y]\n[^y]: d[^x]"), "notes in a circle")
}
