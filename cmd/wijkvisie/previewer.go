package main

import (
	"context"
	"fmt"
	"io"
	"slices"
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
// shown and browsers had time to show it too, and stop when the next change comes.
type previewer struct {
	env    environment
	opt    *options
	server *preview.Server
	root   string // the content folder, as events name it

	building sync.Mutex // one version at a time
	checking sync.Mutex // the rules on meaning, of one version at a time
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

func newPreviewer(env environment, opt *options, in pipeline.Input, folders siteFolders) *previewer {
	return &previewer{env: env, opt: opt, in: in, folders: folders, root: folders.content.path, pipeline: new(pipeline.Pipeline),
		watching: make(chan struct{}), wakeup: make(chan struct{}, 1), interrupt: func() {}}
}

// browserTime is how long the rules on meaning wait for a browser to ask for its page. They use
// all cores.
const browserTime = 200 * time.Millisecond

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
	if err := s.check(limited, out); err != nil {
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
		s.server.WaitForBrowser(checking, browserTime)
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

// check runs the rules on meaning, until the context ends: a rule that is at work then ends by
// itself, and no version waits for it.
func (s *previewer) check(ctx context.Context, out *pipeline.Result) error {
	checked := make(chan error, 1)
	go func() {
		s.checking.Lock()
		defer s.checking.Unlock()
		err := ctx.Err()
		if err == nil {
			err = out.Check(ctx)
		}
		checked <- err
	}()
	select {
	case err := <-checked:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// siteOf returns a version of the site as the preview shows it.
func siteOf(out *pipeline.Result, list diag.List) *preview.Site {
	return &preview.Site{
		File: func(path string) (func(io.Writer) error, bool) {
			f, ok := out.File(path)
			return f.Write, ok
		},
		Diagnostics: list, Mistake: pipeline.TemplateMistake, Plan: out.Site, Why: out.Renderer.Banner, Date: out.Site.Graph.Date.String(),
		Worklist: worklistOf(out),
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
		err = s.check(context.Background(), out)
	}
	if err != nil {
		fmt.Fprintln(s.env.stderr, "wijkvisie:", err)
		return nil
	}
	return siteOf(out, out.Diagnostics)
}
