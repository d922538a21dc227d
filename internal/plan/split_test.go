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

func TestListsOfModestLengthStayWhole(t *testing.T) {
	s, _ := crowdedSite(0, times(plan.Most, "Aa")...).planned(t, false)
	page := s.Page(plan.WijkenURL)
	if len(page.Parts) != 0 || len(page.Rows.Wijken) != plan.Most {
		t.Errorf("%d parts, %d rows", len(page.Parts), len(page.Rows.Wijken))
	}
}

func TestLongListIsSplitByLetter(t *testing.T) {
	names := slices.Concat(times(201, "Aa"), times(3, "Élan"), times(2, "zee"), times(2, "'s Gravenland"), times(2, "4 Hoeken"), times(1, "Ωmega"), times(1, "–"))
	s, _ := crowdedSite(0, names...).planned(t, false)
	page := s.Page(plan.WijkenURL)
	if len(page.Rows.Wijken) != 0 {
		t.Errorf("the page itself still has %d rows", len(page.Rows.Wijken))
	}
	var got []string
	for _, p := range page.Parts {
		got = append(got, fmt.Sprintf("%s %s %d", p.Label, p.URL, len(p.Rows.Wijken)))
		if s.Page(p.URL) != p || p.Parent != page || p.Kind != page.Kind {
			t.Errorf("%s is no part of %s", p.URL, page.URL)
		}
	}
	want := []string{"A /wijken/a/ 200", "A (2) /wijken/a-2/ 1", "E /wijken/e/ 3", "S /wijken/s/ 2", "Z /wijken/z/ 2", "0-9 /wijken/0-9/ 4"}
	if !slices.Equal(got, want) {
		t.Errorf("the parts are\n%q, want\n%q", got, want)
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
		want := map[string]int{"/diensten/zorg/": 720 + 24, "/themas/groen/": 720 + 24, "/zoeken/": 24 + 24 + 720 + 3, "/voortgang/": 24 + 720}[url]
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
	if len(page.Parts) != 2 {
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
