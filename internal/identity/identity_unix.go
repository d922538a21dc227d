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
	mode := fs.FileMode(s.Mode & 0o7777)
	switch s.Mode & unix.S_IFMT {
	case unix.S_IFREG:
	case unix.S_IFDIR:
		mode |= fs.ModeDir
	default:
		return ID{}, false
	}
	return ID{uint64(s.Size), uint64(mode), s.Ino, uint64(s.Dev), s.Mtim.Nano(), s.Ctim.Nano()}, true
}
