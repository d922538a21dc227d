package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"syscall"
	"time"
)

// swap puts a folder in the work folder in the place of the old site, and returns the
// name of that in the work folder; empty when there was none.
func (w *work) swap(name string, exists, inTwo bool) (old string, err error) {
	fresh := path.Join(w.name, name)
	if !exists {
		return "", w.replaced(w.rename(fresh, w.place.base))
	}
	if inTwo {
		return oldName, w.replaced(w.swapInTwo(fresh))
	}
	err = w.exchange(name)
	if errors.Is(err, errors.ErrUnsupported) {
		return oldName, w.replaced(w.swapInTwo(fresh))
	}
	return name, w.replaced(err)
}

// replaced says what an error means: a mount point, or a folder in the lower layer
// of a container, cannot be moved at all.
func (w *work) replaced(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.EBUSY), errors.Is(err, syscall.EXDEV):
		return &Refused{Reason: Immovable, Dir: w.place.given}
	}
	return fmt.Errorf("replacing %s: %w", w.place.given, err)
}

// exchange makes the two folders change places in one step.
func (w *work) exchange(name string) error {
	parent, err := w.parent.Open(".")
	if err != nil {
		return err
	}
	defer parent.Close()
	folder, err := w.root.Open(".")
	if err != nil {
		return err
	}
	defer folder.Close()
	return exchange(parent, w.place.base, folder, name)
}

// swapInTwo sets the old site aside and moves the new one in. When the second
// step fails the first is undone, here or by clear.
func (w *work) swapInTwo(fresh string) error {
	aside := path.Join(w.name, oldName)
	if err := w.rename(w.place.base, aside); err != nil {
		return err
	}
	err := w.rename(fresh, w.place.base)
	if err != nil {
		err = errors.Join(err, w.rename(aside, w.place.base))
	}
	return err
}

// rename moves a folder. Windows refuses while anybody, a virus scanner say, has
// a file in it open, which tends to pass.
func (w *work) rename(from, to string) error {
	err := w.parent.Rename(from, to)
	for pause := 10 * time.Millisecond; pause < time.Second && passing(err); pause *= 2 {
		time.Sleep(pause)
		err = w.parent.Rename(from, to)
	}
	return err
}

func passing(err error) bool {
	const sharingViolation = syscall.Errno(32)
	return runtime.GOOS == "windows" && (errors.Is(err, fs.ErrPermission) || errors.Is(err, sharingViolation))
}
