package pipeline

import (
	"context"
	"errors"
	"io"
	"slices"
	"sync"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parallel"
)

// RenderAll renders every page and discards it. Mistakes in the theme that show only then
// are added to the diagnostics; any other error is returned. The built-in templates, which
// tests cover, are not tried, and neither are templates in which mistakes were found already.
func (r *Result) RenderAll(ctx context.Context) error {
	if r.Renderer.BuiltIn() || slices.ContainsFunc(r.Diagnostics, isTemplateError) {
		return ctx.Err()
	}
	var (
		mu       sync.Mutex
		mistakes diag.List
		failures []error
	)
	pages := r.Site.Pages()
	parallel.Each(len(pages), func(i int) {
		if ctx.Err() != nil {
			return
		}
		err := r.Renderer.Page(io.Discard, pages[i])
		if err == nil {
			return
		}
		mu.Lock()
		defer mu.Unlock()
		if d, ok := TemplateMistake(err); ok {
			mistakes = append(mistakes, d)
		} else {
			failures = append(failures, err)
		}
	})
	r.Diagnostics = join(r.Diagnostics, oneAPlace(mistakes))
	return errors.Join(append(failures, ctx.Err())...)
}

func isTemplateError(d diag.Diagnostic) bool { return d.Code() == "template-error" }

// oneAPlace leaves one mistake at each place: of a layout every kind of page has its own.
func oneAPlace(list diag.List) diag.List {
	list.Sort()
	return slices.CompactFunc(list, func(a, b diag.Diagnostic) bool { return a.Pos == b.Pos && a.Path() == b.Path() })
}
