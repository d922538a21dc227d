package pipeline

import (
	"io"
	"iter"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/publish"
	"wijkvisie/internal/render"
	"wijkvisie/internal/shelf"
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

	sameRecords bool // there are records at the paths where there were; once they are seen

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
