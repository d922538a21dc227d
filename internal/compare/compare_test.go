package compare_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/compare"
	"wijkvisie/internal/contenttest"
	"wijkvisie/internal/relate"
)

func content() map[string]string {
	return map[string]string{
		"site.yaml":               "titel: T\ngemeente: G\ngemeentecode: GM0344\nthemas:\n  - {id: groen, naam: Groen}\n  - {id: werk, naam: Werk}\n",
		"wijken/oost.md":          "---\nnaam: Oost\n---\n",
		"wijkvisies/oost-2011.md": "---\ntitel: Visie\nwijk: oost\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-01-01\nbehoeften:\n  - {id: a, titel: A, thema: groen, prioriteit: 1}\n  - {id: b, titel: B, thema: groen}\n---\n",
		"diensten/d.md":           "---\nnaam: D\n---\n",
		"programmas/p.md":         "---\ntitel: P\ndienst: d\njaar: 2011\nstatus: vastgesteld\ntoezeggingen:\n  - {id: t-1, titel: T1, behoeften: [oost/a], gereed: 2013-12, budget: 5}\nantwoorden:\n  - {behoefte: oost/b, antwoord: in-onderzoek, reden: r, datum: 2011-01-01}\n---\n",
	}
}

func graph(t *testing.T, files map[string]string) *relate.Graph {
	t.Helper()
	c := contenttest.Parse(files)
	if c.Problems.HasErrors() {
		t.Fatalf("%+v", c.Problems[0])
	}
	return relate.Relate(c.City, relate.Options{Date: city.Day{Year: 2012, Month: 6, Day: 1}})
}

