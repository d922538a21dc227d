// Package shelf keeps texts out of memory that a build makes early and needs again much
// later, or never: the bytes of thousands of files, the HTML that was made of them, and what
// is noted of pages. Short texts that are needed all the time stay, close together.
package shelf

import (
	"errors"
	"hash/maphash"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unsafe"
)

// Shelf is a file without a name that holds texts. The zero Shelf, a nil one too, keeps
// them in memory, as does one that has no more room. It serves many goroutines.
//
// A text that could not be read back is a text of zeros; Err then says why, and what was
// made of any text may not be used.
type Shelf struct {
	file  *os.File
	named bool // the file still has its name
	size  atomic.Int64
	full  atomic.Bool

	failing sync.Mutex
	failed  error
}

// Open lets the shelf put what comes from now on in a new file in a folder, the one for
// temporary files when dir is empty. The name is gone at once where the system can do
// that, and with Close elsewhere.
func (s *Shelf) Open(dir string) error {
	file, err := os.CreateTemp(dir, "wijkvisie-*")
	if err != nil {
		return err
	}
	s.file, s.named = file, os.Remove(file.Name()) != nil // Windows keeps a file that is open
	return nil
}

// Close gives up the texts that are not in memory.
func (s *Shelf) Close() error {
	if s == nil || s.file == nil {
		return nil
	}
	err := s.file.Close()
	if s.named { // and only then: by now another may have the name
		err = errors.Join(err, os.Remove(s.file.Name()))
	}
	return err
}

// InMemory tells whether all that is put is kept in memory.
func (s *Shelf) InMemory() bool { return s == nil || s.file == nil }

// Err returns why a text could not be read back, nil when all could.
func (s *Shelf) Err() error {
	if s == nil {
		return nil
	}
	s.failing.Lock()
	defer s.failing.Unlock()
	return s.failed
}

func (s *Shelf) fail(err error) {
	s.failing.Lock()
	defer s.failing.Unlock()
	if s.failed == nil {
		s.failed = err
	}
}

// Put puts a copy of a text on the shelf.
func (s *Shelf) Put(text []byte) Text {
	if s.InMemory() || len(text) == 0 || s.full.Load() {
		return Text{held: string(text)}
	}
	end := s.size.Add(int64(len(text)))
	at := end - int64(len(text))
	if _, err := s.file.WriteAt(text, at); err != nil {
		s.full.Store(true)
		return Text{held: string(text)}
	}
	return Text{shelf: s, at: at, len: len(text)}
}

// Keep returns a copy of a short text that is needed all the time, in memory: many of
// them share one piece of it.
func (s *Shelf) Keep(text string) string {
	p := pieces.Get().(*piece)
	defer pieces.Put(p)
	return p.keep(text)
}

// piece is memory that short texts share.
type piece struct {
	b []byte
	// again is what was kept last of some of the shortest: a status, a theme or who asked
	// is one of a few, and comes again and again.
	again [512]string
	seed  maphash.Seed
}

const (
	pieceSize = 64 << 10
	mostAgain = 32 // of how many bytes such a text is at most
)

func newPiece() *piece { return &piece{seed: maphash.MakeSeed()} }

var pieces = sync.Pool{New: func() any { return newPiece() }}

func (p *piece) keep(text string) string {
	if len(text) > mostAgain {
		return p.add(text)
	}
	again := &p.again[maphash.String(p.seed, text)%uint64(len(p.again))]
	if *again != text {
		*again = p.add(text)
	}
	return *again
}

func (p *piece) add(text string) string {
	if len(text) > cap(p.b)-len(p.b) {
		if len(text) > pieceSize/16 {
			return strings.Clone(text)
		}
		p.b = make([]byte, 0, pieceSize)
	}
	at := len(p.b)
	p.b = append(p.b, text...)
	return unsafe.String(unsafe.SliceData(p.b[at:]), len(text)) // nobody writes there again
}

// Later returns a text of some length that is read when it is first asked for, which it
// seldom is. One that read gives another length, or an error, could not be read back.
func (s *Shelf) Later(length int, read func() ([]byte, error)) Text {
	return Text{shelf: s, len: length, late: &late{read: read}}
}

// late is a text that is read when it is first asked for.
type late struct {
	once sync.Once
	read func() ([]byte, error)
	text []byte
}

// errOther is for a text of another length.
var errOther = errors.New("a text is not the one that it was")

func (l *late) get(t Text) []byte {
	l.once.Do(func() {
		text, err := l.read()
		if err == nil && len(text) != t.len {
			err = errOther
		}
		if err != nil {
			text = make([]byte, t.len)
			t.shelf.fail(err)
		}
		l.text = text
	})
	return l.text
}

// Text is a text that was put on a shelf. The zero Text is empty.
type Text struct {
	held  string // when there is no shelf
	shelf *Shelf
	at    int64
	len   int
	late  *late // nil of nearly all
}

// Len returns how many bytes the text has.
func (t Text) Len() int {
	if t.shelf == nil {
		return len(t.held)
	}
	return t.len
}

// Append appends the part of the text from start up to end.
func (t Text) Append(dst []byte, start, end int) []byte {
	if t.shelf == nil {
		return append(dst, t.held[start:end]...)
	}
	if t.late != nil {
		return append(dst, t.late.get(t)[start:end]...)
	}
	had := len(dst)
	dst = slices.Grow(dst, end-start)[:had+end-start]
	if n, err := t.shelf.file.ReadAt(dst[had:], t.at+int64(start)); err != nil {
		clear(dst[had+n:])
		t.shelf.fail(err)
	}
	return dst
}

// Lend calls use with the part of the text from start up to end, which is use's only
// until it returns.
func (t Text) Lend(start, end int, use func(part string)) {
	if t.shelf == nil {
		use(t.held[start:end])
		return
	}
	r := rooms.Get().(*room)
	defer rooms.Put(r)
	r.b = t.Append(r.b[:0], start, end)
	use(unsafe.String(unsafe.SliceData(r.b), len(r.b))) // not changed before use returns
}

// room is where a text is read to be lent.
type room struct{ b []byte }

var rooms = sync.Pool{New: func() any { return new(room) }}
