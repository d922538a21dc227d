package render_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	ical "github.com/emersion/go-ical" // not what writes them

	"wijkvisie/internal/plan"
)

// promises is content with a programme of commitments, each with the id that is its key and
// some more of YAML, for a need of a wijk.
func promises(commitments ...string) files {
	c := files{
		"site.yaml":              "titel: Wijkvisies\ngemeente: G\nbasis-url: https://wijkvisies.example.nl\nthemas: [{id: groen, naam: Groen}]\n",
		"wijken/oost.md":         "---\nnaam: Oost, en wat erbij hoort\n---\n",
		"wijkvisies/oost.md":     "---\ntitel: V\nwijk: oost\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-05-19\nbehoeften: [{id: bomen, titel: Meer bomen, thema: groen}]\n---\n",
		"diensten/werken.md":     "---\nnaam: Werken\n---\n",
		"programmas/werken-1.md": "",
	}
	text := "---\ntitel: P\ndienst: werken\njaar: 2011\nstatus: vastgesteld\ntoezeggingen:\n"
	for _, of := range commitments {
		text += "  - {" + of + ", behoeften: [oost/bomen]}\n"
	}
	c["programmas/werken-1.md"] = text + "---\n"
	return c
}

// events reads a calendar of a site, by the ids of its events.
func (s site) events(t *testing.T, url string) map[string]ical.Event {
	t.Helper()
	text, ok := s.data(t)[url]
	if !ok {
		t.Fatalf("there is no %s", url)
	}
	c, err := ical.NewDecoder(strings.NewReader(text)).Decode()
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	events := make(map[string]ical.Event)
	for _, e := range c.Events() {
		id := e.Props.Get("UID").Value
		if _, twice := events[id]; twice {
			t.Errorf("%s has %s twice", url, id)
		}
		events[id] = e
	}
	return events
}

func TestCalendarsHaveWhatIsPlanned(t *testing.T) {
	s := published(t, promises(
		"id: dag, titel: Op een dag, gereed: 2013-06-12",
		"id: kwartaal, titel: 'In een kwartaal; of zo, later', gereed: 2013-Q2, voortgang: [{datum: 2012-02-01, gereed: 2014, reden: R}]",
		"id: laat, titel: Te laat, gereed: 2012",
		"id: klaar, titel: Klaar, gereed: 2014, voortgang: [{datum: 2012-02-01, status: gerealiseerd}]",
		"id: nooit, titel: Doorlopend, gereed: doorlopend",
		"id: ooit, titel: Ooit, gereed: onbekend",
	), options{})
	for _, url := range []string{plan.CalendarURL, "/wijken/oost/kalender.ics", "/diensten/werken/kalender.ics"} {
		events := s.events(t, url)
		want := map[string][5]string{
			"dag@wijkvisies.example.nl":      {"20130612", "0", "Op een dag", "Werken\nOost, en wat erbij hoort: Meer bomen\nGepland: 12 juni 2013.\nhttps://wijkvisies.example.nl/programmas/werken-1/#dag", "https://wijkvisies.example.nl/programmas/werken-1/#dag"},
			"kwartaal@wijkvisies.example.nl": {"20141231", "1", "In een kwartaal; of zo, later (gepland 2014)", "Werken\nOost, en wat erbij hoort: Meer bomen\nGepland: 2014.\nEerst beloofd: tweede kwartaal van 2013.\nhttps://wijkvisies.example.nl/programmas/werken-1/#kwartaal", "https://wijkvisies.example.nl/programmas/werken-1/#kwartaal"},
			"laat@wijkvisies.example.nl":     {"20121231", "0", "Te laat (gepland 2012)", "Werken\nOost, en wat erbij hoort: Meer bomen\nGepland: 2012.\nTe laat.\nhttps://wijkvisies.example.nl/programmas/werken-1/#laat", "https://wijkvisies.example.nl/programmas/werken-1/#laat"},
		}
		if len(events) != len(want) {
			t.Errorf("%s has %d events", url, len(events))
		}
		for id, w := range want {
			e, ok := events[id]
			if !ok {
				t.Errorf("%s does not have %s", url, id)
				continue
			}
			title, _ := e.Props.Text("SUMMARY")
			text, _ := e.Props.Text("DESCRIPTION")
			wijken, _ := e.Props.Get("CATEGORIES").TextList()
			if got := [5]string{e.Props.Get("DTSTART").Value, e.Props.Get("SEQUENCE").Value, title, text, e.Props.Get("URL").Value}; got != w {
				t.Errorf("%s: %s is\n%q, want\n%q", url, id, got, w)
			}
			if len(wijken) != 1 || wijken[0] != "Oost, en wat erbij hoort" || e.Props.Get("DTSTAMP").Value != "20130301T000000Z" {
				t.Errorf("%s: %s is of %q, made at %s", url, id, wijken, e.Props.Get("DTSTAMP").Value)
			}
		}
	}
}

// TestEventsKeepTheirIDs changes what may change of a commitment: who follows a calendar sees
// the same event on another day, and not a second one.
func TestEventsKeepTheirIDs(t *testing.T) {
	for name, commitment := range map[string]string{
		"as it was":    "id: eerst, titel: Bomen, gereed: 2013-06",
		"another date": "id: eerst, titel: Bomen, gereed: 2013-06, voortgang: [{datum: 2012-02-01, gereed: 2014-06, reden: R}]",
		"another id":   "id: nu, voorheen: [eerst, toen], titel: Bomen, gereed: 2013-06",
		"another name": "id: eerst, titel: Honderd bomen, gereed: 2013-06",
	} {
		for _, date := range []string{"2012-03-01", "2013-03-01"} {
			events := published(t, promises(commitment), options{date: date}).events(t, plan.CalendarURL)
			if _, ok := events["eerst@wijkvisies.example.nl"]; !ok || len(events) != 1 {
				t.Errorf("%s, on %s: %v", name, date, events)
			}
		}
	}
}