func TestEachChangeIsReported(t *testing.T) {
	const vision, programme = "wijkvisies/oost-2011.md", "programmas/p.md"
	for name, c := range map[string]struct {
		file     string
		old, new string // replaced in file
		want     string
	}{
		"nothing":                  {vision, "", "", ""},
		"a change of notation":     {vision, "titel: Visie", "titel: 'Visie'   # zo", ""},
		"a new need":               {vision, "---\n", "", "behoefte oost/c nieuw > "},
		"a need that is gone":      {vision, "  - {id: b, titel: B, thema: groen}\n", "", "behoefte oost/b weg > "},
		"a need with another rank": {vision, "prioriteit: 1", "prioriteit: 3", "behoefte oost/a prioriteit 1>3"},
		"a need with another name": {vision, "id: a, titel: A", "id: z, voorheen: [a], titel: A", "behoefte oost/z id oost/a>oost/z"},
		"two needs that became one": {vision, "  - {id: a, titel: A, thema: groen, prioriteit: 1}\n  - {id: b, titel: B", "  - {id: b, voorheen: [a], titel: B",
			"behoefte oost/a weg >, behoefte oost/b status in-onderzoek>toegezegd"},
		"a need with another theme and title": {vision, "titel: B, thema: groen", "titel: BB, thema: werk",
			"behoefte oost/b titel B>BB, behoefte oost/b thema groen>werk"},
		"a vision that is withdrawn": {vision, "status: vastgesteld", "status: ingetrokken\ningetrokken-op: 2012-01-01\nreden: r", "wijkvisie oost-2011 status vastgesteld>ingetrokken, wijkvisie oost-2011 ingetrokken-op >2012-01-01, wijkvisie oost-2011 reden >r"},
		"a vision that is a concept": {vision, "status: vastgesteld", "status: concept",
			"wijkvisie oost-2011 weg >, behoefte oost/a weg >, behoefte oost/b weg >, toezegging t-1 behoeften oost/a>"},
		"a commitment in progress": {programme, "budget: 5", "budget: 5, voortgang: [{datum: 2012-01-01, status: in-uitvoering}]",
			"toezegging t-1 status niets-gemeld>in-uitvoering, toezegging t-1 voortgang >2012-01-01: in-uitvoering, behoefte oost/a status toegezegd>in-uitvoering"},
		"a commitment that is moved": {programme, "budget: 5", "budget: 5, voortgang: [{datum: 2012-01-01, gereed: 2014, reden: r}]", "toezegging t-1 gereed 2013-12>2014, toezegging t-1 later-dan-beloofd nee>ja, toezegging t-1 voortgang >2012-01-01: gereed 2014; r"},
		"a commitment that is late":  {programme, "gereed: 2013-12", "gereed: 2012-01", "toezegging t-1 gereed 2013-12>2012-01, toezegging t-1 later-dan-beloofd nee>ja, toezegging t-1 vertraagd nee>ja"},
		"a vision that was advised on": {vision, "behoeften:", "adviezen: [{datum: 2010-12-01, van: Wijkraad, tekst: Doen., antwoord: Gedaan.}]\nbehoeften:",
			"wijkvisie oost-2011 advies >2010-12-01 Wijkraad: Doen.; Gedaan."},
		"a vision that was adopted on another day": {vision, "vastgesteld-op: 2011-01-01", "vastgesteld-op: 2011-01-02", "wijkvisie oost-2011 vastgesteld-op 2011-01-01>2011-01-02"},
		"a need that was added later":              {vision, "prioriteit: 1", "prioriteit: 1, toegevoegd-op: 2011-05-01", "behoefte oost/a toegevoegd-op >2011-05-01"},
		"a need that is dropped": {vision, "prioriteit: 1", "prioriteit: 1, vervallen-op: 2012-05-01, reden: r",
			"behoefte oost/a vervallen-op >2012-05-01, behoefte oost/a reden >r"},
		"a need that is judged": {vision, "prioriteit: 1", "prioriteit: 1, oordelen: [{datum: 2012-05-01, door: W, oordeel: niet, over: t-1, tekst: Nee.}]",
			"behoefte oost/a oordeel >2012-05-01 W over t-1: niet; Nee."},
		"a department that is a partner": {"diensten/d.md", "naam: D", "naam: D\nsoort: partner", "dienst d soort dienst>partner"},
		"a department with themes":       {"diensten/d.md", "naam: D", "naam: D\nthemas: [groen]", "dienst d themas >groen"},
		"a programme that was adopted":   {programme, "status: vastgesteld", "status: vastgesteld\nvastgesteld-op: 2011-01-01", "programma p vastgesteld-op >2011-01-01"},
		"a programme that was withdrawn": {programme, "status: vastgesteld", "status: ingetrokken\ningetrokken-op: 2012-01-01\nreden: r",
			"programma p status vastgesteld>ingetrokken, programma p ingetrokken-op >2012-01-01, programma p reden >r, behoefte oost/a status toegezegd>vervallen"},
		"a commitment of a later day": {programme, "budget: 5", "budget: 5, toegezegd-op: 2011-05-01", "toezegging t-1 toegezegd-op >2011-05-01"},
		"a commitment with a partner": {programme, "budget: 5", "budget: 5, partners: [Provincie]", "toezegging t-1 partners >Provincie"},
		"progress with proof": {programme, "budget: 5", "budget: 5, voortgang: [{datum: 2012-01-01, tekst: T, bron: {titel: B, url: ../media/b.pdf}, beeld: {bestand: ../media/f.jpg, alt: F}}]",
			"toezegging t-1 voortgang >2012-01-01: T; B; ../media/b.pdf; ../media/f.jpg; F"},
		"a commitment of more money": {programme, "budget: 5", "budget: 6", "toezegging t-1 budget 5>6"},
		"a commitment to another need": {programme, "[oost/a]", "[oost/b]",
			"behoefte oost/a status toegezegd>onbeantwoord, behoefte oost/b status in-onderzoek>toegezegd, toezegging t-1 behoeften oost/a>oost/b"},
		"another answer": {programme, "antwoord: in-onderzoek", "antwoord: nee", "behoefte oost/b antwoord in-onderzoek>nee, behoefte oost/b status in-onderzoek>niet-opgenomen"},
		"no answer any more": {programme, "antwoorden:\n  - {behoefte: oost/b, antwoord: in-onderzoek, reden: r, datum: 2011-01-01}\n", "",
			"behoefte oost/b antwoord in-onderzoek>, behoefte oost/b antwoorden 2011-01-01 p: r>, behoefte oost/b status in-onderzoek>onbeantwoord"},
		"another reason of an answer":    {programme, "reden: r", "reden: s", "behoefte oost/b antwoorden 2011-01-01 p: r>2011-01-01 p: s"},
		"another text of a wijk":         {"wijken/oost.md", "naam: Oost\n---\n", "naam: Oost\n---\nEen.\n\n[Twee](https://example.nl)\n", "wijk oost tekst >Een., wijk oost tekst >Twee, wijk oost link >Twee; https://example.nl"},
		"a remark in a text":             {"wijken/oost.md", "naam: Oost\n---\n", "naam: Oost\n---\n<!-- Een. -->\n", ""},
		"another code of a wijk":         {"wijken/oost.md", "naam: Oost", "naam: Oost\ncode: WK034401", "wijk oost code >WK034401"},
		"a buurt":                        {"wijken/oost.md", "naam: Oost", "naam: Oost\nbuurten: [{id: kade, naam: Kade}]", "wijk oost buurten >kade: Kade"},
		"an explanation of a need":       {vision, "prioriteit: 1", "prioriteit: 1, toelichting: Zo.", "behoefte oost/a toelichting >Zo."},
		"a summary of a vision":          {vision, "status: vastgesteld", "status: vastgesteld\nsamenvatting: Kort.", "wijkvisie oost-2011 samenvatting >Kort."},
		"a contact of a department":      {"diensten/d.md", "naam: D", "naam: D\ncontact: {e-mail: d@example.nl}", "dienst d contact >d@example.nl"},
		"an explanation of a commitment": {programme, "budget: 5", "budget: 5, toelichting: Zo., dekking: Rijk", "toezegging t-1 dekking >Rijk, toezegging t-1 toelichting >Zo."},
		"a notice":                       {"site.yaml", "titel: T", "titel: T\nmededeling: Let op.", "site site mededeling >Let op."},
		"a theme":                        {"site.yaml", "naam: Werk}", "naam: Baan}", "site site themas werk: Werk>werk: Baan"},
	} {
		t.Run(name, func(t *testing.T) {
			after := maps.Clone(content())
			if name == "a new need" {
				after[vision] = strings.Replace(after[vision], "thema: groen}\n---", "thema: groen}\n  - {id: c, titel: C, thema: groen}\n---", 1)
			} else {
				after[c.file] = strings.Replace(after[c.file], c.old, c.new, 1)
			}
			var got []string
			for _, ch := range compare.Graphs(graph(t, content()), graph(t, after)) {
				got = append(got, strings.ReplaceAll(strings.TrimSpace(fmt.Sprintf("%s %s %s %s>%s", ch.Subject, ch.ID, ch.Aspect, ch.Old, ch.New)), ", ", "; "))
			}
			var want []string
			for s := range strings.SplitSeq(c.want, ", ") {
				if s != "" {
					want = append(want, strings.Replace(strings.TrimSpace(s), " > ", " >", 1))
				}
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("got\n%q\nwant\n%q", got, want)
			}
		})
	}
}

