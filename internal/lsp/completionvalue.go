package lsp

import (
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/lsp/outline"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/decode"
)

// values proposes the values that can stand at the place.
func (w *completer) values() {
	k := w.place.key
	if isList(k) && !w.place.item { // a list is to begin
		w.beginList(k)
		return
	}
	switch {
	case k.Type == parse.TextValue && len(k.Enum) > 0:
		for _, v := range k.Enum {
			text, meaning := w.content.meaning(w.place.meaningKey(), v)
			item := completionItem{Label: v, Kind: enumItem, Detail: text}
			if meaning != "" {
				item.Documentation = markdownContent(meaning)
			}
			w.addValue(item, v)
		}
	case k.RefersTo != parse.NoReference:
		w.references(k.RefersTo)
	case k.Type == parse.DayValue:
		w.addValue(completionItem{Label: w.content.Today.String(), Kind: valueItem, Detail: sayToday.in(w.server.opt.Lang)}, w.content.Today.String())
	case k.Type == parse.PlannedValue:
		for _, v := range []string{city.Unknown, city.Ongoing} {
			w.addValue(completionItem{Label: v, Kind: enumItem}, v)
		}
	case k.Type == parse.MediaValue || k.Type == parse.LinkValue:
		for _, path := range w.content.Media {
			if k.Type == parse.LinkValue || city.IsImage(path) {
				w.addValue(completionItem{Label: "../" + path, Kind: fileItem}, decode.Text("../"+path, w.inFlow()))
			}
		}
	case k.Type == parse.GroupsValue:
		w.newMapping(k)
	}
}

// beginList proposes the brackets or the line of a list.
func (w *completer) beginList(k *parse.Key) {
	if k.RefersTo == parse.NoReference || w.place.start != w.place.end || !w.server.snippets {
		return
	}
	w.add(completionItem{Label: "[ ]", Kind: valueItem, InsertTextFormat: snippetFormat}, w.before()+"[$0]")
}

// newMapping proposes the first key of a mapping as an item of a list.
func (w *completer) newMapping(k *parse.Key) {
	if !w.place.newItem {
		return
	}
	for i := range k.Of.Keys {
		if key := &k.Of.Keys[i]; key.Required {
			w.add(completionItem{Label: "- " + key.Name, Kind: propertyItem, Documentation: markdownContent(w.content.about(key, w.server.opt.Lang))}, "- "+key.Name+": ")
			return
		}
	}
}

// addValue proposes a value; behind a dash where an item is to begin.
func (w *completer) addValue(item completionItem, insert string) {
	if w.place.newItem {
		insert = "- " + insert
	}
	w.add(item, w.before()+insert)
}

// references proposes the ids of things that are not in the list at the place yet.
func (w *completer) references(to parse.Reference) {
	var taken []string
	if w.place.item && w.place.in.Kind == outline.List {
		for _, e := range w.place.in.Entries {
			if e != w.place.entry && e.Value != nil && e.Value.Kind == outline.Scalar {
				taken = append(taken, e.Value.Text(w.place.text))
			}
		}
	}
	for ref, title := range w.content.referable(to, w.place.wijk(w.document)) {
		if !slices.Contains(taken, ref) {
			w.addValue(completionItem{Label: ref, Kind: referenceItem, Detail: title}, ref)
		}
	}
}

// wijk returns the id of the wijk that a file is of, as it is written at the moment: that of a
// wijkvisie, or the file itself.
func (p *place) wijk(d *document) string {
	if p.kind.Name == "wijk" {
		return strings.TrimSuffix(strings.TrimPrefix(d.name, p.kind.Folder+"/"), ".md")
	}
	return p.root.Value(p.text, "wijk")
}
