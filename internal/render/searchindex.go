package render

import (
	"strconv"
	"strings"

	"wijkvisie/internal/escape"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/render/view"
)

// appendSearchIndex appends what the search script reads (assets/search.js of the theme):
// everything that can be found, in as few bytes as JSON allows. Of many entries it is
// the head of an index in parts, which the script fetches as it needs them. Its keys:
//
//	kinds    what an entry leads to, in words
//	states   a status, its shape and its colour, in lists of three
//	entries  lists of kind, state or -1, title, address, note and other words
//	parts    where the parts are, when there are: words in buckets by their first two
//	         letters, with the numbers of the entries that have them; and entries in
//	         blocks. {n} in an address is the bucket or the block
func (r *Renderer) appendSearchIndex(b []byte) []byte {
	b = append(b, `{"kinds":[`...)
	for k := plan.WijkEntry; k <= plan.PageEntry; k++ {
		if k > plan.WijkEntry {
			b = append(b, ',')
		}
		b = escape.JSON(b, r.views.Words.Text("search.kind."+k.String()))
	}
	b = append(b, `],"states":[`...)
	for i, s := range r.entryStates().states {
		if i > 0 {
			b = append(b, ',')
		}
		b = escape.JSON(append(b, '['), s.Text)
		b = escape.JSON(append(b, ','), s.Symbol)
		b = append(escape.JSON(append(b, ','), s.Tone), ']')
	}
	b = append(b, ']')
	switch n := len(r.site.Entries); {
	case n > plan.MaxInSearchIndex:
		b = r.appendParts(append(b, `,"parts":`...))
	case n > 0:
		b = r.appendEntries(append(b, `,"entries":`...), 0, n)
	}
	return append(b, "}\n"...)
}

func (r *Renderer) appendParts(b []byte) []byte {
	part := func(address string) string {
		return r.views.Href(strings.Replace(address, "/0.json", "/{n}.json", 1))
	}
	b = escape.JSON(append(b, `{"words":`...), part(plan.SearchWordsURL(0)))
	b = strconv.AppendInt(append(b, `,"buckets":`...), plan.SearchBuckets, 10)
	b = escape.JSON(append(b, `,"entries":`...), part(plan.SearchBlockURL(0)))
	b = strconv.AppendInt(append(b, `,"block":`...), plan.SearchBlock, 10)
	return append(b, '}')
}

// appendSearchBlock appends a block of entries.
func (r *Renderer) appendSearchBlock(b []byte, part int) []byte {
	from := part * plan.SearchBlock
	return append(r.appendEntries(b, from, min(from+plan.SearchBlock, len(r.site.Entries))), '\n')
}

// appendEntries appends the entries from one number up to another.
func (r *Renderer) appendEntries(b []byte, from, to int) []byte {
	states := r.entryStates()
	b = append(b, '[')
	for i := from; i < to; i++ {
		if i > from {
			b = append(b, ',')
		}
		e := &r.site.Entries[i]
		b = strconv.AppendInt(append(b, '['), int64(e.Kind), 10)
		b = strconv.AppendInt(append(b, ','), int64(states.of[i]), 10)
		b = escape.JSON(append(b, ','), e.Title)
		b = escape.JSON(append(b, ','), r.views.Href(e.URL))
		b = escape.JSON(append(b, ','), e.Note)
		if text := strings.Join(strings.Fields(entryText(e)), " "); text != "" {
			b = escape.JSON(append(b, ','), text)
		}
		b = append(b, ']')
	}
	return append(b, ']')
}

// entryStates are the statuses of the entries.
type entryStates struct {
	states []view.Badge
	of     []int // of each entry the place of its status, -1 when it has none
}

func (r *Renderer) newEntryStates() entryStates {
	s := entryStates{of: make([]int, len(r.site.Entries))}
	places := make(map[view.Badge]int)
	for i := range r.site.Entries {
		s.of[i] = -1
		if state, ok := r.views.State(&r.site.Entries[i]); ok {
			if _, known := places[state]; !known {
				places[state] = len(s.states)
				s.states = append(s.states, state)
			}
			s.of[i] = places[state]
		}
	}
	return s
}
