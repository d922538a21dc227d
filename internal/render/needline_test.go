package render_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestANeedIsOneLine reads the line of a need, and what is drawn in it, on the page of its
// wijk on 1 March 2013. The vision was adopted on 19 May 2011.
func TestANeedIsOneLine(t *testing.T) {
	for _, c := range []struct {
		name     string
		promises []string // toezeggingen; their ids are a, b, …
		answers  []string
		need     string // more keys of the need
		says     string
		drawn    string
	}{
		{name: "done later than promised", promises: []string{"gereed: 2011-10, voortgang: [{datum: 2012-03-15, status: gerealiseerd}]"},
			says: "Gedaan wat was toegezegd: eerst beloofd oktober 2011, klaar maart 2012 Nog geen oordeel", drawn: "later first now"},
		{name: "done in the month that was promised", promises: []string{"gereed: 2011-10, voortgang: [{datum: 2011-10-02, status: gerealiseerd}]"},
			says: "Gedaan wat was toegezegd: klaar oktober 2011, zoals beloofd Nog geen oordeel", drawn: "kept"},
		{name: "done in the quarter that was promised", promises: []string{"gereed: 2011-Q4, voortgang: [{datum: 2011-10-02, status: gerealiseerd}]"},
			says: "Gedaan wat was toegezegd: klaar oktober 2011, zoals beloofd Nog geen oordeel", drawn: "kept"},
		{name: "done sooner", promises: []string{"gereed: 2012, voortgang: [{datum: 2011-10-02, status: gerealiseerd}]"},
			says: "Gedaan wat was toegezegd: eerst beloofd 2012, klaar oktober 2011 Nog geen oordeel", drawn: "even first now"},
		{name: "done without a date", promises: []string{"voortgang: [{datum: 2011-10-02, status: gerealiseerd}]"},
			says: "Gedaan wat was toegezegd: klaar oktober 2011 Nog geen oordeel", drawn: "now"},
		{name: "done, and judged", promises: []string{"gereed: 2011-10, voortgang: [{datum: 2011-10-02, status: gerealiseerd}]"},
			need: ", oordelen: [{datum: 2012-01-02, door: Wijkraad Oost, oordeel: gerealiseerd}]",
			says: "Vervuld, zegt de wijk: klaar oktober 2011, zoals beloofd Wijkraad: gelukt", drawn: "kept"},
		{name: "judged before the newest report", promises: []string{"gereed: 2014, voortgang: [{datum: 2012-10-02, status: in-uitvoering}]"},
			need: ", oordelen: [{datum: 2012-01-02, door: Ouders, oordeel: niet}]",
			says: "In uitvoering: gepland 2014 Ouders: niet gelukt, in januari 2012", drawn: "kept"},
		{name: "planned", promises: []string{"gereed: 2013-06"}, says: "Toegezegd: gepland juni 2013", drawn: "kept"},
		{name: "planned later", promises: []string{"gereed: 2012-12, voortgang: [{datum: 2012-11-01, gereed: 2013-06, reden: De lampen.}]"},
			says: "Toegezegd: eerst beloofd december 2012, nu juni 2013", drawn: "later first now"},
		{name: "planned sooner", promises: []string{"gereed: 2014, voortgang: [{datum: 2012-11-01, gereed: 2013-06, reden: Geluk.}]"},
			says: "Toegezegd: eerst beloofd 2014, nu juni 2013", drawn: "even first now"},
		{name: "the date has passed", promises: []string{"gereed: 2012-06"}, says: "Toegezegd: beloofd juni 2012, nog niet klaar", drawn: "waits first"},
		{name: "a later date has passed too", promises: []string{"gereed: 2011-10, voortgang: [{datum: 2011-11-01, gereed: 2012-06, reden: De lampen.}]"},
			says: "Toegezegd: eerst beloofd oktober 2011, daarna juni 2012, nog niet klaar", drawn: "waits later first first"},
		{name: "the date is not known any more", promises: []string{"gereed: 2012-06, voortgang: [{datum: 2012-05-01, gereed: onbekend, reden: De lampen.}]"},
			says: "Toegezegd: eerst beloofd juni 2012, nu nog niet bekend wanneer", drawn: "waits arrow first"},
		{name: "no date", promises: []string{"partners: []"}, says: "Toegezegd: nog niet bekend wanneer", drawn: "waits arrow"},
		{name: "without an end", promises: []string{"gereed: doorlopend"}, says: "Toegezegd: doorlopend", drawn: "even arrow"},
		{name: "without an end now", promises: []string{"gereed: 2012-06, voortgang: [{datum: 2012-05-01, gereed: doorlopend, reden: Het is nodig.}]"},
			says: "Toegezegd: eerst beloofd juni 2012, nu doorlopend", drawn: "later arrow first"},
		{name: "dropped", promises: []string{"gereed: 2012-06, voortgang: [{datum: 2011-11-01, status: vervallen, reden: Geen geld.}]"},
			says: "Toezegging vervallen: eerst beloofd juni 2012, vervallen november 2011", drawn: "even first no"},
		{name: "handed to nothing", promises: []string{"voortgang: [{datum: 2011-11-01, status: doorgeschoven, naar: elders, reden: Geen geld.}]"},
			says: "Toezegging vervallen: doorgeschoven november 2011", drawn: "no"},
		{name: "the last of several counts", promises: []string{
			"gereed: 2011-06, voortgang: [{datum: 2012-05-01, status: gerealiseerd}]",
			"gereed: 2012-12, voortgang: [{datum: 2012-11-01, gereed: 2013-06, reden: De lampen.}]",
			"gereed: 2013-04",
		}, says: "In uitvoering: eerst beloofd december 2012, nu juni 2013", drawn: "later first now"},
		{name: "what nobody knows comes last", promises: []string{"gereed: 2013-04", "gereed: onbekend"}, says: "Toegezegd: nog niet bekend wanneer", drawn: "waits arrow"},
		{name: "what goes on does not hide what is planned", promises: []string{"gereed: doorlopend", "gereed: 2013-04"}, says: "Toegezegd: gepland april 2013", drawn: "kept"},
		{name: "what was lost does not hide what is done", promises: []string{
			"gereed: 2011-12, voortgang: [{datum: 2012-11-01, status: vervallen, reden: Geen geld.}]",
			"gereed: 2011-10, voortgang: [{datum: 2011-10-02, status: gerealiseerd}]",
		}, says: "Deels gedaan: klaar oktober 2011, zoals beloofd Nog geen oordeel", drawn: "kept"},
		{name: "handed on: the first date is the older one", promises: []string{
			"gereed: 2011-12, voortgang: [{datum: 2011-11-01, status: doorgeschoven, naar: t-b, reden: Later.}]",
			"gereed: 2013-04",
		}, says: "Toegezegd: eerst beloofd december 2011, nu april 2013", drawn: "later first now"},
		{name: "refused", answers: []string{"antwoord: nee, datum: 2011-09-20, reden: Te duur."}, says: "Niet opgenomen: antwoord van september 2011", drawn: "waits no asked"},
		{name: "studied", answers: []string{"antwoord: in-onderzoek, datum: 2011-09-20, reden: Wij zoeken."}, says: "In onderzoek: sinds september 2011", drawn: "waits waits studied asked"},
		{name: "not answered", says: "Nog geen antwoord: staat open sinds mei 2011, 1 jaar en 9 maanden", drawn: "waits asked"},
		{name: "asked later, and not answered", need: ", toegevoegd-op: 2013-02-20", says: "Nog geen antwoord: staat open sinds februari 2013, minder dan een maand", drawn: "waits asked"},
	} {
		t.Run(c.name, func(t *testing.T) {
			content := files{
				"site.yaml":            "titel: T\ngemeente: G\ngemeentecode: GM0001\nthemas: [{id: groen, naam: Groen}]\n",
				"wijken/oost.md":       "---\nnaam: Oost\n---\n",
				"wijkvisies/oost.md":   "---\ntitel: V\nwijk: oost\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-05-19\nbehoeften: [{id: boom, titel: Een boom, thema: groen, prioriteit: 1" + c.need + "}]\n---\n",
				"diensten/d.md":        "---\nnaam: Groen\n---\n",
				"programmas/p-2011.md": programmeOf(c.promises, c.answers),
			}
			s := published(t, content, options{})
			_, text, _ := strings.Cut(textOf(t, s, "/wijken/oost/"), "Een boom ")
			if text, _, _ = strings.Cut(text, " Het laatste nieuws"); text != c.says {
				t.Errorf("the line says %q, want %q", text, c.says)
			}
			line := readTree(t, "/wijken/oost/", s.page(t, "/wijken/oost/")).id("boom")
			if got := drawnIn(line); got != c.drawn {
				t.Errorf("drawn is %q, want %q", got, c.drawn)
			}
		})
	}
}

