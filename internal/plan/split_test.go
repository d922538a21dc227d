package plan_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"wijkvisie/internal/plan"
)

// crowdedSite has wijken with the given names, each with a need and so many
// commitments for it.
func crowdedSite(commitments int, names ...string) content {
	c := content{
		"site.yaml":        "titel: T\ngemeente: G\nthemas: [{id: groen, naam: Groen}]\n",
		"diensten/zorg.md": "---\nnaam: Zorg\n---\n",
	}
	var promises strings.Builder
	for i, name := range names {
		id := fmt.Sprintf("w%d", i)
		c["wijken/"+id+".md"] = "---\nnaam: \"" + name + "\"\n---\n"
		c["wijkvisies/"+id+".md"] = "---\ntitel: V\nwijk: " + id + "\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-05-19\nbehoeften: [{id: een, titel: Een, thema: groen}]\n---\n"
		for j := range commitments {
			fmt.Fprintf(&promises, "  - {id: t-%d-%d, titel: T, behoeften: [%s/een], gereed: 2012}\n", i, j, id)
		}
	}
	if commitments > 0 {
		c["programmas/p.md"] = "---\ntitel: P\ndienst: zorg\njaar: 2011\nstatus: vastgesteld\ntoezeggingen:\n" + promises.String() + "---\n"
	}
	return c
}

// times returns a name so many times, each with a number.
func times(n int, name string) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprintf("%s %d", name, i)
	}
	return names
}

func TestOverviewIsWholeUpToItsMostWijken(t *testing.T) {
	s, _ := crowdedSite(0, times(plan.MostWijken, "Aa")...).planned(t, false)
	for _, url := range []string{plan.HomeURL, plan.WijkenURL, plan.ProgressURL} {
		page := s.Page(url)
		if len(page.Parts) != 0 || len(page.Rows.Wijken) != plan.MostWijken {
			t.Errorf("%s has %d parts and %d wijken", url, len(page.Parts), len(page.Rows.Wijken))
		}
	}
}

func TestListsOfModestLengthStayWhole(t *testing.T) {
	s, _ := crowdedSite(plan.Most/8, times(8, "Aa")...).planned(t, false)
	page := s.Page("/diensten/zorg/")
	if len(page.Parts) != 0 || len(page.Rows.Commitments) != plan.Most || len(page.Rows.Needs) != 8 {
		t.Errorf("%d parts, %d commitments, %d needs", len(page.Parts), len(page.Rows.Commitments), len(page.Rows.Needs))
	}
}

// parts returns the parts of a page: their addresses, what they are of and their rows.
func parts(t *testing.T, s *plan.Site, url string) []string {
	t.Helper()
	var list []string
	page := s.Page(url)
	for _, p := range page.Parts {
		what := [...]string{"", "several", "none", "departments", "year", "kind"}[p.Part.Of]
		switch p.Part.Of {
		case plan.OfWijken:
			what = p.Part.Wijken[0].Name.Value
			if n := len(p.Part.Wijken); n > 1 {
				what += fmt.Sprintf(" – %s (%d)", p.Part.Wijken[n-1].Name.Value, n)
			}
		case plan.OfYear:
			what += " " + fmt.Sprint(p.Part.Year)
		case plan.OfKind:
			what += " " + p.Part.Kind.String()
		}
		list = append(list, fmt.Sprintf("%s: %s, %d rows", strings.TrimPrefix(p.URL, url), what, rows(p)))
		if s.Page(p.URL) != p || p.Parent != page || p.Kind != page.Kind {
			t.Errorf("%s is no part of %s", p.URL, page.URL)
		}
	}
	return list
}

func checkParts(t *testing.T, s *plan.Site, url string, want []string) {
	t.Helper()
	if got := parts(t, s, url); !slices.Equal(got, want) {
		t.Errorf("the parts of %s are\n%q, want\n%q", url, got, want)
	}
}

