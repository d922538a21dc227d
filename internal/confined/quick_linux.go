package confined

import (
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// quick opens files of a root by one call of the system (BenchmarkOpen). A root opens
// the folders on the way one by one, to see that none is a link that leads out, and makes
// a file ready to be waited for; here the system is told to open what is a file, by a path
// on which there is no link at all, and nothing above the folder (openat2(2),
// RESOLVE_BENEATH and RESOLVE_NO_SYMLINKS). Whatever that is not for, such as a link that
// stays inside, and whatever goes wrong, as on a system that does not know this, is left
// to the root.
type quick struct {
	root
	dir *os.File // the folder itself
}

// root is what the FS of an os.Root can do.
type root interface {
	fs.ReadDirFS
	fs.ReadFileFS
	fs.StatFS
	fs.ReadLinkFS
}

// quickly returns root.FS() with a quicker Open.
func quickly(of *os.Root) (quick, bool) {
	plain, ok := of.FS().(root)
	if !ok {
		return quick{}, false
	}
	dir, err := of.Open(".")
	if err != nil {
		return quick{}, false
	}
	return quick{plain, dir}, true
}

func (q quick) close() { q.dir.Close() }

// Open opens a file.
func (q quick) Open(name string) (fs.File, error) {
	if f, ok := q.regular(name); ok {
		return f, nil
	}
	return q.root.Open(name)
}

// regular opens a regular file without a link on the way to it. It is nothing else: an
// os.File of a folder that is not the root's own looks by their paths at what is in it.
func (q quick) regular(name string) (*os.File, bool) {
	if !fs.ValidPath(name) {
		return nil, false
	}
	fd, ok := q.descriptor(name)
	if !ok {
		return nil, false
	}
	var info unix.Stat_t
	if err := unix.Fstat(fd, &info); err != nil || info.Mode&unix.S_IFMT != unix.S_IFREG {
		unix.Close(fd)
		return nil, false
	}
	return os.NewFile(uintptr(fd), q.dir.Name()+"/"+name), true
}

func (q quick) descriptor(name string) (fd int, ok bool) {
	how := unix.OpenHow{
		Flags:   unix.O_RDONLY | unix.O_CLOEXEC | unix.O_NOFOLLOW,
		Resolve: unix.RESOLVE_BENEATH | unix.RESOLVE_NO_SYMLINKS | unix.RESOLVE_NO_MAGICLINKS,
	}
	dir, err := q.dir.SyscallConn() // the folder stays open meanwhile
	if err != nil {
		return 0, false
	}
	controlled := dir.Control(func(at uintptr) { fd, err = unix.Openat2(int(at), name, &how) })
	return fd, controlled == nil && err == nil
}
