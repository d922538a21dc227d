package markdown

import (
	"bytes"

	"wijkvisie/internal/city"
)

// topHeading is a heading that is a block of the top level.
type topHeading struct {
	block   int // its number in Blocks
	heading int // its number in Headings
	level   int // as the author wrote it
	start   int // its offset in the text
}

// sections returns the sections of a body.
func (w *writer) sections() []city.Section {
	var list []city.Section
	for i, top := range w.tops {
		h := &w.body.Headings[top.heading]
		if !h.Explicit {
			continue
		}
		to, end := len(w.body.Blocks), len(w.in.text)
		for _, next := range w.tops[i+1:] {
			if next.level <= top.level {
				to, end = next.block, next.start
				break
			}
		}
		end = top.start + len(bytes.TrimRight(w.in.text[top.start:end], " \t\n"))
		list = append(list, city.Section{ID: h.ID, Pos: w.in.pos(top.start, end), From: top.block, To: to})
	}
	return list
}
