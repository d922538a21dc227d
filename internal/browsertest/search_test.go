package browsertest

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"wijkvisie/internal/sample"
	"wijkvisie/internal/stem"
)

// result is an entry that was found, as it shows.
type result struct{ URL, Title, About, Snippet, Marked, Status string }

// found is what is shown of a search.
type found struct {
	Results []result
	More    bool // there are others
	Nothing bool // it is shown where else to look
}

// find searches on the page of the search and returns what it shows.
func (b *tab) find(asked string) found {
	b.t.Helper()
	return script[found](b, fmt.Sprintf(`(async () => {
		const [field, list, waysOn] = ['[data-index] input', '.wv-results', '.wv-ways-on'].map((s) => document.querySelector(s));
		list.replaceChildren();
		waysOn.hidden = true;
		field.value = %q;
		field.form.requestSubmit();
		while (!list.childElementCount && waysOn.hidden) await new Promise((done) => setTimeout(done, 5));
		const text = (item, selector) => item.querySelector(selector)?.textContent.trim() ?? '';
		return {
			Results: [...list.querySelectorAll('li')].map((item) => ({
				URL: item.querySelector('a').getAttribute('href'), Title: text(item, 'a'), About: text(item, '.wv-meta'),
				Snippet: text(item, '.wv-snippet'), Status: text(item, '.wv-st'),
				Marked: [...item.querySelectorAll('mark')].map((m) => m.textContent).join(' '),
			})),
			More: !document.querySelector('.wv-more').hidden,
			Nothing: !waysOn.hidden,
		};
	})()`, asked))
}

