package markdown

import (
	"iter"
	"strings"
)

// Passage is the running text under one heading: paragraphs and items of lists, a
// line each, without markup. Code and tables are no running text.
type Passage struct {
	Heading *Heading // nil of what stands before the first
	Text    string
}

// Prose returns the running text of a body, passage by passage, footnotes last.
func (d *Document) Prose() iter.Seq[Passage] {
	return func(yield func(Passage) bool) {
		d.prose(d.html, yield)
	}
}

func (d *Document) prose(html string, yield func(Passage) bool) {
	var b strings.Builder
	b.Grow(len(html)) // all passages are parts of one text
	t := texter{b: &b, prose: true}
	var heading *Heading
	at, titled, start := 0, false, 0
	for _, h := range d.holes {
		piece := html[at:h.at]
		at = int(h.at)
		if !titled {
			t.html(piece)
		}
		switch h.kind {
		case headingStart:
			if text := strings.TrimSpace(b.String()[start:]); text != "" && !yield(Passage{heading, text}) {
				return
			}
			start = b.Len()
			t.last, t.gap = 0, false
			heading, titled = &d.Headings[h.index], true
		case headingEnd:
			titled = false
		}
	}
	t.html(html[at:])
	if text := strings.TrimSpace(b.String()[start:]); text != "" {
		yield(Passage{heading, text})
	}
}
