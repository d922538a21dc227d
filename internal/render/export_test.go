package render

import (
	"io"

	"wijkvisie/internal/plan"
)

// Shown makes a page ready and returns what writes it through its template.
func (r *Renderer) Shown(p *plan.Page) func() error {
	name, view := r.view(p)
	return func() error { return r.theme.Execute(io.Discard, name, view) }
}
