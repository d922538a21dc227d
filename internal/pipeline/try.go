package pipeline

import (
	"context"
	"errors"
	"io"
	"runtime"
	"sync"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/theme"
)

// Try renders every page and throws it away. Mistakes in the theme that show only
// then are added to the diagnostics; any other error is returned. Templates that are
// built in have none: there is nothing to try.
func (o *Output) Try(ctx context.Context) error {
	if o.Renderer.BuiltIn() {
		return ctx.Err()
	}
	var (
		group    sync.WaitGroup
		mu       sync.Mutex
		mistakes diag.List
		failure  error
	)
	next := make(chan *plan.Page)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for p := range next {
				err := o.Renderer.Page(io.Discard, p)
				if err == nil {
					continue
				}
				mu.Lock()
				if d, ok := Mistake(err); ok {
					mistakes = append(mistakes, d)
				} else {
					failure = errors.Join(failure, err)
				}
				mu.Unlock()
			}
		})
	}
	for _, p := range o.Site.Pages {
		if ctx.Err() != nil {
			break
		}
		next <- p
	}
	close(next)
	group.Wait()
	o.Diagnostics = join(o.Diagnostics, mistakes)
	return errors.Join(failure, ctx.Err())
}

// Mistake returns the diagnostic for an error that a template is to blame for.
func Mistake(err error) (diag.Diagnostic, bool) {
	var wrong *theme.Error
	if !errors.As(err, &wrong) {
		return diag.Diagnostic{}, false
	}
	return wrong.Diagnostic, true
}
