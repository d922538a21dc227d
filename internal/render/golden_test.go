package render_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"wijkvisie/internal/render"
	"wijkvisie/internal/render/opendata"
	"wijkvisie/internal/render/view"
)

var assetHash = regexp.MustCompile(`(/thema/[a-z]+)-[0-9a-f]{8}(\.)`)

// TestPages compares one page of every template with what it was; run with
// -update when a change was meant.
func TestPages(t *testing.T) {
	s := example(t)
	urls := map[string]string{ // of the kinds of which there are many pages
		"wijk":       "/wijken/oost/",
		"vision":     "/wijken/oost/2011-2014/",
		"need":       "/wijken/oost/behoeften/oversteek/",
		"department": "/diensten/stadswerken/",
		"programme":  "/programmas/sw-2011/",
		"theme":      "/themas/verkeer/",
		"page":       "/over-deze-site/",
	}
	for _, p := range s.Pages() {
		if p.URL == p.Kind.URL() {
			name, _ := view.New(s.Site, s.theme, opendata.Columns, render.Options{}).View(p)
			urls[name] = p.URL
		}
	}
	for name, url := range urls {
		t.Run(name, func(t *testing.T) { compareGolden(t, name, s.page(t, url)) })
	}
}

// compareGolden compares a page with its golden file.
func compareGolden(t *testing.T, name, page string) {
	t.Helper()
	// What the assets hold is no part of a page.
	got := assetHash.ReplaceAllString(page, "$1-HASH$2")
	file := filepath.Join("testdata", "golden", name+".html")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the page is not as in %s, from:\n%s", file, difference(got, string(want)))
	}
}

// difference returns both texts from a little before the first place where they
// differ.
func difference(got, want string) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	from := max(0, i-100)
	return "got  " + got[from:min(len(got), i+200)] + "\nwant " + want[from:min(len(want), i+200)]
}
