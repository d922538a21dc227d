package render

import (
	"strconv"

	"wijkvisie/internal/relate"
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
func (r *Renderer) filter(needs []*relate.Appearance, words *glossary) *filter {
	if len(needs) < leastFiltered {
		return nil
	}
	f := &filter{
		All:  r.words.Count("filter.all", len(needs)),
		Some: r.words.Text("filter.some", "total", strconv.Itoa(len(needs))),
	}
	add := func(name, label, any string, options []option) {
		if len(options) > 1 {
			f.Choices = append(f.Choices, choice{name, r.words.Text(label), r.words.Text(any), options})
		}
	}
	add("thema", "theme", "filter.any-theme", r.themeOptions(needs))
	add("status", "filter.status", "filter.any-status", statusOptions(needs, words))
	add("buurt", "filter.buurt", "filter.any-buurt", areaOptions(needs))
	if len(f.Choices) == 0 {
		return nil
	}
	return f
}

// themeOptions returns the themes of the needs, in display order.
func (r *Renderer) themeOptions(needs []*relate.Appearance) []option {
	has := make(map[*relate.Theme]bool)
	for _, a := range needs {
		has[a.Theme] = true
	}
	var options []option
	for _, t := range r.graph.Themes {
		if has[t] {
			options = append(options, option{t.ID.Value, t.Name.Value})
		}
	}
	return options
}

// statusOptions returns how the needs stand, in the order of the key.
func statusOptions(needs []*relate.Appearance, words *glossary) []option {
	has := make(map[relate.NeedStatus]bool)
	for _, a := range needs {
		has[a.Of.Status] = true
	}
	var options []option
	for _, s := range relate.NeedStatuses() {
		if has[s] {
			options = append(options, option{string(s), words.need(s).Text})
		}
	}
	return options
}

// areaOptions returns the buurten of the needs, in the order of the wijk.
func areaOptions(needs []*relate.Appearance) []option {
	has := make(map[string]bool)
	for _, a := range needs {
		for _, b := range a.Areas {
			has[b.ID.Value] = true
		}
	}
	var options []option
	for _, b := range needs[0].Of.Wijk.Buurten {
		if has[b.ID.Value] {
			options = append(options, option{b.ID.Value, b.Name.Value})
		}
	}
	return options
}
