package view

import (
	"slices"

	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
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
		{"buurt", b.Words.Text("filter.buurt"), b.Words.Text("filter.any-buurt"), areaOptions(needs)},
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

// themeOptions returns the themes of the needs, in display order.
func (b *Builder) themeOptions(needs []*relate.Appearance) []option {
	var options []option
	for _, t := range b.graph.Themes {
		if slices.ContainsFunc(needs, func(a *relate.Appearance) bool { return a.Theme == t }) {
			options = append(options, option{t.ID.Value, t.Name.Value})
		}
	}
	return options
}

// statusOptions returns how the needs stand, in the order of the key.
func (b *pageBuilder) statusOptions(needs []*relate.Appearance) []option {
	var options []option
	for _, s := range relate.NeedStatuses() {
		if slices.ContainsFunc(needs, func(a *relate.Appearance) bool { return a.Of.Status == s }) {
			options = append(options, option{s.String(), b.glossary.need(s).Text})
		}
	}
	return options
}

// areaOptions returns the buurten of the needs, in the order of the wijk.
func areaOptions(needs []*relate.Appearance) []option {
	var options []option
	for _, area := range needs[0].Of.Wijk.Buurten {
		if slices.ContainsFunc(needs, func(a *relate.Appearance) bool { return hasArea(a, area.ID.Value) }) {
			options = append(options, option{area.ID.Value, area.Name.Value})
		}
	}
	return options
}

func hasArea(a *relate.Appearance, id string) bool {
	return slices.ContainsFunc(a.Buurten, func(b source.Text) bool { return b.Value == id })
}
