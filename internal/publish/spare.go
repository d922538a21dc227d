package publish

import (
	"os"
	"path/filepath"
)

// takeSpare makes the spare the folder for the new site, and tells whether there is one
// that can be moved here.
func (w *work) takeSpare(spare string) bool {
	return spare != "" && os.Rename(spare, filepath.Join(w.place.parent, w.name, newName)) == nil
}

// keepSpare sets a folder in the work folder aside as the spare, and tells whether it
// could be moved there, which it cannot to another disk.
func (w *work) keepSpare(spare, name string) bool {
	if spare == "" || name == "" {
		return false
	}
	err := os.MkdirAll(filepath.Dir(spare), 0o700)
	if err == nil {
		err = os.RemoveAll(spare)
	}
	if err == nil {
		err = os.Rename(filepath.Join(w.place.parent, w.name, name), spare)
	}
	return err == nil
}
