package publish

import (
	"errors"
	"io"
	"os"
)

// errReplaced is the error for a file of the old site that was replaced during the build.
var errReplaced = errors.New("somebody replaced it in the meantime")

// link makes a file of the old site one of the new one, with its modification time.
func (s *newSite) link(file unchangedFile) error {
	name := s.osPath(file.path)
	if os.Link(s.old.osPath(file.path), name) != nil {
		return s.copy(file)
	}
	info, err := os.Lstat(name)
	if err == nil && !os.SameFile(info, file.info) {
		err = errReplaced
	}
	return err
}

// copy replaces link on file systems, and for owners, that allow no links.
func (s *newSite) copy(file unchangedFile) error {
	from, err := os.Open(s.old.osPath(file.path))
	if err != nil {
		return err
	}
	defer from.Close()
	info, err := from.Stat()
	if err != nil {
		return err
	}
	if !os.SameFile(info, file.info) {
		return errReplaced
	}
	to, err := os.OpenFile(s.osPath(file.path), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	if err := errors.Join(err, to.Close()); err != nil {
		return err
	}
	return os.Chtimes(s.osPath(file.path), info.ModTime(), info.ModTime())
}
