package render_test

import (
	"io"
	"testing"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/sample"
)

// benchmarkKinds runs a benchmark for each of the kinds of page that a large site has
// most of, over all pages of the kind in turn.
func benchmarkKinds(b *testing.B, each func(s site, p *plan.Page) error) {
	content := make(files)
	for name, text := range sample.Files(100) {
		content[name] = text
	}
	c, assets, problems := content.records()
	if len(problems) > 0 {
		b.Fatalf("the content is wrong: %+v", problems[0])
	}
	s := planned(b, c, assets, options{})
	pages := make(map[plan.Kind][]*plan.Page)
	for _, p := range s.Pages {
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
		{"changes", plan.ChangesOf},
		{"search", plan.Search},
	} {
		b.Run(kind.name, func(b *testing.B) {
			all := pages[kind.kind]
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if err := each(s, all[i%len(all)]); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkPage renders pages.
func BenchmarkPage(b *testing.B) {
	benchmarkKinds(b, func(s site, p *plan.Page) error { return s.Renderer.Page(io.Discard, p) })
}

// BenchmarkView makes ready what pages show, and draws nothing.
func BenchmarkView(b *testing.B) {
	benchmarkKinds(b, func(s site, p *plan.Page) error {
		s.Renderer.View(p)
		return nil
	})
}
