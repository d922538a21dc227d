package markdown

import (
	"iter"
	"strconv"
)

// Fragment is a part of a document that can be shown on a page. The zero
// Fragment is empty.
type Fragment struct {
	doc  *Document
	runs []run
	id   string // of the section, which the ids of its notes have too; empty when it is none
}

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
	Link func(l *Link) (href string, ok bool)
	// Image gives what to show for an image, or false to leave only its
	// description; nil keeps what the author wrote. It is not asked about
	// images elsewhere, which are never shown.
	Image func(i *Image) (img Img, ok bool)
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

// Whole returns the whole body.
func (d *Document) Whole() Fragment { return Fragment{doc: d, runs: d.whole[:]} }

// Without returns the body less the sections whose id is chosen.
func (d *Document) Without(ids func(id string) bool) Fragment {
	f := d.Whole()
	at := int32(0)
	var runs []run
	for i := range d.Sections {
		s := &d.Sections[i]
		gone := s.blocks[0]
		if gone.from < at || !ids(s.ID) { // within one that is gone, or kept
			continue
		}
		if at < gone.from {
			runs = append(runs, run{at, gone.from})
		}
		at = gone.to
	}
	if at > 0 || runs != nil {
		f.runs = append(runs, run{at, d.whole[0].to})
	}
	return f
}

// Section returns what stands under the heading with an id that the author
// wrote, the heading itself left out. Of two with one id it is the first.
func (d *Document) Section(id string) (Fragment, bool) {
	for i := range d.Sections {
		if s := &d.Sections[i]; s.ID == id {
			return Fragment{doc: d, runs: s.under[:], id: id}, true
		}
	}
	return Fragment{}, false
}

// Empty tells whether there is nothing to show in the body.
func (d *Document) Empty() bool { return d.Whole().Empty() }

// IsZero tells whether f is of no document.
func (f Fragment) IsZero() bool { return f.doc == nil }

// Empty tells whether there is nothing to show.
func (f Fragment) Empty() bool {
	for _, r := range f.runs {
		from, to := f.marks(r)
		if from.html < to.html || from.hole < to.hole {
			return false
		}
	}
	return true
}

// Headings yields the headings in f, for a table of contents.
func (f Fragment) Headings() iter.Seq[*Heading] {
	return func(yield func(*Heading) bool) {
		for _, r := range f.runs {
			from, to := f.marks(r)
			for _, h := range f.doc.holes[from.hole:to.hole] {
				if h.kind == headingStart && !yield(&f.doc.Headings[h.index]) {
					return
				}
			}
		}
	}
}

// marks returns where a run of blocks begins and ends.
func (f Fragment) marks(r run) (from, to mark) {
	if r.from >= r.to {
		return mark{}, mark{}
	}
	return f.doc.blocks[r.from], f.doc.blocks[r.to]
}

// Append appends f as HTML for a page.
func (f Fragment) Append(dst []byte, p *Page) []byte {
	if f.doc == nil {
		return dst
	}
	s := splice{doc: f.doc, page: p}
	if len(f.doc.notes) > 1 {
		s.numberNotes(f)
	}
	for _, r := range f.runs {
		from, to := f.marks(r)
		dst = s.append(dst, from, to)
	}
	return s.appendNotes(dst)
}

// splice fills the holes of a fragment for a page.
type splice struct {
	doc    *Document
	page   *Page
	inLink bool // the link at hand is shown

	idPart string  // what the ids of notes have in common
	order  []int32 // the notes, as they are numbered
	number []int   // of each note of the document, 0 when it is not referred to
	refs   []int   // how often each is referred to
	passed []int   // how many of those have been written
}

func (s *splice) append(dst []byte, from, to mark) []byte {
	at := from.html
	for _, h := range s.doc.holes[from.hole:to.hole] {
		dst = append(dst, s.doc.html[at:h.at]...)
		at = h.at
		dst = s.fill(dst, h)
	}
	return append(dst, s.doc.html[at:to.html]...)
}

func (s *splice) fill(dst []byte, h hole) []byte {
	switch h.kind {
	case headingStart:
		return s.startHeading(dst, int(h.index))
	case headingEnd:
		dst = append(dst, "</h"...)
		dst = append(dst, s.level(&s.doc.Headings[h.index]))
		return append(dst, ">\n"...)
	case linkStart:
		return s.startLink(dst, int(h.index))
	case linkEnd:
		if s.inLink {
			s.inLink = false
			return append(dst, "</a>"...)
		}
		return dst
	case image:
		return s.image(dst, int(h.index))
	case noteBack:
		return s.noteBack(dst, h.index)
	default:
		return s.noteNumber(dst, h)
	}
}

func (s *splice) level(h *Heading) byte {
	return '0' + byte(max(1, min(h.Level+s.page.Shift, 6)))
}

func (s *splice) startHeading(dst []byte, n int) []byte {
	h := &s.doc.Headings[n]
	dst = append(dst, "<h"...)
	dst = append(dst, s.level(h))
	if id := s.headingID(h); id != "" {
		dst = append(dst, ` id="`...)
		dst = appendEscaped(dst, id)
		dst = append(dst, '"')
	}
	return append(dst, '>')
}

// headingID returns the id that a heading has on the page.
func (s *splice) headingID(h *Heading) string {
	switch {
	case h.again:
		return ""
	case s.page.ID != nil:
		return s.page.ID(h.ID)
	default:
		return h.ID
	}
}

func (s *splice) startLink(dst []byte, n int) []byte {
	l := &s.doc.Links[n]
	href, ok := s.href(l)
	if !ok || !SafeDest(href) {
		return dst
	}
	s.inLink = true
	dst = append(dst, `<a href="`...)
	dst = appendDest(dst, href)
	dst = append(dst, '"')
	dst = appendAttribute(dst, "title", l.title)
	return append(dst, '>')
}

// href returns where a link leads on the page.
func (s *splice) href(l *Link) (href string, ok bool) {
	if s.page.Link != nil {
		return s.page.Link(l)
	}
	return l.Dest.Value, true
}

// img returns what the page shows for an image.
func (s *splice) img(i *Image) (img Img, ok bool) {
	if s.page.Image != nil {
		return s.page.Image(i)
	}
	return Img{Src: i.Dest.Value}, true
}

func (s *splice) image(dst []byte, n int) []byte {
	i := &s.doc.Images[n]
	img, ok := s.img(i)
	if !ok || img.Src == "" || !OnSite(img.Src) {
		return appendEscaped(dst, i.Alt)
	}
	dst = append(dst, `<img src="`...)
	dst = appendDest(dst, img.Src)
	dst = append(dst, `" alt="`...)
	dst = appendEscaped(dst, i.Alt)
	dst = append(dst, '"')
	dst = appendAttribute(dst, "title", i.title)
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
