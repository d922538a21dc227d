package parallel

import (
	"iter"
	"sync/atomic"
	"testing"
)

func TestEveryNumberHasItsTurnOnce(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 63, 64, 65, 1000, 4097, 8191} {
		turns := make([]atomic.Int32, n)
		Each(n, func(i int) { turns[i].Add(1) })
		for i := range turns {
			if got := turns[i].Load(); got != 1 {
				t.Errorf("%d of %d has %d turns", i, n, got)
			}
		}
	}
}

func TestWorkersShareTheWork(t *testing.T) {
	const n = 5000
	var sum, workers atomic.Int64
	Share(n, func(mine iter.Seq[int]) {
		own := 0
		for i := range mine {
			own += i
		}
		sum.Add(int64(own))
		workers.Add(1)
	})
	if sum.Load() != n*(n-1)/2 || workers.Load() < 1 {
		t.Errorf("%d workers come to %d", workers.Load(), sum.Load())
	}
}
