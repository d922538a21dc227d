package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/preview"
)

// previewer makes version after version of the site, and shows them.
//
// It starts to make one at the first sign of a change, and shows it when no further change
// has come for a moment. When another change has come, it discards what it made, so that a
// file that was half written is never shown. The rules on meaning run after the version is
// shown, and stop when the next change comes.
type previewer struct {
	env    environment
	opt    *options
	server *preview.Server
	root   string // the content folder, as events name it

	building sync.Mutex // one at a time
	folders  siteFolders
	in       pipeline.Input
	pipeline *pipeline.Pipeline

	mu        sync.Mutex         // guards what follows
	pending   changeSet          // since the version that is being made was started
	settled   bool               // no change has come for a moment
	watching  chan struct{}      // closed when changes are reported
	wakeup    chan struct{}      // receives when there may be something to do
	interrupt context.CancelFunc // ends the rules on meaning

	// What follows is used by the goroutine that makes versions only.
	current   pipeline.Fingerprint // of the version on display
	fromRules diag.List            // what the rules on meaning found last
	printed   string               // the diagnostics that were printed last
	problem   folderError          // the folder that could not be read; zero when all could
}

// changeSet is what may have changed.
type changeSet struct {
	paths []string  // from the content folder
	any   bool      // any file may have
	first time.Time // when the first change came; zero when none did
}

func newPreviewer(env environment, opt *options, in pipeline.Input, folders siteFolders) *previewer {
	return &previewer{env: env, opt: opt, in: in, folders: folders, root: folders.content.path, pipeline: new(pipeline.Pipeline),
		watching: make(chan struct{}), wakeup: make(chan struct{}, 1), interrupt: func() {}}
}

// Watching implements preview.Changes.
func (s *previewer) Watching() {
	select {
	case <-s.watching: // it was called before, and watches in another way now
	default:
		close(s.watching)
	}
}

// Touched implements preview.Changes.
func (s *previewer) Touched(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.pending.first.IsZero() {
		s.pending.first = time.Now()
	}
	if path, err := filepath.Rel(s.root, name); name == "" || err != nil || !filepath.IsLocal(path) {
		s.pending.any = s.pending.any || name == "" // the theme is read in any case
	} else {
		s.pending.paths = append(s.pending.paths, filepath.ToSlash(path))
	}
	s.settled = false
	s.interrupt()
	wake(s.wakeup)
}

// Settled implements preview.Changes.
func (s *previewer) Settled() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.settled = true
	wake(s.wakeup)
}

func wake(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// waitUntilSettled waits until no change has come for a moment. more reports whether
// another change came before that.
func (s *previewer) waitUntilSettled(ctx context.Context) (more bool, err error) {
	for {
		s.mu.Lock()
		more, settled := !s.pending.first.IsZero(), s.settled
		s.mu.Unlock()
		if more || settled {
			return more, nil
		}
		select {
		case <-ctx.Done():
			return false, ctx.Err()
		case <-s.wakeup:
		}
	}
}

// take returns the pending changes, and has none pending.
func (s *previewer) take() changeSet {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.pending
	s.pending = changeSet{}
	return t
}

// add adds more changes.
func (c *changeSet) add(more changeSet) {
	c.paths, c.any = append(c.paths, more.paths...), c.any || more.any
	if c.first.IsZero() || !more.first.IsZero() && more.first.Before(c.first) {
		c.first = more.first
	}
}

// firstCheckTimeout is how long the first version waits for the rules on meaning before it
// is shown without what they find.
const firstCheckTimeout = 500 * time.Millisecond

// start makes and shows the first version, once no change can be missed.
func (s *previewer) start(ctx context.Context) error {
	<-s.watching
	out, err := s.prepare(changeSet{any: true})
	if err != nil {
		return err
	}
	before := out.Diagnostics
	limited, stop := context.WithTimeout(ctx, firstCheckTimeout)
	defer stop()
	if err := out.Check(limited); err != nil {
		if limited.Err() == nil {
			return err
		}
		s.Touched("") // so that run checks it
		s.Settled()
		s.server.Show(siteOf(out, before))
		return nil
	}
	s.current, s.fromRules = out.Fingerprint, subtract(out.Diagnostics, before)
	s.server.Show(siteOf(out, out.Diagnostics))
	return s.printDiagnostics(out.Diagnostics)
}

// run makes versions until the context ends.
func (s *previewer) run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.wakeup:
		}
		if err := s.update(ctx); err != nil && ctx.Err() == nil {
			fmt.Fprintln(s.env.stderr, "wijkvisie:", err)
		}
	}
}

