package pipeline

import (
	"io"
	"iter"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/packed"
	"wijkvisie/internal/parallel"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/publish"
	"wijkvisie/internal/render"
	"wijkvisie/internal/shelf"
	"wijkvisie/internal/source"
)

// teller makes the files of a site and notes what its pages show.
type teller struct {
	out     *Output
	records []*city.Record // sorted by path
	index   map[string]int // in records, by path
	batches []*toldPages

	compared func() *same
	filesOf  func() uint64
	same     bool // the digests are as they were
	digests  func() *digests
	seen     func() ([]shownRecord, [][]byte)

	packing sync.Mutex   // for what follows
	spare   [][]toldPage // of batches that are packed, for the next
	shown   []shownPage  // room for a batch that is being packed
	numbers []byte
	shows   []int
	room    []byte
}

// toldPages is a batch of pages that show texts. It is packed when the last of them is
// made: what is known of tens of thousands of pages, each apart, takes twice the memory.
type toldPages struct {
	teller *teller
	left   atomic.Int32 // of the pages, that are not made
	pages  []toldPage   // nil when they are packed

	packed  shelf.Text
	records []int  // whose texts they show
	sum     uint64 // of which pages they are, and whose texts those show
}

// toldPage is a page that shows texts.
type toldPage struct {
	of   *toldPages
	page *plan.Page
	path string
	made bool
	told render.Passages // when it is made
}

func newTeller(o *Output) *teller {
	t := &teller{out: o, records: slices.Collect(o.records.Records())}
	slices.SortFunc(t.records, func(a, b *city.Record) int { return strings.Compare(a.File.Path, b.File.Path) })
	t.index = make(map[string]int, len(t.records))
	for i, r := range t.records {
		t.index[r.File.Path] = i
	}
	t.compared = sync.OnceValue(t.compare)
	t.digests = sync.OnceValue(func() *digests { return newDigests(o.Renderer) })
	t.seen = sync.OnceValues(t.look)
	t.filesOf = sync.OnceValue(o.filesOf)
	return t
}

// FilesSince returns every file of the site like Files, and says of those that cannot
// but be the same as at the build before that they are. When they are written, shown
// returns what they show.
func (o *Output) FilesSince() (files iter.Seq[publish.File], shown func() *Shown) {
	t := o.teller
	if t == nil {
		t = newTeller(o)
	}
	return t.files, t.left
}

// SameFiles tells whether the site has files at just the paths where the one before had
// them, whatever is in them.
func (o *Output) SameFiles() bool {
	return o.teller != nil && o.since.Before.files == o.teller.filesOf()
}

// filesOf sums up which files the site has.
func (o *Output) filesOf() uint64 {
	sum, add := uint64(o.Count()), []byte(nil)
	for _, p := range o.Site.Pages {
		add = p.AppendURL(add[:0])
		sum += hash(add)
	}
	for i := range o.Site.Made {
		sum += hash([]byte(o.Site.Made[i].URL))
	}
	for _, a := range o.Renderer.Assets() {
		sum += hash([]byte(a.URL))
	}
	for _, f := range o.Site.Files {
		sum += hash([]byte(f.URL))
	}
	return sum
}

func (t *teller) files(yield func(publish.File) bool) {
	same := t.compared()
	t.out.fill(same.others(t.out.Site))
	made := 0
	if !t.out.beside(func(f publish.File) bool {
		f.Kept = same.beside(made)
		made++
		return yield(f)
	}) {
		return
	}
	t.begin()
	told := 0
	for i, p := range t.out.Site.Pages {
		var f publish.File
		if p.HasTexts() {
			f = t.telling(p, told)
			told++
		} else {
			f = t.out.page(p)
		}
		f.Kept = same.page(i)
		if !yield(f) {
			return
		}
	}
	// What is left is begun while the last pages are put where they go.
	go t.seen()
	if !t.same {
		go t.digests()
	}
}

// begin makes room for the batches.
func (t *teller) begin() {
	told := 0
	for _, p := range t.out.Site.Pages {
		if p.HasTexts() {
			told++
		}
	}
	t.batches = make([]*toldPages, (told+pagesTogether-1)/pagesTogether)
	for i := range t.batches {
		t.batches[i] = &toldPages{teller: t}
		t.batches[i].left.Store(int32(min(pagesTogether, told-i*pagesTogether)))
	}
}

// telling returns a page that shows texts, the nth of those, and tells of it when it is
// written.
func (t *teller) telling(p *plan.Page, nth int) publish.File {
	b, n := t.batches[nth/pagesTogether], nth%pagesTogether
	if n == 0 {
		b.pages = t.empty(int(b.left.Load()))
	}
	it := &b.pages[n]
	*it = toldPage{of: b, page: p, path: p.File(), told: it.told}
	return publish.File{Path: it.path, Write: it.write}
}

// empty returns room for so many pages.
func (t *teller) empty(n int) []toldPage {
	t.packing.Lock()
	defer t.packing.Unlock()
	last := len(t.spare) - 1
	if last < 0 {
		return make([]toldPage, n)
	}
	pages := t.spare[last][:n]
	t.spare = t.spare[:last]
	return pages
}