// everyday are words that residents use, each with the address of what it should find.
var everyday = []struct{ asked, url string }{
	{"zebrapad", "/wijken/overvecht/behoeften/veilige-oversteek-einsteindreef/"},
	{"bushalte", "/wijken/overvecht/behoeften/minder-zwerfvuil/"},
	{"fietspaden", "/wijken/overvecht/behoeften/fietsroute-park-de-gagel/"},
	{"speeltuinen", "/wijken/oost/behoeften/speeltuin-voor-rolstoel/"},
	{"buurthuizen", "/wijken/west/behoeften/buurthuis-lombok-avond/"},
	{"geluidsoverlast", "/wijken/noordwest/behoeften/geluid-spoor-pijlsweerd/"},
	{"straatverlichting", "/wijken/overvecht/behoeften/lampen-op-achterpaden/"},
	{"trottoir", "/wijken/binnenstad/behoeften/stoep-voor-wie-loopt/"},
	{"overvegt", "/wijken/overvecht/"},
	{"veilig oversteken voor kinderen", "/wijken/overvecht/behoeften/veilige-oversteek-einsteindreef/"},
	{"wanneer komt de tram", "/wijken/overvecht/behoeften/sneltramhalte/"},
	{"veiligheid op straat", "/wijken/noordwest/behoeften/veilig-fietsen-straatweg/"},
	{"hondenpoep", "/wijken/zuid/behoeften/hondenveld-met-hek/"},
	{"stoplicht", "/wijken/zuid/behoeften/goylaan-oversteken/"},
	{"Tigrisdreef", "/wijken/overvecht/"},
	{"contact", "/"},
	{"langer groen bij het oversteken", "/wijken/zuid/behoeften/goylaan-oversteken/"},
	{"mijn kind kan niet zwemmen", "/wijken/overvecht/behoeften/zwemles/"},
	{"zwemlessen", "/wijken/overvecht/behoeften/zwemles/"},
	{"zwemmen in het kanaal", "/wijken/west/behoeften/zwemsteiger-in-merwedekanaal/"},
	{"dokter", "/wijken/leidsche-rijn/behoeften/huisarts-die-nog-plek-heeft/"},
	{"huisartsen", "/wijken/noordoost/behoeften/huisarts-met-plek/"},
	{"kapotte lift in de flat", "/wijken/overvecht/behoeften/liften-die-het-doen/"},
	{"lege winkels", "/wijken/noordwest/behoeften/lege-winkels-straatweg/"},
	{"leegstand", "/wijken/noordwest/behoeften/lege-winkels-straatweg/"},
	{"vocht en schimmel", "/wijken/zuidwest/behoeften/schimmel-uit-de-flats/"},
	{"zwarte muur in de slaapkamer", "/wijken/zuidwest/behoeften/schimmel-uit-de-flats/"},
	{"vuilniszakken op straat", "/wijken/binnenstad/behoeften/afval-van-zondag/"},
	{"meeuwen", "/wijken/binnenstad/behoeften/afval-van-zondag/"},
	{"oude matras op straat", "/wijken/zuidwest/behoeften/rommel-bij-de-bakken/"},
	{"matrassen", "/wijken/zuidwest/behoeften/rommel-bij-de-bakken/"},
	{"herrie 's nachts", "/wijken/noordoost/behoeften/rustige-nachten-wittevrouwen/"},
	{"dronken mensen onder mijn raam", "/wijken/binnenstad/behoeften/slapen-rond-de-neude/"},
	{"te hard rijden", "/wijken/noordwest/behoeften/veilig-fietsen-straatweg/"},
	{"hardrijden", "/wijken/west/behoeften/schoolroute-over-vleutenseweg/"},
	{"rolstoel", "/wijken/binnenstad/behoeften/stoep-voor-wie-loopt/"},
	{"kinderwagen", "/wijken/noordoost/behoeften/fietsen-weg-van-de-stoep/"},
	{"reclameborden", "/wijken/binnenstad/behoeften/stoep-voor-wie-loopt/"},
	{"voetballen", "/wijken/zuidwest/behoeften/voetbalveld-dichterswijk/"},
	{"trapveldje", "/wijken/zuidwest/behoeften/voetbalveld-dichterswijk/"},
	{"stages", "/wijken/zuidwest/behoeften/stage-om-de-hoek/"},
	{"leerwerkplek", "/wijken/overvecht/behoeften/leerwerkplekken/"},
	{"hangjongeren", "/wijken/leidsche-rijn/behoeften/plek-voor-pubers/"},
	{"jeugdhonk", "/wijken/vleuten-de-meern/behoeften/jeugd-in-veldhuizen/"},
	{"pubers vervelen zich", "/wijken/leidsche-rijn/behoeften/plek-voor-pubers/"},
	{"Nederlands leren", "/wijken/zuidwest/behoeften/taal-op-school-van-je-kind/"},
	{"taalles met oppas", "/wijken/noordwest/behoeften/taalles-met-kinderopvang/"},
	{"suiker", "/wijken/zuidwest/behoeften/zorg-in-eigen-taal/"},
	{"eenzame ouderen", "/wijken/west/behoeften/eenzame-ouderen-bereiken/"},
	{"eenzaam", "/wijken/west/behoeften/eenzame-ouderen-bereiken/"},
	{"seniorenwoning", "/wijken/west/behoeften/seniorenwoningen-oog-in-al/"},
	{"fietsbruggen", "/wijken/zuidwest/behoeften/brug-over-het-kanaal/"},
	{"nieuwe brug", "/wijken/zuidwest/behoeften/brug-over-het-kanaal/"},
	{"nachtbus", "/wijken/overvecht/behoeften/late-bus-naar-huis/"},
	{"laatste bus", "/wijken/leidsche-rijn/behoeften/bus-in-de-avond/"},
	{"bus naar ziekenhuis", "/wijken/zuid/behoeften/bus-naar-het-ziekenhuis/"},
	{"roltrap kapot", "/wijken/zuidwest/behoeften/winkels-kanaleneiland-opknappen/"},
	{"wc in het park", "/wijken/noordwest/behoeften/toilet-in-julianapark/"},
	{"openbare toiletten", "/wijken/noordwest/behoeften/toilet-in-julianapark/"},
	{"water in de kelder", "/wijken/noordoost/behoeften/water-in-de-kelder/"},
	{"kelders lopen onder", "/wijken/oost/behoeften/regenwater-niet-in-kelder/"},
	{"inbraken", "/wijken/west/behoeften/minder-inbraken-welgelegen/"},
	{"ingebroken tijdens vakantie", "/wijken/leidsche-rijn/behoeften/inbraken-in-nieuwbouw/"},
	{"bibliotheken", "/wijken/noordoost/behoeften/bibliotheek-in-de-buurt/"},
	{"bieb op zaterdag open", "/wijken/overvecht/behoeften/bibliotheek-op-zaterdag/"},
	{"boompjes", "/wijken/overvecht/behoeften/meer-groen/"},
	{"schaduw", "/wijken/leidsche-rijn/behoeften/schaduw-in-de-straat/"},
	{"sluipverkeer", "/wijken/vleuten-de-meern/behoeften/sluipverkeer-rijksstraatweg/"},
	{"stinkende sloot", "/wijken/vleuten-de-meern/behoeften/sloten-die-stromen/"},
	{"donkere tunnel", "/wijken/overvecht/behoeften/veilige-tunnel/"},
	{"fietsenrek", "/wijken/noordwest/behoeften/fietsenrekken-smalle-straten/"},
	{"wachtlijst school", "/wijken/leidsche-rijn/behoeften/scholen-die-passen/"},
	{"spoorbomen", "/wijken/vleuten-de-meern/behoeften/oversteek-station-vleuten/"},
	{"muziek maken", "/wijken/noordwest/behoeften/oefenruimte-muziek-zuilen/"},
	{"moestuintje", "/wijken/oost/behoeften/moestuinen-bij-de-flats/"},
	{"weekmarkten", "/wijken/overvecht/behoeften/markt-met-meer-keus/"},
	{"Biltstraat oversteken", "/wijken/noordoost/behoeften/biltstraat-veilig-oversteken/"},
	{"bilstraat", "/wijken/noordoost/behoeften/biltstraat-veilig-oversteken/"},
	{"griftpark schoon", "/wijken/noordoost/behoeften/griftpark-schoon-en-open/"},
	{"modder in het park", "/wijken/zuidwest/behoeften/park-transwijk-zonder-plas/"},
	{"Romeinen", "/wijken/leidsche-rijn/behoeften/romeinen-laten-zien/"},
	{"sloopplannen", "/wijken/noordwest/behoeften/duidelijkheid-sloop-ondiep/"},
	{"snelweglawaai", "/wijken/noordoost/behoeften/geluid-van-de-ring/"},
	{"speelplaats wijk c", "/wijken/binnenstad/behoeften/speelplek-wijk-c/"},
	{"openingstijden wijkbureau", "/wijken/overvecht/"},
	{"wie kan ik bellen", "/"},
	{"wijkregisseur zuid", "/wijken/zuid/"},
}

