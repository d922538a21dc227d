package lsp

import (
	"context"
	"maps"
	"path/filepath"
	"sync"

	"github.com/creachadair/jrpc2"

	"wijkvisie/internal/diag"
)

// project is a content folder that is checked.
type project struct {
	server *server
	folder string // its path
	opened Folder
	ctx    context.Context
	stop   context.CancelFunc
	wakeup chan struct{} // receives when there is something to check

	// What follows is guarded by the mutex of the server.
	texts      map[string]openedText // of the files that are open, by path
	generation int                   // the number of changes so far
	interrupt  context.CancelFunc    // ends the check that is overtaken
	latest     *checked              // nil before the first check
	failed     error                 // why the last check could not be made; nil when it was
	failedAt   int                   // the generation of that check
	finished   chan struct{}         // closed when a check ends

	// What follows is used by the goroutine of the project only.
	published map[string]published // by URI
	problem   string               // why the folder could not be read the last time
}

// openedText is the text of a document.
type openedText struct {
	overlaid
	documentID
}

// checked is the result of a check.
type checked struct {
	*Content
	generation int
	texts      map[string]openedText
	byFile     map[string]diag.List

	fixing     sync.Mutex // guards what follows
	fixed      []Fixed
	fixesKnown bool
}

func newProject(s *server, folder string, opened Folder) *project {
	p := &project{server: s, folder: folder, opened: opened, wakeup: make(chan struct{}, 1), interrupt: func() {},
		texts: make(map[string]openedText), finished: make(chan struct{}), published: make(map[string]published)}
	p.ctx, p.stop = context.WithCancel(s.ctx)
	return p
}

// changed has the project checked, as it is now.
func (p *project) changed() {
	p.generation++
	p.interrupt()
	select {
	case p.wakeup <- struct{}{}:
	default:
	}
}

// run checks the project until it ends.
func (p *project) run() {
	defer p.opened.Close()
	for {
		select {
		case <-p.ctx.Done():
			if p.server.ctx.Err() == nil && !p.server.is(shutDown) {
				p.publish(&checked{}) // it was forgotten
			}
			return
		case <-p.wakeup:
		}
		for !p.check() && p.ctx.Err() == nil {
		}
	}
}

// check checks the project and publishes what it finds. It reports whether no change came
// meanwhile.
func (p *project) check() bool {
	s := p.server
	s.mu.Lock()
	if p.latest != nil && p.latest.generation == p.generation {
		s.mu.Unlock()
		return true
	}
	ctx, stop := context.WithCancel(p.ctx)
	defer stop()
	p.interrupt = stop
	now := &checked{generation: p.generation, texts: maps.Clone(p.texts)}
	s.mu.Unlock()

	content, err := p.read(ctx, now.texts)
	if ctx.Err() != nil {
		return false
	}
	if err != nil {
		if p.problem != err.Error() {
			p.problem = err.Error()
			s.show(errorMessage, sayCannotRead, p.folder, err)
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		p.failed, p.failedAt = err, now.generation
		p.finish()
		return now.generation == p.generation
	}
	p.problem = ""
	now.Content, now.byFile = content, make(map[string]diag.List)
	for _, d := range content.Diagnostics {
		if !d.OfTheme() {
			now.byFile[d.Path()] = append(now.byFile[d.Path()], d)
		}
	}
	s.mu.Lock()
	p.latest, p.failed = now, nil
	p.finish()
	overtaken := now.generation != p.generation
	s.mu.Unlock()
	if !overtaken {
		p.publish(now)
	}
	return !overtaken
}

// finish wakes who waits for a check.
func (p *project) finish() {
	close(p.finished)
	p.finished = make(chan struct{})
}

// read checks the content with the texts that are open.
func (p *project) read(ctx context.Context, texts map[string]openedText) (*Content, error) {
	files, err := p.overlay(texts)
	if err != nil {
		return nil, err
	}
	return p.opened.Check(ctx, files)
}

// overlay returns the files on disk with the texts that are open over them.
func (p *project) overlay(texts map[string]openedText) (overlay, error) {
	files, err := p.opened.Files()
	o := overlay{files, make(map[string]overlaid, len(texts))}
	for name, t := range texts {
		o.texts[name] = t.overlaid
	}
	return o, err
}

// content returns the result of the latest check, of which it waits for the first. With current
// it waits for that of everything that changed. It is an error when that check could not be made.
func (p *project) content(ctx context.Context, current bool) (*checked, error) {
	for {
		p.server.mu.Lock()
		latest, finished, generation := p.latest, p.finished, p.generation
		failed := p.failed
		if p.failedAt != generation {
			failed = nil
		}
		p.server.mu.Unlock()
		switch {
		case latest != nil && (!current || latest.generation == generation):
			return latest, nil
		case failed != nil:
			return nil, jrpc2.Errorf(requestFailed, "%s", sayCannotRead.in(p.server.opt.Lang, p.folder, failed))
		}
		select {
		case <-finished:
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-p.ctx.Done():
			return nil, p.ctx.Err()
		}
	}
}

// uri returns the URI of a file of the project: that by which it is open, if it is.
func (p *project) uri(name string, texts map[string]openedText) string {
	if t, open := texts[name]; open {
		return t.URI
	}
	return uriOf(filepath.Join(p.folder, filepath.FromSlash(name)))
}
