package browsertest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestReportsAndWorklistsAreForEveryone looks at the report of the example and at the worklist of
// the preview: with axe, on a small phone and on paper.
func TestReportsAndWorklistsAreForEveryone(t *testing.T) {
	t.Parallel()
	axe, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		t.Fatalf("%v: run `make test`, which installs what is needed", err)
	}
	w := newWorkshop(t)
	report, err := exec.Command(w.program, "report", "--content", w.dir, "--since", "2012-07-01", "--date", "2013-11-30", "--wijk", "overvecht", "--format", "html").Output()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "verslag.html")
	w.must(os.WriteFile(file, report, 0o644))
	b := open(t)
	for _, c := range []struct {
		name, url        string
		fewest, mostPage int
	}{
		{"the report", "file://" + file, 3, 6},
		{"the worklist", w.url + "/_wijkvisie/werklijst/", 1, 8},
		{"the worklist of a wijk", w.url + "/_wijkvisie/werklijst/?wijk=overvecht", 1, 2},
	} {
		for _, width := range []int64{320, 1280} {
			b.as(look{width: width, scheme: "light"})
			b.visit(c.url)
			b.passesAxe(t, c.name, string(axe), `{resultTypes: ['violations']}`)
			if wrong := script[string](b, sideways); wrong != "" {
				t.Errorf("%s, %d wide: %s", c.name, width, wrong)
			}
		}
		if n := sheets(b.paper()); n < c.fewest || n > c.mostPage {
			t.Errorf("%s takes %d sheets", c.name, n)
		}
		for _, wrong := range b.complaints() {
			if !strings.Contains(wrong, "favicon.ico") { // they have no icon
				t.Errorf("%s: %s", c.name, wrong)
			}
		}
	}
	// A long name in the choice makes the page no wider.
	b.as(look{width: 320, scheme: "light"})
	b.visit(w.url + "/_wijkvisie/werklijst/")
	w.edit("diensten/vechtoever.md", "naam: Woningcorporatie Vechtoever", "naam: Woningcorporatie Vechtoever voor huurders in Overvecht en omstreken")
	b.until(`document.querySelector('main select[name=dienst]').textContent.includes('omstreken')`)
	b.visit(w.url + "/_wijkvisie/werklijst/")
	if right := script[float64](b, `document.querySelector('main select[name=dienst]').getBoundingClientRect().right`); right > 320 {
		t.Errorf("the choice ends at %v of 320 pixels", right)
	}
	b.visit(w.url + "/_wijkvisie/werklijst/?wijk=overvecht")
	// The choice is a form, which needs no script.
	b.run(`document.querySelector('main select[name=dienst]').value = 'stadswerken'; document.querySelector('main form button').click()`)
	b.until(`location.search === '?wijk=overvecht&dienst=stadswerken' && document.querySelector('h1').textContent === 'Werklijst: Overvecht, Stadswerken'`)
}