func TestOverviewOfManyWijkenIsSplitByLetter(t *testing.T) {
	names := slices.Concat(times(121, "Aa"), times(3, "Élan"), times(2, "zee"), []string{
		"'s Gravenland", "’s-Hertogenbosch", "'t Hof", "Huizen", "Łazarz", "Laren", "IJburg", "Ĳsselstein", "De Meern",
		"4 Hoeken", "Ωmega", "–", "Þing"})
	s, _ := crowdedSite(0, names...).planned(t, false)
	if n := len(s.Page(plan.WijkenURL).Rows.Wijken); n != 0 {
		t.Errorf("the page itself still has %d rows", n)
	}
	checkParts(t, s, plan.WijkenURL, []string{
		"0-9/: – – Ωmega (4), 4 rows",
		"a/: Aa 0 – Aa 119 (120), 120 rows",
		"a-2/: Aa 120, 1 rows",
		"d/: De Meern, 1 rows",
		"e/: Élan 0 – Élan 2 (3), 3 rows",
		"g/: 's Gravenland, 1 rows",
		"h/: ’s-Hertogenbosch – Huizen (3), 3 rows",
		"i/: IJburg – Ĳsselstein (2), 2 rows",
		"l/: Laren – Łazarz (2), 2 rows",
		"z/: zee 0 – zee 1 (2), 2 rows",
	})
}

func TestLongListIsSplitByWijk(t *testing.T) {
	c := crowdedSite(101, "Zee", "Aa").with(content{
		"programmas/q.md": "---\ntitel: Q\ndienst: zorg\njaar: 2011\nstatus: vastgesteld\ntoezeggingen:\n" +
			"  - {id: samen, titel: T, wijken: [w0, w1], gereed: 2012}\n  - {id: niemand, titel: T, gereed: 2012}\n---\n"})
	s, _ := c.planned(t, false)
	checkParts(t, s, "/diensten/zorg/", []string{"w1/: Aa, 102 rows", "w0/: Zee, 102 rows", "meer-wijken/: several, 1 rows", "geen-wijk/: none, 1 rows"})
	checkParts(t, s, plan.ProgressURL, []string{"w1/: Aa, 101 rows", "w0/: Zee, 101 rows", "meer-wijken/: several, 1 rows", "geen-wijk/: none, 1 rows"})
	checkParts(t, s, plan.SearchURL, []string{"w1/: Aa, 103 rows", "w0/: Zee, 103 rows", "meer-wijken/: several, 1 rows", "geen-wijk/: none, 1 rows",
		"diensten/: kind departments, 1 rows", "programmas/: kind programmes, 2 rows", "themas/: kind themes, 1 rows"})
	if n := len(s.Page(plan.ProgressURL).Rows.Wijken); n != 2 {
		t.Errorf("the page itself has %d wijken: two are not too many", n)
	}
	page, wijken := s.Page("/diensten/zorg/"), s.Graph.Wijken
	for url, got := range map[string]*plan.Page{
		"w1/":          page.PartFor(plan.OfWijken, wijken[0]),
		"w0/":          page.PartFor(plan.OfWijken, wijken[1]),
		"meer-wijken/": page.PartFor(plan.OfSeveralWijken, nil),
		"geen-wijk/":   page.PartFor(plan.OfNoWijk, nil),
	} {
		if got.URL != page.URL+url {
			t.Errorf("%s is found at %s", url, got.URL)
		}
	}
	if whole := s.Page(plan.WijkenURL); whole.PartFor(plan.OfWijken, wijken[0]) != whole {
		t.Error("a page without parts is not the page of a wijk")
	}
}

func TestManyProgrammesAreSplitByYear(t *testing.T) {
	c := crowdedSite(0, "Aa")
	for i := range plan.Most + 1 {
		c[fmt.Sprintf("programmas/p%d.md", i)] = fmt.Sprintf("---\ntitel: P\ndienst: zorg\njaar: %d\nstatus: vastgesteld\n---\n", 2010+i%2)
	}
	s, _ := c.planned(t, false)
	checkParts(t, s, plan.ProgrammesURL, []string{"2011/: year 2011, 100 rows", "2010/: year 2010, 101 rows"})
}

func TestOldNameOfAWijkLeadsToItsParts(t *testing.T) {
	c := crowdedSite(101, "Zee", "Aa")
	c["wijken/w0.md"] = "---\nnaam: Zee\nvoorheen: [oud]\n---\n"
	s, _ := c.planned(t, false)
	if p := s.Page("/diensten/zorg/oud/"); p == nil || p.Kind != plan.Moved || p.To != "/diensten/zorg/w0/" {
		t.Errorf("it leads to %+v", p)
	}
}

