package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// gitTimeout is how long git may take to name the revision of the content.
const gitTimeout = 5 * time.Second

// revision returns the commit that the content folder was last changed in, with a
// plus behind it when it was changed since; empty when there is no git or no
// repository. It is the folder's own commit and not that of the repository: a change
// elsewhere leaves the site as it is.
func revision(ctx context.Context, folder string) string {
	if !mayBeInRepository(folder) {
		return ""
	}
	ctx, stop := context.WithTimeout(ctx, gitTimeout)
	defer stop()
	commit, err := git(ctx, folder, "log", "-1", "--format=%H", "--", ".")
	if err != nil || commit == "" {
		return ""
	}
	if changed, err := git(ctx, folder, "status", "--porcelain", "--", "."); err != nil || changed != "" {
		commit += "+"
	}
	return commit
}

// startRevision starts to find the revision of a folder, and returns what waits for it.
func startRevision(ctx context.Context, folder string) func() string {
	result := make(chan string, 1)
	go func() { result <- revision(ctx, folder) }()
	return sync.OnceValue(func() string { return <-result })
}

// mayBeInRepository reports whether git may find a repository for a folder: where its
// environment says, or in the folder or one above it. To start git and hear that there
// is none takes a fifth of a build of ten wijken with nothing changed.
func mayBeInRepository(folder string) bool {
	if os.Getenv("GIT_DIR") != "" {
		return true
	}
	dir, err := filepath.Abs(folder)
	if err == nil {
		dir, err = filepath.EvalSymlinks(dir) // git looks above where the folder is
	}
	return err != nil || repositoryAbove(dir, func(name string) bool {
		_, err := os.Lstat(name)
		return !errors.Is(err, fs.ErrNotExist)
	})
}

// repositoryAbove reports whether a folder, or one above it, looks like that of a
// repository, which may be a bare one.
func repositoryAbove(dir string, there func(name string) bool) bool {
	for {
		if there(filepath.Join(dir, ".git")) || there(filepath.Join(dir, "HEAD")) {
			return true
		}
		above := filepath.Dir(dir)
		if above == dir {
			return false
		}
		dir = above
	}
}
