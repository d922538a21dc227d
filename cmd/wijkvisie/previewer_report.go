package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/pipeline"
)

// sayProblem says that no version could be made, and when a folder is back. A folder that
// cannot be read is also named in the browser; the pages of the last version stay.
func (s *previewer) sayProblem(err error) {
	var problem folderError
	if err != nil && !errors.As(err, &problem) {
		fmt.Fprintln(s.env.stderr, "wijkvisie:", err)
		return
	}
	was := s.problem
	s.problem = problem
	switch {
	case problem.path == "" && was.path != "":
		fmt.Fprintln(s.env.stderr, say(s.opt.lang, sayFolderBack, was.path))
		s.server.Notify("")
	case problem.path != "" && (was.path == "" || problem.say(s.opt.lang) != was.say(s.opt.lang)):
		fmt.Fprintln(s.env.stderr, problem.say(s.opt.lang))
		s.server.Notify(problem.say(diag.Dutch))
	}
}

// subtract returns the diagnostics of a list that are not in another.
func subtract(list, other diag.List) diag.List {
	known := make(map[string]int)
	for _, d := range other {
		known[key(d)]++
	}
	var rest diag.List
	for _, d := range list {
		if k := key(d); known[k] > 0 {
			known[k]--
		} else {
			rest = append(rest, d)
		}
	}
	return rest
}

// equalDiagnostics reports whether two lists hold the same diagnostics in the same order.
func equalDiagnostics(a, b diag.List) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if key(a[i]) != key(b[i]) {
			return false
		}
	}
	return true
}

// key identifies a diagnostic by its place and its text.
func key(d diag.Diagnostic) string {
	at := d.Pos.Place()
	return fmt.Sprint(d.Path(), at.Line, at.Column, diag.Dutch.Say(d.Text))
}

// printDiagnostics prints the errors and warnings, unless it printed the same before.
func (s *previewer) printDiagnostics(list diag.List) error {
	var serious diag.List
	for _, d := range list {
		if d.Severity() != diag.Info {
			serious = append(serious, d)
		}
	}
	var b bytes.Buffer
	if err := report(s.env, s.opt, serious, &b); err != nil {
		return err
	}
	if b.String() == s.printed || s.opt.quiet {
		return nil
	}
	s.printed = b.String()
	_, err := io.WriteString(s.env.stderr, s.printed)
	return err
}

// printSummary prints on one line what changed, how long the update took, and the number
// of errors and warnings.
func (s *previewer) printSummary(out *pipeline.Result, took time.Duration) {
	what := say(s.opt.lang, sayOther)
	switch n := len(out.Changed); {
	case n == 1:
		what = out.Changed[0]
	case n > 1:
		what = say(s.opt.lang, sayMoreFiles, out.Changed[0], n-1)
	}
	parts := []string{visible(what) + " → " + duration(took)}
	for _, c := range []struct {
		severity  diag.Severity
		one, more phrase
	}{{diag.Error, nounError, nounErrors}, {diag.Warning, nounWarning, nounWarnings}} {
		if n := out.Diagnostics.Count(c.severity); n > 0 {
			parts = append(parts, count(s.opt.lang, n, c.one, c.more))
		}
	}
	fmt.Fprintln(s.env.stderr, strings.Join(parts, ", "))
}

var (
	sayOther     = phrase{"thema, plaatjes of bestanden", "theme, pictures or files"}
	sayMoreFiles = phrase{"%s en nog %d", "%s and %d more"}
	nounError    = phrase{"fout", "error"}
	nounErrors   = phrase{"fouten", "errors"}
	nounWarning  = phrase{"waarschuwing", "warning"}
	nounWarnings = phrase{"waarschuwingen", "warnings"}
)
