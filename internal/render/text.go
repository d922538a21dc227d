package render

import (
	"html/template"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/markdown"
)

// place is where a fragment of Markdown is shown.
type place struct {
	shift  int    // added to the levels of its headings
	source string // path of the content file it stands in
	// home is the address of the page on which the whole file is shown; an anchor
	// in the same file leads there. Empty when this page is the one.
	home string
	// prefix goes before the ids of headings, where several files share a page.
	prefix string
}

// anchor returns where an anchor in the same file leads.
func (at place) anchor(id string) string {
	if at.home == "" {
		return "#" + at.prefix + id
	}
	return at.home + "#" + id
}

// text renders a fragment of Markdown for a place on a page.
func (r *Renderer) text(f markdown.Fragment, at place) template.HTML {
	if f.Empty() {
		return ""
	}
	return safe(f.Append(nil, markdown.Page{
		Shift: at.shift,
		Link: func(l *markdown.Link) (string, bool) {
			address, ok := r.site.Resolve(at.source, l)
			if id, same := strings.CutPrefix(address, "#"); ok && same {
				return r.href(at.anchor(id)), true
			}
			return r.href(address), ok
		},
		ID: func(id string) string { return at.prefix + id },
		Image: func(i *markdown.Image) (markdown.Img, bool) {
			address, ok := r.site.ResolveImage(at.source, i)
			return markdown.Img{Src: r.href(address)}, ok
		},
		NoteBack: r.words.Text("note.back"),
	}))
}

// body renders the whole body of a record on a page of its own.
func (r *Renderer) body(rec *city.Record) template.HTML {
	return r.text(whole(rec), place{source: rec.File.Path})
}

// whole returns the whole body of a record, empty when it has none.
func whole(rec *city.Record) markdown.Fragment {
	if rec.Body == nil {
		return markdown.Fragment{}
	}
	return rec.Body.Whole()
}
