package preview

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"wijkvisie/internal/headers"
	"wijkvisie/internal/plan"
)

// Options are how the preview is served.
type Options struct {
	Hosts []string // further host names to answer to
	Token string   // that a visitor must have; empty for none
	Base  string   // what every address of the site begins with, as /wijken; empty for nothing
	// Editor returns a link that opens a file of content in an editor at a line; nil
	// when there is none.
	Editor func(path string, line, column int) string
	// AsOf makes the newest version of the site as of another day, year-month-day;
	// nil when it is no day. It may be nil.
	AsOf func(date string) *Site
}

// NewToken returns a token that nobody can guess.
func NewToken() string {
	b := make([]byte, 18)
	rand.Read(b) // never fails (crypto/rand)
	return base64.RawURLEncoding.EncodeToString(b)
}

// Server shows the newest version of a site. It may be used from many goroutines.
type Server struct {
	opt Options

	run     string // tells the versions of one run of the program from those of another
	mu      sync.Mutex
	site    *Site
	number  int
	dated   map[string]*datedSite // of the newest version, by date
	visited map[string]identity   // pages that were asked for, by address
	changed chan struct{}         // closed when a newer version is shown
	stopped chan struct{}
}

// New returns a server that shows nothing yet.
func New(opt Options) *Server {
	return &Server{opt: opt, run: NewToken()[:6], visited: make(map[string]identity), changed: make(chan struct{}), stopped: make(chan struct{})}
}

// Show makes a version the newest, and tells all browsers.
func (s *Server) Show(site *Site) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.number++
	site.version, site.editor, site.base = fmt.Sprintf("%s-%d", s.run, s.number), s.opt.Editor, s.opt.Base
	s.site, s.dated = site, make(map[string]*datedSite)
	close(s.changed)
	s.changed = make(chan struct{})
}

func (s *Server) newest() (*Site, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.site, s.changed
}

// mostDates is how many dates a version is kept for.
const mostDates = 8

const dateCookie = "wijkvisie-peildatum"

// asked returns the version that a visitor looks at: the newest, as of the day that
// was chosen.
func (s *Server) asked(r *http.Request) *Site {
	site, _ := s.newest()
	c, err := r.Cookie(dateCookie)
	if err != nil || s.opt.AsOf == nil || c.Value == site.Date {
		return site
	}
	s.mu.Lock()
	site = s.site
	d := s.dated[c.Value]
	if d == nil {
		if len(s.dated) >= mostDates {
			clear(s.dated)
		}
		d = new(datedSite)
		s.dated[c.Value] = d
	}
	s.mu.Unlock() // who makes versions may show one meanwhile
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

// datedSite is the site as of another day, made when somebody first asks.
type datedSite struct {
	once sync.Once
	site *Site
}

// choose remembers the day that a visitor wants to see the site as of, and goes
// back to the page that it was asked on.
func (s *Server) choose(w http.ResponseWriter, r *http.Request) {
	date := r.URL.Query().Get("d")
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		http.Error(w, "Dit is geen dag.", http.StatusBadRequest)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: dateCookie, Value: date, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	back := "/"
	if from, err := url.Parse(r.Referer()); err == nil && from.Host == r.Host && strings.HasPrefix(from.Path, "/") && !strings.HasPrefix(from.Path, "//") {
		back = from.EscapedPath()
	}
	http.Redirect(w, r, back, http.StatusSeeOther)
}

// The limits of a request. Events have no end, everything else soon has.
const (
	mostHeader  = 16 << 10
	readTime    = 10 * time.Second
	writeTime   = time.Minute
	longestPath = 2048
)

// Serve answers on a listener until the context ends.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: readTime,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    mostHeader,
	}
	done := make(chan error, 1)
	go func() { done <- server.Serve(l) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		close(s.stopped) // ends the events, which Shutdown would wait for
		stop, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		if err := server.Shutdown(stop); err != nil && !errors.Is(err, context.DeadlineExceeded) {
			return err
		}
		return nil
	}
}

