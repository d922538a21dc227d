package relate

import "wijkvisie/internal/city"

// Page is a loose page.
type Page struct {
	*city.Page
	Draft Draft
}

func (r *relater) addPages() {
	for _, p := range r.city.Pages {
		if draft, visible := r.visible(p.File.Path, p.Status.Value, p.Publish.Day); visible {
			r.Pages = append(r.Pages, &Page{Page: p, Draft: draft})
		}
	}
	sortByName(r.Pages, func(p *Page) nameKey { return r.names.key(p.Order, p.Title.Value, p.ID) })
}
