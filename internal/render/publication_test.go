package render_test

import (
	"encoding/json"
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"github.com/mmcdole/gofeed/atom"
	"github.com/peterstace/simplefeatures/geom"
	"github.com/piprate/json-gold/ld"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"wijkvisie/internal/plan"
)

// mapped is content with the boundaries of one wijk, its ring the wrong way round.
func mapped(t *testing.T) files {
	t.Helper()
	return readFiles(t, "city").with(files{"kaart/wijken.geojson": `{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"statcode":"WK999901"},"geometry":{"type":"Polygon","coordinates":[[[5.1,52.1],[5.1,52.2],[5.2000000001,52.2],[5.2,52.1],[5.1,52.1]]]}}]}`})
}

func TestFeedsAreReadByOthers(t *testing.T) {
	s := example(t)
	data := s.data(t)
	ids := make(map[string]string)
	for _, m := range s.Generated() {
		if m.Kind != plan.GeneratedFeed {
			continue
		}
		f, err := new(atom.Parser).Parse(strings.NewReader(data[m.URL]))
		if err != nil {
			t.Errorf("%s: %v", m.URL, err)
			continue
		}
		if !strings.HasPrefix(f.ID, "tag:") || f.Title == "" || f.UpdatedParsed == nil || len(f.Entries) > 50 {
			t.Errorf("%s: %q %v, %d entries", m.URL, f.ID, f.Updated, len(f.Entries))
		}
		for i, e := range f.Entries {
			if e.UpdatedParsed == nil || len(e.Links) != 1 || !strings.HasPrefix(e.Links[0].Href, "https://wijkvisies.example.nl/") || e.Title == "" || e.Content == nil || e.Content.Value == "" || e.Summary == "" {
				t.Errorf("%s: an entry lacks something: %+v", m.URL, e)
			}
			if i > 0 && e.UpdatedParsed.After(*f.Entries[i-1].UpdatedParsed) {
				t.Errorf("%s: %s comes after an older one", m.URL, e.ID)
			}
			if other, ok := ids[e.ID]; ok && m.URL == plan.FeedURL {
				t.Errorf("%q and %q are both %s", e.Title, other, e.ID)
			}
			if m.URL == plan.FeedURL {
				ids[e.ID] = e.Title
			}
			if hour := e.UpdatedParsed.Format("15:04"); hour != "22:00" && hour != "23:00" && hour != "00:00" {
				t.Errorf("%s is of %s, no midnight in the Netherlands", e.ID, e.Updated)
			}
		}
	}
	if len(ids) == 0 {
		t.Error("the feed of the whole is empty")
	}
	if !strings.Contains(data[plan.FeedURL], "+02:00") || !strings.Contains(data[plan.FeedURL], "+01:00") {
		t.Error("summer and winter have one time")
	}
}

// feedIDs returns the ids of the entries in the feed of the whole, newest first.
func feedIDs(t *testing.T, content files) []string {
	t.Helper()
	c, assets, _ := content.records()
	data := planned(t, c, assets, options{}).data(t)
	f, err := new(atom.Parser).Parse(strings.NewReader(data[plan.FeedURL]))
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, e := range f.Entries {
		ids = append(ids, e.ID)
	}
	return ids
}

