package browsertest

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// ofColours are the rules of axe that a scheme of colours can break. The others find the
// same in each.
const ofColours = `['color-contrast', 'link-in-text-block']`

// TestAxeFindsNothing runs axe-core on every template, in every look.
func TestAxeFindsNothing(t *testing.T) {
	t.Parallel()
	axe, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		t.Fatalf("%v: run `make test`, which installs what is needed", err)
	}
	s := exampleSite(t)
	for _, l := range looks() {
		if l.forced && l.width > 320 {
			continue // the system's few colours are the same at every width
		}
		t.Run(l.name, func(t *testing.T) {
			t.Parallel()
			options := `{resultTypes: ['violations']}`
			if l.scheme != "light" || l.forced {
				options = `{resultTypes: ['violations'], runOnly: ` + ofColours + `}`
			}
			b := open(t)
			b.as(l)
			for _, address := range s.templates() {
				b.visit(s.url(address))
				b.passesAxe(t, address, string(axe), options)
			}
		})
	}
}

// passesAxe runs axe-core on the page in a tab.
func (b *tab) passesAxe(t *testing.T, name, axe, options string) {
	t.Helper()
	b.run(axe)
	found := script[[]struct {
		ID    string
		Nodes []struct{ HTML, FailureSummary string }
	}](b, `axe.run(document, `+options+`).then((r) => r.violations.map((v) => ({ID: v.id, Nodes: v.nodes.map((n) => ({HTML: n.html, FailureSummary: n.failureSummary}))})))`)
	for _, v := range found {
		var places []string
		for _, n := range v.Nodes[:min(3, len(v.Nodes))] {
			places = append(places, fmt.Sprintf("%.300s\n%s", n.HTML, n.FailureSummary))
		}
		t.Errorf("%s: %s, %d times:\n%s", name, v.ID, len(v.Nodes), strings.Join(places, "\n"))
	}
}
