package preview

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"path"
	"slices"
	"strings"
)

// NewToken returns a random token that cannot be guessed.
func NewToken() string {
	b := make([]byte, 18)
	rand.Read(b) // never fails (crypto/rand)
	return base64.RawURLEncoding.EncodeToString(b)
}

// The names of the cookies, to which cookieName adds the port.
const (
	tokenCookie = "wijkvisie-sleutel"
	dateCookie  = "wijkvisie-peildatum"
)

// cookieName returns the name of a cookie of this server. Browsers send a cookie to every
// port of a host (RFC 6265), so that the name tells those of two previews apart.
func (s *Server) cookieName(name string) string { return fmt.Sprintf("%s-%d", name, s.opt.Port) }

// fromOwnPage reports whether a request was made by a page of this server. Browsers say so
// to servers on loopback and with HTTPS (Fetch Metadata); to others, they name the page.
func fromOwnPage(r *http.Request) bool {
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" {
		return site == "same-origin"
	}
	from, err := url.Parse(r.Referer())
	return err == nil && from.Host == r.Host
}

// hasOwnHost reports whether a request is for a name or an address of this server. A page
// elsewhere of which the name resolves to this server (DNS rebinding) must not read what is
// not published.
func (s *Server) hasOwnHost(r *http.Request) bool {
	host := hostOf(r.Host)
	if host == "localhost" || slices.Contains(s.opt.Hosts, host) {
		return true
	}
	ip, err := netip.ParseAddr(host)
	if err != nil {
		return false
	}
	if ip.Unmap().IsLoopback() {
		return true
	}
	local, ok := r.Context().Value(http.LocalAddrContextKey).(*net.TCPAddr)
	return ok && local.AddrPort().Addr().Unmap() == ip.Unmap()
}

// hostOf returns the name or the address in a Host header, which has an optional port (RFC
// 9110). Brackets are for addresses of version 6 only; it returns "" for any other use.
func hostOf(header string) string {
	host := header
	if name, _, err := net.SplitHostPort(header); err == nil {
		host = name
	}
	if strings.HasPrefix(header, "[") {
		ip, err := netip.ParseAddr(strings.Trim(host, "[]"))
		if err != nil || !ip.Is6() {
			return ""
		}
		return ip.String()
	}
	return strings.ToLower(host)
}

// admits reports whether a visitor has the token, if one is required. The first request has
// it in the URL, the next ones in a cookie. When it is false, the request is answered.
func (s *Server) admits(w http.ResponseWriter, r *http.Request) bool {
	if s.opt.Token == "" {
		return true
	}
	valid := func(token string) bool { return subtle.ConstantTimeCompare([]byte(token), []byte(s.opt.Token)) == 1 }
	if c, err := r.Cookie(s.cookieName(tokenCookie)); err == nil && valid(c.Value) {
		return true
	}
	query := r.URL.Query()
	if !valid(query.Get("sleutel")) {
		http.Error(w, "Vraag om de hele link: daar staat de sleutel in.", http.StatusForbidden)
		return false
	}
	// Strict would withhold the cookie from the page that a link in somebody's mail leads to.
	http.SetCookie(w, &http.Cookie{Name: s.cookieName(tokenCookie), Value: s.opt.Token, Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode})
	query.Del("sleutel")
	to := escapedPath(r.URL.Path)
	if len(query) > 0 {
		to += "?" + query.Encode()
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
	return false
}

// escapedPath returns a path as it is written in a URL of this server: escaped, with one slash
// at its beginning, and without empty and dot segments. A browser takes //name, and /\name
// too, for another server.
func escapedPath(p string) string {
	clean := path.Clean("/" + p)
	if strings.HasSuffix(p, "/") && clean != "/" {
		clean += "/"
	}
	return (&url.URL{Path: clean}).EscapedPath()
}
