package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"time"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/publish"
	"wijkvisie/internal/relate"
)

// build makes a finished site on disk of the content.
func build(ctx context.Context, env environment, opt *options) (int, error) {
	started := time.Now()
	folder := publish.Options{Dir: opt.out, Content: opt.content, Waiting: func() {
		if !opt.quiet {
			fmt.Fprintln(env.stderr, say(opt.lang, sayWaiting, opt.out))
		}
	}}
	in, closeInput, err := input(env, opt)
	if err != nil {
		return 0, err
	}
	defer closeInput()
	commit := begun(func() string { return revision(ctx, opt.content) })
	remembered := newMemory(env, opt, in)
	folder.Memory = remembered.ofSite()
	same := remembered.recall(folder, commit)
	if opt.bundle == "" {
		if same {
			return repeat(env, opt, remembered.told, publish.Report{}, in.Date, started)
		}
		if done, ok := remembered.retext(ctx, in.Content, folder, commit); ok {
			return repeat(env, opt, remembered.told, done, in.Date, started)
		}
	}
	// An output folder that will be refused is refused before the work.
	if err := publish.Check(folder); err != nil {
		return 0, err
	}
	if opt.bundle != "" {
		if err := publish.CheckBundle(opt.bundle, opt.content, opt.out); err != nil {
			return 0, err
		}
	}
	remembered.look()
	in.Revision = commit
	in.Read = func(bytes int) { allowGarbage(env, garbageOf(bytes)) }
	meter := newMeter(env, opt)
	meter.begin(stageReading, 0)
	out, err := new(pipeline.Pipeline).Build(in)
	if err != nil {
		meter.end()
		return 0, err
	}
	if fails(out.Diagnostics, opt) {
		meter.end()
		return refuse(env, opt, out.Diagnostics)
	}
	total := out.Count()
	folder.Files = total
	if opt.bundle != "" {
		total *= 2 // every file is written to the bundle too
	}
	made, shown := out.Files(), func() *pipeline.Shown { return nil }
	if remembered != nil {
		made, shown = out.FilesSince(remembered.since)
	}
	done, err := write(ctx, opt, folder, out, meter.begin(stageWriting, total).counted(made))
	meter.end()
	if d, ok := pipeline.Mistake(err); ok {
		return refuse(env, opt, append(out.Diagnostics, d))
	}
	if err != nil {
		return 0, err
	}
	t, err := tell(env, opt, out, done, commit())
	if err != nil {
		return 0, err
	}
	if !opt.quiet {
		summarise(env.stderr, opt, t, done, in.Date, time.Since(started))
	}
	remembered.keep(shown(), t)
	return statusDone, nil
}

// write writes the site, and a bundle of it when that is asked. The bundle is ready
// before the site is published, so that there is never a site without it.
func write(ctx context.Context, opt *options, folder publish.Options, out *pipeline.Output, files iter.Seq[publish.File]) (publish.Report, error) {
	if opt.bundle == "" {
		return publish.To(ctx, folder, files)
	}
	bundle, err := publish.NewBundle(ctx, opt.bundle, files, out.Site.Graph.Date.Time())
	if err != nil {
		return publish.Report{}, err
	}
	done, err := publish.To(ctx, folder, files)
	if err != nil {
		return done, errors.Join(err, bundle.Drop())
	}
	return done, bundle.Put()
}

// refuse says why nothing was published.
func refuse(env environment, opt *options, list diag.List) (int, error) {
	if err := report(env, opt, list, reportStream(env, opt)); err != nil {
		return 0, err
	}
	if !opt.quiet {
		fmt.Fprintln(env.stderr, failure(list, opt))
	}
	return statusContent, nil
}

// reportStream returns where build's diagnostics go: to a person on standard
// error, to a program on standard output.
func reportStream(env environment, opt *options) io.Writer {
	if opt.format == diag.FormatText {
		return env.stderr
	}
	return env.stdout
}

// summarise says what was published, and what was not and why.
func summarise(w io.Writer, opt *options, t told, done publish.Report, day fmt.Stringer, took time.Duration) {
	lang := opt.lang
	fmt.Fprintln(w, say(lang, sayPublished,
		count(lang, t.Pages, nounPage, nounPages),
		count(lang, t.Files-t.Pages, nounFile, nounFiles),
		opt.out, duration(took), day))
	fmt.Fprintln(w, say(lang, sayChanged, len(done.Changed), done.Removed))
	if opt.bundle != "" {
		fmt.Fprintln(w, say(lang, sayBundle, opt.bundle))
	}
	if opt.verbose {
		for _, path := range done.Changed {
			fmt.Fprintf(w, "  %s\n", path)
		}
	}
	_, _ = w.Write(t.Closing)
}

// closeWith writes the end of the summary, which is the same however much changed.
func closeWith(w io.Writer, opt *options, out *pipeline.Output) {
	lang := opt.lang
	if out.HouseStyle != nil {
		reportHouseStyle(w, lang, out)
	}
	if len(out.Diagnostics) > 0 {
		fmt.Fprintln(w, diag.Summary(out.Diagnostics, lang))
	}
	if len(out.Site.Graph.Hidden) == 0 {
		return
	}
	fmt.Fprintln(w, say(lang, sayHidden))
	for _, h := range out.Site.Graph.Hidden {
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
