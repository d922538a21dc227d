package parallel

import (
	"sync/atomic"
	"testing"
)

func TestEachCallsForEveryNumberOnce(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 63, 64, 65, 1000, 4097, 8191} {
		calls := make([]atomic.Int32, n)
		Each(n, func(i int) { calls[i].Add(1) })
		for i := range calls {
			if got := calls[i].Load(); got != 1 {
				t.Errorf("%d calls for %d of %d", got, i, n)
			}
		}
	}
}
