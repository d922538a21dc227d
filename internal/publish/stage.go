package publish

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"path"
	"slices"
	"sync"

	"wijkvisie/internal/filename"
)

// stage is the new site while it is written. Files that came out as they were are
// only noted; they are linked when it is known that anything changed at all.
type stage struct {
	work   *work
	before *before
	root   *os.Root // the folder new
	names  *names

	mu     sync.Mutex // for what follows
	kept   []string   // files that are as they were
	report Report
	marker bool // whether the marker is among those kept
}

func newStage(w *work, b *before) (*stage, error) {
	root, err := w.makeNew()
	if err != nil {
		return nil, err
	}
	return &stage{work: w, before: b, root: root, names: newNames()}, nil
}

// write writes every file that is not as it was.
func (s *stage) write(ctx context.Context, workers int, files iter.Seq[File]) error {
	err := each(ctx, workers, s.claimed(files), func() (func(claim) error, func()) {
		w := newWriter(s)
		return func(c claim) error {
			if c.err != nil {
				return c.err
			}
			if err := w.put(c.File); err != nil {
				return fmt.Errorf("publishing %s: %w", c.Path, err)
			}
			return nil
		}, w.close
	})
	if err != nil {
		return err
	}
	s.countRemoved()
	return s.writeMarker()
}

// claim is a file whose path was checked, or why it cannot be published.
type claim struct {
	File
	err error
}

func (s *stage) claimed(files iter.Seq[File]) iter.Seq[claim] {
	return func(yield func(claim) bool) {
		for file := range files {
			if !yield(claim{file, s.names.add(file.Path)}) {
				return
			}
		}
	}
}

// countRemoved counts the old files that are not in the new site.
func (s *stage) countRemoved() {
	gone := 0
	for _, there := range s.before.files {
		if there {
			gone++
		}
	}
	for _, path := range s.names.files {
		if s.before.files[filename.Spelled(path)] {
			gone--
		}
	}
	s.report.Removed = gone
}

// writeMarker writes the list of files, the only one that is flushed to the disk.
func (s *stage) writeMarker() error {
	w := newWriter(s)
	defer w.close()
	w.spool.reset(markerName)
	if _, err := w.spool.Write(formatMarker(s.names.all())); err != nil {
		return err
	}
	same, err := w.settle(markerName)
	if err != nil || same {
		s.marker = same
		return err
	}
	file, err := s.root.OpenFile(markerName, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer file.Close()
	return file.Sync()
}

// unchanged reports whether the old site is this site already.
func (s *stage) unchanged() bool {
	return s.before.exists() && s.marker && len(s.report.Changed) == 0 && s.report.Removed == 0
}

// complete adds the files that are as they were and makes the folder ready to
// take the place of the old one.
func (s *stage) complete(ctx context.Context, workers int) error {
	if s.marker {
		s.kept = append(s.kept, markerName)
	}
	err := each(ctx, workers, slices.Values(s.kept), func() (func(string) error, func()) {
		to := &ladder{root: s.root, make: true}
		return func(path string) error {
			if err := s.keep(to, path); err != nil {
				return fmt.Errorf("keeping %s: %w", path, err)
			}
			return nil
		}, func() { to.down(0) }
	})
	if err != nil || !s.before.exists() {
		return err
	}
	return s.root.Chmod(".", s.before.mode)
}

// keep takes a file over from the old site with its modification time.
func (s *stage) keep(to *ladder, path string) error {
	if _, err := to.at(path); err != nil {
		return err
	}
	if s.work.link(path) == nil {
		return nil
	}
	return s.copy(to, path)
}

// copy is for file systems, and owners, that allow no link.
func (s *stage) copy(into *ladder, path string) error {
	from, err := s.before.root.Open(path)
	if err != nil {
		return err
	}
	defer from.Close()
	info, err := from.Stat()
	if err != nil {
		return err
	}
	to, err := create(into, path)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	if closing := to.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return s.root.Chtimes(path, info.ModTime(), info.ModTime())
}

// create makes a file that is not there yet, and the folders above it.
func create(to *ladder, file string) (*os.File, error) {
	folder, err := to.at(file)
	if err != nil {
		return nil, err
	}
	return folder.OpenFile(path.Base(file), os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644)
}

// settled notes what became of a file.
func (s *stage) settled(path string, size int64, same bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.report.Files++
	s.report.Bytes += size
	if same {
		s.kept = append(s.kept, path)
	} else {
		s.report.Changed = append(s.report.Changed, path)
	}
}

func (s *stage) close() error {
	if s.root == nil {
		return nil
	}
	err := s.root.Close()
	s.root = nil
	return err
}

// ahead is how many items are ready for a worker, so that none waits for the next.
const ahead = 64

// each hands items to a number of workers, until the first error. work makes what
// one worker runs for every item, and what it runs at the end.
func each[T any](ctx context.Context, workers int, items iter.Seq[T], work func() (do func(T) error, end func())) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	queue := make(chan T, ahead*workers)
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			do, end := work()
			defer end()
			for item := range queue {
				if ctx.Err() != nil {
					return
				}
				if err := do(item); err != nil {
					stop(err)
					return
				}
			}
		})
	}
	for item := range items {
		select {
		case queue <- item:
			continue
		case <-ctx.Done():
		}
		break
	}
	close(queue)
	group.Wait()
	return context.Cause(ctx)
}
