package lsp

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"wijkvisie/internal/noun"
)

// maxItems is how many proposals a client gets at a time. It asks again as one types on.
const maxItems = 200

func (s *server) completion(ctx context.Context, p positionParams) (any, error) {
	d := s.document(p.TextDocument.URI)
	if d == nil {
		return nil, nil
	}
	c, err := d.project.content(ctx, false)
	if err != nil {
		return nil, err
	}
	list := s.complete(d, c.Content, d.text.offset(p.Position))
	return list, nil
}

// complete returns what can be typed at an offset of a document.
func (s *server) complete(d *document, c *Content, offset int) completionList {
	w := &completer{server: s, content: c, document: d, list: completionList{Items: []completionItem{}}}
	if b, ok := blockOf(d); ok {
		if w.place, ok = b.at(offset); ok && !strings.ContainsAny(b.text[w.place.start:w.place.end], "\r\n") {
			w.typed = strings.ToLower(b.text[w.place.start:min(max(offset, w.place.start), w.place.end)])
			w.edited = d.text.span(w.place.start, w.place.end)
			if w.place.value {
				w.values()
			} else {
				w.keys()
			}
			w.shorten()
		}
	}
	return w.list
}

// completer collects proposals for a place.
type completer struct {
	server   *server
	content  *Content
	document *document
	place    place
	typed    string // up to the offset, in lower case
	edited   span   // the place
	list     completionList
}

// nouns returns the nouns in the language of messages, with the municipality's own.
func (c *Content) nouns(lang string) *noun.Nouns {
	return noun.Of(lang, noun.OwnOf(c.Site, lang))
}

// add adds a proposal that inserts a text in the place of what is written.
func (w *completer) add(item completionItem, insert string) {
	item.FilterText = strings.TrimSpace(item.Label + " " + item.Detail)
	if item.SortText == "" {
		item.SortText = fmt.Sprintf("%05d", len(w.list.Items))
	}
	item.TextEdit = textEdit{w.edited, insert}
	w.list.Items = append(w.list.Items, item)
}

// shorten leaves out the proposals that do not have what was typed in them, when there are more
// than a client gets at a time.
func (w *completer) shorten() {
	if len(w.list.Items) <= maxItems {
		return
	}
	w.list.IsIncomplete = true
	items := slices.DeleteFunc(w.list.Items, func(i completionItem) bool { return !strings.Contains(strings.ToLower(i.FilterText), w.typed) })
	w.list.Items = items[:min(len(items), maxItems)]
}
