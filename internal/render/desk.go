package render

import (
	"io"
	"strconv"
	"unsafe"

	"wijkvisie/internal/city"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/chart"
	"wijkvisie/internal/render/feed"
	"wijkvisie/internal/source"
	"wijkvisie/internal/theme"
)

// desk is where pages are made ready, one at a time. What a page shows lives no longer
// than the page, so the desk has room for it that the next page takes over: a large
// site has tens of thousands of pages, and to make room for each anew costs more than
// to fill it (BenchmarkView).
type desk struct {
	*Renderer
	glossary glossary // the statuses that the page shows
	ids      ids      // that the page has given out

	written []byte // the texts of the page, behind each other
	scratch []byte // a text that is being put together
	canvas  []byte // HTML that is being drawn
	file    []byte // a file beside the pages that is being made

	log  []logged // of a need
	plan []chart.PlanRow

	fragment markdown.Page // how a fragment is shown at the place below
	at       place

	wijkPage       wijkView // the views of the kinds that a large site has most of
	needPage       needView
	visionPage     visionView
	departmentPage departmentView
	programmePage  programmeView

	links       shelf[link]
	badges      shelf[badge]
	flags       shelf[flag]
	figured     shelf[figure]
	headings    shelf[heading]
	properties  shelf[meta]
	cards       shelf[needCard]
	needs       shelf[needRow]
	asked       shelf[visionNeed]
	appeared    shelf[asked]
	dates       shelf[dates]
	ahead       shelf[ahead]
	commitments shelf[commitmentRow]
	promises    shelf[promise]
	full        shelf[fullCommitment]
	answers     shelf[answerRow]
	judgements  shelf[judgementRow]
	events      shelf[eventRow]
	entries     shelf[searchEntry]
	cells       shelf[matrixCell]
	numbers     shelf[int]
	sorted      []*relate.Commitment // by their wijken
	byRank      []ofWijk

	definitions  shelf[definition]
	explanations shelf[glossaryGroup]

	heads               shelf[visionHead]
	rowsOfVisions       shelf[visionRow]
	rowsOfWijken        shelf[wijkRow]
	rowsOfProgrammes    shelf[programmeRow]
	groupsOfNeeds       shelf[needGroup]
	groupsOfCommitments shelf[commitmentGroup]
	groupsOfProgramme   shelf[programmeGroup]
	filters             shelf[filter]
	choices             shelf[choice]
	options             shelf[option]

	entry    feed.Entry // of a feed, the one at hand
	inBucket []uint32   // the words of a part of the search index
	inWord   []uint32   // the entries of a word
}

// desk returns an empty desk. It is free again after clear.
func (r *Renderer) desk() *desk {
	if d, ok := r.desks.Get().(*desk); ok {
		return d
	}
	d := &desk{Renderer: r, glossary: glossary{all: r.vocabulary}}
	d.fragment = markdown.Page{Link: d.resolveLink, ID: d.headingID, Image: d.resolveImage, NoteBack: r.noteBack}
	return d
}

// clear clears the desk for the next page. What the last one shows is gone.
func (d *desk) clear() {
	d.glossary.shown = 0
	d.ids.clear()
	d.written = d.written[:0]
	d.wijkPage, d.needPage, d.visionPage, d.departmentPage, d.programmePage = wijkView{}, needView{}, visionView{}, departmentView{}, programmeView{}
	d.links.clear()
	d.badges.clear()
	d.flags.clear()
	d.figured.clear()
	d.headings.clear()
	d.properties.clear()
	d.cards.clear()
	d.needs.clear()
	d.asked.clear()
	d.appeared.clear()
	d.dates.clear()
	d.ahead.clear()
	d.commitments.clear()
	d.promises.clear()
	d.full.clear()
	d.answers.clear()
	d.judgements.clear()
	d.events.clear()
	d.entries.clear()
	d.cells.clear()
	d.numbers.clear()
	d.definitions.clear()
	d.explanations.clear()
	d.heads.clear()
	d.rowsOfVisions.clear()
	d.rowsOfWijken.clear()
	d.rowsOfProgrammes.clear()
	d.groupsOfNeeds.clear()
	d.groupsOfCommitments.clear()
	d.groupsOfProgramme.clear()
	d.filters.clear()
	d.choices.clear()
	d.options.clear()
	clear(d.entry.Links)
	d.entry = feed.Entry{Links: d.entry.Links[:0]}
	d.desks.Put(d)
}

