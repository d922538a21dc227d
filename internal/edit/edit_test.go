package edit_test

import (
	"errors"
	"strings"
	"testing"

	"wijkvisie/internal/edit"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

func open(t *testing.T, path, data string) *edit.Document {
	t.Helper()
	d, err := edit.Open(source.NewFile(path, []byte(data)))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

var commitmentA = edit.Path{edit.Key("toezeggingen"), edit.Item("a")}

// to returns the path of keys in the commitment a.
func to(keys ...string) edit.Path {
	p := commitmentA
	for _, k := range keys {
		p = append(p[:len(p):len(p)], edit.Key(k))
	}
	return p
}

func TestAppend(t *testing.T) {
	const head = "---\n# een opmerking\ntitel: P\ntoezeggingen:\n"
	const one = "{datum: 2012-03-15, status: gerealiseerd, tekst: Klaar}"
	for name, c := range map[string]struct{ old, want string }{
		"a list of braces": {
			"  - id: a\n    voortgang:\n      - {datum: 2011-01-01, tekst: x}   # zo\n      # en verder\n  - id: b\n",
			"  - id: a\n    voortgang:\n      - {datum: 2011-01-01, tekst: x}   # zo\n      - " + one + "\n      # en verder\n  - id: b\n",
		},
		"a list that is not indented": {
			"- id: a\n  voortgang:\n  - {datum: 2011-01-01, tekst: x}\n- id: b\n",
			"- id: a\n  voortgang:\n  - {datum: 2011-01-01, tekst: x}\n  - " + one + "\n- id: b\n",
		},
		"a list of keys": {
			"  - id: a\n    voortgang:\n      -   datum: 2011-01-01\n          tekst: x\n    budget: 1\n",
			"  - id: a\n    voortgang:\n      -   datum: 2011-01-01\n          tekst: x\n      -   datum: 2012-03-15\n          status: gerealiseerd\n          tekst: Klaar\n    budget: 1\n",
		},
		"a text of several lines": {
			"  - id: a\n    voortgang:\n      - datum: 2011-01-01\n        tekst: |\n          een\n\n          twee\n\n  - id: b\n",
			"  - id: a\n    voortgang:\n      - datum: 2011-01-01\n        tekst: |\n          een\n\n          twee\n      - datum: 2012-03-15\n        status: gerealiseerd\n        tekst: Klaar\n\n  - id: b\n",
		},
		"items with an empty line between them": {
			"  - id: a\n    voortgang:\n      - {datum: 2011-01-01, tekst: x}\n\n      - {datum: 2011-01-02, tekst: x}\n\n  - id: b\n",
			"  - id: a\n    voortgang:\n      - {datum: 2011-01-01, tekst: x}\n\n      - {datum: 2011-01-02, tekst: x}\n\n      - " + one + "\n\n  - id: b\n",
		},
		"a list in brackets":           {"  - {id: a, voortgang: [{datum: 2011-01-01, tekst: x}]}\n", "  - {id: a, voortgang: [{datum: 2011-01-01, tekst: x}, " + one + "]}\n"},
		"a list in brackets with ends": {"  - id: a\n    voortgang: [\n      {datum: 2011-01-01, tekst: x},\n    ]\n", "  - id: a\n    voortgang: [\n      {datum: 2011-01-01, tekst: x},\n      " + one + ",\n    ]\n"},
		"an empty list":                {"  - id: a\n    voortgang: []   # nog niets\n", "  - id: a\n    voortgang:   # nog niets\n      - " + one + "\n"},
		"nothing":                      {"  - id: a\n    voortgang:   # nog niets\n    budget: 1\n", "  - id: a\n    voortgang:   # nog niets\n      - " + one + "\n    budget: 1\n"},
		"null":                         {"  - id: a\n    voortgang: ~\n", "  - id: a\n    voortgang:\n      - " + one + "\n"},
		"no list":                      {"  - id: a\n    titel: x\n    bron:\n      titel: y   # z\n  - id: b\n", "  - id: a\n    titel: x\n    bron:\n      titel: y   # z\n    voortgang:\n      - " + one + "\n  - id: b\n"},
		"no list in braces":            {"  - {id: a, titel: x}\n", "  - {id: a, titel: x, voortgang: [" + one + "]}\n"},
		"an empty list in braces":      {"  - {id: a, voortgang: , titel: x}\n", "  - {id: a, voortgang: [" + one + "] , titel: x}\n"},
		"the last thing in the file":   {"  - id: a\n    titel:\n", "  - id: a\n    titel:\n    voortgang:\n      - " + one + "\n"},
		"before a key that follows":    {"  - id: a\n    voorheen: [b]\n", "  - id: a\n    voortgang:\n      - " + one + "\n    voorheen: [b]\n"},
	} {
		everyEnding(t, name, head+c.old+"---\nTekst.\n---\n", head+c.want+"---\nTekst.\n---\n", func(d *edit.Document) error {
			return d.Append(to("voortgang"), edit.Group("datum", "2012-03-15", "tekst", "Klaar", "status", "gerealiseerd"))
		})
	}
}

// everyEnding checks a change in a file with each form of line ends, and with a byte-order mark.
func everyEnding(t *testing.T, name, old, want string, change func(*edit.Document) error) {
	t.Helper()
	for ending, eol := range map[string]string{"LF": "\n", "CRLF": "\r\n"} {
		t.Run(name+" "+ending, func(t *testing.T) {
			in := func(s string) string { return source.BOM + strings.ReplaceAll(s, "\n", eol) }
			d := open(t, "programmas/p.md", in(old))
			if err := change(d); err != nil || string(d.Bytes()) != in(want) {
				t.Errorf("%v, got\n%s", err, d.Bytes())
			}
		})
	}
}

func TestSet(t *testing.T) {
	in := func(lines string) string {
		return "---\ntitel: P # de titel\ntoezeggingen:\n" + lines + "---\nTekst.\n"
	}
	for name, c := range map[string]struct {
		old, want string
		path      edit.Path
		value     *tree.Node
	}{
		"a text":                            {"  - id: a\n    titel: x  # zo\n", "  - id: a\n    titel: Een plateau  # zo\n", to("titel"), edit.Text("Een plateau")},
		"a text that needs quotes":          {"  - id: a\n    titel: 'x' # zo\n", "  - id: a\n    titel: \"Plateau: een \\\"drempel\\\"\" # zo\n", to("titel"), edit.Text(`Plateau: een "drempel"`)},
		"a text in braces":                  {"  - {id: a, titel: x, budget: 1}\n", "  - {id: a, titel: \"x, y\", budget: 1}\n", to("titel"), edit.Text("x, y")},
		"a text that is the same":           {"  - id: a\n    titel: 'x'\n", "  - id: a\n    titel: 'x'\n", to("titel"), edit.Text("x")},
		"a text on two lines":               {"  - id: a\n    titel: een\n      twee # zo\n    budget: 1\n", "  - id: a\n    titel: drie # zo\n    budget: 1\n", to("titel"), edit.Text("drie")},
		"a text that gets lines":            {"  - id: a\n    toelichting: x # zo\n    budget: 1\n", "  - id: a\n    toelichting: | # zo\n      een\n\n      twee\n    budget: 1\n", to("toelichting"), edit.Text("een\n\ntwee")},
		"a text that gets lines in braces":  {"  - {id: a, toelichting: x}\n", "  - {id: a, toelichting: \"een\\ntwee\"}\n", to("toelichting"), edit.Text("een\r\ntwee")},
		"a text of lines":                   {"  - id: a\n    toelichting: |- # zo\n        een\n        twee\n\n    budget: 1\n", "  - id: a\n    toelichting: |- # zo\n        een\n        drie\n\n    budget: 1\n", to("toelichting"), edit.Text("een\ndrie")},
		"a text of lines that are folded":   {"  - id: a\n    toelichting: >\n      een\n      twee\n", "  - id: a\n    toelichting: |\n      drie\n", to("toelichting"), edit.Text("drie")},
		"a text of lines that goes":         {"  - id: a\n    toelichting: |  # zo\n      een\n    budget: 1\n", "  - id: a\n    toelichting:   # zo\n    budget: 1\n", to("toelichting"), edit.Text("")},
		"nothing":                           {"  - id: a\n    titel:   # zo\n", "  - id: a\n    titel: x   # zo\n", to("titel"), edit.Text("x")},
		"null":                              {"  - id: a\n    titel: ~\n", "  - id: a\n    titel: x\n", to("titel"), edit.Text("x")},
		"a key that is not there":           {"  - id: a\n    titel: x\n    # over het geld\n    budget: 1\n", "  - id: a\n    titel: x\n    gereed: 2011-Q3\n    # over het geld\n    budget: 1\n", to("gereed"), edit.Text("2011-Q3")},
		"the first key":                     {"  - titel: x\n    id: a\n  -\n    id: b\n", "  - titel: y\n    id: a\n  -\n    id: b\n", to("titel"), edit.Text("y")},
		"a key before the first":            {"  - titel: x\n    budget: 1\n", "  - id: c\n    titel: x\n    budget: 1\n", edit.Path{edit.Key("toezeggingen"), edit.Index(0), edit.Key("id")}, edit.Text("c")},
		"a key in braces":                   {"  - {id: a, budget: 1}\n", "  - {id: a, titel: x, budget: 1}\n", to("titel"), edit.Text("x")},
		"the first key in braces":           {"  - {titel: x}\n", "  - {id: c, titel: x}\n", edit.Path{edit.Key("toezeggingen"), edit.Index(0), edit.Key("id")}, edit.Text("c")},
		"a key of a group":                  {"  - id: a\n    bron:\n      url: https://a.nl/  # zo\n", "  - id: a\n    bron:\n      titel: Besluit\n      url: https://a.nl/  # zo\n", to("bron", "titel"), edit.Text("Besluit")},
		"a group":                           {"  - id: a\n", "  - id: a\n    bron: {titel: \"A, B\"}\n", to("bron", "titel"), edit.Text("A, B")},
		"a group without a value":           {"  - id: a\n    bron:\n", "  - id: a\n    bron: {titel: B}\n", to("bron", "titel"), edit.Text("B")},
		"a key that goes":                   {"  - id: a\n    titel: x\n    # over het geld\n    budget: 1\n    dekking: y\n", "  - id: a\n    titel: x\n    # over het geld\n    dekking: y\n", to("budget"), edit.Text("")},
		"a key with a comment that goes":    {"  - id: a\n    budget: 1  # geld\n", "  - id: a\n    budget:  # geld\n", to("budget"), edit.Text("")},
		"the first key that goes":           {"  - titel: x\n    id: a\n", "  - id: a\n", to("titel"), edit.Text("")},
		"a key in braces that goes":         {"  - {id: a, titel: x, budget: 1}\n", "  - {id: a, budget: 1}\n", to("titel"), edit.Text("")},
		"the last in braces that goes":      {"  - {id: a, titel: x}\n", "  - {id: a}\n", to("titel"), edit.Text("")},
		"a group that goes":                 {"  - id: a\n    bron:\n      titel: x\n      url: https://a.nl/\n    budget: 1\n", "  - id: a\n    budget: 1\n", to("bron"), edit.Text("")},
		"the only key of a group that goes": {"  - id: a\n    bron:\n      titel: x\n", "  - id: a\n    bron:\n      titel:\n", to("bron", "titel"), edit.Text("")},
		"a list":                            {"  - id: a\n", "  - id: a\n    wijken: [oost, west]\n", to("wijken"), edit.Texts("oost", "west")},
		"a longer list":                     {"  - id: a\n    wijken: ['oost', \"west\"] # zo\n", "  - id: a\n    wijken: ['oost', zuid, \"west\"] # zo\n", to("wijken"), edit.Texts("oost", "zuid", "west")},
		"a shorter list":                    {"  - id: a\n    wijken: [oost, 'zuid', west]\n", "  - id: a\n    wijken: [oost, west]\n", to("wijken"), edit.Texts("oost", "west")},
		"a list of lines":                   {"  - id: a\n    wijken:\n      - 'oost' # o\n      - zuid\n      - west\n", "  - id: a\n    wijken:\n      - 'oost' # o\n      - noord\n      - west\n      - binnenstad\n", to("wijken"), edit.Texts("oost", "noord", "west", "binnenstad")},
		"a list of lines with less":         {"  - id: a\n    wijken:\n      - oost\n      # dan\n      - zuid\n      - west\n", "  - id: a\n    wijken:\n      - oost\n      # dan\n      - west\n", to("wijken"), edit.Texts("oost", "west")},
		"a list that goes":                  {"  - id: a\n    wijken:\n      - oost\n      - zuid\n    budget: 1\n", "  - id: a\n    budget: 1\n", to("wijken"), edit.Texts()},
		"an entry by its number":            {"  - id: a\n    voortgang:\n      - {}\n      - {datum: 2011-01-01, tekst: x}\n      - {datum: 2011-01-02, tekst: y}\n", "  - id: a\n    voortgang:\n      - {}\n      - {datum: 2011-01-01, tekst: x}\n      - {datum: 2011-01-02, status: vervallen, tekst: y}\n", append(to("voortgang"), edit.Index(1), edit.Key("status")), edit.Text("vervallen")},
		"a key of the file":                 {"  - id: a\n", "  - id: a\n", edit.Path{edit.Key("reden")}, edit.Text("")},
	} {
		everyEnding(t, name, in(c.old), in(c.want), func(d *edit.Document) error {
			return d.Set(c.path, c.value)
		})
	}
}

func TestKeysOfAFile(t *testing.T) {
	for _, c := range []struct{ path, old, want string }{
		{"programmas/p.md", "---\n---\nTekst.\n", "---\nreden: x\n---\nTekst.\n"},
		{"programmas/p.md", "---\ntitel: P\n---\n", "---\ntitel: P\nreden: x\n---\n"},
		{"programmas/p.md", "---\nvoorheen: [a]\n---\n", "---\nreden: x\nvoorheen: [a]\n---\n"},
		{"programmas/p.md", "---\n# geen\n\n---\n", "---\nreden: x\n# geen\n\n---\n"},
		{"programmas/p.md", "---\n{titel: P}\n---\n", "---\n{titel: P, reden: x}\n---\n"},
	} {
		d := open(t, c.path, c.old)
		if err := d.Set(edit.Path{edit.Key("reden")}, edit.Text("x")); err != nil || string(d.Bytes()) != c.want {
			t.Errorf("%q: %v, got %q, want %q", c.old, err, d.Bytes(), c.want)
		}
	}
	word := edit.Path{edit.Key("begrippen"), edit.Key("wijk"), edit.Key("lidwoord")}
	for old, want := range map[string]string{
		"titel: T":   "titel: T\nbegrippen:\n  wijk: {lidwoord: het}",
		"titel: T\n": "titel: T\nbegrippen:\n  wijk: {lidwoord: het}\n",
		"titel: T\nbegrippen:\n  wijk: {enkelvoud: x}\n": "titel: T\nbegrippen:\n  wijk: {enkelvoud: x, lidwoord: het}\n",
	} {
		d := open(t, "site.yaml", old)
		if err := d.Set(word, edit.Text("het")); err != nil || string(d.Bytes()) != want {
			t.Errorf("%q: %v, got %q", old, err, d.Bytes())
		}
	}
}

func TestANewNeedHasTheFormOfTheOthers(t *testing.T) {
	d := open(t, "wijkvisies/oost-2011.md", "---\nbehoeften:\n  - id: a\n    titel: A\n\n  - id: b\n    titel: B\n---\n")
	err := d.Append(edit.Path{edit.Key("behoeften")}, edit.Group("titel", "Een tram: graag", "id", "tram", "buurten", edit.Texts("x", "y"),
		"bron", edit.Group("wat", "wijkraadpleging"), "toelichting", "Een.\nTwee.",
		"oordelen", edit.List(edit.Group("datum", "2012-01-01", "oordeel", "niet", "door", "Wijkraad"))))
	want := "---\nbehoeften:\n  - id: a\n    titel: A\n\n  - id: b\n    titel: B\n\n" +
		"  - id: tram\n    titel: \"Een tram: graag\"\n    buurten: [x, y]\n    bron: {wat: wijkraadpleging}\n    toelichting: |\n      Een.\n      Twee.\n" +
		"    oordelen:\n      - {datum: 2012-01-01, door: Wijkraad, oordeel: niet}\n---\n"
	if err != nil || string(d.Bytes()) != want {
		t.Errorf("%v, got\n%s", err, d.Bytes())
	}
}

func TestWhatCannotBeChanged(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want error
	}{
		"a list that two commitments share": {"---\ntoezeggingen:\n  - id: a\n    voortgang: &v\n      - {datum: 2011-01-01, tekst: x}\n  - id: b\n    voortgang: *v\n---\n", edit.ErrNotSimple},
		"a list that comes from elsewhere":  {"---\nbasis: &b {voortgang: [{datum: 2011-01-01, tekst: x}]}\ntoezeggingen:\n  - {<<: *b, id: a}\n---\n", edit.ErrNotSimple},
		"TOML":                              {"+++\n[[toezeggingen]]\nid = \"a\"\n+++\n", edit.ErrNotYAML},
		"JSON":                              {"{\"toezeggingen\": [{\"id\": \"a\"}]}\n", edit.ErrNotYAML},
		"two with the id":                   {"---\ntoezeggingen:\n  - id: a\n  - id: a\n---\n", edit.ErrNotFound},
		"YAML that cannot be read":          {"---\ntoezeggingen: [\n---\n", edit.ErrNotSimple},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, "programmas/p.md", c.data)
			err := d.Append(to("voortgang"), edit.Group("datum", "2012-03-15", "tekst", "Klaar"))
			if !errors.Is(err, c.want) || string(d.Bytes()) != c.data {
				t.Errorf("got %v\n%s", err, d.Bytes())
			}
		})
	}
	if _, err := edit.Open(source.NewFile("programmas/p.md", []byte("---\ntoezeggingen:\n"))); !errors.Is(err, edit.ErrNotSimple) {
		t.Errorf("front matter that does not end: %v", err)
	}
	if _, err := edit.Open(source.NewFile("media/p.md", []byte("---\n---\n"))); !errors.Is(err, edit.ErrNotFound) {
		t.Errorf("a file of no kind: %v", err)
	}
}