func TestPartsDoNotTakeAddressesOfPages(t *testing.T) {
	c := crowdedSite(0, times(201, "Aa")...).with(content{"wijken/a.md": "---\nnaam: Aap\n---\n"})
	s, _ := c.planned(t, false)
	if p := s.Page("/wijken/a/"); p == nil || p.Kind != plan.Wijk {
		t.Errorf("the wijk lost its page: %+v", p)
	}
	n := 0
	for _, p := range s.Page(plan.WijkenURL).Parts {
		if s.Page(p.URL) != p {
			t.Errorf("%s is not there", p.URL)
		}
		n += len(p.Rows.Wijken)
	}
	if n != 202 {
		t.Errorf("%d wijken are listed", n)
	}
}

func TestPartsHoldEveryRowOnce(t *testing.T) {
	s, _ := crowdedSite(30, times(24, "Aa")...).planned(t, false)
	for _, url := range []string{"/diensten/zorg/", "/themas/groen/", "/zoeken/", "/voortgang/"} {
		page := s.Page(url)
		if len(page.Parts) < 2 {
			t.Errorf("%s has %d parts", url, len(page.Parts))
		}
		seen := make(map[any]bool)
		add := func(row any) {
			if seen[row] {
				t.Errorf("%s lists %v twice", url, row)
			}
			seen[row] = true
		}
		for _, p := range page.Parts {
			for _, c := range p.Rows.Commitments {
				add(c)
			}
			for _, n := range p.Rows.Needs {
				add(n)
			}
			for _, w := range p.Rows.Wijken {
				add(w)
			}
			for _, e := range p.Rows.Entries {
				add(e)
			}
			if n := rows(p); n > plan.Most {
				t.Errorf("%s has %d rows", p.URL, n)
			}
		}
		want := map[string]int{"/diensten/zorg/": 720 + 24, "/themas/groen/": 720 + 24, "/zoeken/": 24 + 24 + 720 + 3, "/voortgang/": 720}[url]
		if len(seen) != want {
			t.Errorf("%s lists %d rows, want %d", url, len(seen), want)
		}
	}
}

func rows(p *plan.Page) int {
	r := p.Rows
	return len(r.Wijken) + len(r.Departments) + len(r.Programmes) + len(r.Needs) + len(r.Commitments) + len(r.Answers) + len(r.Events) + len(r.Entries)
}

func TestWhatBelongsTogetherIsNotCut(t *testing.T) {
	s, _ := crowdedSite(plan.Most+1, "Aa", "Ab").planned(t, false)
	parts := s.Page("/diensten/zorg/").Parts
	if len(parts) != 2 {
		t.Fatalf("%d parts", len(parts))
	}
	for _, p := range parts {
		if n := len(p.Rows.Commitments); n != plan.Most+1 {
			t.Errorf("%s has %d commitments: a wijk was cut", p.URL, n)
		}
	}
}

func TestProgrammeIsNeverSplit(t *testing.T) {
	s, _ := crowdedSite(plan.Most*2, "Aa").planned(t, false)
	page := s.Page("/programmas/p/")
	if len(page.Parts) != 0 || len(page.Rows.Commitments) != plan.Most*2 {
		t.Errorf("%d parts, %d commitments", len(page.Parts), len(page.Rows.Commitments))
	}
}

func TestPartsOfAYearStayNewestFirst(t *testing.T) {
	c := crowdedSite(0, times(250, "Aa")...)
	for i := range 250 {
		name := fmt.Sprintf("wijkvisies/w%d.md", i)
		c[name] = strings.ReplaceAll(c[name], "2011-05-19", fmt.Sprintf("2011-%02d-%02d", i%12+1, i%28+1))
	}
	s, _ := c.planned(t, false)
	page := s.Page("/wijzigingen/2011/")
	if len(page.Parts) != 2 { // all are found under one letter
		t.Fatalf("%d parts", len(page.Parts))
	}
	n := 0
	for _, p := range page.Parts {
		n += len(p.Rows.Events)
		for i := 1; i < len(p.Rows.Events); i++ {
			if p.Rows.Events[i].Date.After(p.Rows.Events[i-1].Date) {
				t.Errorf("%s: %v comes after %v", p.URL, p.Rows.Events[i].Date, p.Rows.Events[i-1].Date)
			}
		}
		if p.Year != 2011 {
			t.Errorf("%s is of %d", p.URL, p.Year)
		}
	}
	if n != 250 {
		t.Errorf("%d events", n)
	}
	if got := len(s.Page(plan.ChangesURL).Rows.Events); got != 50 {
		t.Errorf("the newest changes are %d", got)
	}
}
