package pipeline

import (
	"iter"
	"slices"
	"sync"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/packed"
	"wijkvisie/internal/parallel"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/render"
	"wijkvisie/internal/source"
)

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
	t.sameRecords = len(faces) == len(records)
	for i := range records {
		_, before := faces[records[i].path]
		t.sameRecords = t.sameRecords && before
	}
	return records, t.out.keep(t.records, records, t.sameRecords)
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
	shown := &Shown{noteBack: t.out.Renderer.NoteBack(), revised: revised, sums: sums, files: t.filesOf(), pictures: t.out.looked}
	shown.leave(digests, records, kept, pages)
	return shown
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
			asWas, passages := t.sameRecords && i < len(before.sums) && before.sums[i] == b.sum, all
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
