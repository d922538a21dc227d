package render_test

import (
	"io"
	"strings"
	"testing"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/render"
	"wijkvisie/internal/sample"
	"wijkvisie/internal/theme"
	"wijkvisie/themes"
)

// sampleSite is a generated municipality with an address, without its pages.
func sampleSite(b *testing.B, wijken int) site {
	b.Helper()
	content := make(files)
	for name, text := range sample.Files(wijken) {
		content[name] = text
	}
	c, assets, problems := content.records()
	if len(problems) > 0 {
		b.Fatalf("the content is wrong: %+v", problems[0])
	}
	return planned(b, c, assets, options{baseURL: "https://wijkvisies.example.nl"})
}

// BenchmarkGenerated makes the files beside the pages, of a municipality whose search index
// is in parts. Those of the search include what is found out once for all parts.
func BenchmarkGenerated(b *testing.B) {
	s := sampleSite(b, 100)
	builtIn, _, err := theme.Load(themes.Default(), nil)
	if err != nil {
		b.Fatal(err)
	}
	for _, of := range []struct {
		name string
		is   func(url string) bool
	}{
		{"json", func(url string) bool { return isTable(url, ".json") }},
		{"csv", func(url string) bool { return isTable(url, ".csv") }},
		{"feeds", func(url string) bool { return strings.HasSuffix(url, "/atom.xml") }},
		{"calendars", func(url string) bool { return strings.HasSuffix(url, "/kalender.ics") }},
		{"sitemap", func(url string) bool { return strings.HasPrefix(url, "/sitemap") }},
		{"words", func(url string) bool { return strings.HasPrefix(url, plan.SearchURL+"woorden/") }},
		{"entries", func(url string) bool { return strings.HasPrefix(url, plan.SearchURL+"delen/") }},
	} {
		b.Run(of.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				fresh := render.New(s.Site, builtIn, render.Options{})
				for _, f := range fresh.GeneratedFiles() {
					if !of.is(f.URL) {
						continue
					}
					if err := f.Write(io.Discard); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

func isTable(url, extension string) bool {
	for _, t := range plan.Tables() {
		if url == t.JSON() || url == t.CSV() {
			return strings.HasSuffix(url, extension)
		}
	}
	return false
}
