package render

import (
	"io"
	"strconv"
	"strings"

	"wijkvisie/internal/escape"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// writeSearchIndex writes what the search script reads (assets/search.js of the theme):
// everything that can be found, in as few bytes as JSON allows. Of many entries it is
// the head of an index in parts, which the script fetches as it needs them. Its keys:
//
//	kinds    what an entry leads to, in words
//	states   a status, its shape and its colour, in lists of three
//	entries  lists of kind, state or -1, title, address, note and other words
//	parts    where the parts are, when there are: words in buckets by their first two
//	         letters, with the numbers of the entries that have them; and entries in
//	         blocks. {n} in an address is the bucket or the block
func (r *Renderer) writeSearchIndex(w io.Writer) error {
	b := append([]byte(nil), `{"kinds":[`...)
	for k := plan.WijkEntry; k <= plan.PageEntry; k++ {
		if k > plan.WijkEntry {
			b = append(b, ',')
		}
		b = escape.JSON(b, r.words.Text("search.kind."+entryKey(k)))
	}
	b = append(b, `],"states":[`...)
	for i, badge := range r.entryStates().badges {
		if i > 0 {
			b = append(b, ',')
		}
		b = escape.JSON(append(b, '['), badge[0])
		b = escape.JSON(append(b, ','), badge[1])
		b = append(escape.JSON(append(b, ','), badge[2]), ']')
	}
	b = append(b, ']')
	switch n := len(r.site.Entries); {
	case n > plan.MostInSearchIndex:
		b = r.appendParts(append(b, `,"parts":`...))
	case n > 0:
		b = r.appendEntries(append(b, `,"entries":`...), 0, n)
	}
	_, err := w.Write(append(b, "}\n"...))
	return err
}

func (r *Renderer) appendParts(b []byte) []byte {
	part := func(address string) string { return r.href(strings.Replace(address, "/0.json", "/{n}.json", 1)) }
	b = escape.JSON(append(b, `{"words":`...), part(plan.SearchWordsURL(0)))
	b = strconv.AppendInt(append(b, `,"buckets":`...), plan.SearchBuckets, 10)
	b = escape.JSON(append(b, `,"entries":`...), part(plan.SearchBlockURL(0)))
	b = strconv.AppendInt(append(b, `,"block":`...), plan.SearchBlock, 10)
	return append(b, '}')
}

// writeSearchBlock writes some of the entries.
func (r *Renderer) writeSearchBlock(w io.Writer, part int) error {
	from := part * plan.SearchBlock
	b := r.appendEntries(make([]byte, 0, 64<<10), from, min(from+plan.SearchBlock, len(r.site.Entries)))
	_, err := w.Write(append(b, '\n'))
	return err
}

// entryStates are the statuses of the entries.
type entryStates struct {
	badges [][3]string // a status, its shape and its colour
	of     []int       // of each entry, -1 when it has none
}

func (r *Renderer) newEntryStates() entryStates {
	s := entryStates{badges: [][3]string{}, of: make([]int, len(r.site.Entries))}
	places := make(map[badge]int)
	words := r.newGlossary()
	for i, e := range r.site.Entries {
		s.of[i] = -1
		if b := entryState(e, words); b != (badge{}) {
			at, known := places[b]
			if !known {
				at = len(s.badges)
				places[b] = at
				s.badges = append(s.badges, [3]string{b.Text, b.Mark, b.Family})
			}
			s.of[i] = at
		}
	}
	return s
}

// appendEntries appends the entries from one number up to another.
func (r *Renderer) appendEntries(b []byte, from, to int) []byte {
	states := r.entryStates()
	b = append(b, '[')
	for i, e := range r.site.Entries[from:to] {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(append(b, '['), int64(e.Kind()), 10)
		b = strconv.AppendInt(append(b, ','), int64(states.of[from+i]), 10)
		b = escape.JSON(append(b, ','), e.Title())
		b = escape.JSON(append(b, ','), r.href(e.URL()))
		b = escape.JSON(append(b, ','), e.Note())
		if also := entryWords(e); also != "" {
			b = escape.JSON(append(b, ','), also)
		}
		b = append(b, ']')
	}
	return append(b, ']')
}

// entryState returns how what an entry leads to stands.
func entryState(e plan.Entry, words *glossary) badge {
	switch of := e.Of.(type) {
	case *relate.Need:
		return words.need(of.Status)
	case *relate.Commitment:
		return words.commitment(of.Status)
	default:
		return badge{}
	}
}

// entryWords returns what an entry can be found by, beside its title and note:
// streets and subjects that stand in the text only.
func entryWords(e plan.Entry) string {
	var words []string
	switch of := e.Of.(type) {
	case *relate.Need:
		main := of.Main
		words = append(words, main.Explanation.Value, areaNames(main.Areas))
		words = append(words, values(main.RaisedBy)...)
		if main.Theme != nil {
			words = append(words, main.Theme.Name.Value)
		}
	case *relate.Commitment:
		words = append(words, of.Explanation.Value, of.ID.Value)
		for _, w := range of.Wijken {
			words = append(words, w.Name.Value)
		}
	case *relate.Wijk:
		words = append(words, areaNames(of.Buurten))
	}
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}
