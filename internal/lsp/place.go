package lsp

import (
	"strings"

	"wijkvisie/internal/lsp/outline"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/source"
)

// maxBlock is the size in bytes of the largest block of data in which places are looked for.
const maxBlock = 1 << 20

// block is the YAML of a document.
type block struct {
	text string // of the whole document
	kind parse.Kind
	root *outline.Node
}

// blockOf returns the YAML of a document; not ok when it has none. A block that is not closed
// goes on to the end of the text.
func blockOf(d *document) (b block, ok bool) {
	kind, ok := d.kind()
	if !ok {
		return b, false
	}
	b = block{text: d.text.data, kind: kind}
	start, end := 0, len(b.text)
	if strings.HasPrefix(b.text, source.BOM) {
		start = len(source.BOM)
	}
	if kind.Folder != "" {
		front, _, closed := decode.Find(source.NewFile(d.name, []byte(b.text)))
		if front.At.IsZero() || front.Language != decode.InYAML {
			return b, false
		}
		if start = front.Start; closed {
			end = front.End
		}
	}
	if end-start > maxBlock {
		return b, false
	}
	b.root = outline.Read(b.text, start, end)
	return b, true
}

// place is what stands, or can stand, at an offset of a block: a key of a mapping, or its value.
type place struct {
	block
	in         *outline.Node  // the mapping or the list between brackets
	entry      *outline.Entry // nil where there is none yet
	mapping    *parse.Mapping // whose keys can stand in the mapping; nil when they are words
	key        *parse.Key     // of the value, or the one that is written; nil of one that is not known
	value      bool           // it is a value, or an item of one
	item       bool           // it is an item
	newItem    bool           // it is where a dash can stand
	start, end int            // what is written there
	path       []outline.Step // to it
}

// level is what can stand in a mapping or a list.
type level struct {
	mapping *parse.Mapping
	words   *parse.Key // the keys are its words
	items   *parse.Key // it is a list at this key
}

// levelOf returns what can stand in the value of a key.
func levelOf(k *parse.Key) level {
	switch {
	case k == nil:
		return level{}
	case k.Type == parse.GroupValue:
		return level{mapping: k.Of}
	case k.Type == parse.WordsValue:
		return level{words: k}
	}
	return level{items: k}
}

// at returns the place at an offset; not ok when nothing of the content format can stand there.
func (b block) at(offset int) (p place, ok bool) {
	path := b.root.At(b.text, offset)
	now := level{mapping: b.kind.Mapping}
	for i, step := range path {
		last := i+1 == len(path)
		p = place{block: b, in: step.In, entry: step.Entry, path: path[:i+1], start: offset, end: offset}
		e := step.Entry
		if step.In.Kind == outline.List {
			if now.items == nil {
				return p, false
			}
			p.key = now.items
			switch {
			case last && e == nil && !step.In.Flow:
				p.value, p.item, p.newItem = true, true, true
				return p, true
			case last:
				return b.item(p, now.items, offset)
			}
			now = itemLevel(now.items)
			continue
		}
		if now.mapping == nil && now.words == nil {
			return p, false
		}
		p.mapping = now.mapping
		if e == nil {
			return p, true
		}
		p.key = now.key(e.Key)
		if offset <= e.KeyEnd && (e.Colon < 0 || offset <= e.Colon) {
			p.start, p.end = e.Start, e.KeyEnd
			return p, true
		}
		if e.Colon < 0 || p.key == nil {
			return p, false
		}
		if last {
			return b.leaf(p, now, offset)
		}
		if now = levelOf(p.key); p.mapping == nil {
			now = level{mapping: p.key.Of}
		}
	}
	return p, false
}

// key returns the key with a name, nil when there is none. That of a word is the key of the
// words.
func (l level) key(name string) *parse.Key {
	if l.words != nil {
		return l.words
	}
	return l.mapping.Find(name)
}

// itemLevel returns what can stand in an item of a list at a key.
func itemLevel(k *parse.Key) level {
	if k.Type == parse.GroupsValue {
		return level{mapping: k.Of}
	}
	return level{}
}

// leaf returns the place of the value of a key, which is no mapping and no list yet.
func (b block) leaf(p place, now level, offset int) (place, bool) {
	inside := levelOf(p.key)
	if now.words != nil {
		inside = level{mapping: p.key.Of}
	}
	p.value = true
	if !p.within(offset, p.entry.Colon+1) {
		return p, false
	}
	onLine := !strings.ContainsAny(b.text[p.entry.Colon:offset], "\r\n")
	if (inside.mapping != nil || inside.words != nil) && !p.in.Flow && !onLine {
		// The first key of a mapping, on a line of its own.
		p.mapping, p.in, p.entry, p.value, p.key = inside.mapping, &outline.Node{Kind: outline.Mapping}, nil, false, inside.words
		return p, true
	}
	p.newItem = inside.items != nil && isList(p.key) && !p.in.Flow && !onLine
	p.item = p.newItem
	return p, true
}

// item returns the place of an item of a list, which is no mapping and no list yet.
func (b block) item(p place, k *parse.Key, offset int) (place, bool) {
	p.value, p.item = true, true
	if p.entry == nil {
		return p, true
	}
	from := p.entry.Start
	if !p.in.Flow {
		from++
	}
	if offset < from || !p.within(offset, from) {
		return p, false
	}
	if k.Type == parse.GroupsValue && !p.in.Flow {
		p.mapping, p.in, p.entry, p.value, p.item, p.key = k.Of, &outline.Node{Kind: outline.Mapping}, nil, false, false, nil
	}
	return p, true
}

// within reports whether an offset is in the text of a value or, when there is none, behind only
// spaces; it makes that text what is written at the place.
func (p *place) within(offset, from int) bool {
	v := p.entry.Value
	if v == nil {
		return from <= offset && strings.Trim(p.text[from:offset], " \t\r\n") == ""
	}
	if v.Kind != outline.Scalar || offset < v.Start || offset > v.End {
		return offset < v.Start && strings.Trim(p.text[from:offset], " \t\r\n") == "" && v.Kind == outline.Scalar
	}
	p.start, p.end = v.Inside()
	if offset < p.start || offset > p.end {
		p.start, p.end = v.Start, v.End
	}
	return true
}

// isList reports whether the value of a key is a list.
func isList(k *parse.Key) bool {
	switch k.Type {
	case parse.GroupsValue, parse.TextsValue, parse.IDsValue, parse.PeriodsValue, parse.PointValue, parse.TileValue:
		return true
	}
	return false
}
