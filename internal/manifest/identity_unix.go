//go:build linux || darwin

package manifest

import (
	"io/fs"

	"golang.org/x/sys/unix"
)

// identify returns the identity of a file or folder; links are not followed.
func identify(name string) (identity, bool) {
	var s unix.Stat_t
	if unix.Lstat(name, &s) != nil {
		return identity{}, false
	}
	mode := fs.FileMode(s.Mode & 0o7777)
	switch s.Mode & unix.S_IFMT {
	case unix.S_IFREG:
	case unix.S_IFDIR:
		mode |= fs.ModeDir
	default:
		return identity{}, false
	}
	return identity{uint64(s.Size), uint64(mode), s.Ino, uint64(s.Dev), s.Mtim.Nano(), s.Ctim.Nano()}, true
}