func TestEverydayWordsFindTheirNeed(t *testing.T) {
	s := exampleSite(t)
	b := open(t)
	b.visit(s.url("/zoeken/"))
	for _, c := range everyday {
		got := b.find(c.asked)
		if !slices.ContainsFunc(got.Results, func(r result) bool { return r.URL == c.url }) {
			t.Errorf("%q does not find %s but %+v", c.asked, c.url, got.Results)
		}
	}
	for _, wrong := range b.complaints() {
		t.Error(wrong)
	}
}

func TestNonsenseFindsNothing(t *testing.T) {
	s := exampleSite(t)
	b := open(t)
	b.visit(s.url("/zoeken/"))
	for asked := range strings.FieldsSeq("qwxzpf blorp fnuik kwaddel grumfbal snorfel trazzel vlumpie zwoktar plimpo dröfte huzkel jabberwok mompkin nurfel oplix pazzum rumbako skwiffel tuvonk") {
		if got := b.find(asked); len(got.Results) > 0 || !got.Nothing {
			t.Errorf("%q finds %+v", asked, got.Results)
		}
	}
	if script[int](b, `document.querySelectorAll('.wv-ways-on a[href="/themas/"], .wv-ways-on a[href^="mailto:"]').length`) != 2 {
		t.Error("who finds nothing is not led on")
	}
	b.until(`document.querySelector('.wv-count').textContent.startsWith('Niets gevonden')`)
}

