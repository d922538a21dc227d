package render_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"wijkvisie/internal/plan"
)

// many is a municipality with more to be found than goes into one index.
func many() map[string]string {
	files := map[string]string{
		"site.yaml":      "titel: T\ngemeente: G\ngemeentecode: GM0344\nbasis-url: https://a.nl\nthemas:\n  - {id: groen, naam: Groen}\n",
		"wijken/oost.md": "---\nnaam: Oost\n---\n",
	}
	var needs strings.Builder
	for i := range plan.MaxInSearchIndex + 1 {
		fmt.Fprintf(&needs, "  - {id: n-%d, titel: Een bankje in de café-straat %d, thema: groen}\n", i, i)
	}
	files["wijkvisies/oost-2011.md"] = "---\ntitel: V\nwijk: oost\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-01-01\nbehoeften:\n" + needs.String() + "---\n"
	return files
}

func TestLargeSearchIndexIsInParts(t *testing.T) {
	data := published(t, many(), options{}).data(t)
	var head struct {
		Entries []any
		Parts   struct {
			Words, Entries string
			Buckets, Block int
		}
	}
	decode(t, data[plan.SearchIndexURL], &head)
	if len(head.Entries) > 0 || head.Parts.Block != plan.SearchBlock {
		t.Fatalf("the head is %.200s", data[plan.SearchIndexURL])
	}
	var entries []string // titles
	for n := 0; ; n++ {
		block, ok := data[strings.Replace(head.Parts.Entries, "{n}", fmt.Sprint(n), 1)]
		if !ok {
			break
		}
		var list [][]any
		decode(t, block, &list)
		for _, e := range list {
			entries = append(entries, e[2].(string))
		}
	}
	if len(entries) < plan.MaxInSearchIndex {
		t.Fatalf("%d entries", len(entries))
	}
	found := make(map[string][]int)
	for n := range head.Parts.Buckets {
		var words map[string][][]int
		decode(t, data[strings.Replace(head.Parts.Words, "{n}", fmt.Sprint(n), 1)], &words)
		for word, numbers := range words {
			found[word] = numbers[0]
		}
	}
	for i, title := range entries {
		if number, ok := strings.CutPrefix(title, "Een bankje in de café-straat "); ok && len(number) > 1 {
			if got := found[number]; len(got) != 1 || got[0] != i {
				t.Fatalf("%s is found at %v, want %d", number, got, i)
			}
		}
	}
	if got := len(found["cafe"]); got != plan.MaxInSearchIndex+1 {
		t.Errorf("%d entries have the word cafe", got)
	}
}

func decode(t *testing.T, text string, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), into); err != nil {
		t.Fatalf("%v in %.200s", err, text)
	}
}
