package publish

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// oldSite is the site that is in the output folder before the build.
//
// Its files are opened by their whole path, as an [os.Root] opens every folder on the way to
// a file. A symbolic link that somebody puts in such a path can lead to another file, but
// only one with the bytes of the new site is ever used, and only that very file.
type oldSite struct {
	path   string      // of the output folder
	exists bool        // whether there is an output folder
	mode   fs.FileMode // permission bits of the folder
}

// unchangedFile is a file that the old site has with the bytes of the new one.
type unchangedFile struct {
	path string
	info fs.FileInfo // of the file in the old site
}

// statOldSite returns what is in the output folder.
func statOldSite(loc location) (oldSite, error) {
	info, err := os.Stat(loc.path)
	if errors.Is(err, fs.ErrNotExist) {
		return oldSite{path: loc.path}, nil
	}
	if err != nil {
		return oldSite{}, err
	}
	return oldSite{loc.path, true, info.Mode().Perm()}, nil
}

// osPath returns the osPath of a file of the site in the file system.
func (old oldSite) osPath(path string) string { return filepath.Join(old.path, path) }

// find returns the file info of the file at path when that is a regular file with these
// bytes, of which size is the number; else nil.
func (old oldSite) find(path string, size int64, content io.Reader, compare *comparer) (fs.FileInfo, error) {
	if !old.exists {
		return nil, nil
	}
	info, err := os.Lstat(old.osPath(path))
	if err != nil || !info.Mode().IsRegular() || info.Size() != size {
		return nil, nil
	}
	file, err := os.Open(old.osPath(path))
	if err != nil {
		return nil, nil // a file that cannot be read is written again
	}
	defer file.Close()
	same, err := compare.equal(file, content)
	if err != nil || !same {
		return nil, err
	}
	return file.Stat()
}
