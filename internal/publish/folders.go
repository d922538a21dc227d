package publish

import (
	"errors"
	"io/fs"
)

// lastFolder makes the folders above files of a tree. Files come folder by folder, so
// that nearly all are in the folder of the file before.
type lastFolder struct {
	tree *tree
	dir  string
}

// above makes the folders above a file. Another worker may make them at the same moment.
func (l *lastFolder) above(file string) error {
	dir, _ := split(file)
	if dir == l.dir || dir == "" {
		return nil
	}
	if err := l.tree.makeFolder(dir, nil); err != nil {
		return err
	}
	l.dir = dir
	return nil
}

// makeFolder makes a folder and those above it that are not there. made is told of each;
// it may be nil.
func (t *tree) makeFolder(dir string, made func(string)) error {
	err := t.mkdir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		above, _ := split(dir)
		if err := t.makeFolder(above, made); err != nil {
			return err
		}
		err = t.mkdir(dir)
	}
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err == nil && made != nil {
		made(dir)
	}
	return err
}
