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
	"sync"
	"time"
)

// The names in the work folder; the package comment has their meanings.
const (
	lockName    = "lock"
	newName     = "new"
	oldName     = "old"
	largePrefix = "large-"
)

// retryInterval is how long a build waits before it tries again to lock the work folder.
const retryInterval = 20 * time.Millisecond

// maxOpens is how often opening is tried when the work folder vanishes; other builds do not
// remove it that often.
const maxOpens = 100

// workFolder is the locked work folder next to the output folder.
type workFolder struct {
	loc     location
	name    string   // of the work folder, in parent
	parents []string // folders that were made above the output folder, outermost first
	parent  *os.Root
	root    *os.Root
	lock    *os.File
}

// errVanished is the error for a work folder that another build removed while it was
// being opened.
var errVanished = errors.New("the folder to prepare the new site in does not stay")

// openWorkFolder makes and locks the work folder, waiting for other builds, and clears
// what a killed one left in it. waiting is called once if there is another build.
func openWorkFolder(ctx context.Context, loc location, waiting func()) (*workFolder, error) {
	w := &workFolder{loc: loc, name: "." + loc.base + ".wijkvisie"}
	waiting = sync.OnceFunc(waiting)
	for opens := 1; ; opens++ {
		err := w.open(ctx, waiting)
		if err == nil {
			return w, nil
		}
		w.release()
		if opens < maxOpens && errors.Is(err, errVanished) {
			err = pause(ctx)
		}
		if err != nil {
			w.removeParents()
			return nil, err
		}
	}
}

// pause waits for retryInterval, or until the context is done.
func pause(ctx context.Context) error {
	select {
	case <-time.After(retryInterval):
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// open tries to open the work folder once.
func (w *workFolder) open(ctx context.Context, waiting func()) error {
	if err := w.openFolders(); err != nil {
		return err
	}
	isNew, err := w.acquireLock(ctx, waiting)
	if err != nil {
		return err
	}
	if err := w.checkNames(isNew); err != nil {
		return err
	}
	return w.clear()
}

// openFolders opens the parent and the work folder, and makes what is missing.
func (w *workFolder) openFolders() error {
	if err := w.makeParents(); err != nil {
		return err
	}
	parent, err := os.OpenRoot(w.loc.parent)
	if err != nil {
		return vanished(err)
	}
	w.parent = parent
	// Nobody else need see an incomplete site, let alone write in it.
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

// makeParents makes the folders above the output folder that are missing.
func (w *workFolder) makeParents() error {
	var missing []string
	for dir := w.loc.parent; ; dir = filepath.Dir(dir) {
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
		if !slices.Contains(w.parents, dir) {
			w.parents = append(w.parents, dir)
		}
	}
	return nil
}

// checkNames refuses a work folder that is not ours. In ours the lock file is made first
// and removed last, so one without it that is not empty is not ours; isNew says that
// this build made the lock file.
func (w *workFolder) checkNames(isNew bool) error {
	entries, err := fs.ReadDir(w.root.FS(), ".")
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if entry.Name() == lockName || isLitter(entry) || !isNew && isLeftover(entry.Name()) {
			continue
		}
		if isNew {
			_ = w.root.Remove(lockName)
		}
		return w.occupied()
	}
	return nil
}

// occupied returns the error for a work folder that is not ours.
func (w *workFolder) occupied() error {
	return &Refused{Reason: Occupied, Dir: w.loc.given, Path: filepath.Join(w.loc.parent, w.name)}
}

// inParent returns the path of a name in the work folder, relative to the parent.
func (w *workFolder) inParent(name string) string { return path.Join(w.name, name) }

// clear removes everything that is ours from the work folder but the lock file. When the
// output folder is missing, the old site is moved back to it first.
func (w *workFolder) clear() error {
	_, err := w.parent.Lstat(w.loc.base)
	if errors.Is(err, fs.ErrNotExist) {
		err = w.rename(w.inParent(oldName), w.loc.base)
		if errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
	}
	if err != nil {
		return err
	}
	entries, err := fs.ReadDir(w.root.FS(), ".")
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if isLeftover(entry.Name()) || isLitter(entry) {
			err = errors.Join(err, w.remove(entry.Name()))
		}
	}
	return err
}

// remove removes a file or folder in the work folder, with everything in it. As a site has
// thousands of folders, what is two levels below it is removed first, on all cores.
func (w *workFolder) remove(name string) error {
	paths, err := fs.Glob(w.root.FS(), name+"/*/*")
	if err == nil {
		err = forEach(context.Background(), runtime.GOMAXPROCS(0), slices.Values(paths), w.root.RemoveAll)
	}
	return errors.Join(err, w.root.RemoveAll(name))
}

// isLeftover reports whether a build makes something of this name in the work folder,
// which it leaves there when it is killed.
func isLeftover(name string) bool {
	return name == newName || name == oldName || strings.HasPrefix(name, largePrefix)
}

// close removes the work folder, which lets the next build in.
func (w *workFolder) close() error {
	err := w.clear()
	if err == nil {
		err = w.root.Remove(lockName) // while it is still locked
	}
	if err == nil {
		// A build that has opened the folder in the meantime removes it in its turn.
		_ = w.parent.Remove(w.name)
	}
	w.release()
	w.removeParents()
	return err
}

// release closes what is open, and so unlocks the lock file.
func (w *workFolder) release() {
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

// removeParents removes the folders that were made above the output folder, if they are
// empty, as they are when nothing was published.
func (w *workFolder) removeParents() {
	for _, dir := range slices.Backward(w.parents) {
		_ = os.Remove(dir)
	}
}

// vanished marks the error for something that is missing, or that Windows is
// still removing, as errVanished.
func vanished(err error) error {
	removing := runtime.GOOS == "windows" && errors.Is(err, fs.ErrPermission)
	if removing || errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: %w", errVanished, err)
	}
	return err
}
