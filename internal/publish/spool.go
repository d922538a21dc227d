package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
)

// spoolLimit is how many bytes of a file are held in memory before they go to the disk:
// more than pages have, less than pictures and documents may have.
const spoolLimit = 512 << 10

// spool holds the bytes of one file: in its buffer or, once there are more than
// spoolLimit, in a temporary file in the work folder. It is used for one file after
// another.
type spool struct {
	root   *os.Root // of the work folder
	name   string   // of the temporary file, in root
	file   *os.File // nil while all bytes are in the buffer
	buffer bytes.Buffer
	size   int64 // of all bytes together
}

// newSpool returns the spool of one worker.
func newSpool(root *os.Root, worker int) *spool {
	return &spool{root: root, name: fmt.Sprint(largePrefix, worker)}
}

// reset empties a spool without a temporary file.
func (s *spool) reset() {
	s.buffer.Reset()
	s.size = 0
}

// AvailableBuffer returns an empty buffer with some capacity, to append to and pass to
// the next Write, as that of [bytes.Buffer].
func (s *spool) AvailableBuffer() []byte { return s.buffer.AvailableBuffer() }

// Write implements [io.Writer].
func (s *spool) Write(p []byte) (int, error) {
	if s.buffer.Len()+len(p) > spoolLimit {
		if err := s.spill(); err != nil {
			return 0, err
		}
	}
	s.size += int64(len(p))
	if len(p) > spoolLimit {
		return s.file.Write(p)
	}
	return s.buffer.Write(p)
}

// WriteString implements [io.StringWriter].
func (s *spool) WriteString(text string) (int, error) {
	if s.buffer.Len()+len(text) > spoolLimit {
		return s.Write([]byte(text))
	}
	s.size += int64(len(text))
	return s.buffer.WriteString(text)
}

// spill moves the bytes in the buffer to the temporary file.
func (s *spool) spill() (err error) {
	if s.file == nil {
		s.file, err = s.root.OpenFile(s.name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return err
		}
	}
	_, err = s.buffer.WriteTo(s.file)
	return err
}

// reader returns a reader of all bytes.
func (s *spool) reader() (io.Reader, error) {
	if s.file == nil {
		return bytes.NewReader(s.buffer.Bytes()), nil
	}
	if err := s.spill(); err != nil {
		return nil, err
	}
	_, err := s.file.Seek(0, io.SeekStart)
	return s.file, err
}

// moveTo makes the temporary file the file of the new site at path.
func (s *spool) moveTo(path string) error {
	err := s.file.Close()
	s.file = nil
	return errors.Join(err, s.root.Rename(s.name, newName+"/"+path))
}

// discard removes the temporary file, if there is one.
func (s *spool) discard() error {
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	s.file = nil
	return errors.Join(err, s.root.Remove(s.name))
}
