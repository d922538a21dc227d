package preview

import (
	"context"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How long a burst of changes may go on. A save is often several changes: a file
// beside, a rename, a change of time.
const (
	quiet   = 15 * time.Millisecond  // without a change, a burst is over
	longest = 100 * time.Millisecond // after that it is taken as it is
	poll    = 500 * time.Millisecond // between two looks, where no events come
)

// Changes is who is told of changes. Its methods return at once.
type Changes interface {
	// Watching tells that from now on changes are told of.
	Watching()
	// Touched tells that something at a path may have changed; of an empty path, that
	// anything may have.
	Touched(path string)
	// Settled tells that nothing was touched for a moment, or that it takes too long
	// to wait for that.
	Settled()
}

// Watch tells of changes in the folders, until the context ends. It watches folders,
// not files, so that every way of saving counts. Where the system does not tell of
// changes, or every is not 0, it looks by itself; failed is told why, once.
func Watch(ctx context.Context, folders []string, every time.Duration, changes Changes, failed func(error)) {
	if every == 0 {
		w, err := fsnotify.NewWatcher()
		if err == nil {
			defer w.Close()
			if err = watchAll(w, folders); err == nil {
				changes.Watching()
				listen(ctx, w, changes, failed)
				if ctx.Err() == nil {
					look(ctx, folders, poll, changes)
				}
				return
			}
		}
		failed(err)
		every = poll
	}
	look(ctx, folders, every, changes)
}

// watchAll watches folders and all folders in them.
func watchAll(w *fsnotify.Watcher, folders []string) error {
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil && name == folder:
				return err
			case err != nil: // it went away while we looked
				return nil
			case !d.IsDir():
				return nil
			case name != folder && ignored(d.Name()):
				return filepath.SkipDir
			}
			return w.Add(name)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// listen waits for events and makes bursts of them. It returns when the context ends
// or the system stops telling.
func listen(ctx context.Context, w *fsnotify.Watcher, changes Changes, failed func(error)) {
	var (
		over  = time.NewTimer(time.Hour)
		began time.Time
	)
	over.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-w.Events:
			if !ok {
				return
			}
			if e.Has(fsnotify.Create) {
				if info, err := os.Stat(e.Name); err == nil && info.IsDir() {
					_ = watchAll(w, []string{e.Name}) // it may be gone again
				}
			}
			if ignored(filepath.Base(e.Name)) {
				continue
			}
			if began.IsZero() {
				began = time.Now()
			}
			changes.Touched(e.Name)
			over.Reset(min(quiet, max(0, longest-time.Since(began))))
		case <-over.C:
			began = time.Time{}
			changes.Settled()
		case err, ok := <-w.Errors:
			if !ok {
				return
			}
			failed(err)
			changes.Touched("") // events may be lost
			changes.Settled()
		}
	}
}

// ignored tells whether a name is of a hidden file or an editor's own.
func ignored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || strings.HasSuffix(name, ".swp") || strings.HasSuffix(name, ".swx") ||
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") || name == "4913" || strings.HasSuffix(name, ".tmp") || strings.HasPrefix(name, "~$")
}

// look compares the folders with what they were, again and again.
func look(ctx context.Context, folders []string, every time.Duration, changes Changes) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	last := state(folders)
	changes.Watching()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			if now := state(folders); now != last {
				last = now
				changes.Touched("")
				changes.Settled()
			}
		}
	}
}

// state sums up the names, sizes and times of all files.
func state(folders []string) uint64 {
	sum := fnv.New64a()
	for _, folder := range folders {
		_ = filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil // gone while we looked; the next look sees it
			}
			if name != folder && ignored(d.Name()) {
				if d.IsDir() {
					return filepath.SkipDir
				}
				return nil
			}
			if info, err := d.Info(); err == nil && !d.IsDir() {
				sum.Write([]byte(name))
				sum.Write([]byte(info.ModTime().String()))
				sum.Write([]byte{byte(info.Size()), byte(info.Size() >> 8), byte(info.Size() >> 16), byte(info.Size() >> 24)})
			}
			return nil
		})
	}
	return sum.Sum64()
}
