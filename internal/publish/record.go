package publish

import (
	"errors"
	"iter"
	"os"
	"path"
	"slices"
	"sync"

	"wijkvisie/internal/identity"
)

// Record is a published site as a build left it: what bytes its files have, and what
// they and its folders look like from outside, so that the next build can tell what is
// as it was without reading it. It tells of the spare too.
type Record struct {
	key tag
	// differ holds the paths at which the spare differs from the site.
	differ map[string]inSpare
	spare  bool // whether there is one

	batches []batch
	fresh   [2][]string // folders that are fresh in the batches

	looked    sync.Once
	unpacking sync.Once
	files     []fileRecord // of the batches, the marker among them

	rested [2]map[string]folderState // what fresh folders were found to be since

	indexed sync.Once
	byPath  map[string]int32 // index in files, once a file was asked for
}

// fileRecord is a file of the site.
type fileRecord struct {
	path  string
	tag   tag
	id    identity.ID
	fresh bool // a later change could bear the same time: only the bytes tell

	// While a site is written: it is as it was, and in the new folder; or it is not as it was.
	kept, linked, changed bool
}

// folderRecord is a folder of the site, of the spare, or of both.
type folderRecord struct {
	path  string // empty for the output folder
	sides [2]folderState
}

// folderState is what a folder looks like. In a fresh one only the names tell whether it
// is as it was.
type folderState struct {
	there, fresh bool
	id           identity.ID
}

// side is one of the two trees that a record tells of.
type side int

const (
	theSite side = iota
	theSpare
)

// inSpare tells whether the spare has a file where it differs from the site.
type inSpare bool

// file returns what is known of a file of the site; nil when there is none.
func (r *Record) file(path string) *fileRecord {
	if r == nil {
		return nil
	}
	r.indexed.Do(func() { // a build with nothing to do asks for none
		r.unpack()
		r.byPath = make(map[string]int32, len(r.files))
		for i := range r.files {
			r.byPath[r.files[i].path] = int32(i)
		}
	})
	if i, ok := r.byPath[path]; ok {
		return &r.files[i]
	}
	return nil
}

// find is file for one of few that are asked for, so that the rest need not be unpacked.
func (r *Record) find(path string) (found fileRecord, ok bool) {
	dir, _ := split(path)
	i := r.batchOf(dir)
	if i < 0 {
		return found, false
	}
	b := r.batches[i].read()
	for f := b.folder(); f != nil; f = b.folder() {
		if f.path != dir {
			continue
		}
		for f := b.file(); f != nil; f = b.file() {
			if f.path == path {
				found = *f
				found.path = path
				return found, true
			}
		}
	}
	return found, false
}

// folders goes through the folders of a record, from one on.
type folders struct {
	record *Record
	batch  int // the next
	reader *batchReader
	at     *folderRecord // nil when there are no more
}

// foldersFrom goes through the folders from one on.
func (r *Record) foldersFrom(dir string) *folders {
	if r == nil {
		r = new(Record)
	}
	f := &folders{record: r, reader: batch(nil).read()}
	if r.sound() {
		f.batch = max(r.batchOf(dir), 0)
	}
	f.next()
	return f
}

func (f *folders) next() {
	for f.at = f.reader.folder(); f.at == nil && f.batch < len(f.record.batches); f.at = f.reader.folder() {
		f.reader = f.record.batches[f.batch].read()
		f.batch++
	}
}

// sides returns what is known of the sides of a folder, which may not stand before the one
// that was asked for last.
func (f *folders) sides(dir string) (sides [2]folderState) {
	for f.at != nil && f.at.path < dir {
		f.next()
	}
	if f.at != nil && f.at.path == dir {
		sides = f.at.sides
	}
	for of := range sides {
		if state, ok := f.record.rested[of][dir]; ok {
			sides[of] = state
		}
	}
	return sides
}

// Holds tells whether the site in an output folder is as it was left.
func (r *Record) Holds(dir string) bool {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return false
	}
	defer root.Close()
	t, err := openTree(root, nil, "")
	if err != nil {
		return false
	}
	defer t.close()
	return r.holdsAll(t, newTagger(r.key))
}

