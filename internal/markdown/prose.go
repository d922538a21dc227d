package markdown

import (
	"iter"
	"slices"

	"wijkvisie/internal/city"
)

// Passage is the running text under one heading: paragraphs and items of lists, a
// line each, without markup. Code and tables are no running text.
type Passage struct {
	Heading *city.Heading // nil of what stands before the first
	Text    string
}

// Prose returns the running text of a body, passage by passage, footnotes last.
func Prose(b *city.Body) iter.Seq[Passage] {
	return func(yield func(Passage) bool) {
		t := textWriter{prose: true}
		var heading *city.Heading
		inHeading := false
		for p := range parts(slices.Concat(b.Blocks, b.Notes)) {
			if !inHeading {
				t.html(p.HTML)
			}
			switch p.Hole {
			case city.HeadingStart:
				if text := t.take(); text != "" && !yield(Passage{heading, text}) {
					return
				}
				heading, inHeading = &b.Headings[p.Index], true
			case city.HeadingEnd:
				inHeading = false
			}
		}
		if text := t.take(); text != "" {
			yield(Passage{heading, text})
		}
	}
}
