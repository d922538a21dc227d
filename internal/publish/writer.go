package publish

import (
	"bytes"
	"io"
	"os"
)

// spoolLimit is how much of a file is held in memory before it goes to the disk:
// more than any page, less than pictures and documents may be.
const spoolLimit = 256 << 10

const compareSize = 32 << 10

// writer writes one file after another with the same buffers.
type writer struct {
	spool   spool
	old     *ladder // in the old site
	memory  bytes.Reader
	buffers [2][]byte
}

func newWriter(s *stage) *writer {
	return &writer{
		spool:   spool{stage: s, to: &ladder{root: s.root, make: true}},
		old:     &ladder{root: s.before.root},
		buffers: [2][]byte{make([]byte, compareSize), make([]byte, compareSize)},
	}
}

// close closes the folders that are open.
func (w *writer) close() {
	w.spool.to.down(0)
	w.old.down(0)
}

// put writes a file, unless it is as it was.
func (w *writer) put(file File) error {
	w.spool.reset(file.Path)
	if err := file.Write(&w.spool); err != nil {
		w.spool.abandon()
		return err
	}
	same, err := w.settle(file.Path)
	if err != nil {
		return err
	}
	w.spool.stage.settled(file.Path, w.spool.size, same)
	return nil
}

// settle compares what was written with the old file, and brings it to the disk
// when it differs.
func (w *writer) settle(path string) (same bool, err error) {
	content, err := w.content()
	if err == nil {
		same, err = w.spool.stage.before.same(w.old, path, w.spool.size, content, &w.buffers)
	}
	if err != nil {
		w.spool.abandon()
		return false, err
	}
	if same {
		return true, w.spool.discard()
	}
	return false, w.spool.commit()
}

func (w *writer) content() (io.Reader, error) {
	if w.spool.file != nil {
		_, err := w.spool.file.Seek(0, io.SeekStart)
		return w.spool.file, err
	}
	w.memory.Reset(w.spool.held)
	return &w.memory, nil
}

// spool holds one file in memory, or on the disk when it is large.
type spool struct {
	stage *stage
	to    *ladder // in the new site
	path  string
	held  []byte
	file  *os.File // once it outgrew memory
	size  int64
}

func (s *spool) reset(path string) {
	*s = spool{stage: s.stage, to: s.to, path: path, held: s.held[:0]}
}

func (s *spool) Write(p []byte) (int, error) {
	s.size += int64(len(p))
	if s.file == nil && s.size <= spoolLimit {
		s.held = append(s.held, p...)
		return len(p), nil
	}
	if s.file == nil {
		if err := s.spill(); err != nil {
			return 0, err
		}
	}
	return s.file.Write(p)
}

// WriteString keeps templates from copying every text first.
func (s *spool) WriteString(text string) (int, error) {
	if s.file == nil && s.size+int64(len(text)) <= spoolLimit {
		s.size += int64(len(text))
		s.held = append(s.held, text...)
		return len(text), nil
	}
	return s.Write([]byte(text))
}

func (s *spool) spill() error {
	file, err := create(s.to, s.path)
	if err != nil {
		return err
	}
	s.file = file
	_, err = file.Write(s.held)
	s.held = s.held[:0]
	return err
}

// commit leaves the file in the new site.
func (s *spool) commit() error {
	if s.file == nil {
		if err := s.spill(); err != nil {
			s.abandon()
			return err
		}
	}
	file := s.file
	s.file = nil
	return file.Close()
}

// discard leaves no file in the new site.
func (s *spool) discard() error {
	if s.file == nil {
		return nil
	}
	if err := s.commit(); err != nil {
		return err
	}
	return s.stage.root.Remove(s.path)
}

// abandon closes what an error left open; the whole stage is about to go.
func (s *spool) abandon() {
	if s.file != nil {
		_ = s.file.Close()
		s.file = nil
	}
}
