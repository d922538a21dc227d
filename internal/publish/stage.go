package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// errOther is for a file that became another while it was taken over.
var errOther = errors.New("somebody changed it meanwhile")

// stage is the new site while it is written: in an empty folder, or in the spare, which
// holds most of it already. In an empty one, files that came out as they were are only
// noted; they are linked when it is known that anything changed at all.
type stage struct {
	work    *work
	before  *before
	known   *Record // what the build before left; may be nil
	key     tag     // of the tags
	tagger  *tagger // nil when nothing will be remembered
	spare   bool    // whether the folder is the spare
	root    *os.Root
	tree    *tree
	names   *names
	writers atomic.Int32

	mu      sync.Mutex // for what follows
	files   []fileRecord
	kept    []int32         // index in files of those to be linked
	touched map[string]bool // folders of the spare that are other than they were
	report  Report
	marker  bool     // whether the marker is as it was
	gone    []string // the old files that are not in the new site
}

// newStage opens the folder for the new site.
func newStage(w *work, b *before, m *Memory) (*stage, error) {
	s := &stage{work: w, before: b, names: newNames(), touched: make(map[string]bool)}
	if m != nil {
		s.known, s.key = m.Site, newTagKey()
		if m.Site != nil {
			s.key = m.Site.key
		}
		s.tagger = newTagger(s.key)
	}
	if b.known != nil && b.known.spare && w.takeSpare(m.Spare) {
		if err := s.open(); err != nil {
			return nil, err
		}
		if b.known.holdsFolders(s.tree, theSpare) {
			s.spare = true
			return s, nil
		}
		if err := errors.Join(s.close(), w.root.RemoveAll(newName)); err != nil {
			return nil, err
		}
	}
	if err := w.makeNew(); err != nil {
		return nil, err
	}
	return s, s.open()
}

func (s *stage) open() (err error) {
	if s.root, err = s.work.root.OpenRoot(newName); err != nil {
		return err
	}
	s.tree, err = openTree(s.root, s.work.parent, path.Join(s.work.name, newName))
	return err
}

func (s *stage) close() error {
	if s.root == nil {
		return nil
	}
	var err error
	if s.tree != nil {
		err = s.tree.close()
	}
	err = errors.Join(err, s.root.Close())
	s.root = nil
	return err
}

