package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"slices"
	"sync"

	"wijkvisie/internal/filename"
)

// newSite is the new site in the work folder. Unchanged files come into it only when it
// is known that some file did change.
type newSite struct {
	work  *workFolder
	old   oldSite
	root  *os.Root
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
	root, err := work.root.OpenRoot(newName)
	if err != nil {
		return nil, err
	}
	return &newSite{work: work, old: old, root: root, paths: newPathSet(opt.Files)}, nil
}

func (s *newSite) close() error { return s.root.Close() }

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
	err := share(ctx, opt.Workers, valid, func(worker int, mine iter.Seq[File]) error {
		w := newFileWriter(s, worker)
		defer w.close()
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
	defer w.close()
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
	err := share(ctx, workers, slices.Values(s.unchanged), func(_ int, mine iter.Seq[unchangedFile]) error {
		folders := folderCache{root: s.root}
		defer folders.close()
		for file := range mine {
			err := folders.makeFor(file.path)
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
		err = s.root.Chmod(".", s.old.mode)
	}
	if err == nil && s.markerChanged {
		err = s.flushMarker()
	}
	return err
}

// flushMarker flushes the marker to the disk.
func (s *newSite) flushMarker() error {
	file, err := s.root.OpenFile(markerName, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}
