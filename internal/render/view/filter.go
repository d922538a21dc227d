package view

import (
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/theme"
)

// filter is the choices by which the needs of a wijk can be narrowed, each only
// when there is something to choose. Without its script it is not shown.
type filter struct {
	Choices []choice
	All     string // "9 behoeften"
	Some    string // "{n} van 9 behoeften": the script fills in {n}
}

// choice is one thing to choose by.
type choice struct {
	Name    string // as in the address, and in the data attributes of a need
	Label   string
	Any     string // what not choosing is called
	Options []option
}

// option is something to choose, with how many needs it fits at its end: "Verkeer 3".
type option struct{ Value, Text string }

// minFiltered is how many needs are worth a filter.
const minFiltered = 4

// filter returns the filter for the needs of a vision, nil when there are few.
func (b *pageBuilder) filter(needs []*relate.Appearance) *filter {
	if len(needs) < minFiltered {
		return nil
	}
	f := &filter{
		All:  b.Words.Count("filter.all", len(needs)),
		Some: b.Words.Text("filter.some", "total", b.Words.Number(len(needs))),
	}
	for _, c := range []choice{
		{"thema", b.Words.Text("theme"), b.Words.Text("filter.any-theme"), b.themeOptions(needs)},
		{"status", b.Words.Text("filter.status"), b.Words.Text("filter.any-status"), b.statusOptions(needs)},
		{"buurt", b.Words.Text("filter.buurt"), b.Words.Text("filter.any-buurt"), b.areaOptions(needs)},
	} {
		if len(c.Options) > 1 {
			f.Choices = append(f.Choices, c)
		}
	}
	if len(f.Choices) == 0 {
		return nil
	}
	return f
}

// options returns what some needs can be narrowed to: of some things in order, those that fit
// any.
func options[T any](words *theme.Words, needs []*relate.Appearance, all []T, fits func(*relate.Appearance, T) bool, as func(T) option) []option {
	var list []option
	for _, one := range all {
		n := 0
		for _, a := range needs {
			n += count(fits(a, one))
		}
		if n > 0 {
			o := as(one)
			o.Text += " " + words.Number(n)
			list = append(list, o)
		}
	}
	return list
}

// themeOptions returns the themes of the needs, in display order.
func (b *Builder) themeOptions(needs []*relate.Appearance) []option {
	return options(b.Words, needs, b.graph.Themes,
		func(a *relate.Appearance, t *relate.Theme) bool { return a.Theme == t },
		func(t *relate.Theme) option { return option{t.ID.Value, t.Name.Value} })
}

// statusOptions returns how the needs stand, in the order of the key.
func (b *pageBuilder) statusOptions(needs []*relate.Appearance) []option {
	return options(b.Words, needs, relate.NeedStatuses(),
		func(a *relate.Appearance, s relate.NeedStatus) bool { return a.Of.Status == s },
		func(s relate.NeedStatus) option { return option{s.String(), b.glossary.need(s).Text} })
}

// areaOptions returns the buurten of the needs, in the order of the wijk.
func (b *Builder) areaOptions(needs []*relate.Appearance) []option {
	return options(b.Words, needs, needs[0].Of.Wijk.Buurten,
		func(a *relate.Appearance, area *city.Buurt) bool { return slices.Contains(a.Areas(), area) },
		func(area *city.Buurt) option { return option{area.ID.Value, area.Name.Value} })
}
