package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"strconv"
	"strings"
)

// git runs git in a folder and returns its output without the last line end. Hooks and
// other programs that the repository may name are not run.
func git(ctx context.Context, folder string, args ...string) (string, error) {
	c := gitCommand(ctx, folder, args...)
	out, err := c.Output()
	return strings.TrimRight(string(out), "\n"), err
}

func gitCommand(ctx context.Context, folder string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, "git", append([]string{"-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-C", folder}, args...)...)
	c.Env = append(c.Environ(), "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "LC_ALL=C")
	return c
}

// contentAt writes the content folder as it was in a revision to another folder: its
// files of text, and of media only the names. It is not found when there is no such
// revision, no git, or no such folder in it.
func contentAt(ctx context.Context, to *os.Root, folder, revision string) (found bool, err error) {
	commit, err := git(ctx, folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	if err != nil || commit == "" {
		return false, ctx.Err()
	}
	list, err := git(ctx, folder, "ls-tree", "-r", "-z", commit, ".")
	if err != nil {
		return false, fmt.Errorf("git ls-tree: %w", err)
	}
	var blobs, names []string
	for entry := range strings.SplitSeq(strings.Trim(list, "\x00"), "\x00") {
		kind, name, ok := strings.Cut(entry, "\t")
		fields := strings.Fields(kind)
		if !ok || len(fields) != 3 || !strings.HasPrefix(fields[0], "100") {
			continue // a link or another repository
		}
		if strings.HasPrefix(name, "media/") || strings.HasPrefix(name, "bestanden/") {
			if err := put(to, name, nil); err != nil {
				return false, err
			}
			continue
		}
		blobs, names = append(blobs, fields[2]), append(names, name)
	}
	if len(names) == 0 {
		return false, nil
	}
	return true, readBlobs(ctx, folder, blobs, func(i int, data []byte) error { return put(to, names[i], data) })
}

// readBlobs reads objects of a repository, in order.
func readBlobs(ctx context.Context, folder string, blobs []string, use func(i int, data []byte) error) error {
	c := gitCommand(ctx, folder, "cat-file", "--batch")
	c.Stdin = strings.NewReader(strings.Join(blobs, "\n") + "\n")
	pipe, err := c.StdoutPipe()
	if err != nil {
		return err
	}
	if err := c.Start(); err != nil {
		return err
	}
	err = copyBlobs(bufio.NewReader(pipe), len(blobs), use)
	if err != nil {
		_ = c.Process.Kill()
	}
	return errors.Join(err, c.Wait())
}

// copyBlobs reads what git cat-file --batch writes.
func copyBlobs(in *bufio.Reader, n int, use func(i int, data []byte) error) error {
	for i := range n {
		head, err := in.ReadString('\n')
		if err != nil {
			return fmt.Errorf("git cat-file: %w", err)
		}
		fields := strings.Fields(head)
		size, err := strconv.Atoi(fields[len(fields)-1])
		if err != nil {
			return fmt.Errorf("git cat-file: %q", head)
		}
		data := make([]byte, size+1) // a line end follows
		if _, err := io.ReadFull(in, data); err != nil {
			return fmt.Errorf("git cat-file: %w", err)
		}
		if err := use(i, bytes.TrimSuffix(data, []byte("\n"))); err != nil {
			return err
		}
	}
	return nil
}

func put(root *os.Root, name string, data []byte) error {
	if err := root.MkdirAll(path.Dir(name), 0o700); err != nil {
		return err
	}
	return root.WriteFile(name, data, 0o600)
}
