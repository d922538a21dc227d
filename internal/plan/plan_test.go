package plan_test

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"wijkvisie/internal/plan"
)

func TestSiteHasEveryPage(t *testing.T) {
	s, problems := smallSite().planned(t, false)
	if len(problems) > 0 {
		t.Errorf("problems: %+v", problems)
	}
	want := []string{
		"/diensten/zorg/",
		"/over/",
		"/planning/diensten/zorg/", "/planning/noord/", "/planning/oost-oud/", "/planning/oost/",
		"/programmas/zorg-2011/",
		"/themas/groen/",
		"/wijken/noord/",
		"/wijken/oost-oud/", "/wijken/oost-oud/2004-2004/", "/wijken/oost-oud/2011-2014/", "/wijken/oost-oud/behoeften/zwemles/", "/wijken/oost-oud/behoeften/zwemmen/",
		"/wijken/oost/", "/wijken/oost/2004-2004/", "/wijken/oost/2011-2014/", "/wijken/oost/behoeften/zwemles/", "/wijken/oost/behoeften/zwemmen/",
		"/wijzigingen/2004/", "/wijzigingen/2011/", "/wijzigingen/2012/",
	}
	for _, kind := range plan.Kinds() {
		if url := kind.URL(); url != "" {
			want = append(want, url)
		}
	}
	slices.Sort(want)
	var got []string
	for _, p := range s.Pages() {
		got = append(got, p.URL)
		if s.Page(p.URL) != p {
			t.Errorf("%s is not found by its address", p.URL)
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("the pages are\n%q, want\n%q", got, want)
	}
	if years := s.Years(); !slices.Equal(years, []int{2012, 2011, 2004}) {
		t.Errorf("the years are %v", years)
	}
}

func TestDraftsHaveTheirPages(t *testing.T) {
	s, _ := smallSite().planned(t, true)
	for _, url := range []string{"/wijken/oost/2015-2018/", "/wijken/oost/behoeften/nieuw/"} {
		if s.Page(url) == nil {
			t.Errorf("there is no %s", url)
		}
	}
}

func TestEveryPageHasAFileOfItsOwn(t *testing.T) {
	s, _ := smallSite().planned(t, true)
	seen := make(map[string]string)
	for _, p := range s.Pages() {
		if first, taken := seen[p.File()]; taken {
			t.Errorf("%s and %s are both written to %s", first, p.URL, p.File())
		}
		seen[p.File()] = p.URL
	}
	for url, file := range map[string]string{"/": "index.html", "/404.html": "404.html", "/wijken/oost/": "wijken/oost/index.html", "/gegevens/wijken.json": "gegevens/wijken.json"} {
		if got := plan.FileOf(url); got != file {
			t.Errorf("%s is served from %s, want %s", url, got, file)
		}
	}
}

func TestHomeShowsWhatWasDoneLast(t *testing.T) {
	s, _ := smallSite().planned(t, false)
	home := s.Page(plan.HomeURL)
	if len(home.Rows.Events) != 1 || home.Rows.Events[0].Progress == nil {
		t.Errorf("the news is %+v", home.Rows.Events)
	}
	if len(home.Rows.Wijken) != 2 {
		t.Errorf("%d wijken", len(home.Rows.Wijken))
	}
}

// A page is the same whether it is asked for alone or with all others.
func TestPagesDoNotDependOnTheOrderInWhichTheyAreAskedFor(t *testing.T) {
	c := crowdedSite(1, times(201, "Aa")...).with(content{
		"wijken/a.md":        "---\nnaam: Aap\nvoorheen: [b]\n---\n",
		"wijken/diensten.md": "---\nnaam: Diensten\n---\n",
		"paginas/zoeken.md":  "---\ntitel: Zoeken\n---\n",
		"paginas/over.md":    "---\ntitel: Over\nvoorheen: [oud]\n---\n",
	})
	whole, _ := c.planned(t, false)
	said := func(p *plan.Page) string {
		return fmt.Sprint(p.Kind, p.URL, p.Indexed, p.To, len(p.Parts), p.Rows.Count(), p.Parent != nil)
	}
	var one *plan.Site
	for i, p := range whole.Pages() {
		if i%100 == 0 {
			one, _ = c.planned(t, false)
		}
		if got := one.Page(p.URL); got == nil || said(got) != said(p) {
			t.Errorf("alone, %s is %+v", p.URL, got)
		}
	}
	for _, url := range []string{"", "/", "x", "/wijken/a", "/wijken/a-/", "/wijken/b/", "/wijken/geen/", "/zoeken/", "/404.html", "/404.html/", "/oud/", "//"} {
		one, _ := c.planned(t, false)
		var want *plan.Page
		for _, p := range whole.Pages() {
			if p.URL == url {
				want = p
			}
		}
		if got := one.Page(url); (got == nil) != (want == nil) || got != nil && said(got) != said(want) {
			t.Errorf("%q is %+v, want %+v", url, got, want)
		}
	}
}

func TestPagesMayBeAskedForAtTheSameTime(t *testing.T) {
	c := crowdedSite(1, times(121, "Aa")...)
	whole, _ := c.planned(t, false)
	site, _ := c.planned(t, false)
	var asking sync.WaitGroup
	asking.Go(func() { site.Pages() })
	asking.Go(func() { site.Generated() })
	asking.Go(func() { site.Resolve("wijken/w1.md", "../diensten/zorg.md") })
	for _, p := range whole.Pages() {
		asking.Go(func() {
			if got := site.Page(p.URL); got == nil || got.URL != p.URL {
				t.Errorf("%s is %+v", p.URL, got)
			}
		})
	}
	asking.Wait()
	if got, want := len(site.Pages()), len(whole.Pages()); got != want {
		t.Errorf("%d pages, want %d", got, want)
	}
}
