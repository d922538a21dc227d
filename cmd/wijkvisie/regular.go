package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// No file is opened that may have to be waited for: to open a pipe takes until something is
// written to it, which may be for ever. A file that is not regular is an error instead.
var errNotRegular = errors.New("not a regular file")

// regularFS is the file system of a root, without the files that are not regular.
type regularFS struct{ root *os.Root }

// Open implements fs.FS.
func (f regularFS) Open(name string) (fs.File, error) {
	path, err := filepath.Localize(name)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	file, err := f.root.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	return regular(file)
}

// Stat implements fs.StatFS, for all files.
func (f regularFS) Stat(name string) (fs.FileInfo, error) { return fs.Stat(f.root.FS(), name) }

// regular returns a file; an error, and the file closed, when it is not a regular file or a
// folder.
func regular(file *os.File) (*os.File, error) {
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		err = &fs.PathError{Op: "open", Path: file.Name(), Err: errNotRegular}
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return file, nil
}

// openRoot opens a folder. A path that ends in a separator is that of a folder only.
func openRoot(dir string) (*os.Root, error) { return os.OpenRoot(dir + string(filepath.Separator)) }

// readAtMost returns the first bytes of a regular file.
func readAtMost(name string, most int64) ([]byte, error) {
	opened, err := os.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	file, err := regular(opened)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, most))
}
