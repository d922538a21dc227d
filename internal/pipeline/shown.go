package pipeline

import (
	"errors"
	"io"
	"iter"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/packed"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/publish"
	"wijkvisie/internal/render"
	"wijkvisie/internal/source"
)

// Shown is what a build leaves of itself: what its pages show of which records, so that
// the next build can tell which pages cannot but be the same. It is in pieces that are read
// when they are asked for: for a word that changed, three of hundreds.
//
// The first piece is the head. Then come batches of records, sorted by path, and batches of
// the pages that show texts.
type Shown struct {
	noteBack string
	revised  string   // the path of the page that tells the revision of the content
	count    int      // of the records
	firsts   []string // the path of the first record of each batch

	pieces [][]byte // nil when it is as it was kept
	kept   Pieces   // nil for what nobody kept yet
}

// Pieces are what Shown.Pieces returned, where they are kept.
type Pieces interface {
	Len() int
	Piece(i int) ([]byte, error)
}

// shownRecord is a record as it was.
type shownRecord struct {
	path string
	face Face
	// remarked says that something is to be said of its text.
	remarked bool
	pages    []byte // the batches of the pages that show its text: numbers, packed
}

// shownPage is a page that shows texts.
type shownPage struct {
	path     string
	records  []byte          // whose texts: indexes, packed
	passages render.Passages // nil when a text in it cannot be replaced
}

// of yields the indexes of the records whose texts a page shows, in the order of
// plan.Page.Texts.
func (p *shownPage) of() iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		r := packed.Read(p.records)
		for k := 0; r.More(); k++ {
			if !yield(k, r.Number()) {
				return
			}
		}
	}
}

// How many records are in a batch, and pages: few enough that it is nothing to read one.
const (
	recordsTogether = 256
	pagesTogether   = 128
)

// errShown is for bytes that are no Shown.
var errShown = errors.New("this does not tell what pages show")

// ReadShown reads what Pieces returned.
func ReadShown(kept Pieces) (*Shown, error) {
	head, err := kept.Piece(0)
	if err != nil {
		return nil, err
	}
	r := packed.Read(head)
	s := &Shown{noteBack: r.Text(), revised: r.Text(), count: r.Number(), kept: kept, pieces: make([][]byte, kept.Len())}
	for range r.Count(1) {
		s.firsts = append(s.firsts, r.Text())
	}
	if !r.Done() || 1+len(s.firsts) > kept.Len() {
		return nil, errShown
	}
	return s, nil
}

// Pieces returns s as bytes, for ReadShown. A piece that is as it was kept is nil.
func (s *Shown) Pieces() [][]byte {
	if s == nil {
		return nil
	}
	return s.pieces
}

func (s *Shown) piece(i int) (*packed.Reader, bool) {
	if i < 0 || i >= len(s.pieces) {
		return nil, false
	}
	data := s.pieces[i]
	if data == nil {
		var err error
		if data, err = s.kept.Piece(i); err != nil {
			return nil, false
		}
	}
	return packed.Read(data), true
}

// newShown returns what is told by records, sorted by path, and pages. It notes in the
// records which pages show them.
func newShown(noteBack, revised string, records []shownRecord, pages []shownPage) *Shown {
	s := &Shown{noteBack: noteBack, revised: revised, count: len(records)}
	head := packed.AppendText(packed.AppendText(nil, noteBack), revised)
	head = packed.AppendNumber(head, len(records))
	var batches [][]byte
	for batch := range slices.Chunk(pages, pagesTogether) {
		shown := make(map[int]bool)
		for i := range batch {
			for _, record := range batch[i].of() {
				shown[record] = true
			}
		}
		for record := range shown {
			records[record].pages = packed.AppendNumber(records[record].pages, len(batches))
		}
		batches = append(batches, packPages(batch))
	}
	s.pieces = [][]byte{nil}
	for batch := range slices.Chunk(records, recordsTogether) {
		s.firsts = append(s.firsts, batch[0].path)
		s.pieces = append(s.pieces, packRecords(batch))
	}
	head = packed.AppendNumber(head, len(s.firsts))
	for _, path := range s.firsts {
		head = packed.AppendText(head, path)
	}
	s.pieces[0] = head
	s.pieces = append(s.pieces, batches...)
	return s
}

func packRecords(records []shownRecord) []byte {
	b := packed.AppendNumber(make([]byte, 0, 48*len(records)), len(records))
	before := ""
	for i := range records {
		r := &records[i]
		b = append(packed.AppendAfter(b, before, r.path), r.face[:]...)
		before = r.path
		if r.remarked {
			b = append(b, 1)
		} else {
			b = append(b, 0)
		}
		b = packed.AppendText(b, r.pages)
	}
	return b
}

// record returns what is known of a record, and its index; not ok when there was none.
func (s *Shown) record(path string) (found shownRecord, index int, ok bool) {
	batch, ok := slices.BinarySearch(s.firsts, path)
	if !ok {
		batch--
	}
	r, ok := s.piece(1 + batch)
	if batch < 0 || !ok {
		return found, 0, false
	}
	paths := packed.NewTexts(1 << 10)
	for i := range r.Count(len(Face{}) + 4) {
		one := shownRecord{path: paths.Next(r)}
		copy(one.face[:], r.Bytes(len(one.face)))
		one.remarked = r.Byte() != 0
		one.pages = r.Part()
		if one.path == path {
			found, index, ok = one, batch*recordsTogether+i, true
			break
		}
		ok = false
	}
	return found, index, ok && index < s.count && found.path == path
}