// write writes every file that is not as it was, and removes what is no longer.
func (s *stage) write(ctx context.Context, workers int, files iter.Seq[File]) error {
	err := each(ctx, workers, s.claimed(files), func() func(claim) error {
		w := newWriter(s)
		return func(c claim) error {
			if c.err != nil {
				return c.err
			}
			if err := w.put(c.File); err != nil {
				return fmt.Errorf("publishing %s: %w", c.Path, err)
			}
			return nil
		}
	})
	if err != nil {
		return err
	}
	s.gone = s.before.without(s.names)
	s.report.Removed = len(s.gone)
	if err := s.removeFromSpare(); err != nil {
		return err
	}
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

// removeFromSpare removes from the spare what is not in the new site, and the folders
// that it leaves empty.
func (s *stage) removeFromSpare() error {
	if !s.spare {
		return nil
	}
	gone := slices.Clone(s.gone)
	for p, there := range s.known.differ {
		if bool(there) && p != markerName && !s.names.has(p) {
			gone = append(gone, p)
		}
	}
	for _, p := range gone {
		// One that is no file gave way to what has its place now.
		if err := s.tree.remove(p); err != nil && s.isFile(p) {
			return err
		}
		dir, _ := split(p)
		s.touch(dir)
		for dir != "" && s.tree.removeFolder(dir) == nil {
			dir, _ = split(dir)
			s.touch(dir)
		}
	}
	return nil
}

func (s *stage) isFile(p string) bool {
	id, ok := s.tree.identity(p)
	return ok && !id.IsDir()
}

// writeMarker writes the list of files, the only one that is flushed to the disk.
func (s *stage) writeMarker() error {
	w := newWriter(s)
	w.spool.reset()
	if _, err := w.spool.Write(formatMarker(s.names.all())); err != nil {
		return err
	}
	err := w.spool.end()
	if err == nil {
		err = w.settle(markerName)
	}
	return errors.Join(err, w.spool.drop())
}

// flush brings the marker to the disk, when it is new.
func (s *stage) flush() error {
	if s.marker {
		return nil
	}
	file, err := s.root.OpenFile(markerName, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}

// made notes a file that is new, or has other bytes than before.
func (s *stage) made(f fileRecord, size int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files = append(s.files, f)
	if f.path != markerName {
		s.report.Files++
		s.report.Bytes += size
		s.report.Changed = append(s.report.Changed, f.path)
	}
}

// keepAsKnown keeps a file as the build before left it, if it still is that file.
func (s *stage) keepAsKnown(path string) bool {
	old := s.known.file(path)
	if old == nil {
		return false
	}
	if s.spare && s.holds(s.tree, old) {
		s.note(*old, old.id.Size(), false)
		return true
	}
	return s.before.root != nil && s.holds(s.before.tree, old) && s.keep(*old, old.id.Size()) == nil
}

// holds tells whether a tree has a file that is known.
func (s *stage) holds(t *tree, f *fileRecord) bool {
	id, ok := t.identity(f.path)
	return ok && id == f.id && (!f.fresh || s.known.holdsBytes(t, s.tagger, f))
}

// keep takes a file over from the old site.
func (s *stage) keep(f fileRecord, size int64) error {
	if !s.spare {
		s.note(f, size, true)
		return nil
	}
	if id, ok := s.tree.identity(f.path); !ok || !id.SameFile(f.id) {
		if err := s.makeFolders(f.path); err != nil {
			return err
		}
		if err := s.clear(f.path); err != nil {
			return err
		}
		if err := s.link(&f); err != nil {
			return fmt.Errorf("keeping %s: %w", f.path, err)
		}
	}
	s.note(f, size, false)
	return nil
}

// note notes a file that is as it was; not ready when it must still be linked.
func (s *stage) note(f fileRecord, size int64, unlinked bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if unlinked {
		s.kept = append(s.kept, int32(len(s.files)))
	}
	s.files = append(s.files, f)
	if f.path == markerName {
		s.marker = true
		return
	}
	s.report.Files++
	s.report.Bytes += size
}

// recount counts as changed what somebody took away from the old site, or put in its
// place, since it was left.
func (s *stage) recount() {
	for i := range s.files {
		f := &s.files[i]
		id, ok := s.before.identity(f.path)
		if ok && id.SameFile(f.id) || slices.Contains(s.report.Changed, f.path) {
			continue
		}
		if f.path == markerName {
			s.marker = false
			continue
		}
		s.report.Changed = append(s.report.Changed, f.path)
	}
}

// unchanged reports whether the old site has all files of this one and no others.
func (s *stage) unchanged() bool {
	return s.before.exists() && s.marker && len(s.report.Changed) == 0 && s.report.Removed == 0
}

// complete adds the files that are as they were and makes the folder ready to
// take the place of the old one.
func (s *stage) complete(ctx context.Context, workers int) error {
	slices.SortFunc(s.kept, func(a, b int32) int { return strings.Compare(s.files[a].path, s.files[b].path) })
	err := each(ctx, workers, slices.Values(s.kept), func() func(int32) error {
		w := newWriter(s)
		return func(i int32) error {
			f := &s.files[i]
			err := w.makeFolder(path.Dir(f.path))
			if err == nil {
				err = s.link(f)
			}
			if err != nil {
				return fmt.Errorf("keeping %s: %w", f.path, err)
			}
			return nil
		}
	})
	if err != nil || !s.before.exists() {
		return err
	}
	return s.root.Chmod(".", s.before.mode)
}

// link makes a file of the old site one of the new. It keeps its modification time.
func (s *stage) link(f *fileRecord) error {
	err := s.tree.link(s.before.tree, f.path)
	if err != nil {
		if err = s.copy(f.path); err == nil {
			f.id, _ = s.tree.identity(f.path)
		}
		return err
	}
	id, known := s.tree.identity(f.path)
	if known && !id.SameFile(f.id) {
		return errOther
	}
	f.id = id
	return nil
}

// copy is for file systems, and owners, that allow no link.
func (s *stage) copy(path string) error {
	from, err := s.before.root.Open(path)
	if err != nil {
		return err
	}
	defer from.Close()
	info, err := from.Stat()
	if err != nil {
		return err
	}
	to, err := s.root.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	if err := errors.Join(err, to.Close()); err != nil {
		return err
	}
	return s.root.Chtimes(path, info.ModTime(), info.ModTime())
}

// makeFolders makes the folders above a file.
func (s *stage) makeFolders(file string) error {
	dir := path.Dir(file)
	if dir == "." {
		return nil
	}
	return s.makeFolder(dir)
}

// makeFolder makes a folder and those above it, and removes a file of the spare that is
// in its place. Another worker may do the same at the same moment.
func (s *stage) makeFolder(dir string) error {
	err := s.tree.mkdir(dir)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		if above := s.makeFolders(dir); above != nil {
			return errors.Join(err, above)
		}
		err = s.tree.mkdir(dir)
	}
	if s.spare && errors.Is(err, fs.ErrExist) && s.isFile(dir) {
		_ = s.tree.remove(dir) // or another worker did
		if err = s.tree.mkdir(dir); err == nil || errors.Is(err, fs.ErrExist) {
			s.touch(dir)
		}
	}
	switch {
	case err == nil:
		s.touch(dir)
		above, _ := split(dir)
		s.touch(above)
	case errors.Is(err, fs.ErrExist):
		return nil
	}
	return err
}

// clear makes room for a file in the spare.
func (s *stage) clear(file string) error {
	dir, _ := split(file)
	s.touch(dir)
	if id, ok := s.tree.identity(file); ok && id.IsDir() {
		return s.root.RemoveAll(file)
	}
	return s.tree.remove(file)
}

// touch notes that a folder of the spare is other than it was.
func (s *stage) touch(dir string) {
	if !s.spare {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.touched[dir] = true
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
