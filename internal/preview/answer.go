package preview

import (
	"fmt"
	"html"
	"net/http"
	"path"
	"strings"

	"wijkvisie/internal/headers"
	"wijkvisie/internal/plan"
)

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
			if s.opt.Editor != nil {
				notes += s.opt.Editor.Bar(r, site.pageOf(name))
			}
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
		if path.Ext(name) == ".html" {
			s.isSent(site)
		}
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
	s.addStream(1)
	defer s.addStream(-1)
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
