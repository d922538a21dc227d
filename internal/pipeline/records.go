package pipeline

import (
	"maps"
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// Index returns the index of the records of the last Result, in which a file that has errors
// now has its last good record, if it ever had one.
func (p *Pipeline) Index() *relate.Index {
	var c city.City
	for _, path := range slices.Sorted(maps.Keys(p.parsed)) {
		value := p.parsed[path].value
		if good, ok := p.good[path]; ok {
			value = good
		}
		collect(&c, value)
	}
	return relate.NewIndex(&c)
}

// Everything returns the graph of the same content with drafts and what is under embargo in it.
func (r *Result) Everything() *relate.Graph {
	return relate.Relate(r.records, relate.Options{Date: r.in.Date, Drafts: true})
}

// Media returns the paths of the files in media/.
func (r *Result) Media() []string { return r.assets.Media }
