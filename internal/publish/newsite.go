package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"wijkvisie/internal/filename"
)

// newSite is the new site in the work folder. Unchanged files come into it only when it
// is known that some file did change.
//
// Its files are made by their whole path, as an [os.Root] opens every folder on the way to a
// file. The folder is new and nobody else's, and paths are checked before they are used.
type newSite struct {
	work  *workFolder
	old   oldSite
	path  string // of the folder
	paths pathSet

	mu            sync.Mutex // guards the fields below
	report        Report
	unchanged     []unchangedFile
	markerChanged bool
}

// createNewSite makes an empty folder for the new site.
func createNewSite(work *workFolder, old oldSite, opt Options) (*newSite, error) {
	if err := work.root.Mkdir(newName, 0o755); err != nil {
		return nil, err
	}
	path := filepath.Join(work.loc.parent, work.name, newName)
	return &newSite{work: work, old: old, path: path, paths: newPathSet(opt.Files)}, nil
}

// osPath returns the osPath of a file of the site in the file system.
func (s *newSite) osPath(path string) string { return filepath.Join(s.path, path) }

// write makes every file, and writes those that the old site does not have, and the
// marker.
func (s *newSite) write(ctx context.Context, opt Options, files iter.Seq[File]) error {
	var invalid error
	valid := func(yield func(File) bool) {
		for file := range files {
			if invalid = s.paths.add(file.Path); invalid != nil || !yield(file) {
				return
			}
		}
	}
	err := runWorkers(ctx, opt.Workers, valid, func(worker int, mine iter.Seq[File]) error {
		w := newFileWriter(s, worker)
		for file := range mine {
			old, err := w.write(file)
			if err != nil {
				return fmt.Errorf("publishing %s: %w", file.Path, err)
			}
			s.record(file.Path, old)
			opt.Done()
		}
		return nil
	})
	if err != nil {
		return err
	}
	if invalid != nil {
		return invalid
	}
	slices.Sort(s.report.Changed)
	return s.writeMarker()
}

// record records a file of the site. old is nil when the old site does not have it with the
// same bytes.
func (s *newSite) record(path string, old fs.FileInfo) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.report.Files++
	if old == nil {
		s.report.Changed = append(s.report.Changed, path)
	} else {
		s.unchanged = append(s.unchanged, unchangedFile{path, old})
	}
}

// writeMarker writes the marker, unless it is unchanged.
func (s *newSite) writeMarker() error {
	w := newFileWriter(s, 0)
	old, err := w.write(File{markerName, func(w io.Writer) error {
		return formatMarker(w, s.paths.files())
	}})
	s.markerChanged = old == nil
	if old != nil {
		s.unchanged = append(s.unchanged, unchangedFile{markerName, old})
	}
	return err
}

// equalsOld reports whether the old site has all files of this one. It then has no others,
// as the markers list the same.
func (s *newSite) equalsOld() bool {
	return !s.markerChanged && len(s.report.Changed) == 0
}

// countRemoved returns the number of paths in old that are not in this site. They are spelled
// by [filename.Spelled].
func (s *newSite) countRemoved(old map[string]struct{}) int {
	n := len(old)
	for path := range s.paths.files() {
		if _, ok := old[filename.Spelled(path)]; ok {
			n--
		}
	}
	return n
}

// complete adds the unchanged files, and makes the folder ready to replace the old one.
func (s *newSite) complete(ctx context.Context, workers int) error {
	err := runWorkers(ctx, workers, slices.Values(s.unchanged), func(worker int, mine iter.Seq[unchangedFile]) error {
		w := newFileWriter(s, worker)
		for file := range mine {
			err := w.makeFolder(file.path)
			if err == nil {
				err = s.link(file)
			}
			if err != nil {
				return fmt.Errorf("linking %s: %w", file.path, err)
			}
		}
		return nil
	})
	if err == nil && s.old.exists {
		err = os.Chmod(s.path, s.old.mode)
	}
	if err == nil && s.markerChanged {
		err = s.flushMarker()
	}
	return err
}

// flushMarker flushes the marker to the disk.
func (s *newSite) flushMarker() error {
	file, err := os.OpenFile(s.osPath(markerName), os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}
