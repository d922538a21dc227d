// Package preview serves a site from memory while it is being written: with what is not
// published yet, and with every change in the browser as soon as a file is saved.
//
// A change makes a new version of the site: the files that changed are parsed again,
// everything is related again, and each page is rendered once, when it is requested.
// Server-sent events notify the browser, which fetches its page and patches what differs.
// What only the preview needs is added to pages here; published pages do not have it.
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
	"wijkvisie/internal/report"
)

// Site is a version of the site.
type Site struct {
	// File returns a function that writes the file at a path of the site; not ok when
	// there is no such file.
	File        func(path string) (write func(io.Writer) error, ok bool)
	Diagnostics diag.List
	// Mistake returns the mistake in a template that writing a page failed with; not ok when it
	// failed with something else. It may be nil.
	Mistake func(error) (diag.Diagnostic, bool)
	// Plan has the pages of the site; nil when they are not known.
	Plan *plan.Site
	// Why returns why something is not published yet; empty when it is. It may be nil.
	Why func(relate.Draft) string
	// Worklist returns what waits in a wijk and of a department, by their ids, each empty for all.
	// It may be nil.
	Worklist func(wijk, department string) *report.Worklist
	// Date is the reference date, year-month-day; empty when it cannot be changed.
	Date string

	version string
	base    string
	editor  func(path string, line, column int) string
	mu      sync.Mutex
	files   map[string]*renderedFile // by path
	good    *goodPages               // of this version and those before
}

// renderedFile is a file that is rendered once.
type renderedFile struct {
	once sync.Once
	body []byte
	etag string
	err  error
}

// file returns the file at a path of the site; not ok when there is no such file. Each file
// is rendered once, for all requests.
func (s *Site) file(name string) (f *renderedFile, ok bool) {
	write, ok := s.File(name)
	if !ok {
		return nil, false
	}
	s.mu.Lock()
	if s.files == nil {
		s.files = make(map[string]*renderedFile)
	}
	f = s.files[name]
	if f == nil {
		f = new(renderedFile)
		s.files[name] = f
	}
	s.mu.Unlock()
	f.once.Do(func() {
		var b bytes.Buffer
		if f.err = write(&b); f.err != nil && s.Mistake != nil {
			if mistake, ok := s.Mistake(f.err); ok {
				f.body, f.err = s.withPreview(s.good.page(name), name, mistake), nil
			}
		} else if f.err == nil {
			f.body = b.Bytes()
			if path.Ext(name) == ".html" {
				s.good.keep(name, f.body)
				f.body = s.withPreview(f.body, name)
			}
		}
		if f.err != nil {
			return
		}
		sum := sha256.Sum256(f.body)
		f.etag = `"` + hex.EncodeToString(sum[:12]) + `"`
	})
	return f, true
}

// fileOf returns the path of the file at an address.
func fileOf(address string) string {
	name := strings.TrimPrefix(address, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	return name
}