func TestFeedEntriesHaveLastingIDs(t *testing.T) {
	const begun = "      - {datum: 2011-04-11, status: in-uitvoering, tekst: De aannemer is begonnen.}\n"
	for _, c := range []struct {
		what          string
		file, old, by string
		more, fewer   int // ids that are new, and that there are no more
	}{
		{"an entry is added above others of its day", "programmas/sw-2011.md", begun, "      - {datum: 2011-04-11, tekst: Eerder die dag.}\n" + begun, 1, 0},
		{"an entry is added below others of its day", "programmas/sw-2011.md", begun, begun + "      - {datum: 2011-04-11, tekst: Later die dag.}\n", 1, 0},
		{"an entry with the same status is added", "programmas/sw-2011.md", begun, "      - {datum: 2011-04-11, status: in-uitvoering, tekst: Eerder die dag.}\n" + begun, 1, 0},
		{"an entry is written twice", "programmas/sw-2011.md", begun, begun + begun, 1, 0},
		{"an entry says something else", "programmas/sw-2011.md", "De aannemer is begonnen.", "De aannemer begint later.", 1, 1},
		{"evidence is added", "programmas/sw-2011.md", "tekst: De aannemer is begonnen.", "tekst: De aannemer is begonnen., bron: {titel: Foto, url: https://example.nl/foto}", 0, 0},
		{"an answer is added above another of its day", "programmas/sw-2011.md", "antwoorden:\n", "antwoorden:\n  - {behoefte: oost/tramhalte, antwoord: nee, reden: Eerder die dag., datum: 2011-03-01}\n", 1, 0},
		{"an answer says something else", "programmas/sw-2011.md", "De provincie gaat daarover.", "Het Rijk gaat daarover.", 1, 1},
		{"a judgement is added above another of its day", "wijkvisies/oost-2011.md", "    oordelen:\n", "    oordelen:\n      - {datum: 2012-11-01, door: Een ouder, oordeel: niet}\n", 1, 0},
		{"a judgement says something else", "wijkvisies/oost-2011.md", "De middenberm is klaar.", "De middenberm is bijna klaar.", 1, 1},
		{"a commitment gets another id", "programmas/sw-2011.md", "id: sw-2011-003\n", "id: sw-drie\n    voorheen: [sw-2011-003]\n", 0, 0},
		{"a commitment that takes over gets another id", "programmas/so-2012.md", "id: so-2012-003,", "id: so-drie, voorheen: [so-2012-003],", 0, 0},
		{"a need gets another id", "wijkvisies/oost-2011.md", "{id: tramhalte, titel: Een tramhalte,", "{id: tram, voorheen: [tramhalte], titel: Een tramhalte,", 0, 0},
		{"a title is fixed", "programmas/sw-2011.md", "titel: Tien bankjes", "titel: Tien banken", 0, 0},
	} {
		t.Run(c.what, func(t *testing.T) {
			content := readFiles(t, "city")
			before, after := feedIDs(t, content), feedIDs(t, content.replaced(t, c.file, c.old, c.by))
			if more, fewer := without(after, before), without(before, after); len(more) != c.more || len(fewer) != c.fewer {
				t.Errorf("new are %q and there are no more %q", more, fewer)
			}
			slices.Sort(after)
			if n := len(slices.Compact(slices.Clone(after))); n != len(after) {
				t.Errorf("two of %q are the same", after)
			}
		})
	}
}

// without returns the texts that are not among others.
func without(texts, others []string) []string {
	return slices.DeleteFunc(slices.Clone(texts), func(text string) bool { return slices.Contains(others, text) })
}

// Whoever follows a wijk or a department is told what became of needs and programmes too.
func TestFeedsTellOfNeedsProgrammesAndPromises(t *testing.T) {
	data := truth(t).data(t)
	for _, c := range []struct{ feed, id, title, summary string }{
		{"/wijken/oost/", "/behoefte/oost/bomen/oost-2011/toegevoegd/2012-02-01", "Meer bomen", "Toegevoegd"},
		{"/wijken/oost/", "/behoefte/oost/school/oost-2011/vervallen/2013-01-15", "Een veilige schoolweg", "De school is verhuisd naar het Kanaaleiland."},
		{"/wijken/oost/", "/programma/sw-2011/vastgesteld/2011-02-22", "Programma 2011", "vastgesteld"},
		{"/wijken/west/", "/programma/sw-2012/ingetrokken/2012-12-20", "Programma 2012", "De begroting is afgekeurd."},
		{"/diensten/stadswerken/", "/programma/sw-2012/ingetrokken/2012-12-20", "Programma 2012", "De begroting is afgekeurd."},
		{"/diensten/stadswerken/", "/toezegging/sw-3/toegezegd/2011-06-15", "Zes bankjes", "2013"},
	} {
		f, err := new(atom.Parser).Parse(strings.NewReader(data[c.feed+"atom.xml"]))
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(f.Entries, func(e *atom.Entry) bool { return e.ID == "tag:wijkvisies.example.nl,2011:"+c.id })
		if i < 0 {
			t.Errorf("%s has no %s", c.feed, c.id)
			continue
		}
		if e := f.Entries[i]; e.Title != c.title || !strings.Contains(e.Summary, c.summary) {
			t.Errorf("%s is %q: %q, want %q: %q", c.id, e.Title, e.Summary, c.title, c.summary)
		}
	}
}

