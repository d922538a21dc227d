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
// files, because editors save in different ways. When every is not 0, or the system cannot
// report changes, it compares the folders with that interval, or every half second. failed
// is called with the error of the system.
func Watch(ctx context.Context, folders []string, every time.Duration, changes Changes, failed func(error)) {
	if every == 0 {
		w, err := fsnotify.NewWatcher()
		if err == nil {
			defer w.Close()
			if err = watchAll(w, folders); err == nil {
				changes.Watching()
				listen(ctx, w, changes, failed)
				if ctx.Err() == nil {
					pollFolders(ctx, folders, pollInterval, changes)
				}
				return
			}
		}
		failed(err)
		every = pollInterval
	}
	pollFolders(ctx, folders, every, changes)
}

// watchAll watches folders and all folders in them.
func watchAll(w *fsnotify.Watcher, folders []string) error {
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil && name == folder:
				return err
			case err != nil: // it was removed meanwhile
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

// listen reports events in bursts. It returns when the context ends or when there are no
// more events.
func listen(ctx context.Context, w *fsnotify.Watcher, changes Changes, failed func(error)) {
	var (
		end   = time.NewTimer(time.Hour)
		began time.Time
	)
	end.Stop()
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
					_ = watchAll(w, []string{e.Name}) // fails when it is removed meanwhile
				}
			}
			if ignored(filepath.Base(e.Name)) {
				continue
			}
			if began.IsZero() {
				began = time.Now()
			}
			changes.Touched(e.Name)
			end.Reset(min(quiet, max(0, longestBurst-time.Since(began))))
		case <-end.C:
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

// ignored reports whether a name is that of a hidden file or a temporary file of an editor.
func ignored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || strings.HasSuffix(name, ".swp") || strings.HasSuffix(name, ".swx") ||
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") || name == "4913" || strings.HasSuffix(name, ".tmp") || strings.HasPrefix(name, "~$")
}

// pollFolders compares folders with their former state, with some interval.
func pollFolders(ctx context.Context, folders []string, every time.Duration, changes Changes) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	last := stateOf(folders)
	changes.Watching()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			if now := stateOf(folders); now != last {
				last = now
				changes.Touched("")
				changes.Settled()
			}
		}
	}
}

// stateOf returns a hash of the names, sizes and times of all files.
func stateOf(folders []string) uint64 {
	sum := fnv.New64a()
	for _, folder := range folders {
		_ = filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil // it was removed meanwhile, which the next comparison finds
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
