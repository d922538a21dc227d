package main

import (
	"context"
	"fmt"
	"io"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/pipeline"
)

// check says everything that is wrong or doubtful in the content and writes
// nothing.
func check(ctx context.Context, env environment, opt *options) (int, error) {
	if opt.fix {
		if err := fix(env, opt); err != nil {
			return 0, err
		}
	}
	in, closeInput, err := input(env, opt)
	if err != nil {
		return 0, err
	}
	defer closeInput()
	in.Advice = true
	in.Strict = opt.strict
	meter := newMeter(env, opt)
	in.Progress = meter
	result, err := new(pipeline.Pipeline).Prepare(in)
	if err == nil {
		err = result.Check(ctx)
	}
	if err == nil {
		err = result.RenderAll(ctx)
	}
	meter.end()
	if err != nil {
		return 0, err
	}
	if err := report(env, opt, result.Diagnostics, env.stdout); err != nil {
		return 0, err
	}
	if result.Refused() {
		if opt.format == diag.FormatText && !opt.quiet {
			fmt.Fprintln(env.stdout, failure(result.Diagnostics, opt))
		}
		return statusContent, nil
	}
	if opt.format == diag.FormatText && !opt.quiet {
		fmt.Fprintln(env.stdout, success(result.Diagnostics, opt))
	}
	return statusDone, nil
}

// report prints diagnostics in the format that was asked for. With -q a person
// is told of errors only; a program always gets everything.
func report(env environment, opt *options, list diag.List, w io.Writer) error {
	if opt.format == diag.FormatText {
		list = worthSaying(list, opt)
	}
	return diag.Print(w, list, diag.PrintOptions{
		Format: opt.format,
		Lang:   opt.lang,
		Color:  wantsColor(env, w),
		Prefix: opt.content,
		Theme:  themeFolder(opt),
		Most:   mostOfOne(opt),
	})
}

// mostOfOne is how many times a person is told the same: who has made a mistake
// everywhere sees it in the first few.
func mostOfOne(opt *options) int {
	if opt.verbose {
		return 0
	}
	return 25
}

func worthSaying(list diag.List, opt *options) diag.List {
	if !opt.quiet {
		return list
	}
	var kept diag.List
	for _, d := range list {
		if d.Severity() == diag.Error || opt.strict && d.Severity() == diag.Warning {
			kept = append(kept, d)
		}
	}
	return kept
}

// failure is the closing line of content that cannot be published.
func failure(list diag.List, opt *options) string {
	text := diag.Summary(list, opt.lang) + " " + say(opt.lang, sayNothingPublished)
	if !list.HasErrors() {
		text += " " + say(opt.lang, sayStrict)
	}
	return text
}

// success is the closing line of content that can be published.
func success(list diag.List, opt *options) string {
	if len(list) == 0 {
		return say(opt.lang, sayAllWell)
	}
	return diag.Summary(list, opt.lang)
}
