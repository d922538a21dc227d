package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// location is where the output folder is in the file system.
type location struct {
	given  string // the path that the user gave
	path   string // absolute, without symbolic links
	parent string // the folder that holds it
	base   string // its name in parent
}

// locate returns the location of an output folder, which need not exist. It refuses
// one that can never be ours.
func locate(dir, content string) (location, error) {
	real, err := resolve(dir)
	if err != nil {
		return location{}, err
	}
	l := location{given: dir, path: real, parent: filepath.Dir(real), base: filepath.Base(real)}
	if l.parent == l.path {
		return location{}, &Refused{Reason: Immovable, Dir: dir}
	}
	if content == "" {
		return l, nil
	}
	return l, l.checkOverlap(content)
}

// resolve returns the absolute path of a folder, with the symbolic links followed in the
// part of it that exists.
func resolve(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	existing, rest := abs, ""
	for {
		_, err := os.Lstat(existing)
		if err == nil {
			break
		}
		parent := filepath.Dir(existing)
		if parent == existing {
			return "", err
		}
		rest = filepath.Join(filepath.Base(existing), rest)
		existing = parent
	}
	real, err := filepath.EvalSymlinks(existing)
	if errors.Is(err, fs.ErrNotExist) {
		return "", &Refused{Reason: BrokenLink, Dir: dir, Path: existing}
	}
	if err != nil {
		return "", err
	}
	info, err := os.Stat(real)
	if err != nil {
		return "", err
	}
	if !info.IsDir() {
		return "", &Refused{Reason: NotFolder, Dir: dir, Path: existing}
	}
	return filepath.Join(real, rest), nil
}

// checkOverlap refuses a folder that is, holds or lies in the content folder. It asks
// the system whether two folders are the same: on a file system without regard to
// case, names do not decide that.
func (l location) checkOverlap(content string) error {
	abs, err := filepath.Abs(content)
	if err != nil {
		return err
	}
	real, err := filepath.EvalSymlinks(abs)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // a folder that does not exist overlaps nothing
	}
	if err != nil {
		return err
	}
	switch {
	case sameFolder(l.path, real):
		return &Refused{Reason: IsContent, Dir: l.given}
	case within(l.path, real):
		return &Refused{Reason: InContent, Dir: l.given}
	case within(real, l.path):
		return &Refused{Reason: HoldsContent, Dir: l.given}
	}
	return nil
}

// within reports whether folder is one of the folders above path.
func within(path, folder string) bool {
	for {
		parent := filepath.Dir(path)
		if parent == path {
			return false
		}
		if sameFolder(parent, folder) {
			return true
		}
		path = parent
	}
}

// sameFolder reports whether two paths lead to one folder.
func sameFolder(a, b string) bool {
	first, err := os.Stat(a)
	if err != nil {
		return false
	}
	second, err := os.Stat(b)
	return err == nil && os.SameFile(first, second)
}
