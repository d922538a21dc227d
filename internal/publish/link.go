package publish

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// errReplaced is the error for a file of the old site that was replaced during the build.
var errReplaced = errors.New("somebody replaced it in the meantime")

// link makes a file of the old site one of the new one, with its modification time.
//
// Both names are paths, as [os.Root.Link] opens every folder on the way to both. A symbolic
// link in them could lead elsewhere, so link checks that it was the file of the old site.
func (s *newSite) link(file unchangedFile, into *folderCache) error {
	from := filepath.Join(s.work.loc.path, file.path)
	to := filepath.Join(s.work.loc.parent, s.work.name, newName, file.path)
	if os.Link(from, to) != nil {
		return s.copy(file.path)
	}
	folder, rest, err := into.resolve(file.path)
	if err != nil {
		return err
	}
	info, err := folder.Lstat(rest)
	if err == nil && !os.SameFile(info, file.info) {
		err = errReplaced
	}
	return err
}

// copy replaces link on file systems, and for owners, that allow no links.
func (s *newSite) copy(path string) error {
	from, err := s.old.root.Open(path)
	if err != nil {
		return err
	}
	defer from.Close()
	info, err := from.Stat()
	if err != nil {
		return err
	}
	to, err := s.root.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	if err := errors.Join(err, to.Close()); err != nil {
		return err
	}
	return s.root.Chtimes(path, info.ModTime(), info.ModTime())
}
