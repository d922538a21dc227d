package render

import "wijkvisie/internal/plan"

// View makes ready what a page shows.
func (r *Renderer) View(p *plan.Page) {
	_, _ = r.view(p)
}