func packPages(pages []shownPage) []byte {
	n := 64 * len(pages)
	for i := range pages {
		n += len(pages[i].passages)
	}
	b := packed.AppendNumber(make([]byte, 0, n), len(pages))
	before := ""
	for i := range pages {
		p := &pages[i]
		b = packed.AppendAfter(b, before, p.path)
		before = p.path
		b = packed.AppendText(packed.AppendText(b, p.records), []byte(p.passages))
	}
	return b
}

// batches returns how many batches of pages there are.
func (s *Shown) batches() int { return len(s.pieces) - 1 - len(s.firsts) }

// batch returns the pages of a batch.
func (s *Shown) batch(i int) (pages []shownPage, ok bool) {
	r, ok := s.piece(1 + len(s.firsts) + i)
	if !ok || i < 0 {
		return nil, false
	}
	pages = make([]shownPage, r.Count(4))
	paths := packed.NewTexts(64 * len(pages))
	for i := range pages {
		p := &pages[i]
		p.path, p.records, p.passages = paths.Next(r), r.Part(), r.Part()
		if len(p.passages) == 0 {
			p.passages = nil
		}
	}
	return pages, r.Done()
}

// with returns what is shown when pages of some batches show it otherwise.
func (s *Shown) with(batches map[int][]shownPage) *Shown {
	now := *s
	now.pieces = slices.Clone(s.pieces)
	for i, pages := range batches {
		now.pieces[1+len(s.firsts)+i] = packPages(pages)
	}
	return &now
}

// teller makes the files of a site and notes what its pages show.
type teller struct {
	out      *Output
	since    Since
	made     []bool            // by page: it was made anew
	passages []render.Passages // by page, of those
}

// FilesSince returns every file of the site like Files, and says of those that cannot
// but be the same as at the build before that they are. When they are written, shown
// returns what they show.
func (o *Output) FilesSince(since Since) (files iter.Seq[publish.File], shown func() *Shown) {
	t := &teller{out: o, since: since, made: make([]bool, len(o.Site.Pages)), passages: make([]render.Passages, len(o.Site.Pages))}
	return t.files, t.shown
}

func (t *teller) files(yield func(publish.File) bool) {
	texts, onlyTexts := t.out.newTexts(t.since)
	if !t.out.beside(func(f publish.File) bool {
		f.Kept = onlyTexts
		return yield(f)
	}) {
		return
	}
	for i, p := range t.out.Site.Pages {
		if !yield(publish.File{Path: p.File(), Write: t.write(i), Kept: onlyTexts && !shows(p, texts)}) {
			return
		}
	}
}

func (t *teller) write(i int) func(w io.Writer) error {
	return func(w io.Writer) (err error) {
		t.made[i] = true
		t.passages[i], err = t.out.Renderer.PageTelling(w, t.out.Site.Pages[i])
		return t.out.sound(err)
	}
}

func (t *teller) shown() *Shown {
	var records []shownRecord
	remarked := t.out.remarked()
	for r := range t.out.records.Records() {
		records = append(records, shownRecord{path: r.File.Path, face: faceOf(r), remarked: remarked[r]})
	}
	slices.SortFunc(records, func(a, b shownRecord) int { return strings.Compare(a.path, b.path) })
	index := make(map[string]int, len(records))
	for i := range records {
		index[records[i].path] = i
	}
	before := t.before()
	revised := ""
	var pages []shownPage
	for i, p := range t.out.Site.Pages {
		if p.Kind == plan.Data && t.out.Renderer.BuiltIn() {
			revised = p.File()
		}
		if !p.HasTexts() {
			continue
		}
		page := shownPage{path: p.File(), passages: t.passages[i]}
		if !t.made[i] {
			page.passages = before[page.path]
		}
		for r := range p.Texts() {
			page.records = packed.AppendNumber(page.records, index[r.File.Path])
		}
		pages = append(pages, page)
	}
	return newShown(t.out.Renderer.NoteBack(), revised, records, pages)
}

// before returns the passages of the pages that the build before left; nothing is known of
// those that cannot be read.
func (t *teller) before() map[string]render.Passages {
	passages := make(map[string]render.Passages)
	if t.since.Before == nil || !slices.Contains(t.made, false) {
		return passages
	}
	for i := range t.since.Before.batches() {
		pages, ok := t.since.Before.batch(i)
		for j := range pages {
			if ok {
				passages[pages[j].path] = pages[j].passages
			}
		}
	}
	return passages
}

// remarked returns the records of whose text something is said.
func (o *Output) remarked() map[*city.Record]bool {
	byPath := make(map[string]*city.Record)
	for r := range o.records.Records() {
		byPath[r.File.Path] = r
	}
	found := make(map[*city.Record]bool)
	for _, d := range o.Diagnostics {
		for _, pos := range places(d) {
			if r := byPath[pos.Path()]; r != nil && (r.Body == nil || pos.End > r.Body.Pos.Start) {
				found[r] = true
			}
		}
	}
	return found
}

// places returns everything that a diagnostic points at.
func places(d diag.Diagnostic) []source.Pos {
	list := []source.Pos{d.Pos, d.Mend.Pos}
	for _, r := range d.Related {
		list = append(list, r.Pos)
	}
	return list
}

// shows tells whether a page shows one of the texts, or, as that of the open data, the
// revision of the content.
func shows(p *plan.Page, texts map[string]bool) bool {
	if p.Kind == plan.Data {
		return true
	}
	for r := range p.Texts() {
		if texts[r.File.Path] {
			return true
		}
	}
	return false
}
