package render

import "wijkvisie/internal/plan"

// View makes ready what a page shows.
func (r *Renderer) View(p *plan.Page) {
	d := r.desk()
	defer d.clear()
	_, _ = d.view(p)
}
