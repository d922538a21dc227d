package publish

import (
	"fmt"
	"io/fs"
	"iter"
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

// names are the paths of a site, of which no two may be one file on any system: the
// paths without regard to case, and of the few that are spelled otherwise, how.
type names struct {
	files   map[string]struct{}
	folders map[string]struct{}
	spelled map[string]string
}

// newNames returns room for about so many paths, of which most have a folder of their own.
func newNames(n int) *names {
	return &names{make(map[string]struct{}, n), make(map[string]struct{}, n), make(map[string]string)}
}

// add takes a path in, or reports why it cannot be in this site.
func (n *names) add(p string) error {
	if err := checkPath(p); err != nil {
		return err
	}
	folded := filename.Folded(p)
	if in(n.files, folded) {
		return clash(n.spelling(folded), p)
	}
	if in(n.folders, folded) {
		return clash(n.spelling(folded)+"/", p)
	}
	for dir, _ := split(p); dir != ""; dir, _ = split(dir) {
		folded := filename.Folded(dir)
		if in(n.files, folded) {
			return clash(n.spelling(folded), p)
		}
		if !in(n.folders, folded) {
			n.note(n.folders, folded, dir)
			continue
		}
		if first := n.spelling(folded); first != dir {
			return clash(first+"/", p)
		}
		break // and so are the folders above it
	}
	n.note(n.files, folded, p)
	return nil
}

// note notes a path as one of the files, or of the folders.
func (n *names) note(as map[string]struct{}, folded, p string) {
	as[folded] = struct{}{}
	if p != folded {
		n.spelled[folded] = p
	}
}

// spelling returns how a path is spelled.
func (n *names) spelling(folded string) string {
	if p, otherwise := n.spelled[folded]; otherwise {
		return p
	}
	return folded
}

func in(set map[string]struct{}, path string) bool {
	_, ok := set[path]
	return ok
}

// has tells whether a path is among them.
func (n *names) has(p string) bool {
	folded := filename.Folded(p)
	return in(n.files, folded) && n.spelling(folded) == p
}

// hasFolder tells whether a path is a folder of one of them.
func (n *names) hasFolder(p string) bool {
	folded := filename.Folded(p)
	return in(n.folders, folded) && n.spelling(folded) == p
}

// all yields the paths of a set as they are spelled, in no order.
func (n *names) all(set map[string]struct{}) iter.Seq[string] {
	return func(yield func(string) bool) {
		for folded := range set {
			if !yield(n.spelling(folded)) {
				return
			}
		}
	}
}

func clash(first, second string) error {
	return fmt.Errorf("paths %q and %q are one on some systems", first, second)
}
