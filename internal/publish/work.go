package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// What the work folder holds.
const (
	lockName = "lock"
	newName  = "new"
	oldName  = "old"

	spareName   = "spare"
	largePrefix = "large-" // files that are too large for memory, until they are whole
)

// lockPause is how long a build waits before it looks at the lock again.
const lockPause = 20 * time.Millisecond

// openTries is how often the work folder may vanish under us before that must
// have another cause than other builds.
const openTries = 100

// work is the locked work folder beside the output folder.
type work struct {
	place  place
	name   string   // of the work folder, in parent
	made   []string // folders above the output folder that were not there, outermost first
	parent *os.Root
	root   *os.Root
	lock   *os.File
}

// errVanished is for a work folder that went away while we opened it, cleared by
// another build.
var errVanished = errors.New("the folder to prepare the new site in does not stay")

// errBusy is for a lock that another build holds.
var errBusy = errors.New("locked")

// openWork takes hold of the output folder, waiting for other builds, and clears
// what a killed one left.
func openWork(ctx context.Context, p place, waiting func()) (*work, error) {
	w := &work{place: p, name: workName(p)}
	if waiting == nil {
		waiting = func() {}
	}
	for try := 1; ; try++ {
		err := w.open(ctx, &waiting)
		if err == nil {
			return w, nil
		}
		w.release()
		if try < openTries && errors.Is(err, errVanished) {
			err = pause(ctx)
		}
		if err != nil {
			w.removeMade()
			return nil, err
		}
	}
}

func pause(ctx context.Context) error {
	select {
	case <-time.After(lockPause):
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func (w *work) open(ctx context.Context, waiting *func()) error {
	if err := w.openFolders(); err != nil {
		return err
	}
	fresh, err := w.openLock()
	if err != nil {
		return err
	}
	waited, err := w.wait(ctx, waiting)
	if err != nil {
		return err
	}
	// Whoever had the lock before removed the file with it: then this is a lock
	// on nothing.
	held, err := w.lock.Stat()
	if err != nil {
		return err
	}
	now, err := w.root.Lstat(lockName)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !os.SameFile(held, now) {
		return errVanished
	}
	if err != nil {
		return err
	}
	if err := w.recognise(fresh && !waited); err != nil {
		return err
	}
	return w.clear()
}

// openFolders opens the parent and the work folder, and makes what is missing.
func (w *work) openFolders() error {
	if err := w.makeParents(); err != nil {
		return err
	}
	parent, err := os.OpenRoot(w.place.parent)
	if err != nil {
		return vanished(err)
	}
	w.parent = parent
	// Nobody else need see a site that is half there, let alone write in it.
	if err := parent.Mkdir(w.name, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return vanished(err)
	}
	info, err := parent.Lstat(w.name)
	if err != nil {
		return vanished(err)
	}
	if !info.IsDir() {
		return w.occupied()
	}
	w.root, err = parent.OpenRoot(w.name)
	return vanished(err)
}

func (w *work) makeParents() error {
	var missing []string
	for dir := w.place.parent; ; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(dir); err == nil || !errors.Is(err, fs.ErrNotExist) {
			break
		}
		missing = append(missing, dir)
	}
	for _, dir := range slices.Backward(missing) {
		err := os.Mkdir(dir, 0o755)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return vanished(err)
		}
		if !slices.Contains(w.made, dir) {
			w.made = append(w.made, dir)
		}
	}
	return nil
}

