// Package preview shows a site while it is being written: from memory, with what
// is not published yet, and with every change on the screen as soon as it is saved.
//
// A change makes a new version: the files that changed are parsed again, everything
// is related again, and a page is rendered when it is asked for, once a version.
// The browser is told by server-sent events, fetches its page and patches what
// differs. What only the preview needs is added to pages here, on the way out;
// what is published knows nothing of it.
package preview

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"path"
	"strings"
	"sync"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// Site is a version of the site as the preview shows it.
type Site struct {
	// File returns what writes the file at a path of the site; not ok when there is
	// none.
	File        func(path string) (write func(io.Writer) error, ok bool)
	Diagnostics diag.List
	// Plan tells what pages are about; nil when that is not known.
	Plan *plan.Site
	// Why says why something is not published yet, empty when it is; it may be nil.
	Why func(relate.Draft) string
	// Date is the reference date, year-month-day; empty when it cannot be changed.
	Date string

	version string
	base    string
	editor  func(path string, line, column int) string
	mu      sync.Mutex
	made    map[string]*answer
}

// answer is a file that was rendered.
type answer struct {
	once sync.Once
	body []byte
	etag string
	err  error
}

// file returns a file of the site; not ok when there is none. A file is rendered
// once a version, for however many browsers ask.
func (s *Site) file(name string) (a *answer, ok bool) {
	write, ok := s.File(name)
	if !ok {
		return nil, false
	}
	s.mu.Lock()
	if s.made == nil {
		s.made = make(map[string]*answer)
	}
	a = s.made[name]
	if a == nil {
		a = new(answer)
		s.made[name] = a
	}
	s.mu.Unlock()
	a.once.Do(func() {
		var b bytes.Buffer
		if a.err = write(&b); a.err != nil {
			return
		}
		a.body = b.Bytes()
		if path.Ext(name) == ".html" {
			a.body = s.withPreview(a.body, name)
		}
		sum := sha256.Sum256(a.body)
		a.etag = `"` + hex.EncodeToString(sum[:12]) + `"`
	})
	return a, true
}

// fileOf returns the path of the file that an address is served from.
func fileOf(address string) string {
	name := strings.TrimPrefix(address, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	return name
}
