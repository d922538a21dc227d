// Package contenttest makes records of content that stands in a test.
package contenttest

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/source"
)

// Content is what was read from the files of a test.
type Content struct {
	City     *city.City
	Media    []string  // paths, as of media/plan.pdf
	Extras   []string  // paths, as of bestanden/CNAME
	Problems diag.List // that package parse reports
}

// Parse reads files, given as text by path, in the order of their paths.
func Parse(files map[string]string) Content {
	return ParseAll(func(yield func(path, text string) bool) {
		for _, path := range slices.Sorted(maps.Keys(files)) {
			if !yield(path, files[path]) {
				return
			}
		}
	})
}

// ParseAll reads files, given as path and text, in the order that they come in.
func ParseAll(files iter.Seq2[string, string]) Content {
	c := Content{City: new(city.City)}
	for path, text := range files {
		c.parse(source.NewFile(path, []byte(text)))
	}
	return c
}

func (c *Content) parse(f *source.File) {
	var list diag.List
	switch folder, _, _ := strings.Cut(f.Path, "/"); folder {
	case "site.yaml":
		c.City.Site, list = parse.Site(f)
	case "wijken":
		list = add(&c.City.Wijken, parse.Wijk, f)
	case "wijkvisies":
		list = add(&c.City.Visions, parse.Vision, f)
	case "diensten":
		list = add(&c.City.Departments, parse.Department, f)
	case "programmas":
		list = add(&c.City.Programmes, parse.Programme, f)
	case "paginas":
		list = add(&c.City.Pages, parse.Page, f)
	case "kaart":
		c.City.Map, list = parse.Map(f)
	case "media":
		c.Media = append(c.Media, f.Path)
	case "bestanden":
		c.Extras = append(c.Extras, f.Path)
	}
	c.Problems = append(c.Problems, list...)
}

func add[T any](records *[]T, parse func(*source.File) (T, diag.List), f *source.File) diag.List {
	record, problems := parse(f)
	*records = append(*records, record)
	return problems
}
