package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"sync"
	"sync/atomic"
)

// errOther is for a file that became another while it was taken over.
var errOther = errors.New("somebody changed it meanwhile")

// stage is the new site while it is written. Files that came out as they were are only
// noted until it is known what changed.
type stage struct {
	work    *work
	before  *before
	known   *Record // what the build before left; may be nil
	key     tag     // of the tags
	tagger  *tagger // nil when nothing will be remembered
	root    *os.Root
	tree    *tree
	names   *names
	writers atomic.Int32

	mu     sync.Mutex // for what follows
	files  []fileRecord
	report Report
	marker bool     // whether the marker is as it was
	gone   []string // the old files that are not in the new site
}

// newStage makes the folder for the new site.
func newStage(w *work, b *before, opt Options) (*stage, error) {
	s := &stage{work: w, before: b, names: newNames(opt.Files), files: make([]fileRecord, 0, opt.Files+1)}
	if m := opt.Memory; m != nil {
		s.known, s.key = m.Site, newTagKey()
		if m.Site != nil {
			s.key = m.Site.key
		}
		s.tagger = newTagger(s.key)
	}
	err := w.root.Mkdir(newName, 0o755)
	if err == nil {
		s.root, s.tree, err = w.openTree(newName)
	}
	return s, err
}

func (s *stage) close() error {
	if s.root == nil {
		return nil
	}
	err := errors.Join(s.tree.close(), s.root.Close())
	s.root = nil
	return err
}

// write writes every file that is not as it was.
func (s *stage) write(ctx context.Context, opt Options, files iter.Seq[File]) error {
	done := opt.Done
	if done == nil {
		done = func() {}
	}
	err := each(ctx, opt.workers(), s.claimed(files), func() func(claim) error {
		w := newWriter(s)
		return func(c claim) error {
			if c.err != nil {
				return c.err
			}
			if err := w.put(c.File); err != nil {
				return fmt.Errorf("publishing %s: %w", c.Path, err)
			}
			done()
			return nil
		}
	})
	if err != nil {
		return err
	}
	s.gone = s.before.without(s.names)
	s.report.Removed = len(s.gone)
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

// writeMarker writes the list of files, the only one that is flushed to the disk.
func (s *stage) writeMarker() error {
	w := newWriter(s)
	w.spool.reset()
	paths := slices.AppendSeq(make([]string, 0, len(s.names.files)), s.names.all(s.names.files))
	err := formatMarker(&w.spool, paths)
	if err == nil {
		err = w.spool.end()
	}
	if err == nil {
		err = w.settle(markerName)
	}
	return errors.Join(err, w.spool.drop())
}

// flush brings the marker to the disk, when it is new.
func (s *stage) flush(root *os.Root) error {
	if s.marker {
		return nil
	}
	file, err := root.OpenFile(markerName, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}

// made notes a file that is new, or has other bytes than before.
func (s *stage) made(f fileRecord, size int64) {
	f.changed = f.path != markerName
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files = append(s.files, f)
	if f.path != markerName {
		s.report.Files++
		s.report.Bytes += size
	}
}

// keep notes a file that is as it was.
func (s *stage) keep(f fileRecord, size int64) {
	f.kept, f.linked, f.changed = true, false, false
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files = append(s.files, f)
	if f.path == markerName {
		s.marker = true
		return
	}
	s.report.Files++
	s.report.Bytes += size
}

// keepAsKnown keeps a file as the build before left it, if it still is that file.
func (s *stage) keepAsKnown(path string) bool {
	old := s.known.file(path)
	if old == nil {
		return false
	}
	id, ok := s.before.identity(path)
	if !ok || id != old.id || old.fresh && !s.known.holdsBytes(s.before.tree, s.tagger, old) {
		return false
	}
	s.keep(*old, id.Size())
	return true
}

// recount counts as changed what somebody took away from the old site, or put in its
// place, since it was left.
func (s *stage) recount() {
	for i := range s.files {
		f := &s.files[i]
		id, ok := s.before.identity(f.path)
		if ok && id.SameFile(f.id) {
			continue
		}
		if f.path == markerName {
			s.marker = false
			continue
		}
		f.changed = true
	}
}

// changed returns the paths of the files that changed, sorted.
func (s *stage) changed() []string {
	n := 0
	for i := range s.files {
		if s.files[i].changed {
			n++
		}
	}
	paths := slices.Grow([]string(nil), n)
	for i := range s.files {
		if f := &s.files[i]; f.changed {
			paths = append(paths, f.path)
		}
	}
	slices.Sort(paths)
	return paths
}

// unchanged reports whether the old site has all files of this one and no others.
func (s *stage) unchanged() bool {
	return s.before.exists() && s.marker && len(s.report.Changed) == 0 && s.report.Removed == 0
}

// link links the files that are as they were, of those that are chosen.
func (s *stage) link(ctx context.Context, workers int, chosen func(path string) bool) error {
	var kept []*fileRecord
	for i := range s.files {
		if f := &s.files[i]; f.kept && !f.linked && chosen(f.path) {
			kept = append(kept, f)
		}
	}
	return each(ctx, workers, slices.Values(kept), func() func(*fileRecord) error {
		made := &lastFolder{tree: s.tree}
		return func(f *fileRecord) error {
			err := made.above(f.path)
			if err == nil {
				err = s.takeOver(s.tree, s.root, f)
			}
			if err != nil {
				return fmt.Errorf("keeping %s: %w", f.path, err)
			}
			f.linked = true
			return nil
		}
	})
}

// takeOver makes a file of the old site one of another tree. It keeps its modification
// time.
func (s *stage) takeOver(to *tree, root *os.Root, f *fileRecord) error {
	err := to.link(s.before.tree, f.path)
	if err != nil {
		if err = s.copy(root, f.path); err == nil {
			f.id, _ = to.identity(f.path)
		}
		return err
	}
	id, known := to.identity(f.path)
	if known && !id.SameFile(f.id) {
		return errOther
	}
	f.id = id
	return nil
}

// copy is for file systems, and owners, that allow no link.
func (s *stage) copy(root *os.Root, path string) error {
	from, err := s.before.root.Open(path)
	if err != nil {
		return err
	}
	defer from.Close()
	info, err := from.Stat()
	if err != nil {
		return err
	}
	to, err := root.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	if err := errors.Join(err, to.Close()); err != nil {
		return err
	}
	return root.Chtimes(path, info.ModTime(), info.ModTime())
}

// ahead is how many items are ready for a worker, so that none waits for the next.
const ahead = 64

// each hands items to a number of workers, until the first error. work makes what
// one worker runs for every item.
func each[T any](ctx context.Context, workers int, items iter.Seq[T], work func() func(T) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	queue := make(chan T, ahead*workers)
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			do := work()
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
