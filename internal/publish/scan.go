package publish

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"wijkvisie/internal/filename"
)

// foreignLimit is how many foreign files are named, and after how many a scan stops: a home
// folder, or a whole disk, need not be read to the end to be refused.
const foreignLimit = 5

// scanOutput returns the paths of the site's files in the output folder, as spelled by
// [filename.Spelled], and refuses a folder with foreign files. exists reports whether there
// is a folder.
func scanOutput(loc location) (files map[string]struct{}, exists bool, err error) {
	for {
		before, err := os.Stat(loc.path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, false, nil
		}
		if err != nil {
			return nil, false, err
		}
		files, err = scanFolder(loc)
		if err == nil {
			return files, true, nil
		}
		// Another build may have replaced the folder meanwhile: then what was found means
		// nothing.
		if after, gone := os.Stat(loc.path); gone == nil && os.SameFile(before, after) {
			return nil, true, err
		}
	}
}

// scanFolder is [scanOutput] for a folder that exists.
func scanFolder(loc location) (map[string]struct{}, error) {
	s := &scan{top: loc.path}
	if err := s.readMarker(); err != nil {
		return nil, err
	}
	s.found = make(map[string]struct{}, len(s.listed))
	if err := s.run(); err != nil {
		return nil, err
	}
	if len(s.foreign) > 0 {
		return nil, &Refused{
			Reason: Foreign,
			Dir:    loc.given,
			Files:  s.foreign[:min(len(s.foreign), foreignLimit)],
			More:   len(s.foreign) > foreignLimit,
		}
	}
	return s.found, nil
}

// scan goes through a folder, and separates the files of a site from foreign ones.
type scan struct {
	top    string              // path of the folder
	marked bool                // whether the folder has a marker of ours
	listed map[string]struct{} // paths in the marker, as spelled by [filename.Spelled]

	mu      sync.Mutex          // guards the fields below
	found   map[string]struct{} // those of the listed paths that are regular files
	foreign []string            // paths of the first foreign files
	folders []string            // folders that are yet to be scanned, as prefixes of paths: "wijken/"
}

// readMarker reads the marker of the folder, if it has one of ours.
func (s *scan) readMarker() error {
	name := filepath.Join(s.top, markerName)
	info, err := os.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil || !info.Mode().IsRegular() || info.Size() > markerLimit {
		return err
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	paths, ok := parseMarker(string(text))
	s.marked = ok
	s.listed = make(map[string]struct{}, len(paths))
	for _, path := range paths {
		s.listed[filename.Spelled(path)] = struct{}{}
	}
	return nil
}

// run scans the folder, then all folders in it, then all folders in those, until there are
// no more or enough foreign files.
func (s *scan) run() error {
	for level := []string{""}; len(level) > 0 && len(s.foreign) <= foreignLimit; level = s.folders {
		s.folders = nil
		before := len(s.foreign)
		err := forEach(context.Background(), runtime.GOMAXPROCS(0), slices.Values(level), s.folder)
		if err != nil {
			return err
		}
		slices.Sort(s.foreign[before:])
	}
	return nil
}

// folder scans one folder. prefix is what the paths of its files begin with.
func (s *scan) folder(prefix string) error {
	entries, err := os.ReadDir(filepath.Join(s.top, prefix))
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, entry := range entries {
		if entry.IsDir() {
			s.folders = append(s.folders, prefix+entry.Name()+"/")
		} else {
			s.file(entry, prefix+entry.Name())
		}
	}
	return nil
}

// file scans an entry that is not a folder.
func (s *scan) file(entry fs.DirEntry, path string) {
	regular := entry.Type().IsRegular()
	spelled := filename.Spelled(path)
	_, listed := s.listed[spelled]
	switch {
	case regular && listed:
		s.found[spelled] = struct{}{}
	case regular && path == markerName && s.marked:
	case isLitter(entry):
	default:
		s.foreign = append(s.foreign, path)
	}
}

// isLitter reports whether an entry is a file that file managers and network drives leave
// in any folder.
func isLitter(entry fs.DirEntry) bool {
	name := entry.Name()
	switch strings.ToLower(name) {
	case ".ds_store", ".localized", ".directory", "thumbs.db", "ehthumbs.db", "desktop.ini":
		return entry.Type().IsRegular()
	}
	hidden := strings.HasPrefix(name, "._") || strings.HasPrefix(name, ".nfs") || strings.HasPrefix(name, ".fuse_hidden")
	return hidden && entry.Type().IsRegular()
}
