package render_test

import (
	"strings"
	"testing"
)

// TestAGlossaryExplainsOnlyWordsOfItsPage looks for each word that a page explains in the rest of
// the page.
func TestAGlossaryExplainsOnlyWordsOfItsPage(t *testing.T) {
	explained := 0
	for name, s := range sites(t) {
		if name == "crowded" || name == "nested" {
			continue // large, with the words of the others
		}
		for url, page := range s.pages {
			tree := readTree(t, url, page)
			var terms []string
			tree.walk(func(n *node) {
				if n.tag == "div" && strings.HasPrefix(n.attr["id"], "wv-woord-") {
					terms = append(terms, strings.TrimSpace(n.all("dt")[0].words()))
				}
			})
			explained += len(terms)
			text := strings.ToLower(tree.words())
			for _, term := range terms {
				if strings.Count(text, strings.ToLower(term)) < 2 {
					t.Errorf("%s: %s explains %q and does not use it", name, url, term)
				}
			}
		}
	}
	if explained < 100 {
		t.Errorf("only %d words are explained", explained)
	}
}
