package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"
)

// ladder is the folder that a worker is at and those above it, each opened in the one
// before. An [os.Root] goes from its top to a file anew every time, folder by folder;
// files come folder by folder too, so that nearly all of that is the same as for the
// file before.
type ladder struct {
	root  *os.Root
	make  bool // whether folders that are not there are made
	steps []step
}

type step struct {
	name string
	root *os.Root
}

// at returns the folder that a file lies in.
func (l *ladder) at(file string) (*os.Root, error) {
	dir := path.Dir(file)
	if dir == "." {
		return l.root, nil
	}
	here, depth := l.root, 0
	for name := range strings.SplitSeq(dir, "/") {
		if depth < len(l.steps) && l.steps[depth].name == name {
			here = l.steps[depth].root
			depth++
			continue
		}
		l.down(depth)
		below, err := l.step(here, name)
		if err != nil {
			return nil, err
		}
		l.steps = append(l.steps, step{name, below})
		here = below
		depth++
	}
	return here, nil
}

// step opens a folder in another. Another worker may make it at the same moment.
func (l *ladder) step(in *os.Root, name string) (*os.Root, error) {
	if l.make {
		if err := in.Mkdir(name, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
	}
	return in.OpenRoot(name)
}

// down closes the folders below a depth.
func (l *ladder) down(depth int) {
	for _, s := range l.steps[min(depth, len(l.steps)):] {
		_ = s.root.Close() // nothing was written through it
	}
	l.steps = l.steps[:min(depth, len(l.steps))]
}
