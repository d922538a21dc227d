package report_test

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/contenttest"
	"wijkvisie/internal/noun"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/report"
	"wijkvisie/internal/sample"
	"wijkvisie/internal/source"
	"wijkvisie/internal/theme"
	"wijkvisie/themes"
)

var update = flag.Bool("update", false, "write the golden files anew")

// files is content: text by path.
type files map[string]string

// exampleContent is the content of the example site.
func exampleContent(t *testing.T) files {
	t.Helper()
	content := make(files)
	const root = "../../content"
	for _, pattern := range []string{"*.yaml", "*/*.md", "*/*.geojson"} {
		names, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			path, _ := filepath.Rel(root, name)
			content[filepath.ToSlash(path)] = string(data)
		}
	}
	return content
}

// with returns the content with some files added or replaced.
func (f files) with(changed files) files {
	all := maps.Clone(f)
	maps.Copy(all, changed)
	return all
}

// days is a city on two days.
type days struct {
	city        *city.City
	before, now *relate.Graph
}

func onDays(t *testing.T, content files, since, date string) days {
	t.Helper()
	read := contenttest.Parse(content)
	for _, p := range read.Problems {
		t.Errorf("the content is wrong: %+v", p)
	}
	return days{read.City, relate.Relate(read.City, relate.Options{Date: day(t, since)}), relate.Relate(read.City, relate.Options{Date: day(t, date)})}
}

func day(t *testing.T, s string) city.Day {
	t.Helper()
	d, ok := city.ParseDay(s)
	if !ok {
		t.Fatalf("%q is no day", s)
	}
	return d
}

var builtIn = sync.OnceValues(func() (*theme.Theme, error) {
	read, mistakes, err := theme.Load(themes.Default(), nil)
	if err == nil && len(mistakes) > 0 {
		err = fmt.Errorf("the theme is wrong: %+v", mistakes)
	}
	return read, err
})

func words(t *testing.T, lang string, site *city.Site) *theme.Words {
	t.Helper()
	read, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	return read.Words(lang, noun.OwnOf(site, lang))
}

// report makes the report of a scope, in Dutch.
func (d days) report(t *testing.T, scope report.Scope) *report.Report {
	t.Helper()
	return report.New(words(t, "nl", d.now.Site), d.before, d.now, scope)
}

