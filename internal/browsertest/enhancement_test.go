package browsertest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"wijkvisie/internal/sample"
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

func TestSearchFindsAsOneTypes(t *testing.T) {
	s := exampleSite(t)
	b := open(t)
	b.visit(s.url("/zoeken/"))
	for _, url := range b.asked() {
		if strings.HasSuffix(url, "index.json") {
			t.Error("the index was fetched before anyone searched")
		}
	}
	for _, test := range []struct{ typed, first string }{
		{"zwemles", "Zwemles voor kinderen, dicht bij huis"},
		{"ZWEMLÉS", "Zwemles voor kinderen, dicht bij huis"},
		{"zwemels", "Zwemles voor kinderen, dicht bij huis"}, // two letters swapped
		{"zwmles", "Zwemles voor kinderen, dicht bij huis"},  // one left out
		{"wemle", "Zwemles voor kinderen, dicht bij huis"},   // a part of a word
		{"einsteindreef oversteken", "Veilig oversteken bij de Einsteindreef"},
		{"overvecht", "Overvecht"},
	} {
		b.run(`document.querySelector('#wv-q').value = ''`)
		b.do(chromedp.Click(chromedp.CSS("#wv-q")), chromedp.SendKeys(chromedp.CSS("#wv-q"), test.typed))
		b.until(`document.querySelector('.wv-count').textContent.includes(` + "`‘" + test.typed + "’`" + `)`)
		if got := script[string](b, `document.querySelector('.wv-results a')?.textContent ?? ''`); got != test.first {
			t.Errorf("%s finds %q first", test.typed, got)
		}
	}
	if query := script[string](b, `location.search`); query != "?q=overvecht" {
		t.Errorf("the address has %s", query)
	}
	if script[bool](b, `document.querySelector('.wv-everything').checkVisibility()`) {
		t.Error("the whole list stands below what was found")
	}
	// The keyboard: down to the results, up again, away.
	b.do(chromedp.Focus(chromedp.CSS("#wv-q")), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowDown))
	if at := script[int](b, `[...document.querySelectorAll('.wv-results a')].indexOf(document.activeElement)`); at != 1 {
		t.Errorf("two arrows down have the focus on result %d", at)
	}
	b.do(chromedp.KeyEvent(kb.ArrowUp), chromedp.KeyEvent(kb.ArrowUp))
	if script[string](b, `document.activeElement.id`) != "wv-q" {
		t.Error("the arrows do not lead back")
	}
	b.do(chromedp.KeyEvent(kb.Escape))
	b.until(`document.querySelector('.wv-everything').checkVisibility()`)
	// Nothing found is said, and the list stays.
	b.do(chromedp.SendKeys(chromedp.CSS("#wv-q"), "xyzzyqwx"))
	b.until(`document.querySelector('.wv-count').textContent.startsWith('Niets gevonden')`)
	if !script[bool](b, `document.querySelector('.wv-everything').checkVisibility()`) {
		t.Error("nothing is found, and nothing else is shown")
	}
	// From the home page.
	b.visit(s.url("/"))
	b.do(chromedp.SendKeys(chromedp.CSS("#wv-q"), "<img src=x onerror=alert(1)> zwemles"), chromedp.KeyEvent(kb.Enter))
	b.do(chromedp.WaitReady(chromedp.CSS(".wv-count"))) // on the page of the search
	b.until(`document.querySelector('.wv-count').textContent.includes('<img')`)
	for _, wrong := range b.complaints() {
		t.Error(wrong)
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

// TestALargeSiteIsSearchedInParts searches a site of which the index is in parts: what
// is fetched is what was asked for.
func TestALargeSiteIsSearchedInParts(t *testing.T) {
	s, err := build(sample.FS(100))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.server.Close)
	b := open(t)
	b.visit(s.url("/zoeken/"))
	for _, c := range []struct {
		typed, first string
		many         bool
	}{
		{"Benwijk 2", "Benwijk 2", true},
		{"speelplek brug", "", true},
		{"speelplke brug", "", true}, // two letters changed places
		{"aenwijk 1", "Aenwijk 1", true},
		{"onvindbaarheid", "", false},
	} {
		b.run(fmt.Sprintf(`(() => { const f = document.querySelector('[data-index] input'); document.querySelector('.wv-count').textContent = ''; f.value = %q; f.dispatchEvent(new Event('input')); })()`, c.typed))
		b.until(`document.querySelector('.wv-count').textContent !== ''`)
		n := script[int](b, `document.querySelectorAll('.wv-results li').length`)
		if (n > 0) != c.many || n > 50 {
			t.Errorf("%q finds %d", c.typed, n)
		}
		if first := script[string](b, `document.querySelector('.wv-results a')?.textContent ?? ''`); c.first != "" && first != c.first {
			t.Errorf("%q finds %q first", c.typed, first)
		}
	}
	// What is found in parts is what is in the pages.
	words := []string{"speelplek", "brug"}
	got := script[int](b, `(async () => { const f = document.querySelector('[data-index] input'); const c = document.querySelector('.wv-count'); c.textContent = ''; f.value = 'speelplek brug'; f.dispatchEvent(new Event('input')); while (!c.textContent) await new Promise(requestAnimationFrame); return parseInt(c.textContent.match(/\d+/)[0]); })()`)
	want := 0
	for name, data := range s.files {
		if !strings.HasPrefix(name, "zoeken/delen/") {
			continue
		}
		var entries [][]any
		readJSON(t, data, &entries)
		for _, e := range entries {
			all := strings.ToLower(fmt.Sprint(e[2:]...))
			if strings.Contains(all, words[0]) && strings.Contains(all, words[1]) {
				want++
			}
		}
	}
	if got != want || want == 0 {
		t.Errorf("%v are found in %d entries, want %d", words, got, want)
	}
	fetched := 0
	for _, url := range b.asked() {
		if strings.HasSuffix(url, ".json") {
			fetched++
		}
	}
	if all := len(s.files); fetched == 0 || fetched > 80 {
		t.Errorf("%d parts were fetched, of a site of %d files", fetched, all)
	}
}
