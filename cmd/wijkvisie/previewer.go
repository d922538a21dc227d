package main

import (
	"bytes"
	"context"
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
// It begins to make one at the first sign of a change, and shows it when the folder
// is at rest; when more was touched meanwhile, what it made is thrown away, so that a
// file of which half was written is never shown. The rules on meaning come after
// that: the page does not wait for them, and the next change does not either.
type previewer struct {
	env    environment
	opt    *options
	server *preview.Server
	root   string // the content folder, as events name it

	building sync.Mutex // one at a time
	in       pipeline.Input
	pipeline *pipeline.Pipeline

	mu        sync.Mutex         // of what follows
	touched   touches            // since the version that is being made was begun
	resting   bool               // nothing was touched for a moment
	watching  chan struct{}      // closed when changes are told of
	woken     chan struct{}      // there is something to look at
	interrupt context.CancelFunc // of the rules on meaning

	// What the worker alone knows.
	shown   pipeline.Fingerprint
	meaning diag.List // what the rules found last
	told    string    // what was printed last
}

// touches is what may have changed.
type touches struct {
	paths    []string // from the content folder
	anything bool
	first    time.Time // zero when nothing was
}

func newPreviewer(env environment, opt *options, in pipeline.Input) *previewer {
	return &previewer{env: env, opt: opt, in: in, root: opt.content, pipeline: new(pipeline.Pipeline),
		watching: make(chan struct{}), woken: make(chan struct{}, 1), interrupt: func() {}}
}

// Watching is told that changes will be told of (preview.Changes).
func (s *previewer) Watching() {
	select {
	case <-s.watching: // it went on in another way
	default:
		close(s.watching)
	}
}

// Touched is told of what may have changed (preview.Changes).
func (s *previewer) Touched(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.touched.first.IsZero() {
		s.touched.first = time.Now()
	}
	if path, err := filepath.Rel(s.root, name); name == "" || err != nil || !filepath.IsLocal(path) {
		s.touched.anything = s.touched.anything || name == "" // a theme is looked at anyway
	} else {
		s.touched.paths = append(s.touched.paths, filepath.ToSlash(path))
	}
	s.resting = false
	s.interrupt()
	wake(s.woken)
}

// Settled is told that the folder is at rest (preview.Changes).
func (s *previewer) Settled() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.resting = true
	wake(s.woken)
}

func wake(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// rest waits until the folder is at rest; more tells that something was touched again
// before that.
func (s *previewer) rest(ctx context.Context) (more bool, err error) {
	for {
		s.mu.Lock()
		more, resting := !s.touched.first.IsZero(), s.resting
		s.mu.Unlock()
		if more || resting {
			return more, nil
		}
		select {
		case <-ctx.Done():
			return false, ctx.Err()
		case <-s.woken:
		}
	}
}

// take returns what was touched since the last time.
func (s *previewer) take() touches {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.touched
	s.touched = touches{}
	return t
}

// add puts touches back that were not shown.
func (t *touches) add(more touches) {
	t.paths, t.anything = append(t.paths, more.paths...), t.anything || more.anything
	if t.first.IsZero() || !more.first.IsZero() && more.first.Before(t.first) {
		t.first = more.first
	}
}

// mostPatience is how long the first version waits for what the rules on meaning find
// before it is shown without.
const mostPatience = 500 * time.Millisecond

// begin makes and shows the first version, once no change can be missed.
func (s *previewer) begin(ctx context.Context) error {
	<-s.watching
	out, err := s.make(touches{anything: true})
	if err != nil {
		return err
	}
	before := out.Diagnostics
	patient, stop := context.WithTimeout(ctx, mostPatience)
	defer stop()
	if err := out.Check(patient); err != nil {
		if patient.Err() == nil {
			return err // it was not for lack of patience
		}
		s.Touched("") // the worker shows it again, with all there is to say
		s.Settled()
		s.server.Show(siteOf(out, before))
		return nil
	}
	s.shown, s.meaning = out.Fingerprint, meaningOf(before, out.Diagnostics)
	s.server.Show(siteOf(out, out.Diagnostics))
	return s.tell(out.Diagnostics)
}

// work makes versions as long as the context lasts.
func (s *previewer) work(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.woken:
		}
		if err := s.update(ctx); err != nil && ctx.Err() == nil {
			fmt.Fprintln(s.env.stderr, "wijkvisie:", err)
		}
	}
}

