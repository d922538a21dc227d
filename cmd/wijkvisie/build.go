package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/publish"
	"wijkvisie/internal/relate"
)

// build makes a finished site on disk of the content.
func build(ctx context.Context, env environment, opt *options) (int, error) {
	started := time.Now()
	collectLess(env)
	in, closeInput, err := input(env, opt)
	if err != nil {
		return 0, err
	}
	defer closeInput()
	in.Revision = startRevision(ctx, opt.content)
	in.Strict = opt.strict
	progress := newProgressLine(env, opt)
	defer progress.end()
	in.Observer = progress
	result, done, err := pipeline.Build(ctx, in, pipeline.Target{
		Options: publish.Options{Dir: opt.out, Content: opt.content, Waiting: func() {
			if !opt.quiet {
				fmt.Fprintln(env.stderr, say(opt.lang, sayWaiting, opt.out))
			}
		}},
		Bundle: opt.bundle,
	})
	progress.end()
	if err != nil {
		return 0, err
	}
	if err := report(env, opt, result.Diagnostics, reportStream(env, opt)); err != nil {
		return 0, err
	}
	if result.Blocked() {
		if !opt.quiet {
			fmt.Fprintln(env.stderr, failure(result.Diagnostics, opt))
		}
		return statusContent, nil
	}
	if !opt.quiet {
		summarise(env.stderr, opt, result, done, time.Since(started))
	}
	return statusDone, nil
}

// reportStream returns where build's diagnostics go: to a person on standard
// error, to a program on standard output.
func reportStream(env environment, opt *options) io.Writer {
	if opt.format == diag.FormatText {
		return env.stderr
	}
	return env.stdout
}

// summarise writes what was published, and what was not and why.
func summarise(w io.Writer, opt *options, result *pipeline.Result, done publish.Report, took time.Duration) {
	lang, pages := opt.lang, len(result.Site.Pages())
	fmt.Fprintln(w, say(lang, sayPublished,
		count(lang, pages, nounPage, nounPages),
		count(lang, done.Files-pages, nounFile, nounFiles),
		opt.out, duration(took), result.Site.Graph.Date))
	fmt.Fprintln(w, say(lang, sayChanged, len(done.Changed), done.Removed))
	if opt.bundle != "" {
		fmt.Fprintln(w, say(lang, sayBundle, opt.bundle))
	}
	if opt.verbose {
		for _, path := range done.Changed {
			fmt.Fprintf(w, "  %s\n", path)
		}
	}
	if result.HouseStyle != nil {
		reportHouseStyle(w, lang, result)
	}
	if len(result.Diagnostics) > 0 {
		fmt.Fprintln(w, diag.Summary(result.Diagnostics, lang))
	}
	summariseHidden(w, lang, result)
}

// summariseHidden writes which files are not published, and why.
func summariseHidden(w io.Writer, lang diag.Lang, result *pipeline.Result) {
	hidden := result.Site.Graph.Hidden
	if len(hidden)+len(result.LeftOut) == 0 {
		return
	}
	fmt.Fprintln(w, say(lang, sayHidden))
	for _, path := range result.LeftOut {
		fmt.Fprintf(w, "  %s: %s\n", path, say(lang, sayBeginsWithDot))
	}
	for _, h := range hidden {
		fmt.Fprintf(w, "  %s: %s\n", h.Path, whyHidden(h, lang))
	}
}

func whyHidden(h relate.Hidden, lang diag.Lang) string {
	if h.Concept {
		return say(lang, sayConcept)
	}
	return say(lang, sayEmbargo, h.Embargo)
}

// duration returns a time that a person can read: 14 ms, 2.3 s.
func duration(d time.Duration) string {
	if d < time.Second {
		return fmt.Sprintf("%d ms", d.Milliseconds())
	}
	return fmt.Sprintf("%.1f s", d.Seconds())
}
