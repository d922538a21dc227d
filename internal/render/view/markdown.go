package view

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

// ids are the ids of the elements of a page. No two elements may have one id:
// the first has it.
type ids map[string]bool

// take gives an element an id; it is not ok when another element has it.
func (i ids) take(id string) (ok bool) {
	if i[id] {
		return false
	}
	i[id] = true
	return true
}

// prose renders a whole body, or what remains of one, for a place on a page. Its
// highest headings are of level 2 where it stands on its own.
func (b *pageBuilder) prose(f markdown.Fragment, at place) template.HTML {
	return b.fragment(f, at, at.under-1)
}

// body renders the whole body of a record, on a page of its own.
func (b *pageBuilder) body(rec *city.Record, under int) template.HTML {
	return b.prose(whole(rec), place{source: rec.File.Path, under: under})
}

// section renders the section of a document with an id, without its heading;
// nothing when there is none.
func (b *pageBuilder) section(doc *city.Body, id string, at place) template.HTML {
	if doc == nil {
		return ""
	}
	f, ok := markdown.Section(doc, id)
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
	return b.fragment(f, at, shift)
}

// fragment renders a fragment for a place on a page. The levels of its headings are
// shifted.
func (b *pageBuilder) fragment(f markdown.Fragment, at place, shift int) template.HTML {
	if f.Empty() {
		return ""
	}
	b.scratch = f.Append(b.scratch[:0], markdown.Page{
		Shift:    shift,
		ID:       func(id string) string { return b.headingID(id, at) },
		Link:     func(l *city.Link) (string, bool) { return b.link(l, at) },
		Image:    func(i *city.Image) (markdown.Img, bool) { return b.image(i, at) },
		NoteBack: b.Words.Text("note.back"),
	})
	return trustedHTML(b.scratch)
}

// headingID returns the id of a heading on the page, empty when it cannot have it.
func (b *pageBuilder) headingID(id string, at place) string {
	if at.prefix == "" && strings.HasPrefix(id, "wv-") {
		return "" // those are the theme's
	}
	id = at.prefix + id
	if !b.ids.take(id) {
		return ""
	}
	return id
}

// link returns where a link in a fragment leads.
func (b *pageBuilder) link(l *city.Link, at place) (href string, ok bool) {
	address, ok := b.site.Resolve(at.source, l.Dest.Value)
	if id, same := strings.CutPrefix(address, "#"); ok && same {
		if at.home != nil {
			return b.Href(plan.VisionURL(at.home) + "#" + id), true
		}
		return "#" + at.prefix + id, true
	}
	return b.Href(address), ok
}

// columnWidth is how wide a picture in a text is shown: the column of text of the
// theme, or the whole of a narrow screen.
const columnWidth = "(min-width: 42rem) 38rem, 100vw"

// image returns what to show for a picture in a fragment.
func (b *pageBuilder) image(i *city.Image, at place) (markdown.Img, bool) {
	return b.picture(at.source, i.Dest.Value)
}

// picture returns what to show for a picture that the content file at from names.
func (b *Builder) picture(from, dest string) (markdown.Img, bool) {
	image, ok := b.site.ResolveImage(from, dest)
	img := markdown.Img{Src: b.Href(image.URL), Width: image.Width, Height: image.Height, Sizes: columnWidth, Lazy: true}
	for _, c := range image.Copies {
		img.Copies = append(img.Copies, markdown.Source{URL: b.Href(c.URL), Width: c.Width})
	}
	return img, ok
}

// whole returns the whole body of a record, empty when it has none.
func whole(rec *city.Record) markdown.Fragment {
	return markdown.Whole(rec.Body)
}

// heading is an entry of a table of contents.
type heading struct {
	ID    string
	Text  string
	Level int
}

// contents returns the table of contents of a text.
func contents(f markdown.Fragment) []heading {
	var list []heading
	for h := range f.Headings() {
		list = append(list, heading{h.ID, h.Text, h.Level})
	}
	return list
}
