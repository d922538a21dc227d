package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"wijkvisie/internal/identity"
	"wijkvisie/internal/manifest"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/publish"
)

// memory is what the build before left of itself, in the folder where the user's
// programs keep what they can do without. A build that finds everything as it was
// then has nothing to do but to say again what was said; one that does not need not
// read, or make anew, what it finds in the output folder.
type memory struct {
	file    string
	key     [sha256.Size]byte
	sources []string // the folders that are built from
	out     string
	seen    []*manifest.Folder // the sources; nil until they were looked at
	site    publish.Memory
	beside  *manifest.Beside // where what the build before showed is; nil when it is not known
	since   pipeline.Since   // zero when more may be other than before than bytes of files
	told    told             // by the build before, when since is not zero or nothing changed
}

// told is what a build told.
type told struct {
	Revision string
	Report   []byte // the diagnostics
	Pages    int
	Files    int // with the pages
	Closing  []byte
}

// newMemory returns the memory of builds such as this; nil when there can be none.
func newMemory(env environment, opt *options, in pipeline.Input) *memory {
	if env.caches == nil {
		return nil
	}
	caches, err := env.caches()
	if err != nil {
		return nil
	}
	m := &memory{sources: []string{opt.content}}
	if dir := themeFolder(opt); dir != "" {
		m.sources = append(m.sources, dir)
	}
	for i, dir := range m.sources {
		if m.sources[i], err = filepath.Abs(dir); err != nil {
			return nil
		}
	}
	if m.out, err = filepath.Abs(opt.out); err != nil {
		return nil
	}
	program, err := os.Executable()
	if err != nil {
		return nil
	}
	this, ok := identity.Of(program)
	if !ok {
		return nil
	}
	m.key = sha256.Sum256(fmt.Appendf(this.Append(nil), "%q", []any{
		versionText(), opt.content, opt.theme, in.Date, in.Drafts, in.BaseURL, opt.strict, opt.format, opt.lang,
		opt.quiet, opt.verbose, wantsColor(env, env.stdout), wantsColor(env, env.stderr),
	}))
	name := sha256.Sum256([]byte(m.out))
	m.file = filepath.Join(caches, "wijkvisie", fmt.Sprintf("%x.manifest", name[:16]))
	m.site.Spare = strings.TrimSuffix(m.file, ".manifest") + ".site"
	return m
}

// ofSite returns what is remembered of the output folder.
func (m *memory) ofSite() *publish.Memory {
	if m == nil {
		return nil
	}
	return &m.site
}

// recall looks at what is remembered, and tells whether this build would make and tell the
// same as the one before. revision tells that of the content.
func (m *memory) recall(folder publish.Options, revision func() string) (same bool) {
	if m == nil {
		return false
	}
	before, err := manifest.Read(m.file)
	if err != nil {
		return false
	}
	if m.site.Site, err = publish.ReadRecord(before.Made); err != nil {
		return false
	}
	seen, changed, ok := before.Again(m.key, m.sources)
	if !ok || len(changed) > 1 && len(changed[1]) > 0 { // the theme is seen on every page
		return false
	}
	m.seen = seen
	if json.Unmarshal(before.Said, &m.told) != nil {
		return false
	}
	if len(changed[0]) == 0 && m.told.Revision == revision() && !publish.Unfinished(folder) && m.site.Site.Holds(m.out) {
		return true
	}
	if m.beside, err = before.Beside(); err != nil {
		return false
	}
	if shown, err := pipeline.ReadShown(m.beside); err == nil {
		m.since = pipeline.Since{Changed: changed[0], Before: shown, Revision: m.told.Revision}
	}
	return false
}

// retext makes the site when only words of texts changed since the build before, and
// reads no more for it than what changed. It tells what that build told, and is not done
// when it cannot be sure of that, or fails: then the site is made whole, which says why.
func (m *memory) retext(ctx context.Context, in pipeline.Input, folder publish.Options, meter *meter) (done publish.Report, ok bool) {
	if m == nil || m.since.Before == nil || publish.Unfinished(folder) {
		return done, false
	}
	site, err := m.site.Site.Open(m.out)
	if err != nil {
		return done, false
	}
	m.told.Revision = in.Revision()
	other, ok := pipeline.Retext(in.Content, m.since, m.told.Revision, site.File)
	if err := site.Close(); err != nil || !ok {
		return done, false
	}
	var pages []publish.File
	for path, page := range other.Pages {
		pages = append(pages, publish.File{Path: path, Write: func(w io.Writer) error {
			_, err := w.Write(page)
			return err
		}})
	}
	done, ok, err = publish.Change(ctx, folder, pages)
	if err != nil {
		return done, false
	}
	if ok {
		m.keep(other.Shown, m.told)
		return done, true
	}
	before := m.site.Site
	folder.Files = m.told.Files
	files := func(yield func(publish.File) bool) {
		for path := range before.Paths() {
			page, changed := other.Pages[path]
			if !yield(publish.File{Path: path, Kept: !changed, Write: func(w io.Writer) error {
				if !changed {
					return errNotKept
				}
				_, err := w.Write(page)
				return err
			}}) {
				return
			}
		}
	}
	folder.Done = meter.begin(stageWriting, folder.Files).did
	done, err = publish.To(ctx, folder, files)
	if err != nil {
		return done, false
	}
	m.keep(other.Shown, m.told)
	return done, true
}

// errNotKept is for a page that is not as it was left.
var errNotKept = errors.New("somebody changed what was published")

// look looks at what is built from, before anything of it is read: what changes
// later shows at the next build.
func (m *memory) look() {
	if m == nil || m.seen != nil {
		return
	}
	for _, dir := range m.sources {
		f, err := manifest.Scan(dir)
		if err != nil {
			m.seen = nil
			return
		}
		m.seen = append(m.seen, f)
	}
}

// keep remembers a build that is done. That it cannot be remembered is no reason to
// say anything: the next build is a whole one.
func (m *memory) keep(shown *pipeline.Shown, t told) {
	if m == nil || m.site.Site == nil {
		return
	}
	said, err := json.Marshal(t)
	if err != nil {
		return
	}
	_ = (&manifest.Manifest{Key: m.key, Folders: m.seen, Made: m.site.Site.Pieces(), Said: said}).Write(m.file, shown.Pieces(), m.beside)
}

// close ends the reading of what the build before left.
func (m *memory) close() {
	if m != nil && m.beside != nil {
		_ = m.beside.Close() // it was only read
	}
}

// begun runs a function at once and returns one that waits for what it comes to.
func begun(f func() string) func() string {
	result := make(chan string, 1)
	go func() { result <- f() }()
	return sync.OnceValue(func() string { return <-result })
}

// tell prints the diagnostics of a build, and returns what it told.
func tell(env environment, opt *options, out *pipeline.Output, done publish.Report, revision string) (told, error) {
	var report, closing bytes.Buffer
	w := reportStream(env, opt)
	if err := printReport(env, opt, out.Diagnostics, w, &report); err != nil {
		return told{}, err
	}
	if _, err := w.Write(report.Bytes()); err != nil {
		return told{}, err
	}
	closeWith(&closing, opt, out)
	return told{revision, report.Bytes(), len(out.Site.Pages), done.Files, closing.Bytes()}, nil
}
