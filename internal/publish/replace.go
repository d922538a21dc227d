package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"syscall"
	"time"
)

// replaceSite puts the folder with the new site in the place of the output folder, if that
// exists.
func (w *workFolder) replaceSite(exists, twoRenames bool) error {
	var err error
	switch {
	case !exists:
		err = w.rename(w.inParent(newName), w.loc.base)
	case twoRenames:
		err = w.renameSites()
	default:
		err = w.exchangeSites()
		if errors.Is(err, errors.ErrUnsupported) {
			err = w.renameSites()
		}
	}
	// A mount point, or a folder in the lower layer of a container, cannot be moved at all.
	if errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.EXDEV) {
		return &Refused{Reason: Immovable, Dir: w.loc.given}
	}
	if err != nil {
		return fmt.Errorf("replacing %s: %w", w.loc.given, err)
	}
	return nil
}

// exchangeSites exchanges the new site and the old one in one step.
func (w *workFolder) exchangeSites() error {
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
	return exchange(parent, w.loc.base, folder, newName)
}

// renameSites moves the old site into the work folder and the new one out of it. When the
// second step fails the first is undone, here or by clear.
func (w *workFolder) renameSites() error {
	old := w.inParent(oldName)
	if err := w.rename(w.loc.base, old); err != nil {
		return err
	}
	err := w.rename(w.inParent(newName), w.loc.base)
	if err != nil {
		err = errors.Join(err, w.rename(old, w.loc.base))
	}
	return err
}

// rename renames a folder in the parent folder. Windows refuses that while a file in it
// is open, in a virus scanner for example, so there it tries for a second.
func (w *workFolder) rename(from, to string) error {
	err := w.parent.Rename(from, to)
	for pause := 10 * time.Millisecond; pause < time.Second && isTemporary(err); pause *= 2 {
		time.Sleep(pause)
		err = w.parent.Rename(from, to)
	}
	return err
}

// isTemporary reports whether an error may go away by itself.
func isTemporary(err error) bool {
	const sharingViolation = syscall.Errno(32)
	return runtime.GOOS == "windows" && (errors.Is(err, fs.ErrPermission) || errors.Is(err, sharingViolation))
}
