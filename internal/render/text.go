package render

import (
	"html/template"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// place is where a fragment of Markdown is shown.
type place struct {
	under  int    // level of the heading on the page that it stands under
	source string // path of the content file it stands in
	// home is the vision on whose page the whole file is shown; an anchor in the
	// same file leads there. Nil when this page is the one.
	home *relate.Vision
	// prefix goes before the ids of headings, where several files share a page.
	prefix string
}

// anchor returns where an anchor in the same file leads.
func (at place) anchor(id string) string {
	if at.home == nil {
		return "#" + at.prefix + id
	}
	return plan.VisionURL(at.home) + "#" + id
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

// has tells whether an element has an id.
func (i *ids) has(id string) bool { return i.taken[id] }

func (i *ids) clear() { clear(i.taken) }

// headingID returns the id of a heading on the page, empty when it cannot have it.
func (d *desk) headingID(id string) string {
	if d.at.prefix == "" && strings.HasPrefix(id, "wv-") {
		return "" // those are the theme's
	}
	if d.at.prefix != "" {
		id = d.join(d.at.prefix, id)
	}
	if !d.ids.take(id) {
		return ""
	}
	return id
}

// prose renders a whole body, or what is left of one, for a place on a page. Its
// highest headings are of level 2 where it stands on its own.
func (d *desk) prose(f markdown.Fragment, at place) template.HTML {
	return d.shifted(f, at, at.under-1)
}

// section renders the section of a document with an id, without its heading;
// nothing when there is none.
func (d *desk) section(doc *markdown.Document, id string, at place) template.HTML {
	if doc == nil {
		return ""
	}
	f, ok := doc.Section(id)
	if !ok {
		return ""
	}
	shift := at.under - 1
	for i := range doc.Headings {
		if h := &doc.Headings[i]; h.Explicit && h.ID == id {
			shift = at.under - h.Level
			break
		}
	}
	for h := range f.Headings() { // one in a quote may be of any level
		shift = max(shift, 2-h.Level)
	}
	return d.shifted(f, at, shift)
}

func (d *desk) shifted(f markdown.Fragment, at place, shift int) template.HTML {
	if f.IsZero() || f.Empty() {
		return ""
	}
	d.at, d.fragment.Shift = at, shift
	d.canvas = f.Append(d.canvas[:0], &d.fragment)
	html := d.drawn()
	return html
}

// drawn returns what was drawn, by package markdown or one of the drawing packages,
// which escape what they are given.
func (d *desk) drawn() template.HTML { return template.HTML(d.text(d.canvas)) }

// resolveLink returns where a link in a fragment leads.
func (d *desk) resolveLink(l *markdown.Link) (string, bool) {
	address, ok := d.site.Resolve(d.at.source, l)
	if id, same := strings.CutPrefix(address, "#"); ok && same {
		return d.href(d.at.anchor(id)), true
	}
	return d.href(address), ok
}

// resolveImage returns what to show for a picture in a fragment.
func (d *desk) resolveImage(i *markdown.Image) (markdown.Img, bool) {
	image, ok := d.site.ResolveImage(d.at.source, i)
	return d.image(image), ok
}

// columnWidth is how wide a picture in a text is shown: the column of text of the
// theme, or the whole of a narrow screen.
const columnWidth = "(min-width: 42rem) 38rem, 100vw"

func (d *desk) image(i plan.Image) markdown.Img {
	img := markdown.Img{Src: d.href(i.URL), Width: i.Width, Height: i.Height, Sizes: columnWidth, Lazy: true}
	for _, c := range i.Copies {
		img.Copies = append(img.Copies, markdown.Source{URL: d.href(c.URL), Width: c.Width})
	}
	return img
}

// body renders the whole body of a record, on a page of its own.
func (d *desk) body(rec *city.Record, under int) template.HTML {
	return d.prose(whole(rec), place{source: rec.File.Path, under: under})
}

// whole returns the whole body of a record, empty when it has none.
func whole(rec *city.Record) markdown.Fragment {
	if rec.Body == nil {
		return markdown.Fragment{}
	}
	return rec.Body.Whole()
}

// contents returns the table of contents of a text.
func (d *desk) contents(f markdown.Fragment) []heading {
	n := 0
	for range f.Headings() {
		n++
	}
	list := d.headings.take(n)[:0]
	for h := range f.Headings() {
		list = append(list, heading{h.ID, h.Text, h.Level})
	}
	return list
}
