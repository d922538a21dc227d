package parse

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

func newEntry(text string) *city.ProgressEntry {
	return &city.ProgressEntry{
		Date:   city.Date{Day: city.Day{Year: 2012, Month: 3, Day: 15}},
		Status: source.Text{Value: city.Realised},
		Text:   source.Text{Value: text},
	}
}

func TestProgressIsAppendedInTheLayoutOfTheFile(t *testing.T) {
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
		"a list in brackets":           {"  - {id: a, voortgang: [{datum: 2011-01-01, tekst: x}]}\n", "  - {id: a, voortgang: [{datum: 2011-01-01, tekst: x}, " + one + "]}\n"},
		"a list in brackets with ends": {"  - id: a\n    voortgang: [\n      {datum: 2011-01-01, tekst: x},\n    ]\n", "  - id: a\n    voortgang: [\n      {datum: 2011-01-01, tekst: x},\n      " + one + ",\n    ]\n"},
		"an empty list":                {"  - id: a\n    voortgang: []   # nog niets\n", "  - id: a\n    voortgang: [" + one + "]   # nog niets\n"},
		"nothing":                      {"  - id: a\n    voortgang:   # nog niets\n    budget: 1\n", "  - id: a\n    voortgang:   # nog niets\n      - " + one + "\n    budget: 1\n"},
		"null":                         {"  - id: a\n    voortgang: ~\n", "  - id: a\n    voortgang: [" + one + "]\n"},
		"no log":                       {"  - id: a\n    titel: x\n    bron:\n      titel: y   # z\n  - id: b\n", "  - id: a\n    titel: x\n    bron:\n      titel: y   # z\n    voortgang:\n      - " + one + "\n  - id: b\n"},
		"no log in braces":             {"  - {id: a, titel: x}\n", "  - {id: a, titel: x, voortgang: [" + one + "]}\n"},
		"an empty log in braces":       {"  - {id: a, voortgang: , titel: x}\n", "  - {id: a, voortgang: [" + one + "] , titel: x}\n"},
		"the last thing in the file":   {"  - id: a\n    titel:\n", "  - id: a\n    titel:\n    voortgang:\n      - " + one + "\n"},
	} {
		for ending, eol := range map[string]string{"LF": "\n", "CRLF": "\r\n"} {
			t.Run(name+" "+ending, func(t *testing.T) {
				whole := func(s string) string { return strings.ReplaceAll(head+s+"---\nTekst.\n---\n", "\n", eol) }
				got, err := AppendProgress(file("programmas/p.md", whole(c.old)), map[string][]*city.ProgressEntry{"a": {newEntry("Klaar")}})
				if err != nil || string(got) != whole(c.want) {
					t.Errorf("%v, got\n%s", err, got)
				}
			})
		}
	}
}

func TestProgressIsNotAppendedWhereItDoesHarm(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want error
	}{
		"a log that two commitments share": {"---\ntoezeggingen:\n  - id: a\n    voortgang: &v\n      - {datum: 2011-01-01, tekst: x}\n  - id: b\n    voortgang: *v\n---\n", ErrNotSimple},
		"a log that comes from elsewhere":  {"---\nbasis: &b {voortgang: [{datum: 2011-01-01, tekst: x}]}\ntoezeggingen:\n  - {<<: *b, id: a}\n---\n", ErrNotSimple},
		"TOML":                             {"+++\n[[toezeggingen]]\nid = \"a\"\n+++\n", ErrNotYAML},
		"JSON":                             {"{\"toezeggingen\": [{\"id\": \"a\"}]}\n", ErrNotYAML},
		"front matter that does not end":   {"---\ntoezeggingen:\n  - id: a\n", ErrNotSimple},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := AppendProgress(file("programmas/p.md", c.data), map[string][]*city.ProgressEntry{"a": {newEntry("Klaar")}})
			if !errors.Is(err, c.want) {
				t.Errorf("got %v\n%s", err, got)
			}
		})
	}
}

func TestDutchDates(t *testing.T) {
	for in, want := range map[string]string{
		"2011-05-19": "2011-05-19", "19-05-2011": "2011-05-19", "19-5-2011": "2011-05-19", "1/2/2011": "2011-02-01", "19.5.2011": "2011-05-19",
		"19 mei 2011": "2011-05-19", "donderdag 19 mei 2011": "2011-05-19", "1 mrt. 2011": "2011-03-01", "2011-05-19T00:00:00": "2011-05-19", "19-5-2011 00:00": "2011-05-19",
		"5-19-2011": "", "30-02-2011": "", "19-05-11": "", "mei 2011": "", "2011-05-19 onder voorbehoud": "", "19 mei 2011 of later": "", "gisteren": "", "": "",
	} {
		if got, ok := dutchDay(in); ok != (want != "") || ok && got != want {
			t.Errorf("day %q: %q, %v; want %q", in, got, ok, want)
		}
	}
	for in, want := range map[string]string{
		"2011-Q3": "2011-Q3", "maart 2012": "2012-03", "mrt-12": "2012-03", "Mrt 2012": "2012-03", "3-2012": "2012-03", "2012": "2012", "Q3 2012": "2012-Q3", "3e kwartaal 2012": "2012-Q3",
		"derde kwartaal 2012": "2012-Q3", "Doorlopend": "doorlopend", "continu": "doorlopend", "onbekend": "onbekend", "Onbekend": "onbekend", "n.n.b.": "onbekend", "15-3-2012": "2012-03-15",
		"eind 2012": "", "medio 2012": "", "voorjaar 2012": "", "12-mrt": "", "2012 of 2013": "", "2012-03-15 onder voorbehoud": "",
	} {
		if got, ok := dutchPlanned(in); ok != (want != "") || ok && got != want {
			t.Errorf("planned %q: %q, %v; want %q", in, got, ok, want)
		}
	}
}

// FuzzAppendProgress checks that nothing that was in a file is lost.
func FuzzAppendProgress(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s, "Klaar")
	}
	f.Add("---\ntoezeggingen:\n- id: a\n  voortgang:\n  - {datum: 2011-01-01, tekst: x}\n---\n", "a: \"b\"\n# c")
	f.Fuzz(func(t *testing.T, data, text string) {
		old := file("programmas/p.md", data)
		before, _ := Programme(old)
		for _, c := range before.Commitments {
			got, err := AppendProgress(old, map[string][]*city.ProgressEntry{c.ID.Value: {newEntry(text)}})
			if err != nil {
				continue
			}
			if len(got) < len(data)-len("null") || bytes.Equal(got, old.Data) && c.ID.Value != "" {
				t.Errorf("%q became %q", data, got)
			}
			after, _ := Programme(source.NewFile(old.Path, got))
			if len(after.Commitments) != len(before.Commitments) {
				t.Errorf("%q became %q", data, got)
			}
		}
	})
}
