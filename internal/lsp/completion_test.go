package lsp

import (
	"strings"
	"testing"
)

// cursor is where the author types in the tests.
const cursor = "¦"

// split returns a text without its cursor, and where that is.
func split(t testing.TB, marked string) (text string, offset int) {
	t.Helper()
	before, after, ok := strings.Cut(marked, cursor)
	if !ok {
		t.Fatalf("no cursor in %q", marked)
	}
	return before + after, len(before)
}

func TestCompletion(t *testing.T) {
	const vision = "wijkvisies/west-2015.md"
	const programme = "programmas/stadswerken-2012.md"
	content := contentOf(t, testFiles())
	for _, c := range []struct {
		name, file, text string
		want             string // the first labels
		choose           string // one of them; empty for the first
		then             string // the text from its last line with the cursor on, when that is chosen
	}{
		{"the first key of a file", vision, "---\n¦\n---\n", "titel wijk periode status", "", "titel: "},
		{"a key half typed", vision, "---\ntitel: a\nwi¦\n---\n", "wijk periode status", "wijk", "wijk: "},
		{"required because of another", vision, "---\ntitel: a\nwijk: west\nperiode: 2015\nstatus: ingetrokken\n¦\n---\n", "ingetrokken-op reden vastgesteld-op", "reden", "reden: "},
		{"not those that stand below", vision, "---\n¦\ntitel: a\nperiode: 2015\n---\n", "wijk status", "status", "status: "},
		{"one of two", programme, "---\ntitel: a\ndienst: stadswerken\nstatus: concept\njaar: 2012\n¦\n---\n", "vastgesteld-op", "", "vastgesteld-op: "},
		{"a key with its colon", vision, "---\nsta¦: concept\n---\n", "titel wijk periode status", "status", "status: concept"},
		{"of site.yaml", "site.yaml", "titel: a\n¦", "gemeente themas gemeentecode", "", "gemeente: "},
		{"a block that is not closed", vision, "---\ntitel: a\n¦", "wijk periode status", "", "wijk: "},

		{"in an item, in block style", vision, "---\nbehoeften:\n  - id: a\n    ¦\n---\n", "titel thema prioriteit", "thema", "    thema: "},
		{"the first key of an item", vision, "---\nbehoeften:\n  - ¦\n---\n", "id titel thema", "", "  - id: "},
		{"a key of an item half typed", vision, "---\nbehoeften:\n  - id: a\n    the¦\n    titel: b\n---\n", "thema prioriteit", "", "    thema: "},
		{"a new item", vision, "---\nbehoeften:\n  - id: a\n    titel: b\n  ¦\n---\n", "-", "- id", "  - id: "},
		{"the first item", vision, "---\nbehoeften:\n  ¦\n---\n", "-", "- id", "  - id: "},
		{"a first key half typed above others", vision, "---\nbehoeften:\n  - i¦\n    titel: b\n---\n", "id thema", "id", "  - id: "},
		{"in a mapping of its own lines", vision, "---\nbron:\n  ¦\n---\n", "titel url", "url", "  url: "},
		{"half typed in a mapping of its own lines", vision, "---\nbron:\n  u¦\n---\n", "titel url", "url", "  url: "},
		{"not in the wrong column", vision, "---\nbehoeften:\n  - id: a\n   ¦\n---\n", "", "", ""},

		{"in braces", vision, "---\nbron: {¦}\n---\n", "titel url", "url", "bron: {url: }"},
		{"behind a comma", vision, "---\nbron: {titel: a,¦}\n---\n", "url", "", "bron: {titel: a, url: }"},
		{"in braces that are not closed", programme, "---\ntoezeggingen:\n  - id: a\n    voortgang:\n      - {datum: 2012-01-01, ¦\n      - {datum: 2012-02-01, tekst: Af.}\n---\n", "status gereed reden tekst", "status", "      - {datum: 2012-01-01, status: "},
		{"of a status in braces that are not closed", programme, "---\ntoezeggingen:\n  - id: a\n    voortgang:\n      - {datum: 2012-01-01, status: ge¦\n---\n", "niet-gestart in-voorbereiding in-uitvoering gerealiseerd", "gerealiseerd", "      - {datum: 2012-01-01, status: gerealiseerd"},
		{"a reason that is required", programme, "---\ntoezeggingen:\n  - id: a\n    voortgang:\n      - {datum: 2012-01-01, status: vervallen, ¦}\n---\n", "reden gereed tekst", "", "      - {datum: 2012-01-01, status: vervallen, reden: }"},

		{"a status", vision, "---\nstatus: ¦\n---\n", "concept inspraak vastgesteld ingetrokken", "inspraak", "status: inspraak"},
		{"right behind the colon", vision, "---\nstatus:¦\n---\n", "concept", "", "status: concept"},
		{"in the place of what is there", vision, "---\nstatus: con¦cept\n---\n", "concept inspraak", "inspraak", "status: inspraak"},
		{"within quotes", vision, "---\nstatus: \"con¦\"\n---\n", "concept", "", "status: \"concept\""},
		{"a wijk", vision, "---\nwijk: ¦\n---\n", "oost west", "west", "wijk: west"},
		{"a theme", vision, "---\nbehoeften:\n  - id: a\n    thema: ¦\n---\n", "verkeer groen", "groen", "    thema: groen"},
		{"a theme in braces", vision, "---\nbehoeften: [{id: a, thema: ¦}]\n---\n", "verkeer groen", "groen", "behoeften: [{id: a, thema: groen}]"},
		{"a buurt of the wijk", vision, "---\nwijk: west\nbehoeften:\n  - id: a\n    buurten: [¦]\n---\n", "haven", "", "    buurten: [haven]"},
		{"no buurt of another wijk", vision, "---\nbehoeften:\n  - id: a\n    buurten: [¦]\n---\n", "", "", ""},
		{"a dienst", programme, "---\ndienst: sta¦\n---\n", "stadswerken", "", "dienst: stadswerken"},
		{"a need", programme, "---\ntoezeggingen:\n  - id: a\n    behoeften: [¦]\n---\n", "oost/oversteek oost/bankje", "", "    behoeften: [oost/oversteek]"},
		{"a need that is not in the list", programme, "---\ntoezeggingen:\n  - id: a\n    behoeften: [oost/oversteek, oost/¦]\n---\n", "oost/bankje", "", "    behoeften: [oost/oversteek, oost/bankje]"},
		{"a need in a list that is not closed", programme, "---\ntoezeggingen:\n  - id: a\n    behoeften: [oost/oversteek, ¦\n    gereed: 2012\n---\n", "oost/bankje", "", "    behoeften: [oost/oversteek, oost/bankje"},
		{"a need behind a dash", programme, "---\ntoezeggingen:\n  - id: a\n    behoeften:\n      - oost/¦\n---\n", "oost/oversteek oost/bankje", "", "      - oost/oversteek"},
		{"a need on a line of its own", programme, "---\ntoezeggingen:\n  - id: a\n    behoeften:\n      ¦\n---\n", "oost/oversteek", "", "      - oost/oversteek"},
		{"a need of an answer", programme, "---\nantwoorden:\n  - {behoefte: ¦\n---\n", "oost/oversteek oost/bankje", "", "  - {behoefte: oost/oversteek"},
		{"a commitment", programme, "---\ntoezeggingen:\n  - id: a\n    voortgang:\n      - {datum: 2012-01-01, status: doorgeschoven, naar: ¦}\n---\n", "sw-2011-1", "", "      - {datum: 2012-01-01, status: doorgeschoven, naar: sw-2011-1}"},
		{"a day", vision, "---\nvastgesteld-op: ¦\n---\n", "2012-01-15", "", "vastgesteld-op: 2012-01-15"},
		{"a planned date", programme, "---\ntoezeggingen:\n  - id: a\n    gereed: ¦\n---\n", "onbekend doorlopend", "", "    gereed: onbekend"},
		{"a picture", programme, "---\ntoezeggingen:\n  - id: a\n    voortgang:\n      - datum: 2012-01-01\n        beeld: {bestand: ¦}\n---\n", "../media/foto.jpg", "", "        beeld: {bestand: ../media/foto.jpg}"},
		{"a document", programme, "---\ntoezeggingen:\n  - id: a\n    voortgang:\n      - datum: 2012-01-01\n        bron: {url: ¦}\n---\n", "../media/foto.jpg ../media/plan.pdf", "../media/plan.pdf", "        bron: {url: ../media/plan.pdf}"},
		{"a word of the municipality", "site.yaml", "begrippen:\n  ¦\n", "wijk buurt wijkvisie", "wijkvisie", "  wijkvisie: "},
		{"of a word of the municipality", "site.yaml", "begrippen:\n  wijkvisie: {¦}\n", "enkelvoud meervoud lidwoord", "lidwoord", "  wijkvisie: {lidwoord: }"},
		{"an article", "site.yaml", "begrippen:\n  wijkvisie: {lidwoord: ¦}\n", "de het", "het", "  wijkvisie: {lidwoord: het}"},

		{"with CRLF", vision, "---\r\ntitel: a\r\nwijk: ¦\r\n---\r\n", "oost west", "west", "wijk: west"},
		{"behind 😀 and combining marks", vision, "---\nbron: {titel: \"😀 e\u0301\", ¦}\n---\n", "url", "", "bron: {titel: \"😀 e\u0301\", url: }"},

		{"not in a text", vision, "---\ntitel: a ¦\n---\n", "", "", ""},
		{"not in a comment", vision, "---\n# ¦\n---\n", "", "", ""},
		{"not in a comment behind a value", vision, "---\nstatus: concept # ¦\n---\n", "", "", ""},
		{"not in the body", vision, "---\ntitel: a\n---\n¦", "", "", ""},
		{"not in the indentation of a line", vision, "---\nbehoeften:\n ¦ - id: a\n---\n", "", "", ""},
		{"not of a key that is not known", vision, "---\nkleur: ¦\n---\n", "", "", ""},
		{"not in TOML", vision, "+++\n¦\n+++\n", "", "", ""},
		{"not in a file of another kind", "huisstijl.css", "¦", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := testServer()
			text, offset := split(t, c.text)
			d := opened(s, c.file, text)
			list := s.complete(d, content, offset)
			var labels []string
			for _, i := range sorted(list.Items) {
				labels = append(labels, strings.Fields(i.Label)[0])
			}
			got := strings.Join(labels, " ")
			if c.want == "" && got != "" || !strings.HasPrefix(got, c.want) {
				t.Fatalf("proposes %s\nwant %s", got, c.want)
			}
			if c.want == "" {
				return
			}
			if c.choose == "" {
				c.choose = labels[0]
			}
			for _, i := range list.Items {
				if i.Label == c.choose {
					now := newText(text, s.encoding)
					changed := applied(now, []textEdit{i.TextEdit})
					line, _ := now.line(now.position(offset).Line)
					end := len(changed) - len(text) + lineEnd(now, offset)
					if got := changed[line:end]; got != c.then {
						t.Errorf("with %s the line is %q, want %q", c.choose, got, c.then)
					}
					return
				}
			}
			t.Errorf("%s is not proposed", c.choose)
		})
	}
}