// A tag URI names a year in which the domain was the municipality's (RFC 4151), so the year is
// in site.yaml. Where it is not, the ids stay what they were.
func TestIDsOfFeedsHaveTheYearOfTheAddress(t *testing.T) {
	city := readFiles(t, "city")
	for year, content := range map[string]files{
		"2011": city,
		"2026": city.with(files{"site.yaml": city["site.yaml"] + "basis-url-sinds: 2026\n"}),
	} {
		f, err := new(atom.Parser).Parse(strings.NewReader(published(t, content, options{}).data(t)["/wijken/oost/atom.xml"]))
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range []string{f.ID, f.Entries[0].ID} {
			if want := "tag:wijkvisies.example.nl," + year + ":/"; !strings.HasPrefix(id, want) {
				t.Errorf("got %s, want it to begin with %s", id, want)
			}
		}
	}
}

// What happened to a file keeps its id when the file gets another name.
func TestFeedEntriesOfAFileThatIsRenamedKeepTheirIDs(t *testing.T) {
	content := readFiles(t, "city")
	before := feedIDs(t, content)
	renamed := content.with(files{"programmas/stadswerken-2011.md": strings.Replace(content["programmas/sw-2011.md"], "titel:", "voorheen: [sw-2011]\ntitel:", 1)})
	delete(renamed, "programmas/sw-2011.md")
	if after := feedIDs(t, renamed); !slices.Equal(before, after) {
		t.Errorf("the ids are %q, were %q", after, before)
	}
}

func TestWithoutAnAddressThereIsNoFeedAndNoSitemap(t *testing.T) {
	s := published(t, emptyCity(), options{})
	for _, m := range s.Generated() {
		if m.Kind == plan.GeneratedFeed || m.Kind == plan.GeneratedSitemap {
			t.Errorf("there is a %s", m.URL)
		}
	}
	if strings.Contains(s.page(t, "/"), "atom+xml") {
		t.Error("a page links to a feed")
	}
}

func TestSitemapHasEveryIndexedPage(t *testing.T) {
	s := example(t)
	var set struct {
		URLs []struct {
			Loc     string `xml:"loc"`
			LastMod string `xml:"lastmod"`
		} `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 url"`
	}
	if err := xml.Unmarshal([]byte(s.data(t)[plan.SitemapURL]), &set); err != nil {
		t.Fatal(err)
	}
	listed := make(map[string]string)
	for _, u := range set.URLs {
		listed[strings.TrimPrefix(u.Loc, "https://wijkvisies.example.nl")] = u.LastMod
	}
	for url, page := range s.pages {
		_, ok := listed[url]
		if hidden := strings.Contains(page, `name="robots" content="noindex"`) || url == "/404.html"; ok == hidden {
			t.Errorf("%s: in the sitemap %v", url, ok)
		}
	}
	for url, day := range listed {
		if day > "2013-03-01" {
			t.Errorf("%s changed on %s, after the reference date", url, day)
		}
	}
	for url, day := range map[string]string{
		"/wijken/oost/":                     "2013-02-01", // a judgement
		"/wijken/oost/2011-2014/":           "2013-01-15", // a need is asked no more
		"/wijken/oost/behoeften/kiosk/":     "2013-01-15",
		"/wijken/oost/behoeften/zwemles/":   "2012-03-01", // an answer
		"/wijken/oost/behoeften/tramhalte/": "2011-05-20", // its vision was published
		"/wijken/oost/behoeften/lift/":      "2013-02-01",
		"/programmas/weg-2012/":             "2012-03-01",
	} {
		if listed[url] != day {
			t.Errorf("%s changed on %q, want %s", url, listed[url], day)
		}
	}
	drafts := published(t, readFiles(t, "city"), options{drafts: true})
	if data := drafts.data(t); data[plan.SitemapURL] != "" || !strings.Contains(data[plan.RobotsURL], "Disallow: /") {
		t.Error("what is not published can be found")
	}
}

