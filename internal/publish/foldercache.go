package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"
)

// folderCache makes folders for files below a root, for one goroutine. An [os.Root] opens
// every folder on the way to a file, which for thousands of files that each have a folder
// takes longer than to write them. Files come folder by folder, so folderCache keeps one
// folder open: the one that holds the folder of the last file.
type folderCache struct {
	root *os.Root
	open *os.Root // nil before the first file that is not near the root
	path string   // of open, in root
	made string   // the last folder that makeFor made
}

// resolve returns an open folder that is above a file, and the path of the file in it. It
// fails when the folder does not exist.
func (c *folderCache) resolve(file string) (open *os.Root, rest string, err error) {
	above := path.Dir(path.Dir(file))
	if above == "." {
		return c.root, file, nil
	}
	if above != c.path {
		open, err := c.root.OpenRoot(above)
		if err != nil {
			return nil, "", err
		}
		c.close()
		c.open, c.path = open, above
	}
	return c.open, file[len(above)+1:], nil
}

// makeFor makes the folder of a file and those above it. Another goroutine may make them
// at the same moment.
func (c *folderCache) makeFor(file string) error {
	dir := path.Dir(file)
	if dir == c.made || dir == "." {
		return nil
	}
	open, rest, err := c.resolve(file)
	if errors.Is(err, fs.ErrNotExist) {
		err = c.root.MkdirAll(path.Dir(dir), 0o755)
		if err == nil {
			open, rest, err = c.resolve(file)
		}
	}
	if err != nil {
		return err
	}
	if err := open.Mkdir(path.Dir(rest), 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	c.made = dir
	return nil
}

// close closes the folder that is open.
func (c *folderCache) close() {
	if c.open != nil {
		_ = c.open.Close() // it was not written to
		c.open, c.path = nil, ""
	}
}