func TestBody(t *testing.T) {
	for _, c := range []struct{ old, text, want string }{
		{"---\n---\nEen.\r\nTwee.\nDrie.\n", "Een.\r\nTwee!\r\nDrie.\r\n", "---\n---\nEen.\r\nTwee!\nDrie.\n"},
		{"---\r\ntitel: x\r\n---\r\nEen.\r\n", "Een.\n\nTwee.\n", "---\r\ntitel: x\r\n---\r\nEen.\r\n\r\nTwee.\r\n"},
		{"---\n---", "Een.\n", "---\n---\nEen.\n"},
		{"---\n---\nEen.\n", "", "---\n---\n"},
		{"+++\n+++\nEen.\n", "+++\n", "+++\n+++\n+++\n"},
		{"---\ntitel: [\n---\nEen.\n", "---\nTwee.\n", "---\ntitel: [\n---\n---\nTwee.\n"},
	} {
		d := open(t, "paginas/p.md", c.old)
		if err := d.ReplaceBody(0, len(d.Body()), c.text); err != nil || string(d.Bytes()) != c.want {
			t.Errorf("%q: %v, got %q, want %q", c.old, err, d.Bytes(), c.want)
		}
	}
	d := open(t, "paginas/p.md", "---\n---\nEen.\nTwee.\nDrie.\n")
	if err := d.ReplaceBody(len("Een.\n"), len("Een.\nTwee.\n"), "2.\n"); err != nil || d.Body() != "Een.\n2.\nDrie.\n" {
		t.Errorf("%v, got %q", err, d.Body())
	}
	if err := open(t, "site.yaml", "titel: x\n").ReplaceBody(0, 0, "x"); !errors.Is(err, edit.ErrNotFound) {
		t.Errorf("the body of a file without one: %v", err)
	}
}