func lineEnd(t *text, offset int) int {
	_, end := t.line(t.position(offset).Line)
	return end
}

// sorted returns proposals in the order in which a client shows them.
func sorted(items []completionItem) []completionItem {
	list := append([]completionItem{}, items...)
	for i := range list {
		for j := i; j > 0 && list[j].SortText < list[j-1].SortText; j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
	return list
}

// applied returns a text with edits, which are in the order of their places.
func applied(t *text, edits []textEdit) string {
	var b strings.Builder
	last := 0
	for _, e := range edits {
		start, end := t.offset(e.Range.Start), t.offset(e.Range.End)
		b.WriteString(t.data[last:start] + e.NewText)
		last = end
	}
	return b.String() + t.data[last:]
}

func TestCompletionSaysWhatAKeyIsFor(t *testing.T) {
	s := testServer()
	text, offset := split(t, "---\n¦\n---\n")
	list := s.complete(opened(s, "wijkvisies/west-2015.md", text), contentOf(t, testFiles()), offset)
	i := list.Items[1]
	if i.Label != "wijk" || i.Detail != "verplicht" || !strings.Contains(i.Documentation.Value, "de naam van een bestand in wijken/, zonder .md") {
		t.Errorf("got %+v, %v", i, i.Documentation)
	}
	for _, i := range list.Items {
		if i.Label == "wijk" && i.Kind != propertyItem {
			t.Errorf("kind %d", i.Kind)
		}
	}
}

func TestCompletionSaysWhatAStatusMeans(t *testing.T) {
	s := testServer()
	text, offset := split(t, "---\ntoezeggingen:\n  - voortgang:\n      - status: ¦\n---\n")
	list := s.complete(opened(s, "programmas/a.md", text), contentOf(t, testFiles()), offset)
	for _, i := range list.Items {
		if i.Label == "in-voorbereiding" {
			if i.Detail != "In voorbereiding" || !strings.Contains(i.Documentation.Value, "Er worden plannen gemaakt") {
				t.Errorf("got %+v, %v", i, i.Documentation)
			}
			return
		}
	}
	t.Error("not proposed")
}

func TestCompletionWithSnippets(t *testing.T) {
	s := testServer()
	s.snippets = true
	content := contentOf(t, testFiles())
	for key, want := range map[string]string{
		"behoeften": "behoeften:\n  - $0", "bron": "bron: {$0}", "voorheen": "voorheen: [$0]", "samenvatting": "samenvatting: ",
	} {
		text, offset := split(t, "---\n¦\n---\n")
		for _, i := range s.complete(opened(s, "wijkvisies/a.md", text), content, offset).Items {
			if i.Label == key && i.TextEdit.NewText != want {
				t.Errorf("%s inserts %q, want %q", key, i.TextEdit.NewText, want)
			}
		}
	}
}

// FuzzCompletion asks for everything there is at any place of any text.
func FuzzCompletion(f *testing.F) {
	for _, name := range []string{"wijkvisies/oost-2011.md", "programmas/stadswerken-2011.md", "site.yaml", "wijken/oost.md"} {
		f.Add(name, testFiles()[name], 100)
	}
	f.Add("programmas/a.md", "---\ntoezeggingen: [{a: [b, {c: \"d", 20)
	f.Add("wijkvisies/a.md", "\ufeff---\n- - - {\r\r\n'\n-\n  -: [}\n", 12)
	content := contentOf(f, testFiles())
	f.Fuzz(func(t *testing.T, name, text string, offset int) {
		s := testServer()
		d := opened(s, name, text)
		offset = d.text.offset(d.text.position(offset))
		for _, i := range s.complete(d, content, offset).Items {
			if r := i.TextEdit.Range; r.Start.Line != r.End.Line || r.Start.Character > r.End.Character {
				t.Fatalf("%q at %d: %v", text, offset, r)
			}
		}
		d.project = &project{server: s, folder: "/stad", texts: map[string]openedText{}}
		c := &checked{Content: content}
		s.explain(d, c, offset)
		s.define(d, c, offset)
	})
}
