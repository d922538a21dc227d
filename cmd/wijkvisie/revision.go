package main

import (
	"context"
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
