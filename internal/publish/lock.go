package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// errBusy is the error for a lock that another build holds.
var errBusy = errors.New("locked")

// acquireLock opens the lock file and locks it. isNew says that this build made the file
// and no other had it since.
func (w *workFolder) acquireLock(ctx context.Context, waiting func()) (isNew bool, err error) {
	made, err := w.openLock()
	if err != nil {
		return false, err
	}
	waited, err := w.waitForLock(ctx, waiting)
	if err != nil {
		return false, err
	}
	// A build removes the lock file before it unlocks it. Then the file that we locked has
	// no name any more, and our lock keeps nobody out.
	held, err := w.lock.Stat()
	if err != nil {
		return false, err
	}
	now, err := w.root.Lstat(lockName)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !os.SameFile(held, now) {
		return false, errVanished
	}
	return made && !waited, err
}

// openLock opens the lock file, and reports whether it made it.
func (w *workFolder) openLock() (made bool, err error) {
	w.lock, err = w.root.OpenFile(lockName, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err == nil {
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

// waitForLock locks the lock file as soon as no other build has it locked.
func (w *workFolder) waitForLock(ctx context.Context, waiting func()) (waited bool, err error) {
	for {
		err := tryLock(w.lock)
		if !errors.Is(err, errBusy) {
			if err != nil {
				err = fmt.Errorf("locking %s: %w", w.lock.Name(), err)
			}
			return waited, err
		}
		waited = true
		waiting()
		if err := pause(ctx); err != nil {
			return waited, err
		}
	}
}