// shelf is room for rows.
type shelf[T any] struct {
	rows []T
	used int
}

// take returns a list of some length, of empty rows.
func (s *shelf[T]) take(n int) []T {
	if len(s.rows)-s.used < n {
		s.rows, s.used = make([]T, max(n, 2*len(s.rows), 8)), 0 // the rows that were taken stay where they are
	}
	from := s.used
	s.used += n
	return s.rows[from:s.used:s.used]
}

// one returns an empty row.
func (s *shelf[T]) one() *T { return &s.take(1)[0] }

func (s *shelf[T]) clear() {
	clear(s.rows[:s.used])
	s.used = 0
}

// roomForTexts is how much room for texts a desk begins with: enough for most pages.
const roomForTexts = 16 << 10

// room makes room for a text of some length. What was written before stays where it is.
func (d *desk) room(n int) {
	if cap(d.written)-len(d.written) < n {
		d.written = make([]byte, 0, max(n, 2*cap(d.written), roomForTexts))
	}
}

// since returns what was written since a place as a text, without a copy. A page has
// some 5 kB of texts, and to give each page memory of its own for them costs more than
// to write them (BenchmarkView). It is sound as nothing is written twice in the same
// place while a page is made, and no text of a page is kept longer than the page.
func (d *desk) since(from int) string {
	return unsafe.String(unsafe.SliceData(d.written[from:]), len(d.written)-from)
}

// join returns texts as one.
func (d *desk) join(parts ...string) string {
	n := 0
	for _, p := range parts {
		n += len(p)
	}
	d.room(n)
	from := len(d.written)
	for _, p := range parts {
		d.written = append(d.written, p...)
	}
	return d.since(from)
}

// text returns bytes that will change as a text that will not.
func (d *desk) text(b []byte) string {
	d.room(len(b))
	from := len(d.written)
	d.written = append(d.written, b...)
	return d.since(from)
}

// listed returns the texts of a list with something between them.
func listed[T any](d *desk, list []T, between string, text func(T) string) string {
	switch len(list) {
	case 0:
		return ""
	case 1:
		return text(list[0])
	}
	b := append(d.scratch[:0], text(list[0])...)
	for _, item := range list[1:] {
		b = append(append(b, between...), text(item)...)
	}
	d.scratch = b
	return d.text(b)
}

// What lists are made of.
func textOf(t source.Text) string { return t.Value }
func nameOf(b *city.Buurt) string { return b.Name.Value }
func idOf(b *city.Buurt) string   { return b.ID.Value }

// say returns a text of the theme, with arguments filled in: name, value, …
func (d *desk) say(key string, args ...string) string {
	d.scratch = d.words.Append(d.scratch[:0], key, args...)
	return d.text(d.scratch)
}

// count returns a text of the theme for a number.
func (d *desk) count(key string, n int, args ...string) string {
	d.scratch = d.words.AppendCount(d.scratch[:0], key, n, args...)
	return d.text(d.scratch)
}

// capital returns a text that begins with a capital.
func (d *desk) capital(s string) string {
	d.scratch = theme.AppendCapital(d.scratch[:0], s)
	return d.text(d.scratch)
}

// number returns a whole number without separators.
func (d *desk) number(n int) string {
	if 0 <= n && n < 100 {
		return strconv.Itoa(n) // which has those ready
	}
	d.scratch = strconv.AppendInt(d.scratch[:0], int64(n), 10)
	return d.text(d.scratch)
}

// grouped returns a whole number with the separators of the site's language, behind
// what stands before it: € 185.000.
func (d *desk) grouped(before string, n int) string {
	d.scratch = appendNumber(append(d.scratch[:0], before...), d.words.Lang, n)
	return d.text(d.scratch)
}

// piece is how much of a large file beside the pages is written at a time, about.
const piece = 16 << 10

// writePiece writes what there is of a file beside the pages, if that makes a piece.
func (d *desk) writePiece(w io.Writer) error {
	if len(d.file) < piece {
		return nil
	}
	_, err := w.Write(d.file)
	d.file = d.file[:0]
	return err
}
