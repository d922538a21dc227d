package render_test

import (
	"strings"
	"testing"

	"wijkvisie/internal/plan"
)

// TestNothingHiddenShows looks for what is a concept, under embargo or dated
// after the reference date, all of which has "geheim" in it.
func TestNothingHiddenShows(t *testing.T) {
	for _, s := range []site{example(t), truth(t)} {
		for url, page := range s.pages {
			checkHidden(t, url, page)
		}
		for url, file := range s.data(t) {
			if !strings.HasPrefix(url, plan.SearchURL+"woorden/") { // the words of what can be found, which is here too
				checkHidden(t, url, file)
			}
		}
		for _, f := range s.Files {
			checkHidden(t, f.URL, f.Source)
		}
	}
}

func checkHidden(t *testing.T, url, text string) {
	t.Helper()
	// The words of links to what is hidden stay; the example has two such links.
	text = strings.NewReplacer("een geheim,", "", "het geheim.", "").Replace(text)
	if i := strings.Index(strings.ToLower(url+text), "geheim"); i >= 0 {
		at := (url + text)[max(0, i-100):]
		t.Errorf("%s shows what is hidden: …%s", url, at[:min(len(at), 200)])
	}
}

func TestDraftsHaveBanners(t *testing.T) {
	s := published(t, readFiles(t, "city"), options{drafts: true})
	for url, banner := range map[string]string{
		"/wijken/oost/2015-2018/":              "concept",
		"/wijken/oost/behoeften/geheim/":       "concept",
		"/programmas/geheim-2013/":             "concept",
		"/programmas/geheim-2014/":             "dit komt op 1 januari 2014 op de site",
		"/wijken/zuid/2013-2016/":              "dit komt op 1 april 2013 op de site",
		"/wijken/zuid/":                        "dit komt op 1 april 2013 op de site",
		"/wijken/zuid/behoeften/geheime-tuin/": "dit komt op 1 april 2013 op de site",
		"/geheim/":                             "concept",
	} {
		if page := s.page(t, url); !strings.Contains(page, banner) || !strings.Contains(page, "wv-draft") {
			t.Errorf("%s does not say %q", url, banner)
		}
	}
	for url, page := range s.pages {
		if !strings.Contains(page, `<meta name="robots" content="noindex">`) {
			t.Errorf("%s may be indexed", url)
		}
		if url == "/wijken/oost/" && strings.Contains(page, "wv-draft") {
			t.Errorf("%s has a banner", url)
		}
	}
}
