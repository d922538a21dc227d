package render_test

import (
	"io"
	"testing"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/render"
	"wijkvisie/internal/sample"
)

// BenchmarkPage renders one page of each of the kinds that a large site has most of.
func BenchmarkPage(b *testing.B) {
	eachKind(b, func(r *render.Renderer, p *plan.Page) func() error {
		return func() error { return r.Page(io.Discard, p) }
	})
}

// BenchmarkTemplate is the part of BenchmarkPage that templates take.
func BenchmarkTemplate(b *testing.B) { eachKind(b, (*render.Renderer).Shown) }

func eachKind(b *testing.B, made func(*render.Renderer, *plan.Page) func() error) {
	content := make(files)
	for name, text := range sample.Files(10) {
		content[name] = text
	}
	c, assets, problems := content.records()
	if len(problems) > 0 {
		b.Fatalf("the content is wrong: %+v", problems[0])
	}
	s := planned(b, c, assets, options{})
	for _, kind := range []struct {
		name string
		url  string
	}{
		{"wijk", "/wijken/wijk-0001/"},
		{"need", "/wijken/wijk-0001/behoeften/behoefte-1/"},
		{"vision", "/wijken/wijk-0001/2011-2014/"},
		{"programme", "/programmas/programma-0001/"},
		{"department", "/diensten/dienst-1/"},
		{"progress", plan.ProgressURL},
	} {
		b.Run(kind.name, func(b *testing.B) {
			page := s.Site.Page(kind.url)
			if page == nil {
				b.Fatalf("the site has no page %s", kind.url)
			}
			show := made(s.Renderer, page)
			b.ReportAllocs()
			for b.Loop() {
				if err := show(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
