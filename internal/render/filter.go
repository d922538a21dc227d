package render

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

// leastFiltered is how many needs are worth a filter.
const leastFiltered = 4

// filter returns the filter for the needs of a vision, nil when there are few.
func (d *desk) filter(needs []*relate.Appearance) *filter {
	if len(needs) < leastFiltered {
		return nil
	}
	f := d.filters.one()
	f.All = d.count("filter.all", len(needs))
	f.Some = d.say("filter.some", "total", d.number(len(needs)))
	f.Choices = d.choices.take(3)[:0]
	add := func(name, label, any string, options []option) {
		if len(options) > 1 {
			f.Choices = append(f.Choices, choice{name, d.words.Text(label), d.words.Text(any), options})
		}
	}
	add("thema", "theme", "filter.any-theme", d.themeOptions(needs))
	add("status", "filter.status", "filter.any-status", d.statusOptions(needs))
	add("buurt", "filter.buurt", "filter.any-buurt", d.areaOptions(needs))
	if len(f.Choices) == 0 {
		return nil
	}
	return f
}

// themeOptions returns the themes of the needs, in display order.
func (d *desk) themeOptions(needs []*relate.Appearance) []option {
	options := d.options.take(min(len(needs), len(d.graph.Themes)))[:0]
	for _, t := range d.graph.Themes {
		if slices.ContainsFunc(needs, func(a *relate.Appearance) bool { return a.Theme == t }) {
			options = append(options, option{t.ID.Value, t.Name.Value})
		}
	}
	return options
}

// statusOptions returns how the needs stand, in the order of the key.
func (d *desk) statusOptions(needs []*relate.Appearance) []option {
	statuses := d.vocabulary.known[ofNeed]
	options := d.options.take(min(len(needs), len(statuses)))[:0]
	for i, s := range statuses {
		if slices.ContainsFunc(needs, func(a *relate.Appearance) bool { return int(a.Of.Status) == i }) {
			options = append(options, option{s.key, d.glossary.showNumber(ofNeed, i).Text})
		}
	}
	return options
}

// areaOptions returns the buurten of the needs, in the order of the wijk.
func (d *desk) areaOptions(needs []*relate.Appearance) []option {
	buurten := needs[0].Of.Wijk.Buurten
	options := d.options.take(len(buurten))[:0]
	for _, b := range buurten {
		if slices.ContainsFunc(needs, func(a *relate.Appearance) bool { return hasArea(a, b.ID.Value) }) {
			options = append(options, option{b.ID.Value, b.Name.Value})
		}
	}
	return options
}

func hasArea(a *relate.Appearance, id string) bool {
	return slices.ContainsFunc(a.Buurten, func(b source.Text) bool { return b.Value == id })
}
