package publish

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"

	"wijkvisie/internal/filename"
	"wijkvisie/internal/identity"
)

// before is the site the output folder holds now.
type before struct {
	root  *os.Root    // nil when there is no folder
	tree  *tree       // the same
	there bool        // whether there was one; outlives the root
	mode  fs.FileMode // permission bits of the folder
	// known is what a build left, which is believed until the folders are looked at, at
	// the end; nil when files says what is there.
	known *Record
	files map[string]bool // every file the marker lists, and whether it is there
}

// open opens the site, and refuses a folder that holds what is not ours. What a build
// left is believed when the folder looks it.
func open(p place, known *Record) (*before, error) {
	if !known.isAt(p.path) || !known.sound() {
		return inspect(p)
	}
	root, err := os.OpenRoot(p.path)
	if err != nil {
		return nil, err
	}
	return newBefore(p, root, &before{known: known})
}

func newBefore(p place, root *os.Root, b *before) (*before, error) {
	info, err := root.Stat(".")
	if err != nil {
		return nil, errors.Join(err, root.Close())
	}
	b.root, b.there, b.mode = root, true, info.Mode().Perm()
	if b.tree, err = openTree(root, nil, p.base); err != nil {
		return nil, errors.Join(err, root.Close())
	}
	return b, nil
}

// foreignShown is after how many files that are not ours the search stops: a home
// folder, or a whole disk, must not be read to the end to be refused.
const foreignShown = 5

// inspect reads which files the output folder holds, and refuses it when some are
// not ours.
func inspect(p place) (*before, error) {
	for {
		root, err := os.OpenRoot(p.path)
		if errors.Is(err, fs.ErrNotExist) {
			return &before{}, nil
		}
		if err != nil {
			return nil, err
		}
		b, err := readSite(root, p)
		if err == nil {
			return b, nil
		}
		replaced := !isAt(root, p.path)
		if closing := root.Close(); closing != nil {
			return nil, closing
		}
		// Another build may have replaced the folder and be clearing this one
		// while we look: then what we saw means nothing.
		if !replaced {
			return nil, err
		}
	}
}

// again looks anew when another build has replaced the folder since.
func (b *before) again(p place) (*before, error) {
	if b.root != nil && isAt(b.root, p.path) {
		return b, nil
	}
	if err := b.close(); err != nil {
		return b, err
	}
	now, err := inspect(p)
	if err != nil {
		return b, err
	}
	return now, nil
}

// isAt reports whether path still leads to the folder that root has open.
func isAt(root *os.Root, path string) bool {
	opened, err := root.Stat(".")
	if err != nil {
		return false
	}
	now, err := os.Stat(path)
	return err == nil && os.SameFile(opened, now)
}

func readSite(root *os.Root, p place) (*before, error) {
	files, marked, err := readMarker(root)
	if err != nil {
		return nil, err
	}
	s := search{files: files, marked: marked}
	if err := s.folder(root, ""); err != nil {
		return nil, err
	}
	if len(s.foreign) > 0 {
		return nil, &Refused{
			Reason: Foreign,
			Dir:    p.given,
			Files:  s.foreign[:min(len(s.foreign), foreignShown)],
			More:   len(s.foreign) > foreignShown,
		}
	}
	return newBefore(p, root, &before{files: files})
}