// update makes a version until nothing was touched while it was made, and shows it.
func (s *previewer) update(ctx context.Context) error {
	var (
		since   touches
		changed []string // also what versions changed that were not shown
	)
	for {
		since.add(s.take())
		if since.first.IsZero() {
			return nil // the version before has it
		}
		out, err := s.make(since)
		if err != nil {
			return err
		}
		changed = append(changed, out.Changed...)
		more, err := s.rest(ctx)
		if err != nil {
			return err
		}
		if more {
			continue
		}
		if out.Fingerprint == s.shown {
			return nil // somebody touched a file
		}
		slices.Sort(changed)
		s.shown, out.Changed = out.Fingerprint, slices.Compact(changed)
		return s.show(ctx, out, since.first)
	}
}

// make makes a version of the site as it is now.
func (s *previewer) make(since touches) (*pipeline.Result, error) {
	s.building.Lock()
	defer s.building.Unlock()
	date, err := referenceDate(s.env, s.opt)
	if err != nil {
		return nil, err
	}
	s.in.Date, s.in.Touched = date, nil
	if !since.anything {
		s.in.Touched = append([]string{}, since.paths...)
	}
	return s.pipeline.Prepare(s.in)
}

// show shows a version at once, and then what the rules on meaning find in it.
func (s *previewer) show(ctx context.Context, out *pipeline.Result, first time.Time) error {
	list := append(append(diag.List{}, out.Diagnostics...), s.meaning...)
	list.Sort()
	s.server.Show(siteOf(out, list))
	took := time.Since(first)

	checking, stop := context.WithCancel(ctx)
	defer stop()
	s.mu.Lock()
	s.interrupt = stop
	waiting := !s.touched.first.IsZero()
	s.mu.Unlock()
	of := out.Diagnostics
	var err error
	if !waiting {
		err = s.check(checking, out)
	}
	if waiting || err != nil {
		s.shown = pipeline.Fingerprint{} // the next version is checked, whatever it is
		if checking.Err() == nil {
			return err // nil when something was touched
		}
		return nil
	}
	s.meaning = meaningOf(of, out.Diagnostics)
	if !same(list, out.Diagnostics) {
		s.server.Show(siteOf(out, out.Diagnostics))
	}
	if !s.opt.quiet {
		s.line(out, took)
	}
	err = s.tell(out.Diagnostics)
	return err
}

func (s *previewer) check(ctx context.Context, out *pipeline.Result) error {
	s.building.Lock()
	defer s.building.Unlock()
	return out.Check(ctx)
}

// meaningOf returns what is in a list beside what was in it before.
func meaningOf(before, list diag.List) diag.List {
	known := make(map[string]int)
	for _, d := range before {
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

// same tells whether two lists say the same.
func same(a, b diag.List) bool {
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

// key is what a diagnostic says, and where.
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

// asOf makes the site as of another day. What was parsed for the newest version is
// not parsed again.
func (s *previewer) asOf(date string) *preview.Site {
	day, ok := city.ParseDay(date)
	if !ok {
		return nil
	}
	s.building.Lock()
	defer s.building.Unlock()
	in := s.in
	in.Date, in.Touched = day, []string{} // as the newest version has it
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

// tell prints the errors and warnings, when they are others than before.
func (s *previewer) tell(list diag.List) error {
	var kept diag.List
	for _, d := range list {
		if d.Severity() != diag.Info {
			kept = append(kept, d)
		}
	}
	var b bytes.Buffer
	if err := report(s.env, s.opt, kept, &b); err != nil {
		return err
	}
	if b.String() == s.told || s.opt.quiet {
		return nil
	}
	s.told = b.String()
	_, err := io.WriteString(s.env.stderr, s.told)
	return err
}

// line says in a line what an update was: what changed, how long it took, and how
// much there is to mend.
func (s *previewer) line(out *pipeline.Result, took time.Duration) {
	what := say(s.opt.lang, sayOther)
	switch n := len(out.Changed); {
	case n == 1:
		what = out.Changed[0]
	case n > 1:
		what = say(s.opt.lang, sayMoreFiles, out.Changed[0], n-1)
	}
	parts := []string{what + " → " + duration(took)}
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
