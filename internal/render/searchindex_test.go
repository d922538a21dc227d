package render_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"wijkvisie/internal/plan"
)

// standardIndex is the head of the search index as encoding/json writes it.
type standardIndex struct {
	Kinds   [][]any           `json:"kinds"`
	States  [][3]string       `json:"states"`
	Count   int               `json:"count"`
	Words   string            `json:"words"`
	Buckets int               `json:"buckets"`
	Entries string            `json:"entries"`
	Blocks  string            `json:"blocks"`
	Endings [][]any           `json:"endings"`
	Sounds  [][2]string       `json:"sounds"`
	Small   string            `json:"small"`
	Same    map[string]string `json:"same"`
}

// standardWords is a part of the words.
type standardWords struct {
	Words map[string]string `json:"words"`
	Ends  string            `json:"ends"`
}

func TestSearchIndexIsAsTheStandardLibraryWritesIt(t *testing.T) {
	hostile := readFiles(t, "city")
	for name, text := range hostile {
		hostile[name] = strings.NewReplacer("\nnaam: ", "\nnaam: A & é < ", "\ntitel: ", "\ntitel: É <b> & ").Replace(text)
	}
	for name, content := range map[string]files{"small": readFiles(t, "city"), "hostile": hostile, "many": many()} {
		for url, got := range published(t, content, options{}).data(t) {
			switch {
			case url == plan.SearchIndexURL:
				same(t, name+" "+url, got, new(standardIndex))
			case strings.HasPrefix(url, plan.SearchURL+"woorden/"):
				same(t, name+" "+url, strings.ReplaceAll(got, ",\n", ","), new(standardWords))
			case strings.HasPrefix(url, plan.SearchURL+"delen/"):
				same(t, name+" "+url, strings.ReplaceAll(got, ",\n", ","), new([][]any))
			}
		}
	}
}

// found is an entry of the search index.
type found struct {
	state, title, url, note string
	passages                []string // where it was said and a colon before those that say it
}

// entriesOf returns the entries of the search index of a site.
func entriesOf(t *testing.T, data map[string]string) []found {
	t.Helper()
	var head standardIndex
	decode(t, data[plan.SearchIndexURL], &head)
	var entries []found
	for n := 0; ; n++ {
		block, ok := data[strings.Replace(head.Entries, "{n}", fmt.Sprint(n), 1)]
		if !ok {
			break
		}
		var list [][]any
		decode(t, block, &list)
		if len(list) == 0 {
			t.Errorf("block %d has no entry", n)
		}
		for _, e := range list {
			f := found{title: e[1].(string), url: e[2].(string), note: e[3].(string)}
			if state := int(e[0].(float64)); state >= 0 {
				f.state = head.States[state][0]
			}
			for _, p := range e[4].([]any) {
				if text, ok := p.(string); ok {
					f.passages = append(f.passages, text)
				} else {
					f.passages = append(f.passages, p.([]any)[0].(string)+": "+p.([]any)[1].(string))
				}
			}
			entries = append(entries, f)
		}
	}
	if len(entries) != head.Count {
		t.Errorf("%d entries, the head counts %d", len(entries), head.Count)
	}
	return entries
}

func TestEverythingThatIsSaidIsFound(t *testing.T) {
	entries := entriesOf(t, truth(t).data(t))
	for said, where := range map[string]string{
		"Kinderen steken nog steeds niet alleen over.": "/wijken/oost/behoeften/oversteek/", // a judgement
		"Ouders": "/wijken/oost/behoeften/bankjes/", // who judged
		"De school is verhuisd naar het Kanaaleiland.":     "/wijken/oost/behoeften/school/",  // why a need was dropped
		"Daar gaat de provincie over.":                     "/wijken/oost/behoeften/zwembad/", // an answer
		"Kijk ook naar de Zambesidreef; daar is het smal.": "/wijken/oost/",                   // an advice
		"Fietsersbond":                    "/wijken/oost/",                   // who advised
		"Overgenomen.":                    "/wijken/oost/",                   // what was done with it
		"Het plateau is open.":            "/programmas/sw-2011/#sw-2",       // progress
		"De kabels lagen dieper.":         "/programmas/sw-2011/#sw-2",       // why a date moved
		"Oplevering":                      "/programmas/sw-2011/#sw-2",       // evidence
		"Het plateau met zijn middenberm": "/programmas/sw-2011/#sw-2",       // what a picture shows
		"De grond is vervuild.":           "/programmas/woonbron-2012/#wb-1", // why a commitment was dropped
		"De begroting is afgekeurd.":      "/programmas/sw-2012/#sw-8",       // why it was withdrawn
		"Programma 2012":                  "/programmas/sw-2012/",
	} {
		var urls []string
		for _, e := range entries {
			if strings.Contains(strings.Join(append(e.passages, e.title), "\n"), said) {
				urls = append(urls, e.url)
			}
		}
		if !slices.Contains(urls, where) {
			t.Errorf("%q is found on %q, want %s", said, urls, where)
		}
	}
}

