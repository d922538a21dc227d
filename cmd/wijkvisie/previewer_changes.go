package main

import (
	"context"
	"path/filepath"
	"time"
)

// changeSet is what may have changed.
type changeSet struct {
	paths []string  // from the content folder
	any   bool      // any file may have
	first time.Time // when the first change came; zero when none did
}

// Watching implements preview.Changes.
func (s *previewer) Watching() {
	select {
	case <-s.watching: // it was called before, and watches in another way now
	default:
		close(s.watching)
	}
}

// Touched implements preview.Changes.
func (s *previewer) Touched(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.pending.first.IsZero() {
		s.pending.first = time.Now()
	}
	if path, err := filepath.Rel(s.root, name); name == "" || err != nil || !filepath.IsLocal(path) {
		s.pending.any = s.pending.any || name == "" // the theme is read in any case
	} else {
		s.pending.paths = append(s.pending.paths, filepath.ToSlash(path))
	}
	s.settled = false
	s.interrupt()
	wake(s.wakeup)
}

// Settled implements preview.Changes.
func (s *previewer) Settled() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.settled = true
	wake(s.wakeup)
}

func wake(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// waitUntilSettled waits until no change has come for a moment. more reports whether
// another change came before that.
func (s *previewer) waitUntilSettled(ctx context.Context) (more bool, err error) {
	for {
		s.mu.Lock()
		more, settled := !s.pending.first.IsZero(), s.settled
		s.mu.Unlock()
		if more || settled {
			return more, nil
		}
		select {
		case <-ctx.Done():
			return false, ctx.Err()
		case <-s.wakeup:
		}
	}
}

// take returns the pending changes, and has none pending.
func (s *previewer) take() changeSet {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.pending
	s.pending = changeSet{}
	return t
}

// add adds more changes.
func (c *changeSet) add(more changeSet) {
	c.paths, c.any = append(c.paths, more.paths...), c.any || more.any
	if c.first.IsZero() || !more.first.IsZero() && more.first.Before(c.first) {
		c.first = more.first
	}
}
