//go:build linux || darwin

package identity

import (
	"io/fs"

	"golang.org/x/sys/unix"
)

// Known tells whether this system gives identities.
const Known = true

// Of returns the identity of a file or folder; links are not followed. Anything else
// has none.
func Of(name string) (ID, bool) { return At(unix.AT_FDCWD, name) }

// At returns the identity of what a path leads to from an open folder.
func At(folder int, path string) (ID, bool) {
	if id, ok := atOnce(folder, path); ok {
		return id, true
	}
	var s unix.Stat_t
	if unix.Fstatat(folder, path, &s, unix.AT_SYMLINK_NOFOLLOW) != nil {
		return ID{}, false
	}
	return of(&s)
}

// OfOpen returns the identity of an open file.
func OfOpen(file int) (ID, bool) {
	var s unix.Stat_t
	if unix.Fstat(file, &s) != nil {
		return ID{}, false
	}
	return of(&s)
}

func of(s *unix.Stat_t) (ID, bool) {
	mode, ok := modeOf(uint32(s.Mode))
	return ID{uint64(s.Size), mode, s.Ino, uint64(s.Dev), s.Mtim.Nano(), s.Ctim.Nano()}, ok
}

// modeOf returns a mode as Go has it; not ok for what is no file or folder.
func modeOf(mode uint32) (uint64, bool) {
	of := fs.FileMode(mode & 0o7777)
	switch mode & unix.S_IFMT {
	case unix.S_IFREG:
		return uint64(of), true
	case unix.S_IFDIR:
		return uint64(of | fs.ModeDir), true
	}
	return 0, false
}
