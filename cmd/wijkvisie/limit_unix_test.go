//go:build linux || darwin

package main

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// A file that cannot be written whole is not left: it would be in the way of trying again.
func TestAPartOfANewFileIsNotLeft(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	long := make([]byte, 5000)
	env, opt := environment{stdout: io.Discard, stderr: io.Discard}, new(options)
	for name, write := range map[string]func(name string) error{
		"edit":   func(name string) error { return writableFolder{dir}.Create(name, long) },
		"new":    func(name string) error { return create(env, opt, root, name, string(long)) },
		"import": func(name string) error { return createNew(root, name, long, 0o644) },
		"export": func(name string) error { return writeForm(opt, filepath.Join(dir, name), long) },
	} {
		var limit unix.Rlimit
		if err := unix.Getrlimit(unix.RLIMIT_FSIZE, &limit); err != nil {
			t.Fatal(err)
		}
		// Go ignores the signal that is sent at the limit, so that writing fails.
		if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: 1000, Max: limit.Max}); err != nil {
			t.Fatal(err)
		}
		wrong := write(name)
		if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &limit); err != nil {
			t.Fatal(err)
		}
		if wrong == nil {
			t.Errorf("%s: 5000 bytes fit in 1000", name)
		}
		if _, err := os.Stat(filepath.Join(dir, name)); !os.IsNotExist(err) {
			t.Errorf("%s leaves a part: %v", name, err)
		}
		if err := write(name); err != nil {
			t.Errorf("%s cannot be tried again: %v", name, err)
		}
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || info.Size() != int64(len(long)) {
			t.Errorf("%s: %v %v", name, info, err)
		}
	}
}
