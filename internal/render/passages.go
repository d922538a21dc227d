package render

import (
	"cmp"
	"io"
	"slices"
	"unsafe"

	"wijkvisie/internal/markdown"
	"wijkvisie/internal/packed"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/theme"
)

// Passages tell where a page shows texts of records, and how. With them other texts, with
// the same headings, links and images, can be put in the place of those, without the rest
// of the site (Passages.Retext): for a word that changed in one of 40,000 files, that is
// all that has to be read.
type Passages []byte

// passage is a text of a record that was drawn for a page.
type passage struct {
	source string // the path of the record's file
	html   string
	told   markdown.Told

	at int // where on the page
}

// telling is what a desk notes of the texts that it draws.
type telling struct {
	wanted   bool
	passages []passage
	all      []byte        // how each of them was shown
	told     markdown.Told // of the one at hand
	raw      []theme.Raw
}

func (t *telling) note(source, html string) {
	from := len(t.all)
	t.all = append(t.all, t.told...)
	t.passages = append(t.passages, passage{source: source, html: html, told: t.all[from:]})
}

func (t *telling) clear() {
	clear(t.passages)
	clear(t.raw)
	*t = telling{passages: t.passages[:0], all: t.all[:0], told: t.told, raw: t.raw[:0]}
}

// PageTelling is Page, and tells of the texts on it, in room that is given; nil when it
// shows none, or does something with one that cannot be done again without the rest of the
// site.
func (r *Renderer) PageTelling(w io.Writer, p *plan.Page, room Passages) (Passages, error) {
	if !p.HasTexts() {
		return nil, r.Page(w, p)
	}
	d := r.desk()
	defer d.clear()
	d.tells.wanted, d.fragment.Told = true, &d.tells.told
	name, view := d.view(p)
	told, err := r.theme.ExecuteTelling(w, name, view, &d.tells.raw)
	if err != nil {
		return nil, failed(p, err)
	}
	if !told || !d.tells.find() {
		return nil, nil
	}
	return d.tells.pack(p, room), nil
}

// find finds the texts on the page. It is not ok when one is not there, or twice.
func (t *telling) find() bool {
	for i := range t.passages {
		p := &t.passages[i]
		if p.at = -1; p.html == "" {
			p.at = 0
			continue
		}
		for _, r := range t.raw {
			if len(r.HTML) != len(p.html) || unsafe.StringData(r.HTML) != unsafe.StringData(p.html) {
				continue // of two texts that are the same, each has its own place in memory
			}
			if p.at >= 0 {
				return false
			}
			p.at = r.At
		}
		if p.at < 0 {
			return false
		}
	}
	slices.SortStableFunc(t.passages, func(a, b passage) int { return cmp.Compare(a.at, b.at) })
	return true
}

// pack packs what is known of the texts of a page.
func (t *telling) pack(p *plan.Page, room Passages) Passages {
	b := packed.AppendNumber(room[:0], len(t.passages))
	for i := range t.passages {
		it, record := &t.passages[i], 0
		for r := range p.Texts() {
			if r.File.Path == it.source {
				break
			}
			record++
		}
		b = appendPassage(b, record, it.at, len(it.html), it.told)
	}
	return b
}

// appendPassage appends one: the record, as one of those of plan.Page.Texts, where it
// stands, and how it was shown.
func appendPassage(b Passages, record, at, length int, told markdown.Told) Passages {
	for _, n := range []int{record, at, length} {
		b = packed.AppendNumber(b, n)
	}
	return packed.AppendText(b, []byte(told))
}

// Retext returns a page with other texts, and its passages. text returns the body of a
// record, as one of those of plan.Page.Texts, when that is another than it was, else nil.
// noteBack is that of Renderer.NoteBack. It is not ok when the page may come to show more
// than other words.
func (p Passages) Retext(page []byte, noteBack string, text func(record int) *markdown.Document) (with []byte, now Passages, ok bool) {
	r := packed.Read(p)
	n := r.Count(4)
	with, now = make([]byte, 0, len(page)+1024), packed.AppendNumber(make(Passages, 0, len(p)+8), n)
	done := 0 // of the page
	for range n {
		record, at, length, told := r.Number(), r.Number(), r.Number(), markdown.Told(r.Part())
		doc := text(record)
		if length == 0 { // and it stands nowhere
			if doc != nil {
				if got, ok := doc.Redraw(nil, told, noteBack); !ok || len(got) > 0 {
					return nil, nil, false
				}
			}
			now = appendPassage(now, record, 0, 0, told)
			continue
		}
		if at < done || at > len(page) || length > len(page)-at {
			return nil, nil, false
		}
		with = append(with, page[done:at]...)
		from := len(with)
		if doc == nil {
			with = append(with, page[at:at+length]...)
		} else if with, ok = doc.Redraw(with, told, noteBack); !ok || len(with) == from {
			return nil, nil, false
		}
		done = at + length
		now = appendPassage(now, record, from, len(with)-from, told)
	}
	return append(with, page[done:]...), now, r.Done()
}

// NoteBack returns what the link from a footnote back to the text is called.
func (r *Renderer) NoteBack() string { return r.noteBack }
