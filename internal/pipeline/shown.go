package pipeline

import (
	"encoding/binary"
	"errors"
	"iter"
	"slices"

	"wijkvisie/internal/packed"
	"wijkvisie/internal/render"
)

// Shown is what a build leaves of itself: what its pages show of which records, so that
// the next build can tell which pages cannot but be the same. It is in pieces that are read
// when they are asked for: for a word that changed, three of hundreds.
//
// The first piece is the head, the second the digests of files. Then come batches of
// records, sorted by path, what of the same records is kept, and batches of the pages that
// show texts.
type Shown struct {
	noteBack string
	revised  string   // the path of the page that tells the revision of the content
	count    int      // of the records
	firsts   []string // the path of the first record of each batch
	sums     []uint64 // of which pages each batch of those is
	files    uint64   // which files the site has; see filesOf
	pictures map[string]picture

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

// Which piece is what.
const (
	headPiece = iota
	digestsPiece
	firstBatch
)

// errShown is for bytes that are no Shown.
var errShown = errors.New("this does not tell what pages show")

// ReadShown reads what Pieces returned.
func ReadShown(kept Pieces) (*Shown, error) {
	head, err := kept.Piece(headPiece)
	if err != nil {
		return nil, err
	}
	r := packed.Read(head)
	s := &Shown{noteBack: r.Text(), revised: r.Text(), files: r.Unsigned(), count: r.Number(), kept: kept, pieces: make([][]byte, kept.Len())}
	for range r.Count(1) {
		s.firsts = append(s.firsts, r.Text())
	}
	for range r.Count(8) {
		s.sums = append(s.sums, binary.LittleEndian.Uint64(append(r.Bytes(8), make([]byte, 8)...)))
	}
	s.pictures = readPictures(r)
	if !r.Done() || s.count < 0 || s.count > recordsTogether*len(s.firsts) || s.firstPages() > kept.Len() {
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
	data, ok := s.bytes(i)
	return packed.Read(data), ok
}

func (s *Shown) bytes(i int) (data []byte, ok bool) {
	if i < 0 || i >= len(s.pieces) {
		return nil, false
	}
	if data := s.pieces[i]; data != nil {
		return data, true
	}
	data, err := s.kept.Piece(i)
	return data, err == nil
}

// digests returns the digests of files by the hashes of their URLs.
func (s *Shown) digests() (of map[uint64]render.Digest, ok bool) {
	data, ok := s.bytes(digestsPiece)
	return readDigests(data), ok
}

// leave puts into s, of which all but the pieces is known, the packed digests, nil when they
// are as they were kept, the records, sorted by path, what is kept of them, and batches of
// packed pages.
func (s *Shown) leave(digests []byte, records []shownRecord, kept, pages [][]byte) {
	s.count = len(records)
	head := packed.AppendText(packed.AppendText(nil, s.noteBack), s.revised)
	head = binary.AppendUvarint(head, s.files)
	head = packed.AppendNumber(head, len(records))
	s.pieces = [][]byte{headPiece: nil, digestsPiece: digests}
	for batch := range slices.Chunk(records, recordsTogether) {
		s.firsts = append(s.firsts, batch[0].path)
		s.pieces = append(s.pieces, packRecords(batch))
	}
	head = packed.AppendNumber(head, len(s.firsts))
	for _, path := range s.firsts {
		head = packed.AppendText(head, path)
	}
	head = packed.AppendNumber(head, len(s.sums))
	for _, sum := range s.sums {
		head = binary.LittleEndian.AppendUint64(head, sum)
	}
	s.pieces[headPiece] = packPictures(head, s.pictures)
	s.pieces = append(append(s.pieces, kept...), pages...)
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
	r, ok := s.piece(firstBatch + batch)
	if batch < 0 || !ok {
		return found, 0, false
	}
	paths := packed.NewTexts(1 << 10)
	for i := range r.Count(len(Face{}) + 4) {
		if one := readRecord(r, paths); one.path == path {
			found, index, ok = one, batch*recordsTogether+i, true
			break
		}
		ok = false
	}
	return found, index, ok && index < s.count && found.path == path
}

// faces returns the faces of all records, by path.
func (s *Shown) faces() map[string]Face {
	faces := make(map[string]Face, s.count)
	for i := range s.firsts {
		r, ok := s.piece(firstBatch + i)
		if !ok {
			continue
		}
		paths := packed.NewTexts(1 << 10)
		for range r.Count(len(Face{}) + 4) {
			one := readRecord(r, paths)
			faces[one.path] = one.face
		}
	}
	return faces
}

// readRecord reads a record of a batch.
func readRecord(r *packed.Reader, paths *packed.Texts) shownRecord {
	one := shownRecord{path: paths.Next(r)}
	copy(one.face[:], r.Bytes(len(one.face)))
	one.remarked = r.Byte() != 0
	one.pages = r.Part()
	return one
}

// appendPages appends the pages of a batch.
func appendPages(b []byte, pages []shownPage) []byte {
	b = packed.AppendNumber(b, len(pages))
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
func (s *Shown) batches() int {
	if s == nil {
		return 0
	}
	return len(s.pieces) - s.firstPages()
}

// firstKept returns which piece is the first of what is kept.
func (s *Shown) firstKept() int { return firstBatch + len(s.firsts) }

// firstPages returns which piece is the first of the pages.
func (s *Shown) firstPages() int { return s.firstKept() + keptPieces(s.count) }

// keptPieces returns in how many pieces so many records are kept.
func keptPieces(records int) int { return (records + keptTogether - 1) / keptTogether }

// kept returns a piece of what is kept of records.
func (s *Shown) keptPiece(i int) (data []byte, ok bool) { return s.bytes(s.firstKept() + i) }

// batch returns the pages of a batch.
func (s *Shown) batch(i int) (pages []shownPage, ok bool) {
	r, ok := s.piece(s.firstPages() + i)
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

// passages returns the passages of the pages of some batches by their paths; nothing is
// known of those that cannot be read. A nil Shown knows of none.
func (s *Shown) passages(from, to int) map[string]render.Passages {
	passages := make(map[string]render.Passages)
	for i := from; s != nil && i < to; i++ {
		if pages, ok := s.batch(i); ok {
			for j := range pages {
				passages[pages[j].path] = pages[j].passages
			}
		}
	}
	return passages
}

// with returns what is shown when pages of some batches show it otherwise, and other
// pieces of what is kept.
func (s *Shown) with(batches map[int][]shownPage, kept map[int][]byte) *Shown {
	now := *s
	now.pieces = slices.Clone(s.pieces)
	for i, pages := range batches {
		now.pieces[s.firstPages()+i] = appendPages(nil, pages)
	}
	for i, piece := range kept {
		now.pieces[s.firstKept()+i] = piece
	}
	return &now
}
