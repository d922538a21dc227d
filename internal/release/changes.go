package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// changes writes what changed since the release before the commit at hand, in Markdown: the
// subjects of its commits, by the package that they are about, oldest first. Before the first
// release that is everything.
func changes(w io.Writer, dir string) error {
	text, err := output(dir, nil, "git", "describe", "--tags", "--always", "--match", "v*")
	if err != nil {
		return err
	}
	version := strings.TrimSpace(string(text))
	if text, err = output(dir, nil, "git", "rev-parse", "--is-shallow-repository"); err != nil {
		return err
	} else if strings.TrimSpace(string(text)) == "true" {
		return errors.New("this clone has only the newest part of the history: git fetch --unshallow --tags brings the rest")
	}
	fmt.Fprintf(w, "# wijkvisie %s\n\n", version)
	commits, before := "HEAD", ""
	// The tag of this release itself does not count. There is no tag before the first release.
	if text, err = output(dir, nil, "git", "describe", "--tags", "--abbrev=0", "--match", "v*", "HEAD^"); err == nil {
		before = strings.TrimSpace(string(text))
		commits = before + "..HEAD"
	}
	text, err = output(dir, nil, "git", "log", "--no-merges", "--reverse", "--format=%h %s", commits)
	if err != nil {
		return err
	}
	lines := strings.FieldsFunc(string(text), func(c rune) bool { return c == '\n' })
	if before == "" {
		fmt.Fprintf(w, "The first release: %d commits.\n", len(lines))
	} else {
		fmt.Fprintf(w, "%d commits since %s.\n", len(lines), before)
	}
	groups := make(map[string][]string)
	for _, line := range lines {
		revision, subject, _ := strings.Cut(line, " ")
		about, what := split(subject)
		groups[about[0]] = append(groups[about[0]], entry(revision, about[1:], what))
	}
	names := make([]string, 0, len(groups))
	for name := range groups {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(w, "\n## %s\n\n", name)
		for _, e := range groups[name] {
			fmt.Fprintln(w, e)
		}
	}
	return nil
}

// split returns what the subject of a commit is about, and what it says: "internal/check,
// internal/diag: report both places" is about two packages.
func split(subject string) (about []string, what string) {
	before, after, found := strings.Cut(subject, ": ")
	about = strings.Split(before, ", ")
	if !found || slices.ContainsFunc(about, func(a string) bool { return strings.Contains(strings.TrimPrefix(a, "make "), " ") }) {
		return []string{"Other"}, subject
	}
	return about, after
}

// entry returns a line of the list of changes; also is what the commit is about besides.
func entry(revision string, also []string, what string) string {
	what = strings.NewReplacer(`\`, `\\`, "<", `\<`, "*", `\*`, "[", `\[`).Replace(what)
	if len(also) > 0 {
		what += " (also " + strings.Join(also, ", ") + ")"
	}
	return "- " + what + " (" + revision + ")"
}
