package report

import (
	"strconv"

	"wijkvisie/internal/source"
)

// place returns where something was written: wijkvisies/oost-2011.md:23, relative to the content
// folder.
func place(p source.Pos) string { return p.Path() + ":" + strconv.Itoa(p.Place().Line) }

// notes numbers the sources of sentences, in the order in which they are written.
type notes [][]source.Pos

// add adds the sources of a sentence and returns their number.
func (n *notes) add(s Sentence) int {
	*n = append(*n, s.Sources)
	return len(*n)
}