func TestOldAddressesLeadToTheNew(t *testing.T) {
	content := readFiles(t, "city").replaced(t, "wijken/oost.md", "naam: Oost", "naam: Oost\nvoorheen: [oosterwijk, oost-2]")
	s := published(t, content, options{})
	redirects := s.data(t)["/_redirects"]
	for from, to := range map[string]string{
		"/wijken/oosterwijk/":                   "/wijken/oost/",
		"/wijken/oost-2/":                       "/wijken/oost/",
		"/wijken/oosterwijk/2011-2014/":         "/wijken/oost/2011-2014/",
		"/wijken/oosterwijk/behoeften/zwemles/": "/wijken/oost/behoeften/zwemles/",
		"/wijken/oost-2/behoeften/zwemles/":     "/wijken/oost/behoeften/zwemles/",
	} {
		page := s.page(t, from)
		for _, want := range []string{`<a href="` + to + `">`, `<meta name="robots" content="noindex">`, `<link rel="canonical" href="https://wijkvisies.example.nl` + to + `">`, `<meta http-equiv="refresh" content="0; url=` + to + `">`} {
			if !strings.Contains(page, want) {
				t.Errorf("%s lacks %s", from, want)
			}
		}
	}
	if page := s.page(t, "/programmas/sw-2011/"); !strings.Contains(page, `<span class="wv-meta" id="sw-oud">eerder sw-oud</span>`) {
		t.Error("the old number of a commitment is no anchor")
	}
	for _, want := range []string{"/wijken/oosterwijk/ /wijken/oost/ 301!\n", "/wijken/oosterwijk/* /wijken/oost/:splat 301!\n"} {
		if !strings.Contains(redirects, want) {
			t.Errorf("the redirects lack %q:\n%s", want, redirects)
		}
	}
}

func TestDataIsValidByItsSchema(t *testing.T) {
	for _, s := range []site{example(t), truth(t), published(t, emptyCity(), options{}), published(t, mapped(t), options{})} {
		data := s.data(t)
		for _, table := range plan.Tables() {
			schema, err := jsonschema.UnmarshalJSON(strings.NewReader(data[table.Schema()]))
			if err != nil {
				t.Fatal(err)
			}
			compiler := jsonschema.NewCompiler()
			compiler.AssertFormat()
			if err := compiler.AddResource("table.json", schema); err != nil {
				t.Fatal(err)
			}
			compiled, err := compiler.Compile("table.json")
			if err != nil {
				t.Fatalf("%s: %v", table, err)
			}
			value, err := jsonschema.UnmarshalJSON(strings.NewReader(data[table.JSON()]))
			if err != nil {
				t.Fatal(err)
			}
			if err := compiled.Validate(value); err != nil {
				t.Errorf("%s: %v", table, err)
			}
		}
	}
}

func TestColumnsAreDescribedForSoftware(t *testing.T) {
	data := example(t).data(t)
	var metadata struct {
		Tables []struct {
			URL    string
			Schema struct {
				Columns []struct{ Name, Titles, Datatype, Separator string }
			} `json:"tableSchema"`
		}
	}
	if err := json.Unmarshal([]byte(data[plan.MetadataURL]), &metadata); err != nil {
		t.Fatal(err)
	}
	for _, table := range metadata.Tables {
		head, _, _ := strings.Cut(data[plan.DataURL+table.URL], "\r\n")
		var titles []string
		for _, c := range table.Schema.Columns {
			titles = append(titles, c.Titles)
			if strings.ContainsAny(c.Name, "- ") || c.Datatype == "" {
				t.Errorf("%s: %+v", table.URL, c)
			}
		}
		if got := strings.Join(titles, ","); got != head {
			t.Errorf("%s has %s, described are %s", table.URL, head, got)
		}
	}
	if len(metadata.Tables) != len(plan.Tables()) {
		t.Errorf("%d tables", len(metadata.Tables))
	}
}

