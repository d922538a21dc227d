package main

import (
	"context"
	"errors"
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
	b := &building{env: env, opt: opt, started: time.Now(), folder: publish.Options{Dir: opt.out, Content: opt.content}}
	in, closeInput, err := input(env, opt)
	if err != nil {
		return 0, err
	}
	defer closeInput()
	b.in = in
	b.in.Revision = begun(func() string { return revision(ctx, opt.content) })
	b.remembered = newMemory(env, opt, in)
	defer b.remembered.close()
	b.folder.Memory = b.remembered.ofSite()
	b.folder.Waiting = func() {
		if !opt.quiet {
			fmt.Fprintln(env.stderr, say(opt.lang, sayWaiting, opt.out))
		}
	}
	b.meter = newMeter(env, opt)
	defer b.meter.end()
	if done, ok := b.resume(ctx); ok {
		return b.repeat(done)
	}
	return b.whole(ctx)
}

// building is one run of build.
type building struct {
	env        environment
	opt        *options
	in         pipeline.Input
	folder     publish.Options
	remembered *memory // nil when nothing can be remembered
	meter      *meter
	started    time.Time
}

// resume goes on from what the build before left. It is not ok when the site has to be
// made whole.
func (b *building) resume(ctx context.Context) (done publish.Report, ok bool) {
	b.meter.begin(stageLooking, 0)
	same := b.remembered.recall(b.folder, b.in.Revision)
	if b.opt.bundle != "" {
		return done, false // all files are read for that
	}
	if same {
		return done, true
	}
	return b.remembered.retext(ctx, b.in, b.folder, b.meter)
}

// repeat says what the build before said, and what this one has done.
func (b *building) repeat(done publish.Report) (int, error) {
	b.meter.end()
	t := b.remembered.told
	if _, err := reportStream(b.env, b.opt).Write(t.Report); err != nil {
		return 0, err
	}
	b.summarise(t, done)
	return statusDone, nil
}

// whole makes the site of all the content.
func (b *building) whole(ctx context.Context) (int, error) {
	// An output folder that will be refused is refused before the work.
	if err := publish.Check(b.folder); err != nil {
		return 0, err
	}
	if b.opt.bundle != "" {
		if err := publish.CheckBundle(b.opt.bundle, b.opt.content, b.opt.out); err != nil {
			return 0, err
		}
	}
	b.remembered.look()
	status, err := b.publish(ctx, b.since())
	if errors.Is(err, pipeline.ErrOvertaken) {
		status, err = b.publish(ctx, pipeline.Since{})
	}
	return status, err
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
func (b *building) summarise(t told, done publish.Report) {
	if b.opt.quiet {
		return
	}
	w, lang := b.env.stderr, b.opt.lang
	fmt.Fprintln(w, say(lang, sayPublished,
		count(lang, t.Pages, nounPage, nounPages),
		count(lang, t.Files-t.Pages, nounFile, nounFiles),
		b.opt.out, duration(time.Since(b.started)), b.in.Date))
	fmt.Fprintln(w, say(lang, sayChanged, len(done.Changed), done.Removed))
	if b.opt.bundle != "" {
		fmt.Fprintln(w, say(lang, sayBundle, b.opt.bundle))
	}
	if b.opt.verbose {
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
