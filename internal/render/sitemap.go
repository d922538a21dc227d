package render

import (
	"bufio"
	"fmt"
	"html"
	"io"

	"wijkvisie/internal/escape"
	"wijkvisie/internal/plan"
)

// writeSitemap writes a list of pages with when they changed
// (https://www.sitemaps.org/protocol.html).
func (r *Renderer) writeSitemap(w io.Writer, m plan.Made) error {
	d := r.desk()
	defer d.clear()
	d.file = append(d.file[:0], "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"...)
	for _, p := range m.Pages {
		if !p.MayBeFound() {
			continue
		}
		d.file = d.appendListed(d.file, p)
		d.written = d.written[:0] // there may be tens of thousands of addresses
		if err := d.writePiece(w); err != nil {
			return err
		}
	}
	d.file = append(d.file, "</urlset>\n"...)
	_, err := w.Write(d.file)
	return err
}

// appendListed appends a page as a sitemap has it.
func (d *desk) appendListed(b []byte, p *plan.Page) []byte {
	b = append(b, "<url><loc>"...)
	b = escape.XML(escape.XML(b, d.origin), d.pageURL(p))
	b = append(b, "</loc>"...)
	if day := d.modified(p); !day.IsZero() {
		b = append(day.Append(append(b, "<lastmod>"...)), "</lastmod>"...)
	}
	return append(b, "</url>\n"...)
}

// writeSitemapList writes the list of the sitemaps of a site that has too many pages
// for one.
func (r *Renderer) writeSitemapList(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprint(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
	for _, m := range r.site.Made {
		if m.Kind == plan.MadeSitemap {
			fmt.Fprintf(out, "<sitemap><loc>%s</loc></sitemap>\n", html.EscapeString(r.absolute(m.URL)))
		}
	}
	fmt.Fprint(out, "</sitemapindex>\n")
	return out.Flush()
}

// writeRobots tells crawlers what they may read: everything, or of a site with what
// is not published, nothing.
func (r *Renderer) writeRobots(w io.Writer) error {
	if r.graph.Drafts {
		_, err := fmt.Fprint(w, "User-agent: *\nDisallow: /\n")
		return err
	}
	if _, err := fmt.Fprint(w, "User-agent: *\nAllow: /\n"); err != nil {
		return err
	}
	if r.site.Has(plan.SitemapURL) {
		_, err := fmt.Fprintf(w, "\nSitemap: %s\n", r.absolute(plan.SitemapURL))
		return err
	}
	return nil
}

// writeSecurity tells who finds a leak whom to tell (RFC 9116).
func (r *Renderer) writeSecurity(w io.Writer) error {
	s := r.graph.Site
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "Contact: %s\n", s.SecurityContact.Value)
	if !s.SecurityExpires.IsZero() {
		fmt.Fprintf(out, "Expires: %sT00:00:00Z\n", s.SecurityExpires)
	}
	fmt.Fprint(out, "Preferred-Languages: nl, en\n")
	if address := r.absolute(plan.SecurityURL); address != "" {
		fmt.Fprintf(out, "Canonical: %s\n", address)
	}
	return out.Flush()
}

// writeRedirects tells a server that can redirect where things went, in the form of
// Netlify (https://docs.netlify.com/routing/redirects/). The pages at the old
// addresses say the same elsewhere; the exclamation mark has the redirect go first.
func (r *Renderer) writeRedirects(w io.Writer) error {
	out := bufio.NewWriter(w)
	for _, m := range r.site.Moves {
		fmt.Fprintf(out, "%s %s 301!\n", r.href(m.From), r.href(m.To))
	}
	for _, m := range r.site.Moves { // what moved within it stands before
		if m.Below {
			fmt.Fprintf(out, "%s* %s:splat 301!\n", r.href(m.From), r.href(m.To))
		}
	}
	return out.Flush()
}
