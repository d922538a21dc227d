package preview

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// The durations of watching. A save is often a burst of several changes: a new file, a
// rename, a change of time.
const (
	quiet        = 15 * time.Millisecond  // a burst ends after so long without a change
	longestBurst = 100 * time.Millisecond // a burst ends after so long in any case
	pollInterval = 500 * time.Millisecond // where the system sends no events
)

// Changes receives changes. Its methods return at once.
type Changes interface {
	// Watching is called when watching has begun.
	Watching()
	// Touched is called when the file or folder at a path may have changed; with an empty
	// path when any of them may.
	Touched(path string)
	// Settled is called at the end of a burst of changes.
	Settled()
}

// Watch reports changes in folders until the context ends. It watches folders and not
// files, because editors save in different ways. A folder may be missing, become another or
// become a symbolic link, and so may every folder that it is in; that is reported as a change
// of any file. When every is not 0, or the system cannot report changes, Watch compares the
// folders with that interval, or every half second. failed is called with the error of the
// system. The paths of the folders are absolute.
func Watch(ctx context.Context, folders []string, every time.Duration, changes Changes, failed func(error)) {
	if every > 0 {
		pollFolders(ctx, folders, every, false, changes)
		return
	}
	err := watchEvents(ctx, folders, changes)
	if ctx.Err() != nil {
		return
	}
	failed(err)
	pollFolders(ctx, folders, pollInterval, true, changes)
}

// watchEvents reports the events of the system. It returns when the context ends, or with
// the error of the system.
func watchEvents(ctx context.Context, folders []string, changes Changes) error {
	for again := false; ctx.Err() == nil; again = true {
		w, err := newWatcher(folders, changes)
		if err != nil {
			return err
		}
		if again {
			w.touched("") // between the former watches and these, anything may have changed
		} else {
			changes.Watching()
		}
		err = w.listen(ctx)
		w.events.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

// watcher watches folders and the way to each of them, until the way to one changes.
type watcher struct {
	events  *fsnotify.Watcher
	changes Changes
	folders []watchedFolder
	end     *time.Timer // ends a burst
	began   time.Time   // of the burst; zero when there is none
}

// watchedFolder is a folder that is watched.
type watchedFolder struct {
	path string
	way  way
}

func newWatcher(folders []string, changes Changes) (*watcher, error) {
	events, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	w := &watcher{events: events, changes: changes, end: time.NewTimer(time.Hour)}
	w.end.Stop()
	for _, path := range folders {
		f := watchedFolder{path, wayTo(path)}
		w.folders = append(w.folders, f)
		if err := w.addFolder(f); err != nil {
			events.Close()
			return nil, err
		}
	}
	return w, nil
}

// watchesParents is whether the folders on the way to a folder are watched. Elsewhere, the
// system watches each file in a folder, which may be thousands; the way is compared instead.
const watchesParents = runtime.GOOS == "linux" || runtime.GOOS == "windows"

// addFolder watches a folder, all folders in it, and those on the way to it.
func (w *watcher) addFolder(f watchedFolder) error {
	if watchesParents {
		for _, step := range f.way.steps {
			if err := w.add(filepath.Dir(step.path)); err != nil {
				return err
			}
		}
	}
	if f.way.end == "" {
		return nil
	}
	return w.addTree(f.way.end)
}

// addTree watches a folder and all folders in it.
func (w *watcher) addTree(folder string) error {
	return filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil: // it was removed meanwhile, or may not be read
			return nil
		case !d.IsDir():
			return nil
		case name != folder && ignored(d.Name()):
			return filepath.SkipDir
		}
		return w.add(name)
	})
}

// add watches a folder, unless it was removed meanwhile or may not be read.
func (w *watcher) add(folder string) error {
	err := w.events.Add(folder)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return nil
	}
	return err
}

