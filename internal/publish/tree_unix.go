//go:build linux || darwin

package publish

import (
	"errors"
	"io/fs"
	"os"
	"sync"

	"golang.org/x/sys/unix"

	"wijkvisie/internal/identity"
)

// tree is a folder, and the files and folders in it by their paths in it. It asks the
// system itself: an [os.Root] opens every folder on the way to a file, which for tens of
// thousands of files in a folder each is a quarter of what the system does for a build.
// What that guards against, links that somebody plants, cannot be in a folder that is
// being made, as nobody else can reach it; what is taken over from a site that others
// can reach is recognised by its identity afterwards.
type tree struct {
	folder *os.File
	at     int
	rooms  sync.Pool // *[4 << 10]byte, to read names into
}

// openTree opens a folder. parent and name say where it is, for systems that need it.
func openTree(root, _ *os.Root, _ string) (*tree, error) {
	folder, err := root.Open(".")
	if err != nil {
		return nil, err
	}
	return &tree{folder: folder, at: int(folder.Fd())}, nil
}

func (t *tree) close() error { return t.folder.Close() }

// mkdir makes a folder.
func (t *tree) mkdir(path string) error {
	return pathError("mkdir", path, again(func() error { return unix.Mkdirat(t.at, path, 0o755) }))
}

// put makes a file that is not there yet.
func (t *tree) put(path string, data []byte) (identity.ID, error) {
	var file int
	err := again(func() (err error) {
		file, err = unix.Openat(t.at, path, unix.O_WRONLY|unix.O_CREAT|unix.O_EXCL|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0o644)
		return err
	})
	if err != nil {
		return identity.ID{}, pathError("open", path, err)
	}
	for len(data) > 0 && err == nil {
		var n int
		if n, err = unix.Write(file, data); n > 0 {
			data = data[n:]
		}
		if err == unix.EINTR || err == unix.EAGAIN {
			err = nil
		}
	}
	id, _ := identity.OfOpen(file)
	return id, pathError("write", path, errors.Join(err, unix.Close(file)))
}

// read returns the bytes of a file of at most len(buffer)-1 bytes.
func (t *tree) read(path string, buffer []byte) ([]byte, error) {
	var file int
	err := again(func() (err error) {
		file, err = unix.Openat(t.at, path, unix.O_RDONLY|unix.O_NOFOLLOW|unix.O_NONBLOCK|unix.O_CLOEXEC, 0)
		return err
	})
	if err != nil {
		return nil, pathError("open", path, err)
	}
	defer unix.Close(file)
	size := 0
	for size < len(buffer) {
		var n int
		err := again(func() (err error) {
			n, err = unix.Read(file, buffer[size:])
			return err
		})
		if err != nil {
			return nil, pathError("read", path, err)
		}
		if n == 0 {
			return buffer[:size], nil
		}
		size += n
	}
	return nil, pathError("read", path, unix.EFBIG)
}

// names returns the names in a folder, in no order; "" is the tree's own.
func (t *tree) names(path string) ([]string, error) {
	if path == "" {
		path = "."
	}
	var folder int
	err := again(func() (err error) {
		folder, err = unix.Openat(t.at, path, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0)
		return err
	})
	if err != nil {
		return nil, pathError("open", path, err)
	}
	defer unix.Close(folder)
	room, ok := t.rooms.Get().(*[4 << 10]byte)
	if !ok {
		room = new([4 << 10]byte)
	}
	defer t.rooms.Put(room)
	var names []string
	for {
		var n int
		err := again(func() (err error) {
			n, err = unix.ReadDirent(folder, room[:])
			return err
		})
		if err != nil {
			return nil, pathError("read", path, err)
		}
		if n <= 0 {
			return names, nil
		}
		_, _, names = unix.ParseDirent(room[:n], -1, names)
	}
}

// link makes a file of another tree, at the same path in it, a file of this one.
func (t *tree) link(from *tree, path string) error {
	return pathError("link", path, again(func() error { return unix.Linkat(from.at, path, t.at, path, 0) }))
}

// remove removes a file; none may be there.
func (t *tree) remove(path string) error {
	err := again(func() error { return unix.Unlinkat(t.at, path, 0) })
	if err == unix.ENOENT {
		return nil
	}
	return pathError("remove", path, err)
}

// removeFolder removes a folder, if it is empty.
func (t *tree) removeFolder(path string) error {
	return pathError("remove", path, again(func() error { return unix.Unlinkat(t.at, path, unix.AT_REMOVEDIR) }))
}

// identity returns that of a file or folder; "" is the tree's own folder.
func (t *tree) identity(path string) (identity.ID, bool) {
	if path == "" {
		path = "."
	}
	return identity.At(t.at, path)
}

// again does something until no signal comes in between.
func again(do func() error) error {
	for {
		if err := do(); err != unix.EINTR {
			return err
		}
	}
}

func pathError(op, path string, err error) error {
	if err == nil {
		return nil
	}
	return &fs.PathError{Op: op, Path: path, Err: err}
}

// identityOf returns the identity of an open file.
func identityOf(file *os.File) (identity.ID, bool) { return identity.OfOpen(int(file.Fd())) }
