package markdown

import (
	"iter"

	"wijkvisie/internal/city"
)

// Fragment is a part of a body that can be shown on a page. The zero
// Fragment is empty.
type Fragment struct {
	body    *city.Body
	blocks  []city.Block
	section string // its id, which the ids of its notes have too; empty when it is no section
}

// Whole returns all of a body; the zero Fragment of no body.
func Whole(b *city.Body) Fragment {
	if b == nil {
		return Fragment{}
	}
	return Fragment{body: b, blocks: b.Blocks}
}

// Without returns a body without the sections whose id is chosen.
func Without(b *city.Body, chosen func(id string) bool) Fragment {
	f := Fragment{body: b}
	at := 0
	for _, s := range b.Sections {
		if s.From < at || !chosen(s.ID) { // a section within one that was left out is out too
			continue
		}
		f.blocks = append(f.blocks, b.Blocks[at:s.From]...)
		at = s.To
	}
	f.blocks = append(f.blocks, b.Blocks[at:]...)
	return f
}

// Section returns what stands under the heading with an id that the author
// wrote, the heading itself left out. Of two with one id it is the first.
func Section(b *city.Body, id string) (Fragment, bool) {
	for _, s := range b.Sections {
		if s.ID == id {
			return Fragment{body: b, blocks: b.Blocks[s.From+1 : s.To], section: id}, true
		}
	}
	return Fragment{}, false
}

// Empty reports whether there is nothing to show.
func (f Fragment) Empty() bool {
	for range parts(f.blocks) {
		return false
	}
	return true
}

// Headings yields the headings in f, for a table of contents.
func (f Fragment) Headings() iter.Seq[*city.Heading] {
	return func(yield func(*city.Heading) bool) {
		for p := range parts(f.blocks) {
			if p.Hole == city.HeadingStart && !yield(&f.body.Headings[p.Index]) {
				return
			}
		}
	}
}

// parts yields the parts of blocks in their order.
func parts(blocks []city.Block) iter.Seq[city.Part] {
	return func(yield func(city.Part) bool) {
		for _, b := range blocks {
			for _, p := range b {
				if !yield(p) {
					return
				}
			}
		}
	}
}
