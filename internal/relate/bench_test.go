package relate_test

import (
	"fmt"
	"strings"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/sample"
	"wijkvisie/internal/source"
)

func BenchmarkRelate(b *testing.B) {
	for _, wijken := range []int{10, 340, 3400} {
		b.Run(fmt.Sprintf("%d wijken", wijken), func(b *testing.B) {
			c := sampleCity(wijken)
			b.ReportAllocs()
			for b.Loop() {
				relate.Relate(c, relate.Options{Date: city.Day{Year: 2013, Month: 3, Day: 1}})
			}
		})
	}
}

func sampleCity(wijken int) *city.City {
	c := new(city.City)
	for path, text := range sample.Files(wijken) {
		f := source.NewFile(path, []byte(text))
		switch folder, _, _ := strings.Cut(path, "/"); folder {
		case "site.yaml":
			c.Site, _ = parse.Site(f)
		case "wijken":
			w, _ := parse.Wijk(f)
			c.Wijken = append(c.Wijken, w)
		case "wijkvisies":
			v, _ := parse.Vision(f)
			c.Visions = append(c.Visions, v)
		case "diensten":
			d, _ := parse.Department(f)
			c.Departments = append(c.Departments, d)
		case "programmas":
			p, _ := parse.Programme(f)
			c.Programmes = append(c.Programmes, p)
		}
	}
	return c
}