func TestExactHitsStandBeforeRoughOnes(t *testing.T) {
	s := exampleSite(t)
	b := open(t)
	b.visit(s.url("/zoeken/"))
	if got := b.find("tram"); len(got.Results) == 0 || slices.ContainsFunc(got.Results, func(r result) bool { return !strings.Contains(strings.ToLower(r.Marked), "tram") }) {
		t.Errorf("tram finds %+v", got.Results)
	}
	got := b.find("tramhalte winkelcentrum")
	if r := got.Results[0]; r.URL != "/wijken/overvecht/behoeften/sneltramhalte/" || r.About != "Behoefte · Overvecht" || r.Status == "" || r.Snippet == "" || !strings.Contains(r.Marked, "halte") {
		t.Errorf("a result shows as %+v", r)
	}
	if got := b.find("bushalte sleutels"); !strings.Contains(got.Results[0].About+got.Results[0].Snippet, "uit de wijkvisie 2004–2010") {
		t.Errorf("an older vision does not say so: %+v", got.Results[0])
	}
	if got := b.find("openingstijden overvecht"); got.Results[0].Title != "Contact: Overvecht" || !strings.Contains(got.Results[0].Snippet, "op werkdagen van 9 tot 17 uur") {
		t.Errorf("the opening hours are not found: %+v", got.Results[0])
	}
}