func (it *toldPage) write(w io.Writer) (err error) {
	t := it.of.teller
	if hollow(it.page) {
		return ErrOvertaken // it was to be kept, and is not there
	}
	it.told, err = t.out.Renderer.PageTelling(w, it.page, it.told[:0])
	if err = t.out.sound(err); err != nil {
		return err
	}
	it.made = true
	if it.of.left.Add(-1) == 0 {
		t.pack(it.of, nil)
	}
	return nil
}

// survey notes which pages of a batch show which records. It leaves the numbers of the
// records of each page behind each other, and tells where those of each begin.
func (t *teller) survey(b *toldPages) (from []int) {
	t.numbers, t.shows, t.room = t.numbers[:0], t.shows[:0], t.room[:0]
	from = make([]int, len(b.pages)+1)
	for i := range b.pages {
		it := &b.pages[i]
		for r := range it.page.Texts() {
			record := t.index[r.File.Path]
			t.numbers, t.shows = packed.AppendNumber(t.numbers, record), append(t.shows, record)
		}
		from[i+1] = len(t.numbers)
		t.room = packed.AppendText(t.room, it.path)
	}
	b.sum = hash(t.room) ^ hash(t.numbers)
	slices.Sort(t.shows)
	b.records = slices.Clone(slices.Compact(t.shows))
	return from
}

// pack packs a batch. before are the passages of the pages that were not made; it may be
// nil when all were.
func (t *teller) pack(b *toldPages, before func() map[string]render.Passages) {
	t.packing.Lock()
	defer t.packing.Unlock()
	from := t.survey(b)
	t.shown = t.shown[:0]
	for i := range b.pages {
		it := &b.pages[i]
		page := shownPage{path: it.path, records: t.numbers[from[i]:from[i+1]], passages: it.told}
		if !it.made {
			page.passages = before()[it.path]
		}
		t.shown = append(t.shown, page)
	}
	t.room = appendPages(t.room[:0], t.shown)
	b.packed = t.out.shelf.Put(t.room)
	t.spare, b.pages = append(t.spare, b.pages), nil
}

// look returns what is known of the records, but for which pages show them, and what is
// kept of them.
func (t *teller) look() (records []shownRecord, kept [][]byte) {
	records = make([]shownRecord, len(t.records))
	var faces map[string]Face
	if t.out.since.Before != nil {
		faces = t.out.since.Before.faces()
	}
	parallel.Share(len(records), func(mine iter.Seq[int]) {
		var s facer
		for i := range mine {
			r, path := t.records[i], t.records[i].File.Path
			if records[i].path = path; t.out.parsed[path].kept {
				records[i].face = faces[path]
			} else {
				records[i].face = s.face(r)
			}
		}
	})
	t.remark(records)
	return records, t.out.keep(t.records, records)
}

// left returns what the pages show, for the next build; nil when that could not be read back.
func (t *teller) left() *Shown {
	records, kept := t.seen()
	pages, sums := t.packPages()
	for i, b := range t.batches {
		for _, record := range b.records {
			records[record].pages = packed.AppendNumber(records[record].pages, i)
		}
	}
	revised := ""
	for _, p := range t.out.Site.Pages {
		if p.Kind == plan.Data && t.out.Renderer.BuiltIn() {
			revised = p.File()
		}
	}
	if t.out.shelf.Err() != nil {
		return nil
	}
	var digests []byte
	if !t.same {
		digests = t.digests().pack(t.out.Site)
	}
	return newShown(t.out.Renderer.NoteBack(), revised, t.filesOf(), digests, records, kept, pages, sums, t.out.looked)
}

// packPages packs the batches that are not yet. Those that are as they were kept are nil.
// sums tell of which pages they are.
func (t *teller) packPages() (pages [][]byte, sums []uint64) {
	pages, sums = make([][]byte, len(t.batches)), make([]uint64, len(t.batches))
	before := t.out.since.Before
	all := sync.OnceValue(func() map[string]render.Passages { return before.passages(0, before.batches()) })
	for i, b := range t.batches {
		if b.pages != nil {
			t.survey(b)
			asWas, passages := before != nil && i < len(before.sums) && before.sums[i] == b.sum, all
			if asWas {
				passages = sync.OnceValue(func() map[string]render.Passages { return before.passages(i, i+1) })
			}
			sums[i] = b.sum
			if asWas && !slices.ContainsFunc(b.pages, func(p toldPage) bool { return p.made }) {
				continue
			}
			t.pack(b, passages)
		}
		pages[i], sums[i] = b.packed.Append(make([]byte, 0, b.packed.Len()), 0, b.packed.Len()), b.sum
	}
	return pages, sums
}

// remark notes of which records something is said of the text.
func (t *teller) remark(records []shownRecord) {
	for _, d := range t.out.Diagnostics {
		for pos := range places(d) {
			i, ok := t.index[pos.Path()]
			if !ok {
				continue
			}
			if r := t.records[i]; r.Body == nil || pos.End > r.Body.Pos.Start {
				records[i].remarked = true
			}
		}
	}
}

// places yields everything that a diagnostic points at.
func places(d diag.Diagnostic) iter.Seq[source.Pos] {
	return func(yield func(source.Pos) bool) {
		if !yield(d.Pos) || !yield(d.Mend().Pos) {
			return
		}
		for _, r := range d.Related() {
			if !yield(r.Pos) {
				return
			}
		}
	}
}
