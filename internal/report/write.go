package report

import (
	"slices"
	"strconv"

	"wijkvisie/internal/source"
)

// place returns where something was written: wijkvisies/oost-2011.md:23, relative to the content
// folder.
func place(p source.Pos) string { return p.Path() + ":" + strconv.Itoa(p.Place().Line) }

// notes numbers the sources of sentences, in the order in which they are written.
type notes [][]source.Pos

// add adds the sources of a sentence, a line once, and returns their number.
func (n *notes) add(s Sentence) int {
	var sources []source.Pos
	for _, p := range s.Sources {
		if !slices.ContainsFunc(sources, func(other source.Pos) bool { return place(other) == place(p) }) {
			sources = append(sources, p)
		}
	}
	*n = append(*n, sources)
	return len(*n)
}