// ServeHTTP answers a request. It never leaves the site, and nothing that goes
// wrong in it reaches the visitor but as a status.
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
	header.Set("X-Robots-Tag", "noindex")
	switch {
	case !s.isOurs(r):
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
	if r.URL.Path == own+"events" {
		s.events(w, r)
		return
	}
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(writeTime))
	switch r.URL.Path {
	case own + "datum":
		s.choose(w, r)
	case own + "preview.js":
		send(w, r, "preview.js", script, http.StatusOK)
	case own + "preview.css":
		send(w, r, "preview.css", style, http.StatusOK)
	default:
		s.page(w, r)
	}
}

// isOurs tells whether a request is for a name of this server: a page elsewhere
// that has its name lead here (DNS rebinding) may not read what is not published.
func (s *Server) isOurs(r *http.Request) bool {
	host := r.Host
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.ToLower(strings.Trim(host, "[]"))
	if host == "localhost" || slices.Contains(s.opt.Hosts, host) {
		return true
	}
	ip := net.ParseIP(host)
	if ip == nil {
		return false
	}
	if ip.IsLoopback() {
		return true
	}
	local, ok := r.Context().Value(http.LocalAddrContextKey).(*net.TCPAddr)
	return ok && local.IP.Equal(ip)
}

const tokenCookie = "wijkvisie-sleutel"

// admits tells whether a visitor has the token, when one is asked. The link that a
// colleague was given has it; after that a cookie does.
func (s *Server) admits(w http.ResponseWriter, r *http.Request) bool {
	if s.opt.Token == "" {
		return true
	}
	right := func(token string) bool { return subtle.ConstantTimeCompare([]byte(token), []byte(s.opt.Token)) == 1 }
	if c, err := r.Cookie(tokenCookie); err == nil && right(c.Value) {
		return true
	}
	if !right(r.URL.Query().Get("sleutel")) {
		http.Error(w, "Vraag om de hele link: daar staat de sleutel in.", http.StatusForbidden)
		return false
	}
	http.SetCookie(w, &http.Cookie{Name: tokenCookie, Value: s.opt.Token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	http.Redirect(w, r, r.URL.Path, http.StatusSeeOther)
	return false
}

// page answers with a file of the newest version.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	site := s.asked(r)
	address, ok := strings.CutPrefix(r.URL.Path, s.opt.Base)
	if !ok || !strings.HasPrefix(address, "/") {
		http.Redirect(w, r, s.opt.Base+"/", http.StatusFound)
		return
	}
	name := fileOf(address)
	status := http.StatusOK
	a, ok := site.file(name)
	if !ok {
		if _, folder := site.File(name + "/index.html"); folder {
			http.Redirect(w, r, r.URL.Path+"/", http.StatusFound)
			return
		}
		name, status = "404.html", http.StatusNotFound
		a, ok = site.file(name)
	} else {
		s.visit(address, site.planned(name))
	}
	switch {
	case !ok:
		http.NotFound(w, r)
	case a.err != nil:
		http.Error(w, "Deze pagina kan niet worden getoond.", http.StatusInternalServerError)
	default:
		w.Header().Set("ETag", a.etag)
		w.Header().Set("Cache-Control", "no-cache")
		if status == http.StatusOK && r.Header.Get("If-None-Match") == a.etag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		body := a.body
		if status == http.StatusNotFound {
			note := site.notHere(s.movedTo(site, address), site.unreadable(address))
			body = bytes.Replace(body, []byte("</body>"), []byte(note+"</body>"), 1)
		}
		send(w, r, name, body, status)
	}
}

// mostVisited is how many pages are recognised when their addresses change.
const mostVisited = 1000

// visit remembers a page that was asked for, to know where it went when its address
// changes.
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

// movedTo returns where a page that was at an address is now, empty when it is
// nowhere.
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
		_, _ = w.Write(body) // a visitor that left
	}
}

// events tells a browser of each new version (server-sent events, HTML standard).
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	control := http.NewResponseController(w)
	site, changed := s.newest()
	for {
		if _, err := fmt.Fprintf(w, "retry: 500\nevent: version\ndata: %s\n\n", site.version); err != nil {
			return
		}
		if err := control.Flush(); err != nil {
			return
		}
		select {
		case <-changed:
			site, changed = s.newest()
		case <-r.Context().Done():
			return
		case <-s.stopped:
			return
		}
	}
}
