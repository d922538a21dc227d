package relate

import (
	"runtime"
	"sync"
)

// each does something with every item of a list, on all cores: what is done with
// one may not touch what is done with another.
func each[T any](list []T, do func(T)) {
	const least = 64 // items of which it is worth the while
	cores := min(runtime.GOMAXPROCS(0), len(list)/least)
	if cores < 2 {
		for _, item := range list {
			do(item)
		}
		return
	}
	var group sync.WaitGroup
	for core := range cores {
		group.Go(func() {
			for _, item := range list[core*len(list)/cores : (core+1)*len(list)/cores] {
				do(item)
			}
		})
	}
	group.Wait()
}
