// Package editing is forms in the preview that write into the content: what stands on a page is
// changed where it stands, and saved into its Markdown file with every other byte kept.
//
// A form is a page of its own, which works without scripts. It is opened with the fingerprint of the
// file and with what each field says, so that a change that somebody else makes meanwhile is seen
// and never overwritten. What is to be saved is checked first, as the command check does; a new error
// is shown at its field, and then nothing is written.
//
// Only pages of this server write: a request that does comes from the same origin and has a token
// that no other page knows.
package editing

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"embed"
	"encoding/hex"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/relate"
)

// URL is where the forms are.
const URL = "/_wijkvisie/bewerk/"

// Content is the files of a content folder, by their paths in it. Nothing outside of it is read or
// written, whatever the path.
type Content interface {
	Read(name string) ([]byte, error)
	// Replace writes a file that is there, all of it or nothing. The error is fs.ErrPermission when it
	// is for reading only, and fs.ErrInvalid when it is a link.
	Replace(name string, data []byte) error
	// Create writes a file that is not there yet; the error is fs.ErrExist when it is.
	Create(name string, data []byte) error
	Remove(name string) error
}

// Options are what an Editor works with.
type Options struct {
	Content Content
	Base    string // the prefix of every address of the site
	// Graph returns the content as it is shown now.
	Graph func() *relate.Graph
	// Check returns what is wrong with the content when a file has other bytes; as it is when
	// the name is empty.
	Check func(ctx context.Context, name string, data []byte) (diag.List, error)
	// Shown waits until the preview shows what was written.
	Shown func(ctx context.Context, write func() error) error
	// NewFile returns a file of a kind to start from, or what keeps it from being made.
	NewFile func(kind, id string) (content, problem string)
	// Changed returns how many files changed since the last commit, when that is known, and
	// Changes what that means; nil when it is not known. Both may be nil.
	Changed func(ctx context.Context) (files int, known bool)
	Changes func(ctx context.Context) *Changes
}

// Changes is what changed in the content since the last commit.
type Changes struct {
	Files    []string
	Meaning  []string // what that means, a line each
	Commands []string // that commit it
}

// Editor answers the requests for forms, and writes what was filled in. It is safe for concurrent
// use.
type Editor struct {
	opt   Options
	token string

	mu    sync.Mutex // of everything that is written
	saves []save     // the last one last
	count int        // of all saves
}

// New returns an editor.
func New(opt Options) *Editor { return &Editor{opt: opt, token: rand.Text()} }

//go:embed bewerk.css bewerk.js icoon.svg
var ownFiles embed.FS

// The limits of a request.
const (
	mostBytes = 40 << 20 // a text, as it was and as it is, is sent in percent signs
	mostTime  = time.Minute
)

// ServeHTTP answers a request below URL.
func (e *Editor) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, URL)
	w.Header().Set("Cache-Control", "no-store")
	if data, err := ownFiles.ReadFile(name); err == nil && r.Method != http.MethodPost {
		w.Header().Set("Content-Type", map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}[path.Ext(name)])
		_, _ = w.Write(data)
		return
	}
	actions := map[string]struct{ get, post http.HandlerFunc }{
		"":          {get: e.overview},
		"veld":      {e.showForm, e.saveForm},
		"controle":  {post: e.checkForm},
		"tekst":     {e.showText, e.saveText},
		"antwoord":  {get: e.chooseProgramme},
		"wijkvisie": {e.showVision, e.makeVision},
		"ongedaan":  {post: e.undo},
	}
	action, ok := actions[name]
	switch {
	case !ok:
		e.problem(w, r, http.StatusNotFound, "Deze bladzijde is er niet.", "")
	case r.Method == http.MethodPost && action.post != nil:
		if e.mayWrite(w, r) {
			action.post(w, r)
		}
	case r.Method != http.MethodPost && action.get != nil:
		action.get(w, r)
	default:
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "Alleen lezen.", http.StatusMethodNotAllowed)
	}
}

// mayWrite reports whether a request was made by a form of this server. When it is false, the
// request is answered.
func (e *Editor) mayWrite(w http.ResponseWriter, r *http.Request) bool {
	site, origin := r.Header.Get("Sec-Fetch-Site"), r.Header.Get("Origin")
	own := site == "same-origin" || site == "" && origin != ""
	if origin != "" && origin != "http://"+r.Host {
		own = false
	}
	if !own {
		http.Error(w, "Bewaren kan alleen vanuit het voorbeeld zelf.", http.StatusForbidden)
		return false
	}
	control := http.NewResponseController(w)
	_ = control.SetReadDeadline(time.Now().Add(mostTime)) // not every connection has one
	r.Body = http.MaxBytesReader(w, r.Body, mostBytes)
	if kind, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";"); kind != "application/x-www-form-urlencoded" {
		http.Error(w, "Dit is geen formulier.", http.StatusUnsupportedMediaType)
		return false
	}
	if err := r.ParseForm(); err != nil {
		http.Error(w, "Wat u stuurde, is te groot of niet te lezen.", http.StatusRequestEntityTooLarge)
		return false
	}
	if subtle.ConstantTimeCompare([]byte(r.PostForm.Get("sleutel")), []byte(e.token)) != 1 {
		e.problem(w, r, http.StatusForbidden, "Dit formulier is van een vorige keer dat “wijkvisie serve” liep.",
			"Er is niets bewaard. Kopieer wat u typte, en open het formulier opnieuw.")
		return false
	}
	return true
}

// fingerprint identifies the bytes of a file.
func fingerprint(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:16])
}

// posted returns the values that a request has by a name, and reports whether it was sent.
func posted(r *http.Request, name string) ([]string, bool) {
	values, ok := r.PostForm[name]
	return values, ok
}
