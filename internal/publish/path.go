package publish

import (
	"fmt"
	"io/fs"
	"iter"
	"path"
	"strings"

	"wijkvisie/internal/filename"
)

// checkPath reports what is wrong with the path of a file: it must stay in the
// folder, and be a name that every system can hold, so that the same content
// gives the same site everywhere.
func checkPath(p string) error {
	if !fs.ValidPath(p) || p == "." {
		return fmt.Errorf("path %q is not a plain relative path", p)
	}
	for name := range strings.SplitSeq(p, "/") {
		if !filename.Portable(name) {
			return fmt.Errorf("path %q has a name that some systems cannot hold: %q", p, name)
		}
	}
	if first, _, _ := strings.Cut(p, "/"); strings.EqualFold(first, markerName) {
		return fmt.Errorf("path %q is where the list of files goes", p)
	}
	return nil
}

// pathSet holds the paths of the files of a site and of their folders, no two of which
// may be the same on any system. The keys are the paths by [filename.Folded].
type pathSet map[string]sitePath

// sitePath is one path of a site.
type sitePath struct {
	spelling string
	folder   bool
}

// newPathSet returns an empty set with room for a number of files, of which most have a
// folder of their own.
func newPathSet(files int) pathSet { return make(pathSet, 2*files) }

// add adds the path of a file, or reports why it cannot be in this site.
func (s pathSet) add(p string) error {
	if err := checkPath(p); err != nil {
		return err
	}
	file := filename.Folded(p)
	if first, ok := s[file]; ok {
		return first.clash(p)
	}
	for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
		folded := filename.Folded(dir)
		first, ok := s[folded]
		if !ok {
			s[folded] = sitePath{dir, true}
			continue
		}
		if !first.folder || first.spelling != dir {
			return first.clash(p)
		}
		break // the folders above it are in the set too
	}
	s[file] = sitePath{spelling: p}
	return nil
}

// files yields the paths of the files, in no order.
func (s pathSet) files() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, p := range s {
			if !p.folder && !yield(p.spelling) {
				return
			}
		}
	}
}

// clash returns the error for a path that some systems take for p.
func (p sitePath) clash(second string) error {
	first := p.spelling
	if p.folder {
		first += "/"
	}
	return fmt.Errorf("paths %q and %q are one on some systems", first, second)
}
