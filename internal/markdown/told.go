package markdown

import (
	"slices"

	"wijkvisie/internal/packed"
)

// Told is how a fragment was shown on a page: which part of a document it is, and what
// the page told of the headings, links and images in it. With that, and without the page,
// the same part of another version of the document can be drawn (Document.Redraw).
type Told []byte

// asked is what a page is asked about.
type asked byte

const (
	askedID asked = iota
	askedLink
	askedImage
)

// What it answers, apart from texts.
const (
	notShown byte = iota
	shown
	shownLazily
	asWritten // the id that the heading has in the document
)

// begin begins with the fragment itself.
func (t *Told) begin(f Fragment, shift int) {
	b := append((*t)[:0], byte(int8(shift)))
	b = packed.AppendNumber(packed.AppendText(b, f.id), len(f.less))
	for _, id := range f.less {
		b = packed.AppendText(b, id)
	}
	*t = b
}

// ask notes what the page is asked about, and begins with the answer.
func (t *Told) ask(kind asked, n int, answer byte) {
	*t = append(packed.AppendNumber(append(*t, byte(kind)), n), answer)
}

func (t *Told) text(s string) { *t = packed.AppendText(*t, s) }

func (t *Told) number(n int) { *t = packed.AppendNumber(*t, n) }

func (t *Told) id(n int, id, written string) {
	switch id {
	case written:
		t.ask(askedID, n, asWritten)
	case "":
		t.ask(askedID, n, notShown)
	default:
		t.ask(askedID, n, shown)
		t.text(id)
	}
}

func (t *Told) link(n int, href string, ok bool) {
	if !ok {
		t.ask(askedLink, n, notShown)
		return
	}
	t.ask(askedLink, n, shown)
	t.text(href)
}

func (t *Told) image(n int, img Img, ok bool) {
	switch {
	case !ok:
		t.ask(askedImage, n, notShown)
		return
	case img.Lazy:
		t.ask(askedImage, n, shownLazily)
	default:
		t.ask(askedImage, n, shown)
	}
	t.text(img.Src)
	t.text(img.Sizes)
	for _, i := range []int{img.Width, img.Height, len(img.Copies)} {
		t.number(i)
	}
	for _, c := range img.Copies {
		t.text(c.URL)
		t.number(c.Width)
	}
}

// Redraw appends the part of d that t tells of, as the page showed it then; d must have
// the same headings, links and images as the document of then. It is not ok when the part
// no longer has the same of those. noteBack is as in Page.
func (d *Document) Redraw(dst []byte, t Told, noteBack string) (out []byte, ok bool) {
	r := packed.Read(t)
	page := Page{Shift: int(int8(r.Byte())), NoteBack: noteBack}
	f, ok := d.told(r)
	if !ok {
		return dst, false
	}
	s := splice{doc: d, page: &page, told: r}
	dst = s.fragment(dst, f)
	return dst, r.Done()
}

// told returns the part of d that was shown.
func (d *Document) told(r *packed.Reader) (f Fragment, ok bool) {
	id := r.Text()
	less := make([]string, r.Count(1))
	for i := range less {
		less[i] = r.Text()
	}
	switch {
	case id != "":
		return d.Section(id)
	case len(less) > 0:
		f = d.Without(func(id string) bool { return slices.Contains(less, id) })
		return f, slices.Equal(f.less, less)
	default:
		return d.Whole(), true
	}
}

// answered returns what the page answered on a question, when it is the one that it was
// asked then.
func (s *splice) answered(kind asked, n int) byte {
	if asked(s.told.Byte()) != kind || s.told.Number() != n {
		s.told.Fail()
		return notShown
	}
	return s.told.Byte()
}

func (s *splice) toldID(n int, written string) string {
	switch s.answered(askedID, n) {
	case asWritten:
		return written
	case shown:
		return s.told.Text()
	default:
		return ""
	}
}

func (s *splice) toldLink(n int) (href string, ok bool) {
	if s.answered(askedLink, n) != shown {
		return "", false
	}
	return s.told.Text(), true
}

func (s *splice) toldImage(n int) (img Img, ok bool) {
	switch s.answered(askedImage, n) {
	case shown:
	case shownLazily:
		img.Lazy = true
	default:
		return Img{}, false
	}
	img.Src, img.Sizes = s.told.Text(), s.told.Text()
	img.Width, img.Height = s.told.Number(), s.told.Number()
	img.Copies = make([]Source, s.told.Count(2))
	for i := range img.Copies {
		img.Copies[i] = Source{URL: s.told.Text(), Width: s.told.Number()}
	}
	return img, true
}