// openLock opens the lock file, and tells whether it made it.
func (w *work) openLock() (fresh bool, err error) {
	lock, err := w.root.OpenFile(lockName, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err == nil {
		w.lock = lock
		return true, nil
	}
	if !errors.Is(err, fs.ErrExist) {
		return false, vanished(err)
	}
	info, err := w.root.Lstat(lockName)
	if err != nil {
		return false, vanished(err)
	}
	if !info.Mode().IsRegular() {
		return false, w.occupied()
	}
	w.lock, err = w.root.OpenFile(lockName, os.O_RDWR, 0)
	return false, vanished(err)
}

// wait waits for the lock.
func (w *work) wait(ctx context.Context, waiting *func()) (waited bool, err error) {
	for {
		err := tryLock(w.lock)
		if !errors.Is(err, errBusy) {
			if err != nil {
				err = fmt.Errorf("locking %s: %w", w.lock.Name(), err)
			}
			return waited, err
		}
		waited = true
		(*waiting)()
		*waiting = func() {}
		if err := pause(ctx); err != nil {
			return waited, err
		}
	}
}

// recognise refuses to work in a folder that is not ours. In ours the lock comes
// first and goes last, so one that was not there beside other things is not ours.
func (w *work) recognise(fresh bool) error {
	entries, err := list(w.root)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		name := entry.Name()
		ours := name == lockName || !fresh && (name == newName || name == oldName || name == spareName || strings.HasPrefix(name, largePrefix))
		if ours || isLitter(name) && entry.Type().IsRegular() {
			continue
		}
		if fresh {
			_ = w.root.Remove(lockName)
		}
		return w.occupied()
	}
	return nil
}

func (w *work) occupied() error {
	return &Refused{Reason: Occupied, Dir: w.place.given, Path: filepath.Join(w.place.parent, w.name)}
}

// clear removes what lies in the work folder but the lock. An old site that was
// set aside goes back first when nothing came in its place.
func (w *work) clear() error {
	_, err := w.parent.Lstat(w.place.base)
	if errors.Is(err, fs.ErrNotExist) {
		err = w.rename(path.Join(w.name, oldName), w.place.base)
		if errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
	}
	if err != nil {
		return err
	}
	entries, err := list(w.root)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), largePrefix) {
			err = errors.Join(err, w.root.Remove(entry.Name()))
		}
	}
	return errors.Join(err, w.root.RemoveAll(newName), w.root.RemoveAll(oldName), w.root.RemoveAll(spareName))
}

// openSite opens the output folder.
func (w *work) openSite() (*os.Root, *tree, error) {
	root, err := os.OpenRoot(w.place.path)
	if err != nil {
		return nil, nil, err
	}
	t, err := openTree(root, w.parent, w.place.base)
	if err != nil {
		return nil, nil, errors.Join(err, root.Close())
	}
	return root, t, nil
}

// open opens a folder in the work folder.
func (w *work) openTree(name string) (*os.Root, *tree, error) {
	root, err := w.root.OpenRoot(name)
	if err != nil {
		return nil, nil, err
	}
	t, err := openTree(root, w.parent, path.Join(w.name, name))
	if err != nil {
		return nil, nil, errors.Join(err, root.Close())
	}
	return root, t, nil
}

// close leaves nothing beside the output folder, and lets the next build in.
func (w *work) close() error {
	err := w.clear()
	if err == nil {
		err = w.removeSelf()
	}
	w.release()
	w.removeMade()
	return err
}

// removeSelf removes the work folder while the lock is still held.
func (w *work) removeSelf() error {
	entries, err := list(w.root)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if isLitter(entry.Name()) {
			if err := w.root.Remove(entry.Name()); err != nil {
				return err
			}
		}
	}
	if err := w.root.Remove(lockName); err != nil {
		return err
	}
	// A build that opened the folder in this moment clears it in its turn.
	_ = w.parent.Remove(w.name)
	return nil
}

// release closes what is open.
func (w *work) release() {
	if w.lock != nil {
		_ = w.lock.Close()
	}
	for _, root := range []*os.Root{w.root, w.parent} {
		if root != nil {
			_ = root.Close()
		}
	}
	w.lock, w.root, w.parent = nil, nil, nil
}

// removeMade removes the folders that were made for the output folder and stayed
// empty, as they do when nothing was published.
func (w *work) removeMade() {
	for _, dir := range slices.Backward(w.made) {
		_ = os.Remove(dir)
	}
}

// vanished marks the error for something that is missing, or that Windows is
// still removing, as one after which to try again.
func vanished(err error) error {
	removing := runtime.GOOS == "windows" && errors.Is(err, fs.ErrPermission)
	if removing || errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: %w", errVanished, err)
	}
	return err
}

// workName returns the name of the work folder beside an output folder.
func workName(p place) string { return "." + p.base + ".wijkvisie" }