// listen reports events in bursts. It returns when the context ends, when the way to a folder
// changes, and when events may be lost; the error is for a system that has no more events.
func (w *watcher) listen(ctx context.Context) error {
	// Not every change of the way has an event: a file system that is mounted has none.
	compare := time.NewTicker(pollInterval)
	defer compare.Stop()
	if w.wayChanged() { // while the watches were added
		return nil
	}
	for {
		select {
		case <-ctx.Done():
			return nil
		case e, ok := <-w.events.Events:
			if !ok {
				return errors.New("the events ended")
			}
			if w.onTheWay(e) {
				return nil
			}
			if err := w.inFolder(e); err != nil {
				return err
			}
		case <-compare.C:
			if w.wayChanged() {
				return nil
			}
		case <-w.end.C:
			w.began = time.Time{}
			w.changes.Settled()
		case _, ok := <-w.events.Errors:
			if !ok {
				return errors.New("the events ended")
			}
			return nil // such as that there were too many events
		}
	}
}

func (w *watcher) wayChanged() bool {
	return slices.ContainsFunc(w.folders, func(f watchedFolder) bool { return !f.way.equal(wayTo(f.path)) })
}

// onTheWay reports whether an event can have changed what the path of a folder leads to.
func (w *watcher) onTheWay(e fsnotify.Event) bool {
	return !e.Op.Has(fsnotify.Write) && slices.ContainsFunc(w.folders, func(f watchedFolder) bool {
		return slices.ContainsFunc(f.way.steps, func(s step) bool { return s.path == e.Name })
	})
}

// inFolder reports an event in a folder. The error is that of the system.
func (w *watcher) inFolder(e fsnotify.Event) error {
	for _, f := range w.folders {
		name, err := filepath.Rel(f.way.end, e.Name)
		if f.way.end == "" || err != nil || !filepath.IsLocal(name) {
			continue
		}
		if ignored(filepath.Base(name)) && name != "." {
			continue
		}
		if info, err := os.Lstat(e.Name); e.Has(fsnotify.Create) && err == nil && info.IsDir() {
			if err := w.addTree(e.Name); err != nil {
				return err
			}
		}
		w.touched(filepath.Join(f.path, name))
	}
	return nil
}

// touched reports a change in a burst.
func (w *watcher) touched(path string) {
	if w.began.IsZero() {
		w.began = time.Now()
	}
	w.changes.Touched(path)
	w.end.Reset(min(quiet, max(0, longestBurst-time.Since(w.began))))
}

// ignored reports whether a name is that of a hidden file or a temporary file of an editor.
func ignored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || strings.HasSuffix(name, ".swp") || strings.HasSuffix(name, ".swx") ||
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") || name == "4913" || strings.HasSuffix(name, ".tmp") || strings.HasPrefix(name, "~$")
}

// pollFolders compares folders with their former state, with some interval. When changes may
// have been missed before it, such as when the system stopped to report them, it begins with
// reporting that any file may have changed.
func pollFolders(ctx context.Context, folders []string, every time.Duration, missed bool, changes Changes) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	last := stateOf(folders)
	changes.Watching()
	if missed {
		changes.Touched("")
		changes.Settled()
	}
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			if now := stateOf(folders); !now.equal(last) {
				last = now
				changes.Touched("")
				changes.Settled()
			}
		}
	}
}

// state is the state of folders.
type state struct {
	ways []way
	sum  uint64 // of the names, sizes and times of all files
}

func (s state) equal(other state) bool {
	return s.sum == other.sum && slices.EqualFunc(s.ways, other.ways, way.equal)
}

func stateOf(folders []string) state {
	var s state
	sum := fnv.New64a()
	for _, path := range folders {
		way := wayTo(path)
		s.ways = append(s.ways, way)
		if way.end == "" {
			continue
		}
		_ = filepath.WalkDir(way.end, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil // it was removed meanwhile, which the next comparison finds
			}
			if name != way.end && ignored(d.Name()) {
				if d.IsDir() {
					return filepath.SkipDir
				}
				return nil
			}
			if info, err := d.Info(); err == nil && !d.IsDir() {
				fmt.Fprintf(sum, "%q %d %d %v\n", name, info.ModTime().UnixNano(), info.Size(), info.Mode())
			}
			return nil
		})
	}
	s.sum = sum.Sum64()
	return s
}
