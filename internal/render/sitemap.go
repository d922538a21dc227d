package render

import (
	"wijkvisie/internal/escape"
	"wijkvisie/internal/plan"
)

// appendSitemap appends a list of pages with when they changed
// (https://www.sitemaps.org/protocol.html).
func (r *Renderer) appendSitemap(b []byte, pages []*plan.Page) []byte {
	b = append(b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"...)
	for _, p := range pages {
		if !p.Indexed {
			continue
		}
		b = escape.XML(append(b, "<url><loc>"...), r.views.FullURL(p.URL))
		b = append(b, "</loc>"...)
		if day := r.views.Modified(p); !day.IsZero() {
			b = append(day.Append(append(b, "<lastmod>"...)), "</lastmod>"...)
		}
		b = append(b, "</url>\n"...)
	}
	return append(b, "</urlset>\n"...)
}

// appendSitemapList appends the list of the sitemaps of a site that has too many pages for
// one.
func (r *Renderer) appendSitemapList(b []byte) []byte {
	b = append(b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"...)
	for _, m := range r.site.Generated() {
		if m.Kind == plan.GeneratedSitemap {
			b = escape.XML(append(b, "<sitemap><loc>"...), r.views.FullURL(m.URL))
			b = append(b, "</loc></sitemap>\n"...)
		}
	}
	return append(b, "</sitemapindex>\n"...)
}
