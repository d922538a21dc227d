package render

import (
	"html/template"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/plan"
)

// place is where a fragment of Markdown is shown.
type place struct {
	under  int    // level of the heading on the page that it stands under
	source string // path of the content file it stands in
	// home is the address of the page on which the whole file is shown; an anchor
	// in the same file leads there. Empty when this page is the one.
	home string
	// prefix goes before the ids of headings, where several files share a page.
	prefix string
	ids    *ids // those of the page
}

// anchor returns where an anchor in the same file leads.
func (at place) anchor(id string) string {
	if at.home == "" {
		return "#" + at.prefix + id
	}
	return at.home + "#" + id
}

// ids are the ids that a page has given out. No two elements may have one id:
// the first keeps it.
type ids struct{ taken map[string]bool }

// take notes that an element has an id; it is not ok when another one has it.
func (i *ids) take(id string) bool {
	if i.taken[id] {
		return false
	}
	if i.taken == nil {
		i.taken = make(map[string]bool)
	}
	i.taken[id] = true
	return true
}

// heading returns the id of a heading on the page, empty when it cannot have it.
func (at place) heading(id string) string {
	if at.prefix == "" && strings.HasPrefix(id, "wv-") {
		return "" // those are the theme's
	}
	if id = at.prefix + id; !at.ids.take(id) {
		return ""
	}
	return id
}

// text renders a whole body, or what is left of one, for a place on a page. Its
// highest headings are of level 2 where it stands on its own.
func (r *Renderer) text(f markdown.Fragment, at place) template.HTML {
	return r.shifted(f, at, at.under-1)
}

// section renders the section of a document with an id, without its heading;
// nothing when there is none.
func (r *Renderer) section(d *markdown.Document, id string, at place) template.HTML {
	if d == nil {
		return ""
	}
	f, ok := d.Section(id)
	if !ok {
		return ""
	}
	shift := at.under - 1
	for i := range d.Headings {
		if h := &d.Headings[i]; h.Explicit && h.ID == id {
			shift = at.under - h.Level
			break
		}
	}
	for _, h := range f.Headings() { // one in a quote may be of any level
		shift = max(shift, 2-h.Level)
	}
	return r.shifted(f, at, shift)
}

func (r *Renderer) shifted(f markdown.Fragment, at place, shift int) template.HTML {
	if f.Empty() {
		return ""
	}
	return safe(f.Append(nil, markdown.Page{
		Shift: shift,
		Link: func(l *markdown.Link) (string, bool) {
			address, ok := r.site.Resolve(at.source, l)
			if id, same := strings.CutPrefix(address, "#"); ok && same {
				return r.href(at.anchor(id)), true
			}
			return r.href(address), ok
		},
		ID: at.heading,
		Image: func(i *markdown.Image) (markdown.Img, bool) {
			image, ok := r.site.ResolveImage(at.source, i)
			return r.image(image), ok
		},
		NoteBack: r.noteBack,
	}))
}

// columnWidth is how wide a picture in a text is shown: the column of text of the
// theme, or the whole of a narrow screen.
const columnWidth = "(min-width: 42rem) 38rem, 100vw"

func (r *Renderer) image(i plan.Image) markdown.Img {
	img := markdown.Img{Src: r.href(i.URL), Width: i.Width, Height: i.Height, Sizes: columnWidth, Lazy: true}
	for _, c := range i.Copies {
		img.Copies = append(img.Copies, markdown.Source{URL: r.href(c.URL), Width: c.Width})
	}
	return img
}

// body renders the whole body of a record, on a page of its own.
func (r *Renderer) body(rec *city.Record, under int) template.HTML {
	return r.text(whole(rec), place{source: rec.File.Path, under: under, ids: new(ids)})
}

// whole returns the whole body of a record, empty when it has none.
func whole(rec *city.Record) markdown.Fragment {
	if rec.Body == nil {
		return markdown.Fragment{}
	}
	return rec.Body.Whole()
}
