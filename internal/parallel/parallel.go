// Package parallel does many things of one kind on all cores.
package parallel

import (
	"iter"
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls do for every number below n, on all cores and in no order: what is done
// for one may not touch what is done for another.
func Each(n int, do func(i int)) {
	Share(n, func(mine iter.Seq[int]) {
		for i := range mine {
			do(i)
		}
	})
}

// Share shares the numbers below n out to workers, one for each core. It is Each for
// work that needs something of its own on every core, such as a buffer that it uses
// again and again. A worker has to take numbers as long as there are any.
func Share(n int, work func(mine iter.Seq[int])) {
	cores := min(runtime.GOMAXPROCS(0), n)
	if cores < 2 {
		work(func(yield func(int) bool) {
			for i := 0; i < n && yield(i); i++ {
			}
		})
		return
	}
	var next atomic.Int64
	// Neighbours go together, as taking a number is dear beside the least of work; few
	// enough of them that no core waits for another at the end.
	some := int64(max(1, min(n/(cores*64), 32)))
	mine := func(yield func(int) bool) {
		for {
			to := int(next.Add(some))
			for i := to - int(some); i < min(to, n); i++ {
				if !yield(i) {
					return
				}
			}
			if to >= n {
				return
			}
		}
	}
	var group sync.WaitGroup
	for range cores {
		group.Go(func() { work(mine) })
	}
	group.Wait()
}

// All calls do for every item, on all cores and in no order, until one answers no. It
// tells whether none did.
func All[T any](items []T, do func(*T) bool) bool {
	var no atomic.Bool
	Share(len(items), func(mine iter.Seq[int]) {
		for i := range mine {
			if no.Load() {
				return
			}
			if !do(&items[i]) {
				no.Store(true)
			}
		}
	})
	return !no.Load()
}
