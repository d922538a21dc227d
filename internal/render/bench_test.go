package render_test

import (
	"io"
	"testing"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/render"
	"wijkvisie/internal/render/opendata"
	"wijkvisie/internal/render/view"
	"wijkvisie/internal/sample"
	"wijkvisie/internal/theme"
	"wijkvisie/themes"
)

// benchmarkKinds runs a benchmark for each of the kinds of page that a large site has
// most of, over all pages of the kind in turn.
func benchmarkKinds(b *testing.B, work func(s site) func(*plan.Page) error) {
	content := make(files)
	for name, text := range sample.Files(100) {
		content[name] = text
	}
	c, assets, problems := content.records()
	if len(problems) > 0 {
		b.Fatalf("the content is wrong: %+v", problems[0])
	}
	s := planned(b, c, assets, options{})
	each := work(s)
	pages := make(map[plan.Kind][]*plan.Page)
	for _, p := range s.Pages() {
		pages[p.Kind] = append(pages[p.Kind], p)
	}
	for _, kind := range []struct {
		name string
		kind plan.Kind
	}{
		{"wijk", plan.Wijk},
		{"need", plan.Need},
		{"vision", plan.Vision},
		{"programme", plan.Programme},
		{"department", plan.Department},
		{"theme", plan.Theme},
		{"progress", plan.Progress},
		{"planning", plan.PlanningOf},
		{"changes", plan.ChangesOf},
		{"search", plan.Search},
	} {
		b.Run(kind.name, func(b *testing.B) {
			all := pages[kind.kind]
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if err := each(all[i%len(all)]); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkPage renders pages.
func BenchmarkPage(b *testing.B) {
	benchmarkKinds(b, func(s site) func(*plan.Page) error {
		return func(p *plan.Page) error { return s.Renderer.Page(io.Discard, p) }
	})
}

// BenchmarkView makes views of pages, and renders nothing.
func BenchmarkView(b *testing.B) {
	builtIn, _, err := theme.Load(themes.Default(), nil)
	if err != nil {
		b.Fatal(err)
	}
	benchmarkKinds(b, func(s site) func(*plan.Page) error {
		views := view.New(s.Site, builtIn, opendata.Columns, render.Options{})
		return func(p *plan.Page) error {
			views.View(p)
			return nil
		}
	})
}
