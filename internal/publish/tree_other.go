//go:build !linux && !darwin

package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"

	"wijkvisie/internal/identity"
)

// tree is a folder, and the files and folders in it by their paths in it.
type tree struct {
	root   *os.Root
	parent *os.Root // what links are made from, of a tree that gets some
	name   string   // in that parent
}

// openTree opens a folder. parent and name say where it is, for systems that need it.
func openTree(root, parent *os.Root, name string) (*tree, error) {
	return &tree{root, parent, name}, nil
}

func (t *tree) close() error { return nil }

// mkdir makes a folder.
func (t *tree) mkdir(path string) error { return t.root.Mkdir(path, 0o755) }

// put makes a file that is not there yet.
func (t *tree) put(path string, data []byte) (identity.ID, error) {
	file, err := t.root.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return identity.ID{}, err
	}
	_, err = file.Write(data)
	return identity.ID{}, errors.Join(err, file.Close())
}

// read returns the bytes of a file; the buffer is for systems that can use it.
func (t *tree) read(path string, _ []byte) ([]byte, error) { return t.root.ReadFile(path) }

// names returns the names in a folder, in no order; "" is the tree's own.
func (t *tree) names(path string) ([]string, error) {
	if path == "" {
		path = "."
	}
	folder, err := t.root.Open(path)
	if err != nil {
		return nil, err
	}
	defer folder.Close()
	return folder.Readdirnames(-1)
}

// link makes a file of another tree, at the same path in it, a file of this one.
func (t *tree) link(from *tree, file string) error {
	return t.parent.Link(path.Join(from.name, file), path.Join(t.name, file))
}

// remove removes a file; none may be there.
func (t *tree) remove(path string) error {
	if err := t.root.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// removeFolder removes a folder, if it is empty.
func (t *tree) removeFolder(path string) error { return t.root.Remove(path) }

// identity knows none on this system.
func (t *tree) identity(string) (identity.ID, bool) { return identity.ID{}, false }

// identityOf knows no identity on this system.
func identityOf(*os.File) (identity.ID, bool) { return identity.ID{}, false }
