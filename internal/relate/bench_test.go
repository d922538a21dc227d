package relate_test

import (
	"fmt"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/contenttest"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/sample"
)

func BenchmarkRelate(b *testing.B) {
	for _, wijken := range []int{10, 340, 3400} {
		b.Run(fmt.Sprintf("%d wijken", wijken), func(b *testing.B) {
			c := contenttest.ParseAll(sample.Files(wijken)).City
			b.ReportAllocs()
			for b.Loop() {
				relate.Relate(c, relate.Options{Date: city.Day{Year: 2013, Month: 3, Day: 1}})
			}
		})
	}
}

func BenchmarkHistory(b *testing.B) {
	for _, wijken := range []int{10, 340, 3400} {
		b.Run(fmt.Sprintf("%d wijken", wijken), func(b *testing.B) {
			c := contenttest.ParseAll(sample.Files(wijken)).City
			g := relate.Relate(c, relate.Options{Date: city.Day{Year: 2013, Month: 3, Day: 1}})
			b.ReportAllocs()
			for b.Loop() {
				h := g.History()
				h.All()
				for _, w := range g.Wijken {
					h.Wijk(w)
				}
			}
		})
	}
}