func TestProgressIsComparedStepByStep(t *testing.T) {
	with := func(steps string) *relate.Graph {
		files := content()
		files["programmas/p.md"] = strings.Replace(files["programmas/p.md"], "budget: 5", "budget: 5, voortgang: ["+steps+"]", 1)
		return graph(t, files)
	}
	before := with("{datum: 2012-01-01, tekst: Een.}, {datum: 2012-01-01, tekst: Twee.}, {datum: 2012-02-01, tekst: Drie.}")
	for _, c := range []struct{ name, steps, want string }{
		{"one above another of the day", "{datum: 2012-01-01, tekst: Nul.}, {datum: 2012-01-01, tekst: Een.}, {datum: 2012-01-01, tekst: Twee.}, {datum: 2012-02-01, tekst: Drie.}",
			"voortgang >2012-01-01: Nul."},
		{"other words", "{datum: 2012-01-01, tekst: Een.}, {datum: 2012-01-01, tekst: Nul.}, {datum: 2012-02-01, tekst: Drie.}",
			"voortgang 2012-01-01: Twee.>2012-01-01: Nul."},
		{"another day", "{datum: 2012-01-01, tekst: Een.}, {datum: 2012-01-01, tekst: Twee.}, {datum: 2011-02-01, tekst: Drie.}",
			"voortgang >2011-02-01: Drie.|voortgang 2012-02-01: Drie.>"},
		{"one twice", "{datum: 2012-01-01, tekst: Een.}, {datum: 2012-01-01, tekst: Een.}, {datum: 2012-01-01, tekst: Twee.}, {datum: 2012-02-01, tekst: Drie.}",
			"voortgang >2012-01-01: Een."},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, ch := range compare.Graphs(before, with(c.steps)) {
				got = append(got, fmt.Sprintf("%s %s>%s", ch.Aspect, ch.Old, ch.New))
			}
			if strings.Join(got, "|") != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestAnotherOutlineOnTheMapIsReported(t *testing.T) {
	with := func(east string) *relate.Graph {
		files := content()
		files["wijken/oost.md"] = "---\nnaam: Oost\ncode: WK034401\n---\n"
		files["kaart/wijken.geojson"] = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"WK034401","naam":"Oost"},"geometry":{"type":"Polygon","coordinates":[[[5.1,52.1],[` + east + `,52.1],[5.15,52.2],[5.1,52.1]]]}}]}`
		return graph(t, files)
	}
	if got := compare.Graphs(with("5.2"), with("5.2")); len(got) > 0 {
		t.Errorf("of one map: %v", got)
	}
	want := []compare.Change{{Subject: compare.Wijk, ID: "oost", Title: "Oost", Aspect: compare.Outline}}
	if got := compare.Graphs(with("5.2"), with("5.3")); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestARenamedWijkKeepsItsNeeds(t *testing.T) {
	after := content()
	after["wijken/noord.md"] = "---\nnaam: Oost\nvoorheen: [oost]\n---\n"
	delete(after, "wijken/oost.md")
	var got []string
	for _, c := range compare.Graphs(graph(t, content()), graph(t, after)) {
		got = append(got, string(c.Subject)+" "+string(c.Aspect)+" "+c.Old+">"+c.New)
	}
	want := []string{"wijk id oost>noord", "behoefte id oost/a>noord/a", "behoefte id oost/b>noord/b"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
