package render_test

import (
	"bytes"
	"flag"
	"maps"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"wijkvisie/internal/city"
	"wijkvisie/internal/contenttest"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render"
	"wijkvisie/internal/theme"
	"wijkvisie/themes"
)

var update = flag.Bool("update", false, "write the golden files anew")

// files is content: text by path.
type files map[string]string

// readFiles reads content from an archive in testdata.
func readFiles(t testing.TB, name string) files {
	t.Helper()
	a, err := txtar.ParseFile("testdata/" + name + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	content := make(files)
	for _, f := range a.Files {
		content[f.Name] = string(f.Data)
	}
	return content
}

// with returns the content with some files added or replaced.
func (f files) with(changed files) files {
	all := maps.Clone(f)
	maps.Copy(all, changed)
	return all
}

// replaced returns the content with a text replaced in one file.
func (f files) replaced(t testing.TB, name, old, by string) files {
	t.Helper()
	if !strings.Contains(f[name], old) {
		t.Fatalf("%s does not hold %q", name, old)
	}
	return f.with(files{name: strings.ReplaceAll(f[name], old, by)})
}

// records parses content; what is wrong with it is in the list.
func (f files) records() (*city.City, plan.Assets, diag.List) {
	read := contenttest.Parse(f)
	return read.City, plan.Assets{Media: read.Media, Extras: read.Extras}, read.Problems
}

// options are what a test site is made with.
type options struct {
	date    string // 2013-03-01 when empty
	drafts  bool
	baseURL string
}

// site is a site in memory.
type site struct {
	*plan.Site
	*render.Renderer
	theme *theme.Theme
	pages map[string]string // HTML by URL
}

// published makes the site of content without mistakes, and renders all its pages.
func published(t testing.TB, content files, opt options) site {
	t.Helper()
	c, assets, problems := content.records()
	for _, p := range problems {
		t.Errorf("the content is wrong: %+v", p)
	}
	return publishedOf(t, c, assets, opt)
}

func publishedOf(t testing.TB, c *city.City, assets plan.Assets, opt options) site {
	t.Helper()
	s := planned(t, c, assets, opt)
	for _, p := range s.Pages() {
		s.pages[p.URL] = s.html(t, p)
	}
	return s
}

// planned makes a site of which nothing is rendered yet.
func planned(t testing.TB, c *city.City, assets plan.Assets, opt options) site {
	t.Helper()
	if opt.date == "" {
		opt.date = "2013-03-01"
	}
	date, ok := city.ParseDay(opt.date)
	if !ok {
		t.Fatalf("%q is no day", opt.date)
	}
	builtIn, mistakes, err := theme.Load(themes.Default(), nil)
	if err != nil || len(mistakes) > 0 {
		t.Fatalf("the theme is wrong: %v %+v", err, mistakes)
	}
	graph := relate.Relate(c, relate.Options{Date: date, Drafts: opt.drafts})
	assets.Addressed = opt.baseURL != "" || c.Site != nil && !c.Site.BaseURL.IsZero()
	pages, _ := plan.New(c, graph, assets)
	return site{pages, render.New(pages, builtIn, render.Options{BaseURL: opt.baseURL}), builtIn, make(map[string]string)}
}

// html renders a page.
func (s site) html(t testing.TB, p *plan.Page) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Renderer.Page(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// page returns the HTML of the page at a URL.
func (s site) page(t testing.TB, url string) string {
	t.Helper()
	html, ok := s.pages[url]
	if !ok {
		t.Fatalf("the site has no page %s", url)
	}
	return html
}

// data returns the files of the open data and of the theme, by URL.
func (s site) data(t testing.TB) map[string]string {
	t.Helper()
	all := make(map[string]string)
	for _, f := range append(s.GeneratedFiles(), s.Assets()...) {
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		all[f.URL] = b.String()
	}
	return all
}

// example is the small municipality in which everything occurs once.
func example(t testing.TB) site {
	t.Helper()
	return published(t, readFiles(t, "city"), options{})
}
