package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path"

	"wijkvisie/internal/identity"
)

// spoolLimit is how much of a file is held in memory before it goes to the disk:
// more than pages are, less than pictures and documents may be.
const spoolLimit = 512 << 10

const compareSize = 32 << 10

// writer writes one file after another with the same buffers.
type writer struct {
	stage   *stage
	spool   spool
	memory  bytes.Reader
	buffers [2][]byte
	folder  lastFolder
}

func newWriter(s *stage) *writer {
	return &writer{
		stage:  s,
		spool:  spool{work: s.work, tagger: s.tagger, number: int(s.writers.Add(1))},
		folder: lastFolder{tree: s.tree},
	}
}

// put writes a file, unless it is as it was.
func (w *writer) put(file File) error {
	if file.Kept && w.stage.keepAsKnown(file.Path) {
		return nil
	}
	w.spool.reset()
	err := file.Write(&w.spool)
	if err == nil {
		err = w.spool.end()
	}
	if err == nil {
		err = w.settle(file.Path)
	}
	return errors.Join(err, w.spool.drop())
}

// settle keeps the old file when it has the bytes that were written, or makes a new one.
func (w *writer) settle(path string) error {
	if old := w.stage.known.file(path); old != nil && old.tag == w.spool.tag && w.stage.keepAsKnown(path) {
		return nil
	}
	content, err := w.content()
	if err != nil {
		return err
	}
	same, id, err := w.stage.before.same(path, w.spool.size, content, &w.buffers)
	if err != nil {
		return err
	}
	if same {
		w.stage.keep(fileRecord{path: path, tag: w.spool.tag, id: id}, w.spool.size)
		return nil
	}
	id, err = w.make(path)
	if err != nil {
		return err
	}
	w.stage.made(fileRecord{path: path, tag: w.spool.tag, id: id}, w.spool.size)
	return nil
}

func (w *writer) content() (io.Reader, error) {
	if w.spool.file != nil {
		_, err := w.spool.file.Seek(0, io.SeekStart)
		return w.spool.file, err
	}
	w.memory.Reset(w.spool.held[tagSize:])
	return &w.memory, nil
}

// make makes the new file.
func (w *writer) make(file string) (identity.ID, error) {
	if err := w.folder.above(file); err != nil {
		return identity.ID{}, err
	}
	if w.spool.file == nil {
		return w.stage.tree.put(file, w.spool.held[tagSize:])
	}
	if err := w.spool.moveTo(path.Join(newName, file)); err != nil {
		return identity.ID{}, err
	}
	id, _ := w.stage.tree.identity(file)
	return id, nil
}

// spool holds one file in memory, or in the work folder when it is large.
type spool struct {
	work   *work
	tagger *tagger // nil when nobody asks for tags
	number int     // tells the spools of workers apart

	held []byte // room for a tag, then bytes that are not in the file yet, nor tagged
	file *os.File
	size int64
	tag  tag
	made tag // where a tag is made
}

func (s *spool) reset() {
	if s.held == nil {
		s.held = make([]byte, tagSize, 32<<10)
	}
	s.held, s.size, s.tag = s.held[:tagSize], 0, tag{}
}

// AvailableBuffer returns room to append to, for what is written next.
func (s *spool) AvailableBuffer() []byte { return s.held[len(s.held):] }

func (s *spool) Write(p []byte) (int, error) {
	n := len(p)
	if end := len(s.held); n > 0 && end+n <= tagSize+spoolLimit && cap(s.held) >= end+n && &s.held[:end+1][end] == &p[0] {
		s.held = s.held[:end+n] // it stands there already
		s.size += int64(n)
		return n, nil
	}
	for len(s.held)+len(p) > tagSize+spoolLimit {
		room := tagSize + spoolLimit - len(s.held)
		s.grow(room)
		s.held, p = append(s.held, p[:room]...), p[room:]
		if err := s.spill(); err != nil {
			return 0, err
		}
	}
	s.grow(len(p))
	s.held = append(s.held, p...)
	s.size += int64(n)
	return n, nil
}

// WriteString keeps templates from copying every text first.
func (s *spool) WriteString(text string) (int, error) {
	if len(s.held)+len(text) > tagSize+spoolLimit {
		return s.Write([]byte(text))
	}
	s.grow(len(text))
	s.held = append(s.held, text...)
	s.size += int64(len(text))
	return len(text), nil
}

// grow makes room for so many bytes more, which may be held. It does so in large steps: all
// but the last are garbage.
func (s *spool) grow(n int) {
	if need := len(s.held) + n; need > cap(s.held) {
		room := make([]byte, 0, min(max(4*cap(s.held), need), tagSize+spoolLimit))
		s.held = append(room, s.held...)
	}
}

// name is that of the file of a spool, in the work folder.
func (s *spool) name() string { return fmt.Sprint(largePrefix, s.number) }

// spill tags what is held, and brings it to the disk.
func (s *spool) spill() (err error) {
	s.addTag()
	if s.file == nil {
		if s.file, err = s.work.root.OpenFile(s.name(), os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644); err != nil {
			return err
		}
	}
	_, err = s.file.Write(s.held[tagSize:])
	s.held = s.held[:tagSize]
	return err
}

// end completes a file.
func (s *spool) end() error {
	if s.file != nil {
		return s.spill()
	}
	s.addTag()
	return nil
}

func (s *spool) addTag() {
	if s.tagger != nil {
		s.tag = s.tagger.next(s.tag, s.held, s.made[:])
	}
}

// moveTo gives the file of a spool its place in the work folder.
func (s *spool) moveTo(path string) error {
	err := s.file.Close()
	s.file = nil
	return errors.Join(err, s.work.root.Rename(s.name(), path))
}

// drop removes what is left of a file in the work folder.
func (s *spool) drop() error {
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	s.file = nil
	return errors.Join(err, s.work.root.Remove(s.name()))
}
