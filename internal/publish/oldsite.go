package publish

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// oldSite is the site that is in the output folder before the build.
type oldSite struct {
	root *os.Root    // nil when there is no folder
	mode fs.FileMode // permission bits of the folder
}

// openOldSite opens the output folder, if it exists.
func openOldSite(loc location) (*oldSite, error) {
	root, err := os.OpenRoot(loc.path)
	if errors.Is(err, fs.ErrNotExist) {
		return &oldSite{}, nil
	}
	if err != nil {
		return nil, err
	}
	info, err := root.Stat(".")
	if err != nil {
		return nil, errors.Join(err, root.Close())
	}
	return &oldSite{root, info.Mode().Perm()}, nil
}

// exists reports whether there is an output folder.
func (old *oldSite) exists() bool { return old.root != nil }

// close closes the output folder; it may be called again.
func (old *oldSite) close() error {
	if old.root == nil {
		return nil
	}
	return old.root.Close()
}

// oldFiles gives one goroutine access to the files of the old site.
type oldFiles struct {
	folders folderCache
	compare comparer
}

// find returns the file info of the file at path when that is a regular file with these
// bytes, of which size is the number; else nil.
func (old *oldFiles) find(path string, size int64, content io.Reader) (fs.FileInfo, error) {
	if old.folders.root == nil {
		return nil, nil
	}
	folder, rest, err := old.folders.resolve(path)
	if err != nil {
		return nil, nil // as there is no such folder, or a link out of the output folder
	}
	info, err := folder.Lstat(rest)
	if err != nil || !info.Mode().IsRegular() || info.Size() != size {
		return nil, nil
	}
	file, err := folder.Open(rest)
	if err != nil {
		return nil, nil // a file that cannot be read is written again
	}
	defer file.Close()
	same, err := old.compare.equal(file, content)
	if err != nil || !same {
		return nil, err
	}
	return info, nil
}