// written returns a report in one of its forms.
func written(t *testing.T, r *report.Report, form string) string {
	t.Helper()
	var b bytes.Buffer
	var err error
	switch form {
	case "txt":
		err = r.Text(&b)
	case "md":
		err = r.Markdown(&b)
	default:
		err = r.HTML(&b, report.Look{})
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestReportOfTheExample(t *testing.T) {
	d := onDays(t, exampleContent(t), "2012-07-01", "2013-11-30")
	overvecht := report.Scope{Wijk: d.now.Wijken[slices.IndexFunc(d.now.Wijken, func(w *relate.Wijk) bool { return w.ID == "overvecht" })]}
	for name, r := range map[string]*report.Report{
		"example":      d.report(t, report.Scope{}),
		"overvecht":    d.report(t, overvecht),
		"overvecht-en": report.New(words(t, "en", d.now.Site), d.before, d.now, overvecht),
	} {
		for _, form := range []string{"txt", "md", "html"} {
			// Lines change with the layout of the content.
			golden(t, name+"."+form, regexp.MustCompile(`\.md:\d+`).ReplaceAllString(written(t, r, form), ".md:…"))
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is not what it was; see what differs with -update and git diff", name)
	}
}

// randomDays are random municipalities on two days.
func randomDays(t *testing.T) map[string]days {
	all := make(map[string]days)
	for seed := range uint64(50) {
		date := 2010 + int(seed)%6
		all[fmt.Sprint("random ", seed)] = onDays(t, sample.Random(seed), fmt.Sprint(date-1-int(seed)%3, "-02-11"), fmt.Sprint(date, "-08-15"))
	}
	return all
}

// scopes returns the scopes of a city.
func (d days) scopes() map[string]report.Scope {
	all := map[string]report.Scope{"": {}}
	for _, w := range d.now.Wijken {
		all["wijk "+w.ID] = report.Scope{Wijk: w}
	}
	for _, x := range d.now.Departments {
		all["dienst "+x.ID] = report.Scope{Department: x}
	}
	if len(d.now.Wijken) > 0 && len(d.now.Departments) > 0 {
		all["both"] = report.Scope{Wijk: d.now.Wijken[0], Department: d.now.Departments[0]}
	}
	return all
}

// sentences returns every sentence of a report.
func sentences(r *report.Report) []report.Sentence {
	var all []report.Sentence
	for _, c := range r.Chapters {
		for _, s := range c.Sections {
			for _, g := range s.Groups {
				all = append(all, g.Sentences...)
			}
		}
	}
	return all
}

func TestEverythingThatHappenedIsTold(t *testing.T) {
	for name, d := range randomDays(t) {
		told := make(map[string]bool)
		for _, s := range sentences(d.report(t, report.Scope{})) {
			for _, p := range s.Sources {
				told[fmt.Sprint(p.Path(), ":", p.Start)] = true
			}
		}
		known := make(map[string]bool)
		place := func(e *relate.Event) string { return fmt.Sprint(e.Pos.Path(), ":", e.Pos.Start) }
		for _, e := range d.before.Events() {
			known[place(e)] = true
		}
		logs := make(map[*relate.Commitment][]string)
		for _, e := range d.now.Events() {
			switch {
			case known[place(e)]:
			case e.Progress != nil:
				logs[e.Commitment] = append(logs[e.Commitment], place(e))
			case e.Kind == relate.Promised:
				if at := e.Commitment.ID.Pos; !told[fmt.Sprint(at.Path(), ":", at.Start)] {
					t.Errorf("%s: no word about the promise %s", name, e.Commitment.ID.Value)
				}
			case !told[place(e)]:
				t.Errorf("%s: no word about what happened at %s", name, place(e))
			}
		}
		for c, places := range logs { // of a log it is enough that something is told
			if !slices.ContainsFunc(places, func(p string) bool { return told[p] }) && !c.Withdrawn() {
				t.Errorf("%s: no word about the news of %s", name, c.ID.Value)
			}
		}
	}
}

func TestEverySentenceSaysWhereItIsWritten(t *testing.T) {
	for name, d := range randomDays(t) {
		for scope, of := range d.scopes() {
			r := d.report(t, of)
			for _, s := range sentences(r) {
				if len(s.Sources) == 0 || slices.ContainsFunc(s.Sources, func(p source.Pos) bool { return p.IsZero() }) {
					t.Errorf("%s, %s: %q has the sources %v", name, scope, s.Text, s.Sources)
				}
			}
			checkText(t, name+", "+scope, written(t, r, "txt"))
			checkLinks(t, name+", "+scope, written(t, r, "html"))
		}
	}
}

// checkText looks for what a sentence of a person does not have.
func checkText(t *testing.T, name, text string) {
	t.Helper()
	odd := regexp.MustCompile(`report\.|\{|\}|\b(op|sinds|van|naar) [.,)]|\(\)|“”|\.\.|  [a-z]+ \.| ,`)
	for line := range strings.Lines(text) {
		if found := odd.FindString(line); found != "" {
			t.Errorf("%s: %q in %s", name, found, line)
		}
	}
}

// checkLinks checks that every link leads to an element, and from there back.
func checkLinks(t *testing.T, name, html string) {
	t.Helper()
	ids := regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(html, -1)
	links := regexp.MustCompile(` href="#([^"]+)"`).FindAllStringSubmatch(html, -1)
	count := make(map[string]int)
	for _, m := range ids {
		count[m[1]]++
	}
	for _, m := range links {
		count[m[1]]--
	}
	for id, n := range count {
		if n != 0 {
			t.Errorf("%s: %s has %d more ids than links", name, id, n)
		}
	}
}

func TestNothingHappenedIsSaidInASentence(t *testing.T) {
	empty := files{"site.yaml": "titel: Leeg\ngemeente: Leegte\nthemas: [{id: groen, naam: Groen}]\n"}
	r := onDays(t, empty, "2012-01-01", "2013-01-01").report(t, report.Scope{})
	golden(t, "empty.txt", written(t, r, "txt"))
}

func TestReportSaysWhatWasCountedAndNoMore(t *testing.T) {
	vision := func(period, day, needs string) string {
		return "---\ntitel: V\nwijk: oost\nperiode: " + period + "\nstatus: vastgesteld\nvastgesteld-op: " + day + "\nbehoeften: " + needs + "\n---\n"
	}
	programme := func(year, commitments string) string {
		return "---\ntitel: P\ndienst: werken\njaar: " + year + "\nstatus: vastgesteld\nvastgesteld-op: " + year + "-01-01\ntoezeggingen: " + commitments + "\n---\n"
	}
	base := files{
		"site.yaml":               "titel: T\ngemeente: G\nthemas: [{id: groen, naam: Groen}]\n",
		"wijken/oost.md":          "---\nnaam: Oost\n---\n",
		"diensten/werken.md":      "---\nnaam: Werken\n---\n",
		"diensten/zorg.md":        "---\nnaam: Zorg\n---\n",
		"wijkvisies/oost-2006.md": vision("2006-2010", "2006-02-01", "[{id: a, titel: A, thema: groen}]"),
		"wijkvisies/oost-2011.md": vision("2011-2014", "2011-02-01", "[{id: a, titel: A, thema: groen}, {id: b, titel: B, thema: groen}]"),
	}
	for _, test := range []struct {
		name                    string
		more                    files
		since, date, department string
		has, not                string
	}{
		{"one before", nil, "2010-06-01", "2011-06-01", "", "Er zijn nu 2 behoeften, tegen 1 op 1 juni 2010.", "waren het er 1"},
		{"two needs that became one",
			files{
				"wijkvisies/oost-2006.md": vision("2006-2010", "2006-02-01", "[{id: a, titel: A, thema: groen}, {id: c, titel: C, thema: groen}, {id: d, titel: D, thema: groen}]"),
				"wijkvisies/oost-2011.md": vision("2011-2014", "2011-02-01", "[{id: ac, titel: AC, thema: groen, voorheen: [a, c]}]")},
			"2010-06-01", "2011-06-01", "", "Er is nu 1 behoefte, tegen 3 op 1 juni 2010. 1 wordt niet meer gevraagd. 1 ging op in een andere behoefte.", "2 worden"},
		{"a department that answered nothing", nil, "2010-06-01", "2011-06-01", "zorg",
			"Van wat nu wordt gevraagd, kreeg niets antwoord van Zorg.", "Er zijn nog geen behoeften"},
		{"an answer before it was asked anew",
			files{"programmas/p.md": programme("2007", "[{id: p, titel: PA, behoeften: [oost/a], voortgang: [{datum: 2007-02-01, status: gerealiseerd}]}]")},
			"2010-06-01", "2011-06-01", "werken",
			"Van wat nu wordt gevraagd, kreeg 1 behoefte ooit antwoord van Werken. Op 1 juni 2010 was dat aantal 1. Geen enkele toezegging stond of staat open. Op 1 behoefte kwam nog geen antwoord.", "geen meer open"},
		{"a date that is not known any more",
			files{"programmas/p.md": programme("2011", "[{id: p, titel: PA, behoeften: [oost/a], gereed: 2012, voortgang: [{datum: 2011-04-01, gereed: onbekend, reden: R}]}]")},
			"2011-03-01", "2011-06-01", "", "Van 1 toezegging is de datum verschoven.", "latere datum"},
		{"a programme that ends, of which all is done",
			files{"programmas/p.md": programme("2011", "[{id: p, titel: PA, behoeften: [oost/a], voortgang: [{datum: 2011-04-01, status: gerealiseerd}]}]")},
			"2011-03-01", "2011-09-01", "", "Voor het komende half jaar is niets gepland.", "loopt niets af"},
		{"two places on one line",
			files{"programmas/p.md": programme("2006", "[{id: p, titel: PA, behoeften: [oost/a], gereed: 2007}]")},
			"2011-03-01", "2011-09-01", "", "programmas/p.md:7", "programmas/p.md:7, programmas/p.md:7"},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := onDays(t, base.with(test.more), test.since, test.date)
			var scope report.Scope
			if i := slices.IndexFunc(d.now.Departments, func(of *relate.Department) bool { return of.ID == test.department }); i >= 0 {
				scope.Department = d.now.Departments[i]
			}
			text := strings.Join(strings.Fields(written(t, d.report(t, scope), "txt")), " ")
			if !strings.Contains(text, test.has) {
				t.Errorf("the report does not say %q: %s", test.has, text)
			}
			if strings.Contains(text, test.not) {
				t.Errorf("the report says %q: %s", test.not, text)
			}
		})
	}
}

func TestWhatIsHiddenIsInNoReport(t *testing.T) {
	content := exampleContent(t)
	const secret = "GEHEIM"
	content = content.with(files{
		"wijkvisies/oost-2013.md": "---\ntitel: " + secret + "\nwijk: oost\nperiode: 2015-2018\nstatus: concept\nbehoeften:\n  - {id: g, titel: " + secret + ", thema: groen}\n---\n",
		"programmas/geheim.md": "---\ntitel: " + secret + "\ndienst: stadswerken\njaar: 2013\nstatus: vastgesteld\nvastgesteld-op: 2013-01-01\npubliceren-op: 2014-01-01\n" +
			"toezeggingen:\n  - {id: geheim, titel: " + secret + ", wijken: [oost], gereed: 2013-12, voortgang: [{datum: 2013-02-01, tekst: " + secret + "}]}\n---\n",
	})
	r := onDays(t, content, "2012-07-01", "2013-11-30").report(t, report.Scope{})
	for _, form := range []string{"txt", "md", "html"} {
		if strings.Contains(written(t, r, form), secret) {
			t.Errorf("%s has what is hidden", form)
		}
	}
	r = onDays(t, content, "2013-11-30", "2014-01-01").report(t, report.Scope{})
	if !strings.Contains(written(t, r, "txt"), secret) {
		t.Error("what was published is not told")
	}
}

func TestTextOfAnAuthorStaysText(t *testing.T) {
	hostile := `</style><script>alert(1)</script><img src=x onerror=alert(1)> [a](javascript:b) \x1b[31m`
	content := files{
		"site.yaml":           "titel: '" + hostile + "'\ngemeente: X\nthemas: [{id: groen, naam: Groen}]\n",
		"wijken/oost.md":      "---\nnaam: '" + hostile + "'\n---\n",
		"diensten/dienst.md":  "---\nnaam: '" + hostile + "'\n---\n",
		"wijkvisies/oost.md":  "---\ntitel: '" + hostile + "'\nwijk: oost\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2012-01-02\nvastgesteld-door: '" + hostile + "'\nbehoeften:\n  - {id: a, titel: '" + hostile + "', thema: groen}\n---\n",
		"programmas/p-201.md": "---\ntitel: '" + hostile + "'\ndienst: dienst\njaar: 2012\nstatus: vastgesteld\nvastgesteld-op: 2012-01-02\ntoezeggingen:\n  - {id: t, titel: '" + hostile + "', behoeften: [oost/a], voortgang: [{datum: 2012-02-01, tekst: '" + hostile + "'}]}\n---\n",
	}
	r := onDays(t, content, "2012-01-01", "2012-03-01").report(t, report.Scope{})
	var b bytes.Buffer
	if err := r.HTML(&b, report.Look{Style: []byte(`:root { --wv-sans: "</style><script>alert(2)</script>" }`)}); err != nil {
		t.Fatal(err)
	}
	if html := b.String(); strings.Contains(html, "<script") || strings.Contains(html, "<img") || strings.Count(html, "</style>") != 1 {
		t.Errorf("what an author wrote is markup: %s", html)
	}
	if md := written(t, r, "md"); regexp.MustCompile(`[^\\]\[a`).MatchString(md) || regexp.MustCompile(`[^\\]<script`).MatchString(md) {
		t.Errorf("what an author wrote is markup: %s", md)
	}
}

func TestReportHasTheWordsOfTheMunicipality(t *testing.T) {
	content := exampleContent(t)
	content["site.yaml"] += "begrippen:\n  behoefte: {enkelvoud: wens, meervoud: wensen, lidwoord: de}\n  toezegging: {enkelvoud: plan, meervoud: plannen, lidwoord: het}\n"
	text := written(t, onDays(t, content, "2012-07-01", "2013-11-30").report(t, report.Scope{}), "txt")
	for _, want := range []string{"Er zijn nu 112 wensen", "63 plannen open", "Beantwoord zonder plan"} {
		if !strings.Contains(text, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
}
