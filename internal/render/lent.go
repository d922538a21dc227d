package render

import (
	"sync"

	"wijkvisie/internal/plan"
)

// lent is something that is dear to make, and large, for all files of a kind. It is made
// for the first of them that is written and dropped after the last: a build has no further
// use for it. A preview, which writes any of them again, has it made anew.
type lent[T any] struct {
	make func() T
	uses int // how many files there are of the kind

	mu   sync.Mutex
	made bool
	is   T
	left int // of the uses
}

func newLent[T any](site *plan.Site, kind plan.MadeKind, make func() T) *lent[T] {
	l := &lent[T]{make: make}
	for i := range site.Made {
		if site.Made[i].Kind == kind {
			l.uses++
		}
	}
	return l
}

// take returns it, for one file. Then it has to be given back.
func (l *lent[T]) take() T {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.made {
		l.is, l.made, l.left = l.make(), true, l.uses
	}
	return l.is
}

// giveBack tells that a file is written.
func (l *lent[T]) giveBack() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.left--; l.left <= 0 {
		var none T
		l.is, l.made = none, false
	}
}
