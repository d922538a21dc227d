package main

import (
	"context"
	"fmt"
	"io"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/pipeline"
)

// check prints everything that is wrong or doubtful in the content. It writes no site.
func check(ctx context.Context, env environment, opt *options) (int, error) {
	collectLess(env)
	if opt.fix {
		if err := fix(ctx, env, opt); err != nil {
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
	progress := newProgressLine(env, opt)
	in.Observer = progress
	result, err := new(pipeline.Pipeline).Prepare(in)
	if err == nil {
		err = result.Check(ctx)
	}
	if err == nil {
		err = result.RenderAll(ctx)
	}
	progress.end()
	if err != nil {
		return 0, err
	}
	if err := report(env, opt, result.Diagnostics, env.stdout); err != nil {
		return 0, err
	}
	if result.Blocked() {
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
// gets the errors only, a program everything.
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
		Table:  opt.table,
		Most:   maxOfOne(opt),
	})
}

// maxOfOne returns how many diagnostics with one code a person gets, 0 for all of them:
// the first few show a mistake that was made everywhere.
func maxOfOne(opt *options) int {
	if opt.verbose {
		return 0
	}
	return 25
}

func worthSaying(list diag.List, opt *options) diag.List {
	if !opt.quiet {
		return list
	}
	var worth diag.List
	for _, d := range list {
		if d.Severity() == diag.Error || opt.strict && d.Severity() == diag.Warning {
			worth = append(worth, d)
		}
	}
	return worth
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