func TestCalendarsNeedNoAddressOfTheSite(t *testing.T) {
	content := promises("id: een, titel: Bomen, gereed: 2013-06").replaced(t, "site.yaml", "basis-url: https://wijkvisies.example.nl\n", "")
	for id, e := range published(t, content, options{}).events(t, "/wijken/oost/kalender.ics") {
		if e.Props.Get("URL") != nil {
			t.Errorf("%s is at %s", id, e.Props.Get("URL").Value)
		}
	}
}

var planningHeading = regexp.MustCompile(`<h2 id="([^"]*)">([^<]*)</h2>`)

// headings returns the headings of a page, each with its id.
func headings(page string) string {
	var all []string
	for _, m := range planningHeading.FindAllStringSubmatch(page, -1) {
		all = append(all, m[1]+" "+m[2])
	}
	return strings.Join(all, "\n")
}

func TestPlanningIsByMonth(t *testing.T) {
	content := promises(
		"id: a, titel: A, gereed: doorlopend", "id: b, titel: B, gereed: onbekend", "id: c, titel: C, gereed: 2016",
		"id: d, titel: D, gereed: 2014-12", "id: e, titel: E, gereed: 2013-Q2", "id: f, titel: F, gereed: 2013-03", "id: g, titel: G, gereed: 2012",
	)
	dutch := "wv-toc Op deze pagina\nwv-te-laat Te laat\nwv-2013-03 Maart 2013\nwv-2013-06 Juni 2013\nwv-2014 Later in 2014\nwv-2016 2016\nwv-onbekend Datum nog niet bekend\nwv-doorlopend Doorlopend\n"
	english := "wv-toc On this page\nwv-te-laat Late\nwv-2013-03 March 2013\nwv-2013-06 June 2013\nwv-2014 Later in 2014\nwv-2016 2016\nwv-onbekend Date not known yet\nwv-doorlopend Ongoing\n"
	ofAll := "wv-wijken Per wijk\nwv-diensten Per dienst\n"
	for lang, want := range map[string]map[string]string{
		"nl": {"/planning/": dutch + ofAll + "wv-woorden Wat de woorden betekenen", "/planning/oost/": dutch + "wv-woorden Wat de woorden betekenen", "/planning/diensten/werken/": dutch + "wv-woorden Wat de woorden betekenen"},
		"en": {"/planning/oost/": english + "wv-woorden What the words mean"},
	} {
		s := published(t, content.replaced(t, "site.yaml", "gemeente: G", "taal: "+lang+"\ngemeente: G"), options{})
		for url, headingsOf := range want {
			if got := headings(s.page(t, url)); got != headingsOf {
				t.Errorf("%s in %s has\n%s\nwant\n%s", url, lang, got, headingsOf)
			}
		}
	}
}

func TestPlanningSaysHowMuchIsOpenAndLate(t *testing.T) {
	late, open := "id: l%d, titel: L, gereed: 2012", "id: o%d, titel: O, gereed: 2014"
	for want, count := range map[string][2]int{
		"Er staat geen toezegging open.":                                        {0, 0},
		"Er staat nog 1 toezegging open.":                                       {1, 0},
		"Er staat nog 1 toezegging open, en de geplande datum is voorbij.":      {0, 1},
		"Er staan nog 2 toezeggingen open. Bij 1 is de geplande datum voorbij.": {1, 1},
		"Er staan nog 3 toezeggingen open.":                                     {3, 0},
	} {
		list := []string{"id: klaar, titel: K, gereed: 2012, voortgang: [{datum: 2012-02-01, status: gerealiseerd}]"}
		for i := range count[0] {
			list = append(list, fmt.Sprintf(open, i))
		}
		for i := range count[1] {
			list = append(list, fmt.Sprintf(late, i))
		}
		if page := published(t, promises(list...), options{}).page(t, "/planning/"); !strings.Contains(page, `<p class="wv-lead">`+want+"</p>") {
			t.Errorf("the page does not say %q", want)
		}
	}
}

func TestPlanningShowsTheDateFirstPromised(t *testing.T) {
	page := published(t, promises("id: een, titel: Bomen, gereed: 2013-06, voortgang: [{datum: 2012-02-01, gereed: 2014-06, reden: R}]"), options{}).page(t, "/planning/oost/")
	if !strings.Contains(page, "gepland juni 2014") || !strings.Contains(page, "eerst beloofd juni 2013") {
		t.Errorf("the dates are not in\n%s", page)
	}
}

func TestLongPlanningSaysWhereTheRestIs(t *testing.T) {
	var list []string
	for i := range plan.Most {
		list = append(list, fmt.Sprintf("id: o%d, titel: O, gereed: 2015", i))
	}
	list = append(list, "id: nu, titel: Dit past, gereed: 2013-04")
	s := published(t, promises(list...), options{})
	page := s.page(t, "/planning/")
	for _, want := range []string{`<li>2015 <b>200</b></li>`, "Alles staat bij de wijken en de diensten", "Dit past", `href="/planning/oost/"`, `href="/planning/diensten/werken/"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not have %q", want)
		}
	}
	if n := strings.Count(s.page(t, "/planning/oost/"), `class="wv-item"`); n != plan.Most+1 {
		t.Errorf("the page of the wijk has %d", n)
	}
}