// readMarker returns the files that the marker lists, none of them seen yet, and
// whether there is a marker of ours.
func readMarker(root *os.Root) (files map[string]bool, marked bool, err error) {
	files = map[string]bool{}
	info, err := root.Lstat(markerName)
	if errors.Is(err, fs.ErrNotExist) {
		return files, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	if !info.Mode().IsRegular() || info.Size() > markerLimit {
		return files, false, nil
	}
	text, err := root.ReadFile(markerName)
	if err != nil {
		return nil, false, err
	}
	paths, ok := parseMarker(string(text))
	for _, path := range paths {
		files[filename.Spelled(path)] = false
	}
	return files, ok, nil
}

// search goes through a folder to tell our files from others.
type search struct {
	files   map[string]bool
	marked  bool
	foreign []string
}

// folder looks at the files of one folder first, then at the folders in it.
func (s *search) folder(root *os.Root, prefix string) error {
	entries, err := list(root)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if !entry.IsDir() {
			s.file(entry, prefix+entry.Name())
		}
	}
	for _, entry := range entries {
		if len(s.foreign) > foreignShown {
			return nil
		}
		if entry.IsDir() {
			if err := s.inside(root, entry.Name(), prefix); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *search) inside(root *os.Root, name, prefix string) error {
	sub, err := root.OpenRoot(name)
	if err != nil {
		return err
	}
	defer sub.Close()
	return s.folder(sub, prefix+name+"/")
}

func (s *search) file(entry fs.DirEntry, path string) {
	regular := entry.Type().IsRegular()
	key := filename.Spelled(path)
	_, listed := s.files[key]
	switch {
	case regular && listed:
		s.files[key] = true
	case regular && path == markerName && s.marked:
	case regular && isLitter(entry.Name()):
	default:
		s.foreign = append(s.foreign, path)
	}
}

// list reads a folder, sorted by name.
func list(root *os.Root) ([]fs.DirEntry, error) {
	folder, err := root.Open(".")
	if err != nil {
		return nil, err
	}
	defer folder.Close()
	entries, err := folder.ReadDir(-1)
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return entries, err
}

// isLitter reports whether a file of this name is one that file managers and
// network drives leave in any folder.
func isLitter(name string) bool {
	switch strings.ToLower(name) {
	case ".ds_store", ".localized", ".directory", "thumbs.db", "ehthumbs.db", "desktop.ini":
		return true
	}
	return strings.HasPrefix(name, "._") || strings.HasPrefix(name, ".nfs") || strings.HasPrefix(name, ".fuse_hidden")
}

func (b *before) exists() bool { return b.there }

// has tells whether there is a file at a path.
func (b *before) has(name string) bool {
	switch {
	case b.known != nil:
		return b.known.file(name) != nil
	case name == markerName:
		return true // or it is missed when it is opened
	}
	return b.files[filename.Spelled(name)]
}

// without returns the files that are not among names.
func (b *before) without(names *names) []string {
	var gone []string
	if b.known != nil {
		for p := range b.known.Paths() {
			if !names.has(p) {
				gone = append(gone, p)
			}
		}
		return gone
	}
	rest := make(map[string]bool, len(b.files))
	for p, there := range b.files {
		if there {
			rest[p] = true
		}
	}
	for p := range names.all(names.files) {
		delete(rest, filename.Spelled(p))
	}
	return slices.Collect(maps.Keys(rest))
}

// identity returns that of a file of the site.
func (b *before) identity(name string) (id identity.ID, ok bool) {
	if b.root == nil {
		return id, false
	}
	return b.tree.identity(name)
}

// asLeft looks a second time whether the folder holds only what is ours. It tells
// whether the folder is there, and whether it is just as a build left it.
func (b *before) asLeft(p place) (exists, asLeft bool, err error) {
	if b.known != nil && b.known.isAt(p.path) && b.known.holds(b.tree, theSite, nil) {
		return true, true, nil
	}
	now, err := inspect(p)
	if err != nil {
		return false, false, err
	}
	return now.exists(), false, now.close()
}

// same reports whether the old site has this file with these bytes, and which file that
// is. buffers are for this function to read into.
func (b *before) same(name string, size int64, bytes io.Reader, buffers *[2][]byte) (same bool, id identity.ID, err error) {
	if b.root == nil || !b.has(name) {
		return false, id, nil
	}
	file, err := b.root.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, id, nil
	}
	if err != nil {
		return false, id, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil || info.Size() != size {
		return false, id, err
	}
	if buffers[0] == nil {
		buffers[0], buffers[1] = make([]byte, compareSize), make([]byte, compareSize)
	}
	id, _ = identityOf(file)
	same, err = sameBytes(file, bytes, buffers)
	return same, id, err
}

func sameBytes(a, b io.Reader, buffers *[2][]byte) (bool, error) {
	for {
		n, errA := io.ReadFull(a, buffers[0])
		m, errB := io.ReadFull(b, buffers[1])
		if string(buffers[0][:n]) != string(buffers[1][:m]) {
			return false, nil
		}
		if ended(errA) && ended(errB) {
			return true, nil
		}
		for _, err := range []error{errA, errB} {
			if err != nil && !ended(err) {
				return false, err
			}
		}
	}
}

func ended(err error) bool { return err == io.EOF || err == io.ErrUnexpectedEOF }

func (b *before) close() error {
	if b.root == nil {
		return nil
	}
	err := errors.Join(b.tree.close(), b.root.Close())
	b.root = nil
	return err
}
