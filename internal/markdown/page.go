package markdown

import (
	"strconv"

	"wijkvisie/internal/city"
)

// Page is what a fragment has to know of the page it is shown on. The zero
// Page shows a fragment as it is written.
type Page struct {
	// Shift is added to the level of every heading; h6 is the lowest.
	Shift int
	// ID gives a heading's id on this page, empty for none; nil keeps it.
	ID func(id string) string
	// Link gives the target of a link, or false to leave only its text; nil
	// keeps what the author wrote. It is not asked about unsafe links, which
	// are never shown.
	Link func(l *city.Link) (href string, ok bool)
	// Image gives what to show for an image, or false to leave only its
	// description; nil keeps what the author wrote. It is not asked about
	// images elsewhere, which are never shown.
	Image func(i *city.Image) (img Img, ok bool)
	// NoteBack is the accessible name of the link from a footnote back to
	// the text, "Terug naar de tekst"; empty leaves only the arrow.
	NoteBack string
}

// Img is an image as it is shown.
type Img struct {
	Src           string
	Width, Height int      // in pixels; left out when 0
	Copies        []Source // the same image in several widths; empty when there is one
	Sizes         string   // how wide it is shown, as HTML has it (sizes)
	Lazy          bool     // not loaded before it comes near the screen
}

// Source is an image in one width.
type Source struct {
	URL   string
	Width int // in pixels
}

// Append appends f as HTML for a page.
func (f Fragment) Append(dst []byte, p Page) []byte {
	if f.body == nil {
		return dst
	}
	r := renderer{body: f.body, page: p}
	r.numberNotes(f)
	dst = r.blocks(dst, f.blocks)
	return r.appendNotes(dst)
}

// renderer fills the holes of a fragment for a page.
type renderer struct {
	body   *city.Body
	page   Page
	inLink bool // the current link is shown

	noteID string     // what the ids of notes have in common
	notes  []noteInfo // of each note of the body
	order  []int      // the notes that are referred to, as they are numbered
}

func (r *renderer) blocks(dst []byte, blocks []city.Block) []byte {
	for p := range parts(blocks) {
		dst = append(dst, p.HTML...)
		dst = r.fill(dst, p)
	}
	return dst
}

func (r *renderer) fill(dst []byte, p city.Part) []byte {
	switch p.Hole {
	case city.HeadingStart:
		return r.startHeading(dst, &r.body.Headings[p.Index])
	case city.HeadingEnd:
		dst = append(dst, "</h"...)
		dst = append(dst, r.level(&r.body.Headings[p.Index]))
		return append(dst, ">\n"...)
	case city.LinkStart:
		return r.startLink(dst, &r.body.Links[p.Index])
	case city.LinkEnd:
		if r.inLink {
			r.inLink = false
			return append(dst, "</a>"...)
		}
	case city.ImagePlaceholder:
		return r.image(dst, &r.body.Images[p.Index])
	case city.NoteNumber, city.NoteNumberInLink:
		return r.noteNumber(dst, p)
	case city.NoteBack:
		return r.noteBack(dst, p.Index)
	}
	return dst
}

func (r *renderer) level(h *city.Heading) byte {
	return '0' + byte(max(1, min(h.Level+r.page.Shift, 6)))
}

func (r *renderer) startHeading(dst []byte, h *city.Heading) []byte {
	id := h.ID
	switch {
	case h.Repeated:
		id = ""
	case r.page.ID != nil:
		id = r.page.ID(id)
	}
	dst = append(dst, "<h"...)
	dst = append(dst, r.level(h))
	dst = appendAttribute(dst, "id", id)
	return append(dst, '>')
}

func (r *renderer) startLink(dst []byte, l *city.Link) []byte {
	href, ok := l.Dest.Value, true
	if r.page.Link != nil {
		href, ok = r.page.Link(l)
	}
	if !ok || !SafeDest(href) {
		return dst
	}
	r.inLink = true
	dst = append(dst, `<a href="`...)
	dst = appendDest(dst, href)
	dst = append(dst, '"')
	dst = appendAttribute(dst, "title", l.Title)
	return append(dst, '>')
}

func (r *renderer) image(dst []byte, i *city.Image) []byte {
	img, ok := Img{Src: i.Dest.Value}, true
	if r.page.Image != nil {
		img, ok = r.page.Image(i)
	}
	if !ok {
		return appendEscaped(dst, i.Alt)
	}
	return img.Append(dst, i.Alt, i.Title)
}

// Append appends the image as HTML, with its description; the description alone when it is
// not on this site.
func (img *Img) Append(dst []byte, alt, title string) []byte {
	if img.Src == "" || !OnSite(img.Src) {
		return appendEscaped(dst, alt)
	}
	dst = append(dst, `<img src="`...)
	dst = appendDest(dst, img.Src)
	dst = append(dst, `" alt="`...)
	dst = appendEscaped(dst, alt)
	dst = append(dst, '"')
	dst = appendAttribute(dst, "title", title)
	if img.Width > 0 && img.Height > 0 {
		dst = appendAttribute(dst, "width", strconv.Itoa(img.Width))
		dst = appendAttribute(dst, "height", strconv.Itoa(img.Height))
	}
	if len(img.Copies) > 0 {
		dst = append(dst, ` srcset="`...)
		for i, c := range img.Copies {
			if i > 0 {
				dst = append(dst, ", "...)
			}
			dst = appendDest(dst, c.URL)
			dst = append(dst, ' ')
			dst = strconv.AppendInt(dst, int64(c.Width), 10)
			dst = append(dst, 'w')
		}
		dst = append(dst, '"')
		dst = appendAttribute(dst, "sizes", img.Sizes)
	}
	if img.Lazy {
		dst = append(dst, ` loading="lazy" decoding="async"`...)
	}
	return append(dst, '>')
}

// appendAttribute appends an attribute, unless it is empty.
func appendAttribute(dst []byte, name, value string) []byte {
	if value == "" {
		return dst
	}
	dst = append(dst, ' ')
	dst = append(dst, name...)
	dst = append(dst, `="`...)
	dst = appendEscaped(dst, value)
	return append(dst, '"')
}
