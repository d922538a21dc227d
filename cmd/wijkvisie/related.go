package main

import (
	"context"
	"fmt"
	"io/fs"
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/pipeline"
)

// relatedContent returns the content as of a day, related and checked. When it has errors it prints
// them, says what is not made because of them, and returns nil.
func relatedContent(ctx context.Context, env environment, opt *options, content fs.FS, day city.Day, notMade phrase) (*pipeline.Result, error) {
	result, err := new(pipeline.Pipeline).Prepare(pipeline.Input{Content: content, Date: day})
	if err == nil {
		err = result.Check(ctx)
	}
	if err != nil {
		return nil, err
	}
	wrong := onlyErrors(result.Diagnostics)
	if len(wrong) == 0 {
		return result, nil
	}
	if err := report(env, opt, wrong, env.stderr); err != nil {
		return nil, err
	}
	fmt.Fprintln(env.stderr, diag.Summary(wrong, opt.lang), say(opt.lang, notMade))
	return nil, nil
}

func onlyErrors(list diag.List) diag.List {
	return slices.DeleteFunc(slices.Clone(list), func(d diag.Diagnostic) bool { return d.Severity() != diag.Error })
}
