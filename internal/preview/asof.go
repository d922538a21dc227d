package preview

import (
	"net/http"
	"net/url"
	"sync"
	"time"
)

// maxDates is the greatest number of other dates for which a version is stored.
const maxDates = 8

// siteFor returns the newest version, as of the date that the visitor chose.
func (s *Server) siteFor(r *http.Request) *Site {
	site := s.newest()
	c, err := r.Cookie(s.cookieName(dateCookie))
	if err != nil || s.opt.AsOf == nil || c.Value == site.Date {
		return site
	}
	s.mu.Lock()
	site = s.site
	d := s.dated[c.Value]
	if d == nil {
		if len(s.dated) >= maxDates {
			clear(s.dated)
		}
		d = new(datedSite)
		s.dated[c.Value] = d
	}
	s.mu.Unlock() // AsOf takes long, and Show must not wait for it
	d.once.Do(func() {
		if d.site = s.opt.AsOf(c.Value); d.site != nil {
			d.site.version, d.site.editor, d.site.base = site.version, s.opt.EditorLink, s.opt.Base
		}
	})
	if d.site == nil {
		return site
	}
	return d.site
}

// datedSite is the site as of another date, which is made at the first request.
type datedSite struct {
	once sync.Once
	site *Site
}

// setDate stores the date that a visitor chose in a cookie, and redirects to the page with
// the form.
func (s *Server) setDate(w http.ResponseWriter, r *http.Request) {
	if !fromOwnPage(r) { // or any page elsewhere could choose it
		http.Error(w, "Kies de dag in het voorbeeld zelf.", http.StatusForbidden)
		return
	}
	date := r.URL.Query().Get("d")
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		http.Error(w, "Dit is geen dag.", http.StatusBadRequest)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: s.cookieName(dateCookie), Value: date, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	back := "/"
	if from, err := url.Parse(r.Referer()); err == nil && from.Host == r.Host {
		back = escapedPath(from.Path)
	}
	http.Redirect(w, r, back, http.StatusSeeOther)
}
