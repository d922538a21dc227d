// Package parallel does one thing for many items on all cores.
package parallel

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// All calls a function for every item until one answers no, and tells whether none did.
// Each core has a part of the items, in their order.
func All[T any](items []T, do func(*T) bool) bool {
	var no atomic.Bool
	var group sync.WaitGroup
	cores := runtime.GOMAXPROCS(0)
	for part := range slices.Chunk(items, max(1, (len(items)+cores-1)/cores)) {
		group.Go(func() {
			for i := range part {
				if no.Load() {
					return
				}
				if !do(&part[i]) {
					no.Store(true)
				}
			}
		})
	}
	group.Wait()
	return !no.Load()
}
