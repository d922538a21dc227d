package preview

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"html"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"wijkvisie/internal/headers"
	"wijkvisie/internal/plan"
)

// Options are the options of a Server.
type Options struct {
	Hosts []string // host names that it answers to, besides localhost and its IP addresses
	Port  int      // the port that it listens on, which tells its cookies from those of others
	Token string   // the token that a visitor must have; empty for none
	Base  string   // the prefix of every address of the site, such as /wijken; empty for none
	// Editor returns a URL that opens a content file in an editor at a place. It may be
	// nil.
	Editor func(path string, line, column int) string
	// AsOf returns the newest version of the site as of another date, year-month-day;
	// nil when it is not a date. AsOf may be nil.
	AsOf func(date string) *Site
}

// NewToken returns a random token that cannot be guessed.
func NewToken() string {
	b := make([]byte, 18)
	rand.Read(b) // never fails (crypto/rand)
	return base64.RawURLEncoding.EncodeToString(b)
}

// Server serves the newest version of a site. It is safe for concurrent use.
type Server struct {
	opt Options

	run     string // distinguishes the versions of this run of the program from those of others
	mu      sync.Mutex
	site    *Site
	number  int                   // of the versions and the notices
	notice  string                // is on every page; empty for none
	dated   map[string]*datedSite // of the newest version, by date
	visited map[string]identity   // requested pages, by address
	changed chan struct{}         // closed when there is a newer version
	stopped chan struct{}         // closed when the server stops
}

// New returns a server that has no version of the site yet.
func New(opt Options) *Server {
	return &Server{opt: opt, run: NewToken()[:6], visited: make(map[string]identity), changed: make(chan struct{}), stopped: make(chan struct{})}
}

// Show makes a version the newest, and notifies all browsers.
func (s *Server) Show(site *Site) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.change()
	site.version, site.editor, site.base = s.version(), s.opt.Editor, s.opt.Base
	s.site, s.dated = site, make(map[string]*datedSite)
}

// Notify puts a notice on every page, until it is another; empty for none.
func (s *Server) Notify(notice string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.change()
	s.notice = notice
}

// change notifies all browsers. The caller holds the mutex.
func (s *Server) change() {
	s.number++
	close(s.changed)
	s.changed = make(chan struct{})
}

// version identifies what is shown. The caller holds the mutex.
func (s *Server) version() string { return fmt.Sprintf("%s-%d", s.run, s.number) }

func (s *Server) newest() *Site {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.site
}

// maxDates is the greatest number of other dates for which a version is stored.
const maxDates = 8

// The names of the cookies, to which cookieName adds the port.
const (
	tokenCookie = "wijkvisie-sleutel"
	dateCookie  = "wijkvisie-peildatum"
)

// cookieName returns the name of a cookie of this server. Browsers send a cookie to every
// port of a host (RFC 6265), so that the name tells those of two previews apart.
func (s *Server) cookieName(name string) string { return fmt.Sprintf("%s-%d", name, s.opt.Port) }

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
			d.site.version, d.site.editor, d.site.base = site.version, s.opt.Editor, s.opt.Base
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

// fromOwnPage reports whether a request was made by a page of this server. Browsers say so
// to servers on loopback and with HTTPS (Fetch Metadata); to others, they name the page.
func fromOwnPage(r *http.Request) bool {
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" {
		return site == "same-origin"
	}
	from, err := url.Parse(r.Referer())
	return err == nil && from.Host == r.Host
}

// The limits of a request. Only the stream of events has no time limit.
const (
	mostHeader  = 16 << 10
	readTime    = 10 * time.Second
	writeTime   = time.Minute
	longestPath = 2048
)

// longestEnd is how long a server that stops waits for requests that it is answering.
const longestEnd = 100 * time.Millisecond

// Serve accepts connections on a listener until the context ends. It waits a moment for the
// requests that it is answering.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: readTime,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    mostHeader,

		DisableGeneralOptionsHandler: true, // OPTIONS * is refused as any other OPTIONS
	}
	done := make(chan error, 1)
	go func() { done <- server.Serve(l) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		close(s.stopped) // ends the events, which Shutdown would wait for
		stop, cancel := context.WithTimeout(context.Background(), longestEnd)
		defer cancel()
		if err := server.Shutdown(stop); !errors.Is(err, context.DeadlineExceeded) {
			return err
		}
		return server.Close()
	}
}

// policy is the header to which the preview adds its shared worker.
const policy = "Content-Security-Policy"

