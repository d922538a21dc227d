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

// standardIndex is the search index as encoding/json writes it.
type standardIndex struct {
	Kinds   []string    `json:"kinds"`
	States  [][3]string `json:"states"`
	Entries [][]any     `json:"entries,omitempty"`
	Parts   *struct {
		Words   string `json:"words"`
		Buckets int    `json:"buckets"`
		Entries string `json:"entries"`
		Block   int    `json:"block"`
	} `json:"parts,omitempty"`
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
			case strings.HasPrefix(url, plan.SearchURL+"delen/"):
				same(t, name+" "+url, got, new([][]any))
			}
		}
	}
}

func TestEverythingThatIsSaidIsFound(t *testing.T) {
	var index standardIndex
	decode(t, truth(t).data(t)[plan.SearchIndexURL], &index)
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
		"Programma 2012 Stadswerken De begroting is afgekeurd.": "/programmas/sw-2012/",
	} {
		if got := foundBy(index, said); !slices.Contains(got, where) {
			t.Errorf("%q is found on %q, want %s", said, got, where)
		}
	}
}

// foundBy returns the addresses of the entries that have a text.
func foundBy(index standardIndex, text string) []string {
	var urls []string
	for _, e := range index.Entries {
		all := fmt.Sprint(e[2], " ", e[4])
		if len(e) > 5 {
			all += fmt.Sprint(" ", e[5])
		}
		if strings.Contains(all, text) {
			urls = append(urls, e[3].(string))
		}
	}
	return urls
}

func TestResultsHaveTheirStatus(t *testing.T) {
	s := truth(t)
	words := s.theme.Words("nl", nil)
	var index standardIndex
	decode(t, s.data(t)[plan.SearchIndexURL], &index)
	for url, want := range map[string]string{
		"/wijken/oost/behoeften/oversteek/": words.Text("need.status.nagekomen"),
		"/wijken/west/behoeften/lamp/":      words.Text("need.status.vervuld"),
		"/wijken/oost/behoeften/brug/":      words.Text("need.status.vervallen"),
		"/programmas/sw-2011/#sw-7":         words.Text("commitment.status.niets-gemeld"),
		"/programmas/sw-2012/#sw-8":         words.Text("commitment.status.ingetrokken"),
		"/programmas/sw-2012/#sw-9":         words.Text("commitment.status.gerealiseerd"),
		"/diensten/woonbron/":               "",
	} {
		i := slices.IndexFunc(index.Entries, func(e []any) bool { return e[3] == url })
		if i < 0 {
			t.Errorf("%s is not found", url)
			continue
		}
		got := ""
		if state := int(index.Entries[i][1].(float64)); state >= 0 {
			got = index.States[state][0]
		}
		if got != want {
			t.Errorf("%s has the status %q, want %q", url, got, want)
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
