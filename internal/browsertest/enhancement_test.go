package browsertest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
)

func TestFilterShowsWhatWasChosenAndRemembersIt(t *testing.T) {
	s := exampleSite(t)
	b := open(t)
	b.visit(s.url("/wijken/overvecht/"))
	total := script[int](b, `document.querySelectorAll('#wv-lijst > li').length`)
	const shown = `[...document.querySelectorAll('#wv-lijst > li')].filter((li) => li.checkVisibility()).map((li) => li.dataset.status).join(' ')`
	choose := func(name, value string) {
		t.Helper()
		b.do(chromedp.SetValue(chromedp.CSS(`select[name=`+name+`]`), value))
		b.run(`document.querySelector('select[name=` + name + `]').dispatchEvent(new Event('input', {bubbles: true}))`)
	}
	choose("status", "vervuld")
	met := script[string](b, shown)
	if met == "" || strings.TrimSpace(strings.ReplaceAll(met, "vervuld", "")) != "" || len(strings.Fields(met)) >= total {
		t.Errorf("shown: %s", met)
	}
	if said := script[string](b, `document.querySelector('.wv-filter output').value`); !strings.Contains(said, " van de 14 behoeften") {
		t.Errorf("said: %s", said)
	}
	if query := script[string](b, `location.search`); query != "?status=vervuld" {
		t.Errorf("the address has %s", query)
	}
	// Whoever gets the address sees the same.
	b.do(chromedp.Reload(), chromedp.WaitReady(chromedp.CSS("body")))
	if again := script[string](b, shown); again != met {
		t.Errorf("after a reload: %s", again)
	}
	// A choice that nothing fits says so, and can be undone.
	choose("thema", "groen")
	choose("buurt", script[string](b, `document.querySelector('select[name=buurt]').options[1].value`))
	if script[string](b, shown) == "" {
		b.do(chromedp.Click(chromedp.CSS(".wv-none button")))
	} else {
		choose("status", "")
		choose("thema", "")
		choose("buurt", "")
	}
	if all := script[string](b, shown); len(strings.Fields(all)) != total || script[string](b, `location.search`) != "" {
		t.Errorf("after all choices were undone: %s", all)
	}
	// A link to a need that is filtered away brings it back.
	b.visit(s.url("/wijken/overvecht/?status=vervuld"))
	b.run(`location.hash = 'zwemles'`)
	b.until(`document.getElementById('zwemles').checkVisibility()`)
	// A value that nobody offered chooses nothing.
	b.visit(s.url("/wijken/overvecht/?status=onzin&thema=%3Cscript%3E"))
	if all := script[string](b, shown); len(strings.Fields(all)) != total {
		t.Errorf("with a choice that is none: %s", all)
	}
}

func TestTablesAreSorted(t *testing.T) {
	s := exampleSite(t)
	b := open(t)
	b.visit(s.url("/voortgang/"))
	const column = `[...document.querySelectorAll('.wv-matrix:not(.wv-counts) tbody')][0]`
	names := `[...` + column + `.rows].map((r) => r.cells[0].textContent).join()`
	totals := `[...` + column + `.rows].map((r) => +r.cells[r.cells.length - 1].dataset.value)`
	original := script[string](b, names)
	last := `.wv-matrix:not(.wv-counts) thead th:last-child .wv-sort`
	// The browser lays a table out once it is scrolled to, which moves what is below.
	b.do(chromedp.ScrollIntoView(chromedp.CSS(last)))
	b.until(`(({ x, y, width, height }) => document.elementFromPoint(x + width / 2, y + height / 2)?.matches('.wv-sort'))(document.querySelector('` + last + `').getBoundingClientRect())`)
	b.do(chromedp.Click(chromedp.CSS(last)))
	figures := script[[]int](b, totals)
	for i := 1; i < len(figures); i++ {
		if figures[i] > figures[i-1] {
			t.Fatalf("not from many to few: %v", figures)
		}
	}
	if script[string](b, `document.querySelector('.wv-matrix:not(.wv-counts) thead th:last-child').getAttribute('aria-sort')`) != "descending" {
		t.Error("a screen reader does not hear how the table is sorted")
	}
	b.do(chromedp.Click(chromedp.CSS(last)), chromedp.Click(chromedp.CSS(last)))
	if got := script[string](b, names); got != original {
		t.Errorf("after three times: %s", got)
	}
	b.do(chromedp.Click(chromedp.CSS(`.wv-matrix:not(.wv-counts) thead th:first-child .wv-sort`)))
	if got := script[string](b, names); !strings.HasPrefix(got, "Binnenstad,Leidsche Rijn,") {
		t.Errorf("by name: %s", got)
	}
}

// TestNamesAreSortedAsInLists sorts a table by its names, which the program had sorted.
func TestNamesAreSortedAsInLists(t *testing.T) {
	content := map[string]string{"site.yaml": "titel: W\ngemeente: G\nthemas: [{id: groen, naam: Groen}]\n"}
	for i, name := range []string{"Zuid", "'t Hof", "Łazarz", "Laren", "Maas", "’s-Hertogenbosch", "Hei", "IJburg", "Ĳsselstein", "Jutphaas", "Wijk 10", "Wijk 9", "Étang", "Eu", "De Meern"} {
		content[fmt.Sprintf("wijken/w-%d.md", i)] = "---\nnaam: \"" + name + "\"\n---\n"
		content[fmt.Sprintf("wijkvisies/w-%d-2011.md", i)] = fmt.Sprintf("---\ntitel: V\nwijk: w-%d\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-05-19\nbehoeften:\n  - {id: a, titel: A, thema: groen}\n---\n", i)
	}
	s, err := build(memory(content))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.server.Close)
	b := open(t)
	b.visit(s.url("/voortgang/"))
	const names = `[...document.querySelectorAll('table[data-sort]')].map((table) => [...table.tBodies[0].rows].map((r) => r.cells[0].textContent.trim())).find((names) => names.length === 15) ?? []`
	before := script[[]string](b, names)
	b.run(`for (const head of document.querySelectorAll('table[data-sort] th:first-child .wv-sort')) head.click()`)
	if after := script[[]string](b, names); len(before) != 15 || !slices.Equal(before, after) {
		t.Errorf("the program has %q, the table %q", before, after)
	}
}

func TestTheLinkIsCopied(t *testing.T) {
	s := exampleSite(t)
	b := open(t)
	address := s.url("/wijken/overvecht/behoeften/zwemles/")
	for _, name := range []string{"clipboard-write", "clipboard-read"} {
		call(b, browser.SetPermission, browser.SetPermissionParams{Permission: &browser.PermissionDescriptor{Name: name}, Setting: browser.PermissionSettingGranted})
	}
	b.visit(address)
	b.do(chromedp.Click(chromedp.CSS("[data-copy]")))
	b.until(`document.querySelector('[data-copy] + output').value === 'Gekopieerd'`)
	if got := script[string](b, `navigator.clipboard.readText()`); got != address {
		t.Errorf("copied %s", got)
	}
}
