package render

import (
	"bytes"
	"fmt"

	"wijkvisie/internal/plan"
)

// appendRobots appends what crawlers may read (RFC 9309): everything, or of a site with what
// is not published, nothing.
func (r *Renderer) appendRobots(b []byte) []byte {
	if r.graph.Drafts {
		return append(b, "User-agent: *\nDisallow: /\n"...)
	}
	b = append(b, "User-agent: *\nAllow: /\n"...)
	if r.site.Has(plan.SitemapURL) {
		b = fmt.Appendf(b, "\nSitemap: %s\n", r.views.Absolute(plan.SitemapURL))
	}
	return b
}

// appendSecurityContact appends whom to write to about a leak (RFC 9116).
func (r *Renderer) appendSecurityContact(b []byte) []byte {
	s := r.graph.Site
	for _, contact := range s.SecurityContacts {
		b = fmt.Appendf(b, "Contact: %s\n", contact.Value)
	}
	if !s.SecurityExpires.IsZero() {
		b = fmt.Appendf(b, "Expires: %sT00:00:00Z\n", s.SecurityExpires)
	}
	b = append(b, "Preferred-Languages: nl, en\n"...)
	if !s.SecurityPolicy.IsZero() {
		b = fmt.Appendf(b, "Policy: %s\n", s.SecurityPolicy.Value)
	}
	if address := r.views.Absolute(plan.SecurityURL); address != "" {
		b = fmt.Appendf(b, "Canonical: %s\n", address)
	}
	return b
}

// appendRedirects appends where things went, for a server that can redirect, in the form of
// Netlify (https://docs.netlify.com/routing/redirects/). The pages at the old
// addresses say the same elsewhere; the exclamation mark has the redirect go first. The
// redirects of the content come before: of two that fit, servers take the first.
func (r *Renderer) appendRedirects(b []byte) []byte {
	if own := r.site.Redirects; own != nil {
		b = append(b, bytes.TrimRight(own.Data, "\r\n")...)
		b = append(b, '\n')
	}
	for _, m := range r.site.Moves {
		b = fmt.Appendf(b, "%s %s 301!\n", r.views.Href(m.From), r.views.Href(m.To))
	}
	for _, m := range r.site.Moves { // what moved within it stands before
		if m.Below {
			b = fmt.Appendf(b, "%s* %s:splat 301!\n", r.views.Href(m.From), r.views.Href(m.To))
		}
	}
	return b
}
