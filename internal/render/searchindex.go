package render

import (
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"wijkvisie/internal/city"
	"wijkvisie/internal/escape"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
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
	d := r.desk()
	defer d.clear()
	b := append(d.file[:0], `{"kinds":[`...)
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
	switch n := r.site.CountEntries(); {
	case n > plan.MostInSearchIndex:
		b = r.appendParts(append(b, `,"parts":`...))
	case n > 0:
		b = d.appendEntries(append(b, `,"entries":`...), 0, n)
	}
	d.file = append(b, "}\n"...)
	_, err := w.Write(d.file)
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
	d := r.desk()
	defer d.clear()
	from := part * plan.SearchBlock
	d.file = append(d.appendEntries(d.file[:0], from, min(from+plan.SearchBlock, r.site.CountEntries())), '\n')
	_, err := w.Write(d.file)
	return err
}

// entryStates are the statuses of the entries.
type entryStates struct {
	badges [][3]string // a status, its shape and its colour
	of     []int32     // of each entry, -1 when it has none
}

func (r *Renderer) newEntryStates() entryStates {
	s := entryStates{badges: [][3]string{}, of: make([]int32, r.site.CountEntries())}
	places := make(map[badge]int)
	words := r.newGlossary()
	for i, e := range r.site.Entries() {
		s.of[i] = -1
		if b := entryState(e, words); b != (badge{}) {
			at, known := places[b]
			if !known {
				at = len(s.badges)
				places[b] = at
				s.badges = append(s.badges, [3]string{b.Text, b.Mark, b.Family})
			}
			s.of[i] = int32(at)
		}
	}
	return s
}

// appendEntries appends the entries from one number up to another.
func (d *desk) appendEntries(b []byte, from, to int) []byte {
	states := d.entryStates()
	b = append(b, '[')
	for i := from; i < to; i++ {
		if i > from {
			b = append(b, ',')
		}
		e := d.site.Entry(i)
		b = strconv.AppendInt(append(b, '['), int64(e.Kind()), 10)
		b = strconv.AppendInt(append(b, ','), int64(states.of[i]), 10)
		b = d.appendEntry(append(b, ','), e)
		b = append(b, ']')
	}
	return append(b, ']')
}

// appendEntry appends the texts of an entry.
func (d *desk) appendEntry(b []byte, e plan.Entry) []byte {
	b = escape.JSON(b, e.Title())
	d.scratch = e.AppendURL(append(d.scratch[:0], d.base...))
	b = escape.JSON(append(b, ','), d.text(d.scratch))
	b = escape.JSON(append(b, ','), e.Note())
	d.scratch = appendEntryText(d.scratch[:0], e)
	if also := d.text(spaced(d.scratch)); also != "" {
		b = escape.JSON(append(b, ','), also)
	}
	return b
}

// entryState returns how what an entry leads to stands.
func entryState(e plan.Entry, words *glossary) badge {
	switch of := e.Of.(type) {
	case *relate.Need:
		return words.need(of.Status)
	case *relate.Commitment:
		return words.commitment(of.Status())
	default:
		return badge{}
	}
}

// appendEntryText appends what an entry can be found by, beside its title and note:
// streets and subjects that stand in the text only.
func appendEntryText(b []byte, e plan.Entry) []byte {
	switch of := e.Of.(type) {
	case *relate.Need:
		b = appendAreas(appendPart(b, of.Main.Explanation), of.Main.Areas())
		for _, t := range of.Main.RaisedBy {
			b = appendPart(b, t)
		}
		if of.Main.Theme != nil {
			b = appendPart(b, of.Main.Theme.Name)
		}
	case *relate.Commitment:
		b = appendPart(appendPart(b, of.Explanation), of.ID)
		for _, w := range of.Wijken {
			b = appendPart(b, w.Name)
		}
	case *relate.Wijk:
		b = appendAreas(b, of.Buurten)
	}
	return b
}

func appendPart(b []byte, t source.Text) []byte { return append(append(b, t.Value...), ' ') }

func appendAreas(b []byte, areas []*city.Buurt) []byte {
	for i, a := range areas {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = append(b, a.Name.Value...)
	}
	return append(b, ' ')
}

// spaced returns a text with one space between its words, in the same place.
func spaced(b []byte) []byte {
	out, space := b[:0], false
	for i := 0; i < len(b); {
		c, n := rune(b[i]), 1
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRune(b[i:])
		}
		if space = space || unicode.IsSpace(c); !unicode.IsSpace(c) {
			if space && len(out) > 0 {
				out = append(out, ' ')
			}
			out, space = append(out, b[i:i+n]...), false
		}
		i += n
	}
	return out
}
