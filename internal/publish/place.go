package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// place is where the output folder really is.
type place struct {
	given  string // as the user named it
	path   string // absolute, without symbolic links
	parent string // the folder that holds it
	base   string // its name in there
}

// locate finds the output folder, which need not exist, and refuses one that can
// never be ours.
func locate(dir, content string) (place, error) {
	real, err := resolve(dir)
	if err != nil {
		return place{}, err
	}
	p := place{given: dir, path: real, parent: filepath.Dir(real), base: filepath.Base(real)}
	if p.parent == p.path {
		return place{}, &Refused{Reason: Immovable, Dir: dir}
	}
	if content == "" {
		return p, nil
	}
	return p, p.overlap(content)
}

// resolve follows the symbolic links in the part of dir that exists.
func resolve(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	there, rest := abs, ""
	for {
		_, err := os.Lstat(there)
		if err == nil {
			break
		}
		up := filepath.Dir(there)
		if up == there {
			return "", err
		}
		rest = filepath.Join(filepath.Base(there), rest)
		there = up
	}
	real, err := filepath.EvalSymlinks(there)
	if errors.Is(err, fs.ErrNotExist) {
		return "", &Refused{Reason: BrokenLink, Dir: dir, Path: there}
	}
	if err != nil {
		return "", err
	}
	info, err := os.Stat(real)
	if err != nil {
		return "", err
	}
	if !info.IsDir() {
		return "", &Refused{Reason: NotFolder, Dir: dir, Path: there}
	}
	return filepath.Join(real, rest), nil
}

// overlap refuses a folder that is, holds or lies in the content folder. It asks
// the system whether two folders are the same, as their names do not tell where
// case does not count.
func (p place) overlap(content string) error {
	abs, err := filepath.Abs(content)
	if err != nil {
		return err
	}
	real, err := filepath.EvalSymlinks(abs)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // what is not there touches nothing
	}
	if err != nil {
		return err
	}
	switch {
	case sameFolder(p.path, real):
		return &Refused{Reason: IsContent, Dir: p.given}
	case within(p.path, real):
		return &Refused{Reason: InContent, Dir: p.given}
	case within(real, p.path):
		return &Refused{Reason: HoldsContent, Dir: p.given}
	}
	return nil
}

// within reports whether folder is one of the folders above path.
func within(path, folder string) bool {
	for {
		up := filepath.Dir(path)
		if up == path {
			return false
		}
		if sameFolder(up, folder) {
			return true
		}
		path = up
	}
}

func sameFolder(a, b string) bool {
	first, err := os.Stat(a)
	if err != nil {
		return false
	}
	second, err := os.Stat(b)
	return err == nil && os.SameFile(first, second)
}
