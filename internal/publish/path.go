package publish

import (
	"fmt"
	"io/fs"
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

// names are the paths of a site, of which no two may be one file on any system.
type names struct {
	files   map[string]string // by path without regard to case
	folders map[string]string
}

// newNames returns room for about so many paths, of which most have a folder of their own.
func newNames(n int) *names {
	return &names{files: make(map[string]string, n), folders: make(map[string]string, n)}
}

// add takes a path in, or reports why it cannot be in this site.
func (n *names) add(p string) error {
	if err := checkPath(p); err != nil {
		return err
	}
	folded := filename.Folded(p)
	if first, ok := n.files[folded]; ok {
		return clash(first, p)
	}
	if first, ok := n.folders[folded]; ok {
		return clash(first+"/", p)
	}
	for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
		folded := filename.Folded(dir)
		if first, ok := n.files[folded]; ok {
			return clash(first, p)
		}
		first, ok := n.folders[folded]
		if ok && first != dir {
			return clash(first+"/", p)
		}
		if ok {
			break // and so are the folders above it
		}
		n.folders[folded] = dir
	}
	n.files[folded] = p
	return nil
}

// has tells whether a path is among them.
func (n *names) has(p string) bool { return n.files[filename.Folded(p)] == p }

// hasFolder tells whether a path is a folder of one of them.
func (n *names) hasFolder(p string) bool { return n.folders[filename.Folded(p)] == p }

// all returns every path, in no order.
func (n *names) all() []string {
	paths := make([]string, 0, len(n.files))
	for _, p := range n.files {
		paths = append(paths, p)
	}
	return paths
}

func clash(first, second string) error {
	return fmt.Errorf("paths %q and %q are one on some systems", first, second)
}
