package edit_test

import (
	"bytes"
	"testing"

	"wijkvisie/internal/edit"
	"wijkvisie/internal/source"
)

// FuzzSet checks that a change to any file is made as it was meant or not at all: made again it
// changes nothing, and the text below the front matter stays.
func FuzzSet(f *testing.F) {
	for _, s := range []string{
		"---\ntitel: P # zo\ntoezeggingen:\n  - id: a\n    titel: x\n    wijken: [a, b]\n    bron: {titel: x}\n    voortgang:\n      - {datum: 2011-01-01, tekst: x}\n---\nTekst.\n",
		"\ufeff---\r\ntoezeggingen:\r\n-   id: a\r\n    titel: |\r\n      een\r\n\r\n      twee\r\n    wijken:\r\n    - 'a'\r\n    # b\r\n    - \"c\"\r\n---\r\nTekst.",
		"---\n{titel: P, toezeggingen: [{id: a, titel: x, wijken: [\n a,\n b,\n ], voortgang: [\n {tekst: y},\n ]}]}\n---\n",
		"---\na: &x [*x]\ntoezeggingen: &y\n- &z {id: a, <<: *y}\n- *z\n---\n", "---\n---\n", "---\ntoezeggingen:\n  -\n  - \n  - titel: x\n...\n", "---\r\ntitel: b\r---\n",
		"---\ntitel: >+\n h\n\n? toezeggingen\n: - id: a\n    titel: 'e''f'\n---\n", "+++\ntitel = 'x'\n+++\n", "---\ntitel: b\u2028c\u0085d #e\n---\n",
	} {
		f.Add(s, "Een: \"plateau\"\n\n# twee")
	}
	f.Fuzz(func(t *testing.T, data, text string) {
		first := edit.Path{edit.Key("toezeggingen"), edit.Index(0)}
		in := func(names ...string) edit.Path {
			p := first
			for _, n := range names {
				p = append(p[:len(p):len(p)], edit.Key(n))
			}
			return p
		}
		for _, change := range []func(d *edit.Document) error{
			func(d *edit.Document) error { return d.Set(edit.Path{edit.Key("titel")}, edit.Text(text)) },
			func(d *edit.Document) error { return d.Set(in("titel"), edit.Text(text)) },
			func(d *edit.Document) error { return d.Set(in("titel"), edit.Nothing()) },
			func(d *edit.Document) error { return d.Set(in("bron", "titel"), edit.Text(text)) },
			func(d *edit.Document) error { return d.Set(in("wijken"), edit.Texts("a", text)) },
			func(d *edit.Document) error { return d.Set(in("voortgang"), edit.List(edit.Group("tekst", text))) },
		} {
			d, err := edit.Open(source.NewFile("programmas/p.md", []byte(data)))
			if err != nil {
				return
			}
			body := d.Body()
			if err := change(d); err != nil {
				if string(d.Bytes()) != data {
					t.Errorf("%q is refused and became %q", data, d.Bytes())
				}
				continue
			}
			if d.Body() != body {
				t.Errorf("%q: the text became %q", data, d.Body())
			}
			made := bytes.Clone(d.Bytes())
			if err := change(d); err != nil || !bytes.Equal(made, d.Bytes()) {
				t.Errorf("%q became %q, and when made again %q: %v", data, made, d.Bytes(), err)
			}
		}
		d, err := edit.Open(source.NewFile("programmas/p.md", []byte(data)))
		if err != nil {
			return
		}
		if err := d.Append(in("voortgang"), edit.Group("tekst", text+"x")); err == nil && len(d.Bytes()) < len(data)-len("null") {
			t.Errorf("%q became %q", data, d.Bytes())
		}
		if err := d.ReplaceBody(0, len(d.Body()), text); err == nil && len(d.Body()) < len(text)-bytes.Count([]byte(text), []byte("\r")) {
			t.Errorf("the text %q became %q", text, d.Body())
		}
	})
}
