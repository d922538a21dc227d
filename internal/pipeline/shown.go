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
// the next build can tell which pages cannot but be the same.
type Shown struct {
	noteBack string
	revised  string        // the path of the page that tells the revision of the content
	records  []shownRecord // sorted by path
	pages    []shownPage   // those that show texts
}

// shownRecord is a record as it was.
type shownRecord struct {
	path string
	face Face
	// remarked says that something is to be said of its text.
	remarked bool
}

// shownPage is a page that shows texts.
type shownPage struct {
	path     string
	records  []byte          // whose texts: indexes, packed
	passages render.Passages // nil when a text in it cannot be replaced
}

// of returns the records whose texts a page shows, in the order of plan.Page.Texts.
func (s *Shown) of(p *shownPage) iter.Seq2[int, *shownRecord] {
	return func(yield func(int, *shownRecord) bool) {
		r := packed.Read(p.records)
		for k := 0; r.More(); k++ {
			if i := r.Number(); i >= len(s.records) || !yield(k, &s.records[i]) {
				return
			}
		}
	}
}

// record returns what is known of a record; nil when there was none.
func (s *Shown) record(path string) *shownRecord {
	i, ok := s.find(path)
	if !ok {
		return nil
	}
	return &s.records[i]
}

func (s *Shown) find(path string) (int, bool) {
	return slices.BinarySearchFunc(s.records, path, func(r shownRecord, path string) int { return strings.Compare(r.path, path) })
}

// errShown is for bytes that are no Shown.
var errShown = errors.New("this does not tell what pages show")

// ReadShown reads what Bytes wrote. The bytes must not change any more.
func ReadShown(data []byte) (*Shown, error) {
	r := packed.Read(data)
	s := &Shown{noteBack: r.Text(), revised: r.Text()}
	s.records = make([]shownRecord, r.Count(len(Face{})+2))
	for i := range s.records {
		one := &s.records[i]
		one.path = r.Text()
		copy(one.face[:], r.Bytes(len(one.face)))
		one.remarked = r.Byte() != 0
	}
	s.pages = make([]shownPage, r.Count(3))
	for i := range s.pages {
		one := &s.pages[i]
		one.path, one.records, one.passages = r.Text(), r.Part(), r.Part()
		if len(one.passages) == 0 {
			one.passages = nil
		}
	}
	if !r.Done() {
		return nil, errShown
	}
	return s, nil
}

// Bytes returns s as bytes, for ReadShown.
func (s *Shown) Bytes() []byte {
	n := 64 * (len(s.records) + len(s.pages))
	for i := range s.pages {
		n += len(s.pages[i].passages)
	}
	b := packed.AppendText(packed.AppendText(make([]byte, 0, n), s.noteBack), s.revised)
	b = packed.AppendNumber(b, len(s.records))
	for i := range s.records {
		one := &s.records[i]
		b = append(packed.AppendText(b, one.path), one.face[:]...)
		if one.remarked {
			b = append(b, 1)
		} else {
			b = append(b, 0)
		}
	}
	b = packed.AppendNumber(b, len(s.pages))
	for i := range s.pages {
		one := &s.pages[i]
		b = packed.AppendText(packed.AppendText(packed.AppendText(b, one.path), one.records), []byte(one.passages))
	}
	return b
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
	for i, p := range t.out.Site.Pages {
		if !yield(publish.File{Path: p.File(), Write: t.write(i), Kept: onlyTexts && !shows(p, texts)}) {
			return
		}
	}
	t.out.beside(func(f publish.File) bool {
		f.Kept = onlyTexts
		return yield(f)
	})
}

func (t *teller) write(i int) func(w io.Writer) error {
	return func(w io.Writer) (err error) {
		t.made[i] = true
		t.passages[i], err = t.out.Renderer.PageTelling(w, t.out.Site.Pages[i])
		return err
	}
}

func (t *teller) shown() *Shown {
	s := &Shown{noteBack: t.out.Renderer.NoteBack()}
	remarked := t.out.remarked()
	for r := range t.out.records.Records() {
		s.records = append(s.records, shownRecord{r.File.Path, faceOf(r), remarked[r]})
	}
	slices.SortFunc(s.records, func(a, b shownRecord) int { return strings.Compare(a.path, b.path) })
	before := make(map[string]render.Passages)
	if t.since.Before != nil {
		for _, p := range t.since.Before.pages {
			before[p.path] = p.passages
		}
	}
	for i, p := range t.out.Site.Pages {
		if p.Kind == plan.Data && t.out.Renderer.BuiltIn() {
			s.revised = p.File()
		}
		if !p.HasTexts() {
			continue
		}
		page := shownPage{path: p.File(), passages: t.passages[i]}
		if !t.made[i] {
			page.passages = before[page.path]
		}
		for r := range p.Texts() {
			n, _ := s.find(r.File.Path)
			page.records = packed.AppendNumber(page.records, n)
		}
		s.pages = append(s.pages, page)
	}
	return s
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