// ServeHTTP answers a request, with files of the site and of the preview only. When it
// fails, the visitor sees a status and no details.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if problem := recover(); problem != nil {
			http.Error(w, "Er ging iets mis in het programma.", http.StatusInternalServerError)
		}
	}()
	header := w.Header()
	for _, h := range headers.Security() {
		header.Set(h.Name, h.Value)
	}
	header.Set(policy, header.Get(policy)+"; worker-src 'self'")
	header.Set("Cross-Origin-Resource-Policy", "same-origin") // also for requests without CORS
	header.Set("X-Robots-Tag", "noindex")
	switch {
	case !s.hasOwnHost(r):
		http.Error(w, "Deze naam is niet van deze server.", http.StatusMisdirectedRequest)
		return
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		header.Set("Allow", "GET, HEAD")
		http.Error(w, "Alleen lezen.", http.StatusMethodNotAllowed)
		return
	case len(r.URL.Path) > longestPath:
		http.Error(w, "Dit adres is te lang.", http.StatusRequestURITooLong)
		return
	case !s.admits(w, r):
		return
	}
	if r.URL.Path == ownURL+"events" {
		s.events(w, r)
		return
	}
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(writeTime))
	own, isOwn := strings.CutPrefix(r.URL.Path, ownURL)
	if isOwn && own == "datum" {
		s.setDate(w, r)
		return
	}
	if data, err := ownFiles.ReadFile(own); isOwn && err == nil {
		send(w, r, own, data, http.StatusOK)
		return
	}
	s.page(w, r)
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

// page answers with a file of the newest version.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	site := s.siteFor(r)
	address, ok := strings.CutPrefix(r.URL.Path, s.opt.Base)
	if !ok || !strings.HasPrefix(address, "/") {
		http.Redirect(w, r, s.opt.Base+"/", http.StatusFound)
		return
	}
	name := fileOf(address)
	status := http.StatusOK
	f, ok := site.file(name)
	if !ok {
		if _, folder := site.File(name + "/index.html"); folder {
			http.Redirect(w, r, escapedPath(r.URL.Path+"/"), http.StatusFound)
			return
		}
		name, status = "404.html", http.StatusNotFound
		f, ok = site.file(name)
	} else {
		s.visit(address, site.pageOf(name))
	}
	switch {
	case !ok:
		http.NotFound(w, r)
	case f.err != nil:
		http.Error(w, "Deze pagina kan niet worden getoond.", http.StatusInternalServerError)
	default:
		notes := ""
		if path.Ext(name) == ".html" {
			notes = s.noticeNote()
		}
		if status == http.StatusNotFound {
			notes += site.missingNote(s.movedTo(site, address), site.unreadable(address))
		}
		w.Header().Set("Cache-Control", "no-cache")
		if notes == "" {
			w.Header().Set("ETag", f.etag)
			if status == http.StatusOK && r.Header.Get("If-None-Match") == f.etag {
				w.WriteHeader(http.StatusNotModified)
				return
			}
		}
		body := f.body
		if notes != "" {
			body = atEnd(body, notes)
		}
		send(w, r, name, body, status)
	}
}

// noticeNote returns the notice for a page; empty when there is none.
func (s *Server) noticeNote() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.notice == "" {
		return ""
	}
	return note(html.EscapeString(s.notice))
}

// mostVisited is the greatest number of pages of which the identity is stored.
const mostVisited = 1000

// visit stores the identity of a requested page, to find the page when its address changes.
func (s *Server) visit(address string, p *plan.Page) {
	if p == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.visited) >= mostVisited {
		clear(s.visited)
	}
	s.visited[address] = identityOf(p)
}

// movedTo returns the present address of the page that was requested at an address before;
// empty when there is no such page.
func (s *Server) movedTo(site *Site, address string) string {
	s.mu.Lock()
	id, ok := s.visited[address]
	s.mu.Unlock()
	if !ok {
		return ""
	}
	return site.find(id)
}

func send(w http.ResponseWriter, r *http.Request, name string, body []byte, status int) {
	w.Header().Set("Content-Type", headers.ContentType(name))
	w.Header().Set("Content-Length", fmt.Sprint(len(body)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // fails when the visitor is gone
	}
}

// events sends a browser an event for each new version (server-sent events, HTML standard).
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	control := http.NewResponseController(w)
	for {
		s.mu.Lock()
		version, changed := s.version(), s.changed
		s.mu.Unlock()
		if _, err := fmt.Fprintf(w, "retry: 500\nevent: version\ndata: %s\n\n", version); err != nil {
			return
		}
		if err := control.Flush(); err != nil {
			return
		}
		select {
		case <-changed:
		case <-r.Context().Done():
			return
		case <-s.stopped:
			return
		}
	}
}
