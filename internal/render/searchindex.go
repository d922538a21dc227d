package render

import (
	"encoding/json"
	"io"
	"strings"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// searchIndex is what the search script reads (assets/search.js of the theme):
// everything that can be found, in as few bytes as JSON allows.
type searchIndex struct {
	Kinds   []string    `json:"kinds"`   // what an entry leads to, in words
	States  [][3]string `json:"states"`  // a status, its shape and its colour
	Entries [][]any     `json:"entries"` // kind, state or -1, title, address, note, other words
}

// writeSearchIndex writes the index of the whole site.
func (r *Renderer) writeSearchIndex(w io.Writer) error {
	index := searchIndex{States: [][3]string{}, Entries: make([][]any, len(r.site.Entries))}
	for k := plan.WijkEntry; k <= plan.PageEntry; k++ {
		index.Kinds = append(index.Kinds, r.words.Text("search.kind."+entryKey(k)))
	}
	places := make(map[badge]int)
	words := r.newGlossary()
	for i, e := range r.site.Entries {
		state := -1
		if b := entryState(e, words); b != (badge{}) {
			at, known := places[b]
			if !known {
				at = len(index.States)
				places[b] = at
				index.States = append(index.States, [3]string{b.Text, b.Mark, b.Family})
			}
			state = at
		}
		entry := []any{int(e.Kind()), state, e.Title(), r.href(e.URL()), e.Note()}
		if also := entryWords(e); also != "" {
			entry = append(entry, also)
		}
		index.Entries[i] = entry
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(index)
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
