package render_test

import (
	"bytes"
	"encoding/json"
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
