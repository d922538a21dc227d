package pipeline

import (
	"context"
	"errors"
	"io"
	"sync"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parallel"
)

// RenderAll renders every page and discards it. Mistakes in the theme that show only then
// are added to the diagnostics; any other error is returned. The built-in templates, which
// tests cover, are not tried.
func (r *Result) RenderAll(ctx context.Context) error {
	if r.Renderer.BuiltIn() {
		return ctx.Err()
	}
	var (
		mu       sync.Mutex
		mistakes diag.List
		failures []error
	)
	parallel.Each(len(r.Site.Pages), func(i int) {
		if ctx.Err() != nil {
			return
		}
		err := r.Renderer.Page(io.Discard, r.Site.Pages[i])
		if err == nil {
			return
		}
		mu.Lock()
		defer mu.Unlock()
		if d, ok := templateMistake(err); ok {
			mistakes = append(mistakes, d)
		} else {
			failures = append(failures, err)
		}
	})
	r.Diagnostics = join(r.Diagnostics, mistakes)
	return errors.Join(append(failures, ctx.Err())...)
}
