package publish

import (
	"strings"
	"sync"
	"time"

	"wijkvisie/internal/parallel"
)

// look is one look at the folders of a side, and perhaps at their files.
type look struct {
	record *Record
	tree   *tree
	side   side
	file   func(*fileRecord) bool // whether a file is as it was; nil when nobody asks
	fresh  map[string]*inFolder   // what has to be in the fresh folders
}

// inFolder are the names in a folder.
type inFolder struct {
	mu    sync.Mutex
	names []string
}

func (in *inFolder) add(path string) {
	_, name := split(strings.Clone(path))
	in.mu.Lock()
	defer in.mu.Unlock()
	in.names = append(in.names, name)
}

// holds tells whether the folders of a side are as they were, and whether file says so of
// all their files; it may be nil. What came and went shows in the folder that it came
// to and went from. A fresh one that has rested is known by its identity from now on.
//
// A folder and its files are looked at right after one another: what the system has to
// bring together of them, which is most of what looking takes, is at hand then.
func (r *Record) holds(t *tree, s side, file func(*fileRecord) bool) bool {
	l := &look{r, t, s, file, make(map[string]*inFolder, len(r.fresh[s]))}
	for _, dir := range r.fresh[s] {
		l.fresh[dir] = new(inFolder)
	}
	now := time.Now()
	if len(r.batches) == 0 || !parallel.All(r.batches, l.batch) {
		return false
	}
	rested, ok := l.freshFolders(now)
	r.rested[s] = rested
	return ok
}

// batch looks at the folders of a batch.
func (l *look) batch(b *batch) bool {
	r := b.read()
	for f := r.folder(); f != nil; f = r.folder() {
		if !l.folder(f) {
			return false
		}
		in := l.fresh[f.path]
		if !f.sides[l.side].there || in == nil && l.file == nil {
			continue
		}
		for f := r.file(); f != nil; f = r.file() {
			if l.file != nil && !l.file(f) {
				return false
			}
			if in != nil && l.has(f.path) {
				in.add(f.path)
			}
		}
	}
	return r.done()
}

// folder looks at a folder.
func (l *look) folder(f *folderRecord) bool {
	state := &f.sides[l.side]
	if !state.there {
		return true
	}
	if f.path != "" {
		above, _ := split(f.path)
		if in := l.fresh[above]; in != nil {
			in.add(f.path)
		}
	}
	id, ok := l.tree.identity(f.path)
	return ok && id.IsDir() && (state.fresh || id == state.id)
}

// has tells whether a file of the site is in this side too.
func (l *look) has(path string) bool {
	if l.side == theSite {
		return true
	}
	there, differs := l.record.differ[path]
	return !differs || bool(there)
}

// freshFolders looks whether the fresh folders hold the names that they held, and returns
// what they are now.
func (l *look) freshFolders(now time.Time) (rested map[string]folderState, ok bool) {
	if l.side == theSpare && len(l.fresh) > 0 {
		for path := range l.record.onlyInSpare() {
			above, _ := split(path)
			if in := l.fresh[above]; in != nil {
				in.add(path)
			}
		}
	}
	rested = make(map[string]folderState, len(l.fresh))
	for dir, in := range l.fresh {
		id, ok := l.tree.identity(dir)
		if !ok || !l.tree.hasNames(dir, in.names) {
			return nil, false
		}
		rested[dir] = folderState{there: true, fresh: id.Fresh(now), id: id}
	}
	return rested, true
}
