package pipeline

import (
	"testing"

	"wijkvisie/internal/check"
	"wijkvisie/internal/city"
	"wijkvisie/internal/load"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/sample"
)

func BenchmarkStage(b *testing.B) {
	fsys := sample.FS(3400)
	files, _, _ := load.Read(fsys, nil)
	p := new(Pipeline)
	rec, _ := p.parse(files, true)
	g := relate.Relate(rec, relate.Options{Date: city.Day{Year: 2013, Month: 3, Day: 1}, Drafts: true})
	site, _ := plan.New(rec, g, plan.Assets{})
	b.Run("relate", func(b *testing.B) {
		for b.Loop() {
			relate.Relate(rec, relate.Options{Date: city.Day{Year: 2013, Month: 3, Day: 1}, Drafts: true})
		}
	})
	b.Run("plan", func(b *testing.B) {
		for b.Loop() {
			plan.New(rec, g, plan.Assets{})
		}
	})
	b.Run("check", func(b *testing.B) {
		for b.Loop() {
			check.All(rec, g, check.Options{HasURL: site.Has, Language: true})
		}
	})
}