func TestStoriesContactsAndOlderVisionsAreFound(t *testing.T) {
	content := readFiles(t, "city")
	content["wijken/west.md"] = "---\nnaam: West\nwijkregisseur: {functie: Wijkregisseur West, e-mail: anna@example.nl, telefoon: 14 030}\n" +
		"wijkbureau: {adres: Kade 1, openingstijden: op dinsdag}\n---\nWest ligt aan het water.\n"
	content["wijkvisies/west-2004.md"] = "---\ntitel: Oude visie\nwijk: west\nperiode: 2004-2007\nstatus: vastgesteld\nvastgesteld-op: 2004-01-01\n" +
		"behoeften:\n  - {id: pomp, titel: Een pomp, thema: groen}\n  - {id: put, titel: Een diepe put, thema: groen}\n---\nWij wachten al lang.\n\n### Hoe lang\n\nTien jaar.\n\n## De pomp van vroeger {#pomp}\n\nHet *water* was [helder](https://example.nl).\n"
	content["wijkvisies/west-2012.md"] = "---\ntitel: Nieuwe visie\nwijk: west\nperiode: 2012-2015\nstatus: vastgesteld\nvastgesteld-op: 2012-01-01\n" +
		"behoeften:\n  - {id: put, titel: Een put, thema: groen}\n---\nWij beginnen.\n"
	entries := entriesOf(t, published(t, content, options{}).data(t))
	for url, want := range map[string][]string{
		"/wijken/west/":                {"West ligt aan het water."},
		"/wijken/west/behoeften/pomp/": {"De pomp van vroeger. Het water was helder."},
		"/wijken/west/behoeften/put/":  {"uit de wijkvisie 2004–2007: Een diepe put"},
		"/wijken/west/2004-2007/":      {"Wij wachten al lang. Hoe lang. Tien jaar."},
		"/wijken/west/ Contact: West":  {"Wijkregisseur West · 14 030 · anna@example.nl", "Wijkbureau: Kade 1, openingstijden: op dinsdag"},
	} {
		address, title, _ := strings.Cut(url, " ")
		i := slices.IndexFunc(entries, func(e found) bool { return e.url == address && (title == "" || e.title == title) })
		if i < 0 {
			t.Errorf("%s is not found", url)
			continue
		}
		for _, said := range want {
			if !slices.Contains(entries[i].passages, said) {
				t.Errorf("%s has %q, want %q", url, entries[i].passages, said)
			}
		}
	}
	i := slices.IndexFunc(entries, func(e found) bool { return e.title == "Een pomp" })
	if i < 0 || entries[i].note != "West, uit de wijkvisie 2004–2007" {
		t.Errorf("a need of an older vision does not say so: %+v", entries[i])
	}
}

func TestResultsHaveTheirStatus(t *testing.T) {
	s := truth(t)
	words := s.theme.Words("nl", nil)
	entries := entriesOf(t, s.data(t))
	for url, want := range map[string]string{
		"/wijken/oost/behoeften/oversteek/": words.Text("need.status.nagekomen"),
		"/wijken/west/behoeften/lamp/":      words.Text("need.status.vervuld"),
		"/wijken/oost/behoeften/brug/":      words.Text("need.status.vervallen"),
		"/programmas/sw-2011/#sw-7":         words.Text("commitment.status.niets-gemeld"),
		"/programmas/sw-2012/#sw-8":         words.Text("commitment.status.ingetrokken"),
		"/programmas/sw-2012/#sw-9":         words.Text("commitment.status.gerealiseerd"),
		"/diensten/woonbron/":               "",
	} {
		i := slices.IndexFunc(entries, func(e found) bool { return e.url == url })
		if i < 0 {
			t.Errorf("%s is not found", url)
		} else if got := entries[i].state; got != want {
			t.Errorf("%s has the status %q, want %q", url, got, want)
		}
	}
}

// many is a municipality with more needs than others.
func many() map[string]string {
	files := map[string]string{
		"site.yaml":      "titel: T\ngemeente: G\ngemeentecode: GM0344\nbasis-url: https://a.nl\nthemas:\n  - {id: groen, naam: Groen}\n",
		"wijken/oost.md": "---\nnaam: Oost\n---\n",
	}
	var needs strings.Builder
	for i := range 2001 {
		fmt.Fprintf(&needs, "  - {id: n-%d, titel: Een bankje in de café-straat %d, thema: groen}\n", i, i)
	}
	files["wijkvisies/oost-2011.md"] = "---\ntitel: V\nwijk: oost\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-01-01\nbehoeften:\n" + needs.String() + "---\n"
	return files
}

func TestEveryWordStandsInOnePart(t *testing.T) {
	data := published(t, many(), options{}).data(t)
	var head standardIndex
	decode(t, data[plan.SearchIndexURL], &head)
	entries := make(map[string]string)
	var ends []string
	for n := range head.Buckets {
		var part standardWords
		decode(t, data[strings.Replace(head.Words, "{n}", fmt.Sprint(n), 1)], &part)
		for word, in := range part.Words {
			if entries[word] != "" {
				t.Errorf("%s stands in two parts", word)
			}
			entries[word] = in
		}
		ends = append(ends, strings.Fields(part.Ends)...)
	}
	slices.Sort(ends)
	var want []string // numbers have no mistakes in them
	for word := range entries {
		if word[0] > '9' {
			want = append(want, word)
		}
	}
	slices.Sort(want)
	if !slices.Equal(ends, want) {
		t.Errorf("by their endings the words are %q, want %q", ends, want)
	}
	for i, word := range []string{"bank", "caf", "strat", "1234", "een"} {
		if known := entries[word] != ""; known != (i < 4) {
			t.Errorf("%s is known: %v", word, known)
		}
	}
}

// same reads a text into a value and holds it against that value written again.
func same(t *testing.T, name, got string, into any) {
	t.Helper()
	decode(t, got, into)
	var want bytes.Buffer
	encoder := json.NewEncoder(&want)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(into); err != nil {
		t.Fatal(err)
	}
	if got != want.String() {
		t.Errorf("%s is\n%s\nwant\n%s", name, got, want.String())
	}
}

func decode(t *testing.T, text string, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), into); err != nil {
		t.Fatalf("%v in %.200s", err, text)
	}
}
