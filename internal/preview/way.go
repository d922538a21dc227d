package preview

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// way is how a path leads to a folder, step by step: through folders and symbolic links.
type way struct {
	steps []step
	end   string // the folder, without symbolic links in its path; empty when there is none
}

// step is an entry of a folder on a way.
type step struct {
	path string      // without symbolic links in it, but for its last name
	info fs.FileInfo // of the entry itself; nil when there is none
}

// mostLinks is the greatest number of symbolic links on a way, as on Linux.
const mostLinks = 40

// wayTo returns the way to the folder at an absolute path.
func wayTo(path string) way {
	var w way
	at, rest := splitRoot(path)
	for links := 0; len(rest) > 0; {
		name := rest[0]
		rest = rest[1:]
		switch name {
		case "", ".":
			continue
		case "..":
			at = filepath.Dir(at)
			continue
		}
		entry := filepath.Join(at, name)
		info, err := os.Lstat(entry)
		if err != nil {
			w.steps = append(w.steps, step{path: entry})
			return w
		}
		w.steps = append(w.steps, step{entry, info})
		if info.Mode()&fs.ModeSymlink == 0 {
			at = entry
			continue
		}
		to, err := os.Readlink(entry)
		if links++; err != nil || links > mostLinks {
			return w
		}
		if filepath.IsAbs(to) {
			var names []string
			at, names = splitRoot(to)
			rest = append(names, rest...)
		} else {
			rest = append(strings.Split(filepath.ToSlash(to), "/"), rest...)
		}
	}
	if info, err := os.Stat(at); err == nil && info.IsDir() {
		w.end = at
	}
	return w
}

// splitRoot returns the root of an absolute path, and the names below it.
func splitRoot(path string) (root string, names []string) {
	root = filepath.VolumeName(path) + string(filepath.Separator)
	return root, strings.Split(filepath.ToSlash(strings.TrimPrefix(path, filepath.VolumeName(path))), "/")
}

// equal reports whether two ways are through the same entries to the same folder.
func (w way) equal(other way) bool {
	if w.end != other.end || len(w.steps) != len(other.steps) {
		return false
	}
	for i, s := range w.steps {
		o := other.steps[i]
		if s.path != o.path || (s.info == nil) != (o.info == nil) || s.info != nil && !os.SameFile(s.info, o.info) {
			return false
		}
	}
	return true
}