// holdsAll tells whether the folders and files of the site are as they were.
func (r *Record) holdsAll(t *tree, tags *tagger) bool {
	return r.holds(t, theSite, func(f *fileRecord) bool {
		id, ok := t.identity(f.path)
		return ok && id == f.id && (!f.fresh || r.holdsBytes(t, tags, f))
	})
}

// isAt tells whether what is at an output folder is the site, as far as that shows from
// outside.
func (r *Record) isAt(dir string) bool {
	if r == nil || len(r.batches) == 0 {
		return false
	}
	id, ok := identity.Of(dir)
	top := r.batches[0].read().folder()
	return ok && top != nil && top.path == "" && id == top.sides[theSite].id
}

// holdsBytes tells whether the bytes of a file are as they were.
func (r *Record) holdsBytes(t *tree, tags *tagger, f *fileRecord) bool {
	spare := tags.room(f.room())
	defer tags.spare.Put(spare)
	_, ok := f.bytes(t, tags, *spare)
	return ok
}

// room returns how much room it takes to read a file.
func (f *fileRecord) room() int { return tagSize + int(f.id.Size()) + 1 }

// bytes returns the bytes of a file when they are as they were, in the room that it takes
// to read them.
func (f *fileRecord) bytes(t *tree, tags *tagger, held []byte) (data []byte, ok bool) {
	data, err := t.read(f.path, held[tagSize:])
	if err != nil || int64(len(data)) != f.id.Size() {
		return nil, false
	}
	tagged := held[:tagSize+len(data)]
	if len(data) > spoolLimit {
		tagged = slices.Clone(tagged) // what is tagged in parts is written over
	}
	return data, tags.of(tagged) == f.tag
}

// Paths yields the files of the site.
func (r *Record) Paths() iter.Seq[string] {
	return func(yield func(string) bool) {
		r.unpack()
		for i := range r.files {
			if p := r.files[i].path; p != markerName && !yield(p) {
				return
			}
		}
	}
}

// Open opens the site in an output folder, to read files that are as they were left.
func (r *Record) Open(dir string) (*Site, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	t, err := openTree(root, nil, "")
	if err != nil {
		return nil, errors.Join(err, root.Close())
	}
	return &Site{r, root, t, newTagger(r.key)}, nil
}

// Site is a published site that is open for reading.
type Site struct {
	record *Record
	root   *os.Root
	tree   *tree
	tags   *tagger
}

// File returns the bytes of a file; not ok when they are not as they were left.
func (s *Site) File(path string) (data []byte, ok bool) {
	f, ok := s.record.find(path)
	if !ok {
		return nil, false
	}
	return f.bytes(s.tree, s.tags, make([]byte, f.room()))
}

// Close closes the site.
func (s *Site) Close() error { return errors.Join(s.tree.close(), s.root.Close()) }

// inSpare yields the files of the spare.
func (r *Record) inSpare() iter.Seq[string] {
	return func(yield func(string) bool) {
		r.unpack()
		for i := range r.files {
			if there, differs := r.differ[r.files[i].path]; (!differs || bool(there)) && !yield(r.files[i].path) {
				return
			}
		}
		r.onlyInSpare()(yield)
	}
}

// onlyInSpare yields the files of the spare that are not in the site.
func (r *Record) onlyInSpare() iter.Seq[string] {
	return func(yield func(string) bool) {
		for p, there := range r.differ {
			if bool(there) && r.file(p) == nil && !yield(p) {
				return
			}
		}
	}
}

// split splits a path into the folder it is in, empty for the top, and its name.
func split(p string) (folder, name string) {
	dir, name := path.Split(p)
	if dir != "" {
		dir = dir[:len(dir)-1]
	}
	return dir, name
}

// hasNames tells whether a folder holds these names and no others.
func (t *tree) hasNames(dir string, names []string) bool {
	found, err := t.names(dir)
	if err != nil || len(found) != len(names) {
		return false
	}
	slices.Sort(found)
	slices.Sort(names)
	return slices.Equal(found, names)
}
