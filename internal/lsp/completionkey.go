package lsp

import (
	"fmt"
	"slices"
	"strings"

	"wijkvisie/internal/lsp/outline"
	"wijkvisie/internal/parse"
)

// keys proposes the keys of the mapping at the place that it does not have yet, those that are
// required first.
func (w *completer) keys() {
	if w.place.mapping == nil {
		if w.place.key != nil {
			w.words()
		}
		return
	}
	m := w.place.mapping
	for i := range m.Keys {
		if k := &m.Keys[i]; !w.place.has(k.Name) && !w.place.excludes(k.Name) {
			w.addKey(k, i)
		}
	}
}

// has reports whether a key is in the mapping, elsewhere than at the place itself.
func (p *place) has(name string) bool {
	return slices.ContainsFunc(p.in.Entries, func(e *outline.Entry) bool { return e != p.entry && e.Key == name })
}

// excludes reports whether another key in the mapping stands for a key.
func (p *place) excludes(name string) bool {
	return slices.ContainsFunc(p.mapping.Either, func(set []string) bool {
		return slices.Contains(set, name) && slices.ContainsFunc(set, func(other string) bool { return other != name && p.has(other) })
	})
}

// requires reports whether the mapping must have a key.
func (p *place) requires(k *parse.Key) bool {
	return k.Required || slices.ContainsFunc(p.mapping.Demands, func(d parse.Demand) bool {
		return d.Needs == k.Name && (d.Of == "" || p.has(d.Of) && (len(d.Values) == 0 || slices.Contains(d.Values, p.in.Value(p.text, d.Of))))
	})
}

// addKey proposes a key, the i-th of its mapping.
func (w *completer) addKey(k *parse.Key, i int) {
	lang := w.server.opt.Lang
	item := completionItem{Label: k.Name, Kind: propertyItem, SortText: fmt.Sprintf("2%03d", i), Documentation: markdownContent(w.content.about(k, lang))}
	if w.place.requires(k) {
		item.SortText = fmt.Sprintf("1%03d", i)
		item.Detail = sayRequired.in(lang)
	}
	insert := k.Name + ": "
	if w.place.entry != nil && w.place.entry.Colon >= 0 {
		insert = k.Name // its colon is there
	} else if w.server.snippets {
		var snippet string
		if snippet = w.snippet(k); snippet != "" {
			insert, item.InsertTextFormat, item.InsertTextMode = k.Name+snippet, snippetFormat, asIsMode
		}
	} else if k.Type == parse.GroupsValue && !w.inFlow() {
		insert = k.Name + ":"
	}
	w.add(item, w.before()+insert)
}

// snippet returns what goes behind a key whose value is a list or a mapping; empty for another.
func (w *completer) snippet(k *parse.Key) string {
	switch {
	case k.Type == parse.GroupsValue && !w.inFlow():
		return ":\n" + strings.Repeat(" ", w.column()+2) + "- $0"
	case k.Type == parse.GroupValue:
		return ": {$0}"
	case isList(k):
		return ": [$0]"
	}
	return ""
}

// words proposes the words that are the keys of the mapping at the place.
func (w *completer) words() {
	for _, word := range w.place.key.Enum {
		if !w.place.has(word) {
			w.add(completionItem{Label: word, Kind: propertyItem}, w.before()+word+": ")
		}
	}
}

func (w *completer) inFlow() bool { return w.place.in.Flow }

// column returns the column of the place in its line.
func (w *completer) column() int {
	return w.place.start - (1 + strings.LastIndexAny(w.place.text[:w.place.start], "\r\n"))
}

// before returns the space that has to stand before what is inserted: behind a colon, a comma or
// a dash.
func (w *completer) before() string {
	if at := w.place.start; at > 0 && strings.IndexByte(":,-", w.place.text[at-1]) >= 0 {
		return " "
	}
	return ""
}
