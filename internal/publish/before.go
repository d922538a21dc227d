package publish

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"wijkvisie/internal/filename"
)

// before is the site the output folder holds now.
type before struct {
	root  *os.Root        // nil when there is no folder
	there bool            // whether there was one; outlives the root
	mode  fs.FileMode     // permission bits of the folder
	files map[string]bool // every file the marker lists, and whether it is there
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
	info, err := root.Stat(".")
	if err != nil {
		return nil, err
	}
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
	return &before{root: root, there: true, mode: info.Mode().Perm(), files: files}, nil
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

// same reports whether the old site has this file with these bytes. buffers are
// two of equal length to read into.
func (b *before) same(at *ladder, name string, size int64, bytes io.Reader, buffers *[2][]byte) (bool, error) {
	if b.root == nil || name != markerName && !b.files[filename.Spelled(name)] {
		return false, nil
	}
	var file *os.File
	folder, err := at.at(name)
	if err == nil {
		file, err = folder.Open(path.Base(name))
	}
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil || info.Size() != size {
		return false, err
	}
	return sameBytes(file, bytes, buffers)
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
	err := b.root.Close()
	b.root = nil
	return err
}