func TestMapIsReadByOthers(t *testing.T) {
	data := published(t, mapped(t), options{}).data(t)
	var found geom.GeoJSONFeatureCollection
	if err := json.Unmarshal([]byte(data[plan.GeoJSONURL]), &found); err != nil || len(found) != 1 {
		t.Fatalf("%v in %s", err, data[plan.GeoJSONURL])
	}
	f := found[0]
	shape, ok := f.Geometry.AsMultiPolygon()
	if !ok || !shape.IsCCW() || shape.Validate() != nil {
		t.Errorf("the shape is %s", f.Geometry.AsText())
	}
	if needs, _ := f.Properties["behoeften"].(float64); f.ID != "oost" || f.Properties["naam"] != "Oost" || needs == 0 {
		t.Errorf("the properties are %v", f.Properties)
	}
	if strings.Contains(data[plan.GeoJSONURL], "0000001") {
		t.Error("a place is told to the atom")
	}
	if example(t).data(t)[plan.GeoJSONURL] != "" {
		t.Error("without boundaries there is a map")
	}
}

// expanded returns JSON-LD as its standard expands it, without asking anybody.
func expanded(t *testing.T, text string) []any {
	t.Helper()
	document, err := ld.DocumentFromReader(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	options := ld.NewJsonLdOptions("https://wijkvisies.example.nl/gegevens/catalogus.jsonld")
	options.DocumentLoader = nobody{}
	list, err := ld.NewJsonLdProcessor().Expand(document, options)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// nobody loads no documents but the context of schema.org, in which every word is
// its own.
type nobody struct{}

func (nobody) LoadDocument(u string) (*ld.RemoteDocument, error) {
	if u == "https://schema.org" {
		return &ld.RemoteDocument{DocumentURL: u, Document: map[string]any{"@context": map[string]any{"@vocab": "https://schema.org/"}}}, nil
	}
	return nil, ld.NewJsonLdError(ld.LoadingDocumentFailed, u)
}

func TestPagesHaveLinkedData(t *testing.T) {
	s := example(t)
	for url, page := range s.pages {
		_, rest, found := strings.Cut(page, `<script type="application/ld+json">`)
		if !found {
			if url != "/404.html" && !strings.Contains(page, `http-equiv="refresh"`) {
				t.Errorf("%s says nothing", url)
			}
			continue
		}
		data, _, _ := strings.Cut(rest, "</script>")
		var kinds []string
		for _, node := range expanded(t, data) {
			for _, kind := range node.(map[string]any)["@type"].([]any) {
				kinds = append(kinds, strings.TrimPrefix(kind.(string), "https://schema.org/"))
			}
		}
		want := []string{"GovernmentOrganization"}
		if url != "/" {
			want = append(want, "BreadcrumbList")
		}
		if p := s.Site.Page(url); p.Kind == plan.Vision {
			want = append(want, "Report")
		}
		slices.Sort(kinds)
		slices.Sort(want)
		if !slices.Equal(kinds, want) {
			t.Errorf("%s tells of %q, want %q", url, kinds, want)
		}
	}
}

func TestSecurityTxt(t *testing.T) {
	const rest = "Expires: 2014-01-31T00:00:00Z\nPreferred-Languages: nl, en\n"
	const canonical = "Canonical: https://wijkvisies.example.nl/.well-known/security.txt\n"
	for _, c := range []struct{ written, want string }{
		{`{contact: "mailto:security@example.nl", verloopt: 2014-01-31}`, "Contact: mailto:security@example.nl\n" + rest + canonical},
		{`{contact: ["mailto:security@example.nl", "https://example.nl/meld?a=1,2", "tel:+31-30-2861000"], beleid: https://example.nl/beleid, verloopt: 2014-01-31}`,
			"Contact: mailto:security@example.nl\nContact: https://example.nl/meld?a=1,2\nContact: tel:+31-30-2861000\n" + rest + "Policy: https://example.nl/beleid\n" + canonical},
	} {
		content := readFiles(t, "city").replaced(t, "site.yaml", "titel: W", "beveiliging: "+c.written+"\ntitel: W")
		if got := published(t, content, options{}).data(t)[plan.SecurityURL]; got != c.want {
			t.Errorf("got\n%s\nwant\n%s", got, c.want)
		}
	}
	if got, ok := example(t).data(t)[plan.SecurityURL]; ok {
		t.Errorf("without a contact there is %s", got)
	}
}
