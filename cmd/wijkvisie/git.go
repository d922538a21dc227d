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

// contentAt writes the content folder as it was in a revision to another folder. Of files in
// media/ and bestanden/ that are the same now it writes only the names, and returns them in
// same. It is not found when there is no such revision, no git, or no such folder in it.
func contentAt(ctx context.Context, to *os.Root, folder, revision string) (same map[string]bool, found bool, err error) {
	commit, err := git(ctx, folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	if err != nil || commit == "" {
		return nil, false, ctx.Err()
	}
	list, err := git(ctx, folder, "ls-tree", "-r", "-z", commit, ".")
	if err != nil {
		return nil, false, fmt.Errorf("git ls-tree: %w", err)
	}
	changed, err := git(ctx, folder, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative", commit, "--", "media", "bestanden")
	if err != nil {
		return nil, false, fmt.Errorf("git diff: %w", err)
	}
	differs := make(map[string]bool)
	for name := range strings.SplitSeq(changed, "\x00") {
		differs[name] = true
	}
	same = make(map[string]bool)
	var blobs, names []string
	for entry := range strings.SplitSeq(strings.Trim(list, "\x00"), "\x00") {
		kind, name, ok := strings.Cut(entry, "\t")
		fields := strings.Fields(kind)
		if !ok || len(fields) != 3 || !strings.HasPrefix(fields[0], "100") {
			continue // a link or another repository
		}
		isMedia := strings.HasPrefix(name, "media/") || strings.HasPrefix(name, "bestanden/")
		if isMedia && !differs[name] {
			if err := put(to, name, nil); err != nil {
				return nil, false, err
			}
			same[name] = true
			continue
		}
		blobs, names = append(blobs, fields[2]), append(names, name)
	}
	if len(names) == 0 {
		return nil, false, nil
	}
	return same, true, readBlobs(ctx, folder, blobs, func(i int, data []byte) error { return put(to, names[i], data) })
}

// shallow reports whether the repository of a folder has only the last part of its history.
func shallow(ctx context.Context, folder string) bool {
	is, err := git(ctx, folder, "rev-parse", "--is-shallow-repository")
	return err == nil && is == "true"
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