// update makes a version, again when a change has come meanwhile, and shows it.
func (s *previewer) update(ctx context.Context) error {
	var (
		since   changeSet
		changed []string // also by versions that were discarded
	)
	for {
		since.add(s.take())
		if since.first.IsZero() {
			return nil // the current version has it
		}
		out, problem := s.prepare(since)
		if problem == nil {
			changed = append(changed, out.Changed...)
		}
		more, err := s.waitUntilSettled(ctx)
		if err != nil {
			return err
		}
		if more {
			continue
		}
		s.sayProblem(problem)
		if problem != nil {
			return nil
		}
		if out.Fingerprint == s.current {
			return nil // a file was written without a change
		}
		slices.Sort(changed)
		s.current, out.Changed = out.Fingerprint, slices.Compact(changed)
		return s.show(ctx, out, since.first)
	}
}

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

// prepare makes a version of the site as it is now.
func (s *previewer) prepare(since changeSet) (*pipeline.Result, error) {
	s.building.Lock()
	defer s.building.Unlock()
	date, err := referenceDate(s.env, s.opt)
	if err != nil {
		return nil, err
	}
	replaced, err := s.folders.open()
	if err != nil {
		return nil, err
	}
	s.in.Content, s.in.Theme = regularFS{s.folders.content.root}, nil
	if s.folders.theme.root != nil {
		s.in.Theme = regularFS{s.folders.theme.root}
	}
	if replaced {
		// Its files may have the sizes and times of those of the former one, and pictures of
		// the version on display are not to be read from that.
		s.pipeline, s.current, since.any = new(pipeline.Pipeline), pipeline.Fingerprint{}, true
	}
	s.in.Date, s.in.Touched = date, nil
	if !since.any {
		s.in.Touched = append([]string{}, since.paths...)
	}
	out, err := s.pipeline.Prepare(s.in)
	if err != nil {
		if _, gone := s.folders.open(); gone != nil { // meanwhile
			err = gone
		}
	}
	return out, err
}

// show shows a version at once, and then what the rules on meaning find in it.
func (s *previewer) show(ctx context.Context, out *pipeline.Result, first time.Time) error {
	list := append(append(diag.List{}, out.Diagnostics...), s.fromRules...)
	list.Sort()
	s.server.Show(siteOf(out, list))
	took := time.Since(first)

	checking, stop := context.WithCancel(ctx)
	defer stop()
	s.mu.Lock()
	s.interrupt = stop
	waiting := !s.pending.first.IsZero()
	s.mu.Unlock()
	of := out.Diagnostics
	var err error
	if !waiting {
		err = s.check(checking, out)
	}
	if waiting || err != nil {
		s.current = pipeline.Fingerprint{} // so that the next version is checked in any case
		if checking.Err() == nil {
			return err // nil when another change has come
		}
		return nil
	}
	s.fromRules = subtract(out.Diagnostics, of)
	if !equalDiagnostics(list, out.Diagnostics) {
		s.server.Show(siteOf(out, out.Diagnostics))
	}
	if !s.opt.quiet {
		s.printSummary(out, took)
	}
	err = s.printDiagnostics(out.Diagnostics)
	return err
}

func (s *previewer) check(ctx context.Context, out *pipeline.Result) error {
	s.building.Lock()
	defer s.building.Unlock()
	return out.Check(ctx)
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

// siteOf returns a version of the site as the preview shows it.
func siteOf(out *pipeline.Result, list diag.List) *preview.Site {
	return &preview.Site{
		File: func(path string) (func(io.Writer) error, bool) {
			f, ok := out.File(path)
			return f.Write, ok
		},
		Diagnostics: list, Plan: out.Site, Why: out.Renderer.Banner, Date: out.Site.Graph.Date.String(),
	}
}

// asOf makes the site as of another day. The records of the newest version are used.
func (s *previewer) asOf(date string) *preview.Site {
	day, ok := city.ParseDay(date)
	if !ok {
		return nil
	}
	s.building.Lock()
	defer s.building.Unlock()
	in := s.in
	in.Date, in.Touched = day, []string{} // no file is read again
	out, err := s.pipeline.Prepare(in)
	if err == nil {
		err = out.Check(context.Background())
	}
	if err != nil {
		fmt.Fprintln(s.env.stderr, "wijkvisie:", err)
		return nil
	}
	return siteOf(out, out.Diagnostics)
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
