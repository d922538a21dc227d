package render

import (
	"encoding/json"
	"io"
	"strings"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// searchIndex is what the search script reads (assets/search.js of the theme):
// everything that can be found, in as few bytes as JSON allows. Of many entries it is
// the head of an index in parts, which the script fetches as it needs them.
type searchIndex struct {
	Kinds   []string    `json:"kinds"`             // what an entry leads to, in words
	States  [][3]string `json:"states"`            // a status, its shape and its colour
	Entries [][]any     `json:"entries,omitempty"` // kind, state or -1, title, address, note, other words
	Parts   *indexParts `json:"parts,omitempty"`
}

// indexParts tells where the parts of an index are: words in buckets, by their first
// two letters, with the numbers of the entries that have them; and entries in blocks.
type indexParts struct {
	Words   string `json:"words"`   // address; {n} is the bucket
	Buckets int    `json:"buckets"` // how many
	Entries string `json:"entries"` // address; {n} is the block
	Block   int    `json:"block"`   // how many entries a block has
}

// writeSearchIndex writes the index of the whole site, or its head.
func (r *Renderer) writeSearchIndex(w io.Writer) error {
	states := r.entryStates()
	index := searchIndex{States: states.badges}
	for k := plan.WijkEntry; k <= plan.PageEntry; k++ {
		index.Kinds = append(index.Kinds, r.words.Text("search.kind."+entryKey(k)))
	}
	if len(r.site.Entries) > plan.MostInSearchIndex {
		part := func(address string) string { return r.href(strings.Replace(address, "/0.json", "/{n}.json", 1)) }
		index.Parts = &indexParts{part(plan.SearchWordsURL(0)), plan.SearchBuckets, part(plan.SearchBlockURL(0)), plan.SearchBlock}
	} else {
		index.Entries = r.indexEntries(0, len(r.site.Entries))
	}
	return writeCompact(w, index)
}

// writeSearchBlock writes some of the entries.
func (r *Renderer) writeSearchBlock(w io.Writer, part int) error {
	from := part * plan.SearchBlock
	return writeCompact(w, r.indexEntries(from, min(from+plan.SearchBlock, len(r.site.Entries))))
}

func writeCompact(w io.Writer, v any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(v)
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

// indexEntries returns the entries from one number up to another.
func (r *Renderer) indexEntries(from, to int) [][]any {
	states := r.entryStates()
	list := make([][]any, 0, to-from)
	for i, e := range r.site.Entries[from:to] {
		entry := []any{int(e.Kind()), states.of[from+i], e.Title(), r.href(e.URL()), e.Note()}
		if also := entryWords(e); also != "" {
			entry = append(entry, also)
		}
		list = append(list, entry)
	}
	return list
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