func TestSearchFindsAsOneTypes(t *testing.T) {
	s := exampleSite(t)
	b := open(t)
	b.visit(s.url("/zoeken/"))
	for _, url := range b.asked() {
		if strings.HasSuffix(url, ".json") {
			t.Errorf("%s was fetched before anyone searched", url)
		}
	}
	for _, test := range []struct{ typed, first string }{
		{"zwemles", "Zwemles voor kinderen, dicht bij huis"},
		{"ZWEMLÉS", "Zwemles voor kinderen, dicht bij huis"},
		{"zwemels", "Zwemles voor kinderen, dicht bij huis"}, // two letters swapped
		{"zwmles", "Zwemles voor kinderen, dicht bij huis"},  // one left out
		{"wzemles", "Zwemles voor kinderen, dicht bij huis"}, // a mistake in the beginning
		{"zweml", "Zwemles voor kinderen, dicht bij huis"},   // not yet typed
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
	// From the home page.
	b.visit(s.url("/"))
	b.do(chromedp.SendKeys(chromedp.CSS("#wv-q"), "<img src=x onerror=alert(1)> zwemles"), chromedp.KeyEvent(kb.Enter))
	b.do(chromedp.WaitReady(chromedp.CSS(".wv-count"))) // on the page of the search
	b.until(`document.querySelector('.wv-count').textContent.includes('<img')`)
	for _, wrong := range b.complaints() {
		t.Error(wrong)
	}
}

func TestResultsAreAnnouncedOnceTypingRests(t *testing.T) {
	s := exampleSite(t)
	b := open(t)
	b.visit(s.url("/zoeken/"))
	b.run(`window.heard = []; new MutationObserver(() => window.heard.push(document.querySelector('.wv-count').textContent)).observe(document.querySelector('.wv-count'), { childList: true })`)
	b.do(chromedp.Click(chromedp.CSS("#wv-q")), chromedp.SendKeys(chromedp.CSS("#wv-q"), "kinderen"))
	b.until(`window.heard.length > 0`)
	if heard := script[[]string](b, `window.heard`); len(heard) != 1 || !regexp.MustCompile(`^10 van \d+ resultaten voor ‘kinderen’$`).MatchString(heard[0]) {
		t.Errorf("is announced: %q", heard)
	}
	// The rest is shown when asked for, and the focus goes to the first of it.
	total := script[int](b, `+document.querySelector('.wv-count').textContent.split(' ')[2]`)
	for n := 20; n < total+10; n += 10 {
		b.do(chromedp.Click(chromedp.CSS(".wv-more button")))
		b.until(fmt.Sprintf(`document.querySelectorAll('.wv-results li').length === %d`, min(n, total)))
		if at := script[int](b, `[...document.querySelectorAll('.wv-results a')].indexOf(document.activeElement)`); at != n-10 {
			t.Errorf("of %d results the focus is on %d", n, at)
		}
	}
	if script[bool](b, `document.querySelector('.wv-more').checkVisibility()`) {
		t.Error("there is more than all")
	}
	urls := script[[]string](b, `[...document.querySelectorAll('.wv-results a')].map((a) => a.href)`)
	slices.Sort(urls)
	if len(slices.Compact(urls)) < total-10 { // a wijk and its contact have one address
		t.Errorf("%d addresses of %d results", len(slices.Compact(urls)), total)
	}
}

// TestScriptStemsAsTheIndexDoes holds the stemmer of the script against that of the program,
// on every word of the example and on words that are none.
func TestScriptStemsAsTheIndexDoes(t *testing.T) {
	source, err := os.ReadFile("../../themes/default/assets/search.js")
	if err != nil {
		t.Fatal(err)
	}
	_, stemmer, _ := strings.Cut(string(source), "// stem returns")
	stemmer, _, _ = strings.Cut("//"+stemmer, "// isNear")
	words := make(map[string]bool)
	err = fs.WalkDir(os.DirFS("../../content"), ".", func(path string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".md") {
			data, err := os.ReadFile("../../content/" + path)
			for _, word := range regexp.MustCompile(`\p{L}+`).FindAllString(strings.ToLower(string(data)), -1) {
				words[word] = true
			}
			return err
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for word := range strings.FieldsSeq("en een zz zzz ee ieen eeen s crossings safely cities buzz 12a") {
		words[word] = true
	}
	sorted := slices.Sorted(maps.Keys(words))
	s := exampleSite(t)
	b := open(t)
	b.visit(s.url("/zoeken/"))
	for _, code := range []string{"nl", "en"} {
		language := stem.In(code)
		var endings [][]any
		for _, e := range language.Endings {
			endings = append(endings, []any{e.Letters, e.Instead, e.Least})
		}
		head, _ := json.Marshal(map[string]any{"endings": endings, "sounds": language.Sounds})
		list, _ := json.Marshal(sorted)
		got := script[[][2]string](b, fmt.Sprintf("(() => { const index = %s; %s; return %s.map((word) => [stem(word), sound(word)]); })()", head, stemmer, list))
		for i, word := range sorted {
			if want := [2]string{language.Stem(word), language.Sound(word)}; got[i] != want {
				t.Errorf("%s: of %s the script makes %q, the program %q", code, word, got[i], want)
			}
		}
	}
}

// TestASearchOfALargeSiteIsLight searches a municipality of 340 wijken. What is fetched
// counts as it is published, which is more than is sent.
func TestASearchOfALargeSiteIsLight(t *testing.T) {
	const most = 60_000 // bytes
	s, err := build(sample.FS(340))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.server.Close)
	b := open(t)
	for _, c := range []struct {
		asked, first string
		many         bool
	}{
		{"Benwijk 2", "Benwijk 2", true},
		{"speelplek", "", true},
		{"speelplek brug", "", true},
		{"speelplke brug", "", true}, // two letters changed places
		{"wanneer komt de nieuwe brug bij de school", "", true},
		{"onvindbaarheid", "", false},
	} {
		b.visit(s.url("/zoeken/"))
		b.asked()
		got := b.find(c.asked)
		if len(got.Results) > 0 != c.many || len(got.Results) > 10 {
			t.Errorf("%q finds %d", c.asked, len(got.Results))
		}
		if c.first != "" && got.Results[0].Title != c.first {
			t.Errorf("%q finds %q first", c.asked, got.Results[0].Title)
		}
		size := 0
		for _, url := range b.asked() {
			if name := fileOf(strings.TrimPrefix(url, s.server.URL)); strings.HasSuffix(name, ".json") {
				size += len(s.files[name])
			}
		}
		t.Logf("%q takes %d bytes", c.asked, size)
		if size > most || size == 0 {
			t.Errorf("%q takes %d bytes", c.asked, size)
		}
	}
	parts := 0
	for name := range s.files {
		if strings.HasPrefix(name, "zoeken/") && strings.HasSuffix(name, ".json") {
			parts++
		}
	}
	if parts > 1400 {
		t.Errorf("the index has %d parts", parts)
	}
}

// smallSite is a municipality with one need, of which the title and the text are given.
func smallSite(t *testing.T, title, text, more string) *site {
	t.Helper()
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	quoted, _ := json.Marshal(title)
	s, err := build(fstest.MapFS{
		"site.yaml":      file("titel: Wijkvisies Proefstad\ngemeente: Proefstad\ngemeentecode: GM0344\nbasis-url: https://wijken.example.nl\nthemas:\n  - {id: verkeer, naam: Verkeer}\n" + more),
		"wijken/oost.md": file("---\nnaam: Oost\ncode: WK034406\n---\nOost ligt in het oosten.\n"),
		"wijkvisies/oost-2011.md": file("---\ntitel: Wijkvisie Oost 2011–2014\nwijk: oost\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-05-19\n" +
			"behoeften:\n  - {id: oversteek, titel: " + string(quoted) + ", thema: verkeer, prioriteit: 1}\n---\nHet verhaal van Oost.\n\n## Kop {#oversteek}\n\n" + text + "\n"),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.server.Close)
	return s
}

func TestSmallWordsDoNotHaveToMatch(t *testing.T) {
	s := smallSite(t, "Meer veiligheid voor de straat", "", "")
	b := open(t)
	b.visit(s.url("/zoeken/"))
	for _, asked := range []string{"veiligheid op straat", "straat veiligheid", "wanneer wordt het veilig in onze straten", "veiligheid onvindbaar"} {
		if got := b.find(asked); len(got.Results) == 0 || got.Results[0].URL != "/wijken/oost/behoeften/oversteek/" {
			t.Errorf("%q finds %+v", asked, got)
		}
	}
	b.until(`document.querySelector('.wv-count').textContent.endsWith('Het woord ‘onvindbaar’ komt niet voor.')`)
	if got := b.find("op de het"); len(got.Results) > 0 {
		t.Errorf("small words find %+v", got.Results)
	}
}

func TestEnglishSitesAreSearchedInEnglish(t *testing.T) {
	s := smallSite(t, "Safe crossings near our schools", "Lorries drive far too fast.", "taal: en\n")
	b := open(t)
	b.visit(s.url("/zoeken/"))
	for _, asked := range []string{"crossing", "crosswalk", "school", "lorry", "when is it safe to cross", "scohol"} {
		if got := b.find(asked); len(got.Results) == 0 || got.Results[0].URL != "/wijken/oost/behoeften/oversteek/" {
			t.Errorf("%q finds %+v", asked, got)
		}
	}
}

func TestHostileTextIsFoundAsText(t *testing.T) {
	hostile := `</script><img src=x onerror=alert(1)> "\u2028' <b>brug</b> {n} $& __proto__ constructor`
	s := smallSite(t, hostile, "`"+hostile+"` brug", "")
	b := open(t)
	b.visit(s.url("/zoeken/"))
	for _, asked := range []string{"brug", "onerror", "constructor", "proto", "__proto__", "toString", "<img src=x onerror=alert(1)>"} {
		if got := b.find(asked); asked != "toString" && (len(got.Results) == 0 || got.Results[0].Title != hostile) {
			t.Errorf("%q finds %+v", asked, got)
		}
	}
	if n := script[int](b, `document.querySelectorAll('.wv-results :is(img, b, script)').length`); n > 0 {
		t.Errorf("the results have %d elements of the content", n)
	}
	for _, wrong := range b.complaints() {
		t.Error(wrong)
	}
}
