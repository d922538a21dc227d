// Package search writes the index that the search script reads (assets/search.js of the
// theme), in parts, of which the script fetches what a search needs: the head; the words that
// begin as those that were typed; and the entries that it shows.
//
// Pagefind has the same design, in WebAssembly of 60 kB that a policy of 'self' does not allow
// and without the compounds of Dutch; MiniSearch wants the whole index at once.
package search

import (
	"strconv"
	"strings"
	"sync"

	"wijkvisie/internal/escape"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// Index is the search index of a site. It does not change and may be used from many
// goroutines.
type Index struct {
	entries  []plan.Entry
	show     Show
	states   func() entryStates
	passages func() [][]passage // of each entry
	words    func() *words
	blocks   func() []int32 // the number of the first entry of each block
}

// Show is how what can be found is shown.
type Show struct {
	Lang       string                                  // nl or en
	Text       func(key string, args ...string) string // the texts of the theme
	Title      func(e *plan.Entry) string
	Note       func(e *plan.Entry) string
	State      func(e *plan.Entry) (s State, ok bool) // how what an entry leads to stands
	FromVision func(v *relate.Vision) string          // that something stands in a vision that is not the current one
	Href       func(url string) string
}

// State is a status as it shows.
type State struct{ Text, Symbol, Tone string }

// New returns the search index of entries.
func New(entries []plan.Entry, show Show) *Index {
	x := &Index{entries: entries, show: show}
	x.states = sync.OnceValue(x.newStates)
	x.passages = sync.OnceValue(x.newPassages)
	x.words = sync.OnceValue(x.newWords)
	x.blocks = sync.OnceValue(x.newBlocks)
	return x
}

// AppendHead appends the head of the search index. Its keys:
//
//	kinds    what an entry leads to, in words, with the number of the first entry of the kind
//	states   a status, its shape and its colour, in lists of three
//	count    how many entries there are
//	words    where the words are: {n} in the address is the number of the part
//	buckets  how many parts with words there are
//	entries  where the entries are: {n} in the address is the number of the block
//	blocks   the numbers of the first entries of the blocks, written as those of words
//	endings  how words are made shorter: an ending, what stands there instead, and how many
//	         letters stand before it (package stem)
//	sounds   spellings, each with one that sounds alike
//	small    the words that say nothing
//	same     the stems that mean the same as one that may be typed
func (x *Index) AppendHead(b []byte) []byte {
	b = append(b, `{"kinds":[`...)
	next := 0
	for k := range plan.EntryKind(plan.EntryKinds) {
		if k > 0 {
			b = append(b, ',')
		}
		b = escape.JSON(append(b, '['), x.show.Text("search.kind."+k.String()))
		b = append(strconv.AppendInt(append(b, ','), int64(next), 10), ']')
		for next < len(x.entries) && x.entries[next].Kind == k {
			next++
		}
	}
	b = append(b, `],"states":[`...)
	for i, s := range x.states().states {
		if i > 0 {
			b = append(b, ',')
		}
		b = escape.JSON(append(b, '['), s.Text)
		b = escape.JSON(append(b, ','), s.Symbol)
		b = append(escape.JSON(append(b, ','), s.Tone), ']')
	}
	b = strconv.AppendInt(append(b, `],"count":`...), int64(len(x.entries)), 10)
	part := func(address string) string {
		return x.show.Href(strings.Replace(address, "/0.json", "/{n}.json", 1))
	}
	b = escape.JSON(append(b, `,"words":`...), part(plan.SearchWordsURL(0)))
	b = strconv.AppendInt(append(b, `,"buckets":`...), int64(plan.SearchBuckets(len(x.entries))), 10)
	b = escape.JSON(append(b, `,"entries":`...), part(plan.SearchBlockURL(0)))
	b = append(appendNumbers(append(b, `,"blocks":"`...), x.blocks()), '"')
	return append(x.appendLanguage(b), "}\n"...)
}

// appendLanguage appends what the head says of the language.
func (x *Index) appendLanguage(b []byte) []byte {
	w := x.words()
	b = append(b, `,"endings":[`...)
	for i, e := range w.language.Endings {
		if i > 0 {
			b = append(b, ',')
		}
		b = escape.JSON(append(b, '['), e.Letters)
		b = escape.JSON(append(b, ','), e.Instead)
		b = append(strconv.AppendInt(append(b, ','), int64(e.Least), 10), ']')
	}
	b = append(b, `],"sounds":[`...)
	for i, s := range w.language.Sounds {
		if i > 0 {
			b = append(b, ',')
		}
		b = escape.JSON(append(b, '['), s[0])
		b = append(escape.JSON(append(b, ','), s[1]), ']')
	}
	b = escape.JSON(append(b, `],"small":`...), x.show.Text("search.small"))
	b = append(b, `,"same":{`...)
	for i, s := range w.same {
		if i > 0 {
			b = append(b, ',')
		}
		b = escape.JSON(b, s.stem)
		b = escape.JSON(append(b, ':'), strings.Join(s.others, " "))
	}
	return append(b, '}')
}

// AppendBlock appends a block of entries, lists of
//
//	state or -1, title, address, note, passages
//
// in which a passage is a text, or a list of where it was said and the text.
func (x *Index) AppendBlock(b []byte, part int) []byte {
	states := x.states()
	from, to := int(x.blocks()[part]), len(x.entries)
	if part+1 < len(x.blocks()) {
		to = int(x.blocks()[part+1])
	}
	b = append(b, '[')
	for i := from; i < to; i++ {
		if i > from {
			b = append(b, ",\n"...)
		}
		e := &x.entries[i]
		b = strconv.AppendInt(append(b, '['), int64(states.of[i]), 10)
		b = escape.JSON(append(b, ','), x.show.Title(e))
		b = escape.JSON(append(b, ','), x.show.Href(e.URL))
		b = escape.JSON(append(b, ','), x.show.Note(e))
		b = append(b, ",["...)
		for j, p := range x.passages()[i] {
			if j > 0 {
				b = append(b, ',')
			}
			if p.from == "" {
				b = escape.JSON(b, p.text)
				continue
			}
			b = escape.JSON(append(b, '['), p.from)
			b = append(escape.JSON(append(b, ','), p.text), ']')
		}
		b = append(b, "]]"...)
	}
	return append(b, "]\n"...)
}

// newBlocks returns the numbers of the first entries of the blocks, which have about as much
// text each.
func (x *Index) newBlocks() []int32 {
	const besidesPassages = 100 // bytes, about
	n := len(x.entries)
	sizes := make([]int, n)
	total := 0
	for i, passages := range x.passages() {
		sizes[i] = besidesPassages
		for _, p := range passages {
			sizes[i] += len(p.text)
		}
		total += sizes[i]
	}
	blocks := make([]int32, plan.SearchBlocks(n))
	next, size := 0, 0 // the entry that is next, and how much text those before have
	for i := range blocks {
		least, most := 0, n-len(blocks)+i // every block has an entry
		if i > 0 {
			least = int(blocks[i-1]) + 1
		}
		for next < least || next < most && size < total*i/len(blocks) {
			size += sizes[next]
			next++
		}
		blocks[i] = int32(next)
	}
	return blocks
}

// entryStates are the statuses of the entries.
type entryStates struct {
	states []State
	of     []int // of each entry the place of its status, -1 when it has none
}

func (x *Index) newStates() entryStates {
	s := entryStates{of: make([]int, len(x.entries))}
	places := make(map[State]int)
	for i := range x.entries {
		s.of[i] = -1
		if state, ok := x.show.State(&x.entries[i]); ok {
			if _, known := places[state]; !known {
				places[state] = len(s.states)
				s.states = append(s.states, state)
			}
			s.of[i] = places[state]
		}
	}
	return s
}
