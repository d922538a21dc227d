package browsertest

import (
	"regexp"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/chromedp/cdproto/emulation"
)

var needPage = regexp.MustCompile(`^wijken/[^/]+/behoeften/[^/]+/index\.html$`)

// needPages returns the addresses of the needs of the site, sorted.
func (s *site) needPages() []string {
	var list []string
	for name := range s.files {
		if needPage.MatchString(name) {
			list = append(list, "/"+name[:len(name)-len("index.html")])
		}
	}
	slices.Sort(list)
	return list
}

// TestTheAnswerIsOnTheFirstScreen measures where the answer to a need ends, with its reason,
// on a small telephone.
func TestTheAnswerIsOnTheFirstScreen(t *testing.T) {
	t.Parallel()
	s := exampleSite(t)
	b := open(t)
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 320, Height: 640, DeviceScaleFactor: 1, Mobile: true})
	pages := s.needPages()
	if len(pages) < 100 {
		t.Fatalf("the example has %d needs", len(pages))
	}
	for _, address := range pages {
		b.visit(s.url(address))
		if end := script[float64](b, `document.querySelector('.wv-two > div').lastElementChild.getBoundingClientRect().bottom`); end > 640 {
			t.Errorf("%s: the answer ends at %.0f", address, end)
		}
		if stops := script[int](b, `document.querySelectorAll('main :is(a[href], button, summary)').length`); stops > 40 {
			t.Errorf("%s has %d tab stops", address, stops)
		}
	}
}

// TestLongWordsOfANeedFit looks at a need of which every text is one long word.
func TestLongWordsOfANeedFit(t *testing.T) {
	t.Parallel()
	const word = "Arbeidsongeschiktheidsverzekeringsmaatschappijgebouw"
	content := fstest.MapFS{}
	for name, text := range map[string]string{
		"site.yaml":      "titel: Proef\ngemeente: Proefstad\nthemas: [{id: verkeer, naam: " + word + "}]\n",
		"wijken/oost.md": "---\nnaam: " + word + "\nwijkregisseur: {functie: " + word + ", e-mail: " + word + "@example.nl}\nbuurten: [{id: kade, naam: " + word + "}]\n---\n",
		"diensten/sw.md": "---\nnaam: " + word + "\ncontact: {url: https://example.nl/" + word + "}\n---\n",
		"wijkvisies/oost.md": "---\ntitel: " + word + "\nwijk: oost\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-05-19\nbehoeften:\n" +
			"  - {id: een, titel: " + word + ", thema: verkeer, prioriteit: 1, buurten: [kade], ingebracht-door: [" + word + "], bron: {wat: " + word + "}, oordelen: [{datum: 2012-01-01, door: " + word + ", oordeel: niet, tekst: " + word + "}]}\n" +
			"  - {id: twee, titel: " + word + ", thema: verkeer}\n---\n",
		"programmas/sw.md": "---\ntitel: " + word + "\ndienst: sw\njaar: 2011\nstatus: vastgesteld\nvastgesteld-op: 2011-06-01\ntoezeggingen:\n" +
			"  - {id: sw-arbeidsongeschiktheidsverzekeringsmaatschappijgebouw, titel: " + word + ", behoeften: [oost/een], partners: [" + word + "], bron: {titel: " + word + "}, gereed: 2012-05}\n" +
			"antwoorden:\n  - {behoefte: oost/een, antwoord: nee, reden: " + word + ", datum: 2011-07-01}\n---\n",
	} {
		content[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, err := build(content)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.server.Close)
	b := open(t)
	for _, width := range []int64{320, 1280} {
		b.as(look{width: width, scheme: "light"})
		b.visit(s.url("/wijken/oost/behoeften/een/"))
		if wrong := script[string](b, sideways); wrong != "" {
			t.Errorf("at %d: %s", width, wrong)
		}
	}
}
