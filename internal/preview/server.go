package preview

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"wijkvisie/internal/headers"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// Options are the options of a Server.
type Options struct {
	Hosts []string // host names that it answers to, besides localhost and its IP addresses
	Port  int      // the port that it listens on, which tells its cookies from those of others
	Token string   // the token that a visitor must have; empty for none
	Base  string   // the prefix of every address of the site, such as /wijken; empty for none
	// EditorLink returns a URL that opens a content file in an editor at a place. It may be
	// nil.
	EditorLink func(path string, line, column int) string
	// AsOf returns the newest version of the site as of another date, year-month-day;
	// nil when it is not a date. AsOf may be nil.
	AsOf func(date string) *Site
	// Editor writes into the content; nil when nobody may. It has pages below EditURL.
	Editor Editor
}

// Editor is what writes into the content from the preview.
type Editor interface {
	http.Handler
	// Bar returns HTML for the end of a page: a way to change what the page says.
	Bar(r *http.Request, page *plan.Page) string
}

// EditURL is where the pages of the Editor are, and the only place where a POST is answered.
const EditURL = ownURL + "bewerk/"

// Server serves the newest version of a site. It is safe for concurrent use.
type Server struct {
	opt Options

	run     string // distinguishes the versions of this run of the program from those of others
	mu      sync.Mutex
	site    *Site
	number  int                   // of the versions and the notices
	notice  string                // is on every page; empty for none
	dated   map[string]*datedSite // of the newest version, by date
	good    goodPages
	visited map[string]identity // requested pages, by address
	changed chan struct{}       // closed when there is a newer version
	sent    chan struct{}       // closed when a page of the newest version was sent
	streams int                 // of events that are open
	stopped chan struct{}       // closed when the server stops
}

// New returns a server that has no version of the site yet.
func New(opt Options) *Server {
	return &Server{opt: opt, run: NewToken()[:6], visited: make(map[string]identity), changed: make(chan struct{}), sent: make(chan struct{}), stopped: make(chan struct{})}
}

// Show makes a version the newest, and notifies all browsers.
func (s *Server) Show(site *Site) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.change()
	site.version, site.editor, site.base, site.good = s.version(), s.opt.EditorLink, s.opt.Base, &s.good
	s.site, s.dated, s.sent = site, make(map[string]*datedSite), make(chan struct{})
}

// patchTime is how long a browser takes to show a page that it has.
const patchTime = 50 * time.Millisecond

// WaitForBrowser waits until a browser had the time to show a page of the newest version, but no
// longer than a duration for it to ask for one, and not at all when none waits for versions.
func (s *Server) WaitForBrowser(ctx context.Context, most time.Duration) {
	s.mu.Lock()
	sent, streams := s.sent, s.streams
	s.mu.Unlock()
	if streams == 0 {
		return
	}
	limit := time.NewTimer(most)
	defer limit.Stop()
	select {
	case <-sent:
		limit.Reset(patchTime)
	case <-limit.C:
		return
	case <-ctx.Done():
		return
	}
	select {
	case <-limit.C:
	case <-ctx.Done():
	}
}

// isSent records that a page of a version was sent.
func (s *Server) isSent(site *Site) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if site != s.site {
		return
	}
	select {
	case <-s.sent:
	default:
		close(s.sent)
	}
}

// addStream adds to the number of streams of events that are open.
func (s *Server) addStream(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.streams += n
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

// Changed returns a channel that is closed when there is a newer version.
func (s *Server) Changed() <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.changed
}

// Graph returns the content of the newest version; nil when there is none.
func (s *Server) Graph() *relate.Graph {
	if site := s.newest(); site != nil && site.Plan != nil {
		return site.Plan.Graph
	}
	return nil
}

// isEdited reports whether a request is for the Editor.
func (s *Server) isEdited(r *http.Request) bool {
	return s.opt.Editor != nil && strings.HasPrefix(r.URL.Path, EditURL)
}

func (s *Server) newest() *Site {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.site
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
	case r.Method != http.MethodGet && r.Method != http.MethodHead && !(r.Method == http.MethodPost && s.isEdited(r)):
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
	if s.isEdited(r) {
		s.opt.Editor.ServeHTTP(w, r)
		return
	}
	own, isOwn := strings.CutPrefix(r.URL.Path, ownURL)
	if isOwn && own == "datum" {
		s.setDate(w, r)
		return
	}
	if isOwn && own == worklistName {
		s.worklist(w, r)
		return
	}
	if isOwn && own == "werklijst.css" {
		send(w, r, own, worklistStylesheet(), http.StatusOK)
		return
	}
	if data, err := ownFiles.ReadFile(own); isOwn && err == nil {
		send(w, r, own, data, http.StatusOK)
		return
	}
	s.page(w, r)
}