func programmeOf(promises, answers []string) string {
	var b strings.Builder
	b.WriteString("---\ntitel: P\ndienst: d\njaar: 2011\nstatus: vastgesteld\nvastgesteld-op: 2011-06-01\n")
	for i, p := range promises {
		if i == 0 {
			b.WriteString("toezeggingen:\n")
		}
		fmt.Fprintf(&b, "  - {id: t-%c, titel: Planten, behoeften: [oost/boom], %s}\n", 'a'+i, p)
	}
	for _, a := range answers {
		fmt.Fprintf(&b, "antwoorden:\n  - {behoefte: oost/boom, %s}\n", a)
	}
	return b.String() + "---\n"
}

// drawnIn returns the strokes and the marks in the drawing of a line, in the order of the
// drawing.
func drawnIn(line *node) string {
	names := map[string]string{
		"line wv-even": "even", "line wv-later-on": "later", "line wv-waits": "waits",
		"path wv-even": "arrow", "path wv-later-on": "arrow", "path wv-waits": "arrow",
		"circle wv-open": "first", "circle": "now", "circle wv-core": "kept",
		"path wv-open wv-ask-mark": "asked", "path wv-ask-mark": "studied", "path wv-no-mark": "no",
	}
	var drawn []string
	for _, svg := range line.with("wv-course") {
		svg.walk(func(n *node) {
			if name, ok := names[strings.TrimSpace(n.tag+" "+n.attr["class"])]; ok {
				if name == "kept" { // its ring was read as that of a first date
					drawn = drawn[:len(drawn)-1]
				}
				drawn = append(drawn, name)
			}
		})
	}
	return strings.Join(drawn, " ")
}
