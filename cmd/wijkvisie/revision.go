package main

import (
	"context"
	"os/exec"
	"strings"
	"time"
)

// gitPatience is how long git may take to say which revision the content is.
const gitPatience = 5 * time.Second

// revision returns the commit that the content folder was last changed in, with a
// plus behind it when it was changed since; empty when there is no git or no
// repository. It is the folder's own commit and not that of the repository: a change
// elsewhere leaves the site as it is.
func revision(ctx context.Context, folder string) string {
	ctx, stop := context.WithTimeout(ctx, gitPatience)
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

// git runs git in a folder and returns what it says, without the end of the line. It
// is kept from running anything that the repository may name.
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
