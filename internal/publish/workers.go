package publish

import (
	"context"
	"iter"
	"sync"
)

// queuePerWorker is how many items are ready for each worker, so that none waits for the
// next.
const queuePerWorker = 64

// runWorkers divides items among a number of workers, which run at the same time. Each calls work
// with its number, from 0 on, and the items that it gets. The first error stops all, and is
// returned.
func runWorkers[T any](ctx context.Context, workers int, items iter.Seq[T], work func(worker int, mine iter.Seq[T]) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	queue := make(chan T, queuePerWorker*workers)
	mine := func(yield func(T) bool) {
		for item := range queue {
			if ctx.Err() != nil || !yield(item) {
				return
			}
		}
	}
	var group sync.WaitGroup
	for worker := range workers {
		group.Go(func() {
			if err := work(worker, mine); err != nil {
				stop(err)
			}
		})
	}
	send(ctx, queue, items)
	group.Wait()
	return context.Cause(ctx)
}

// send sends items to a queue until the context is done, and closes it.
func send[T any](ctx context.Context, queue chan<- T, items iter.Seq[T]) {
	defer close(queue)
	for item := range items {
		select {
		case queue <- item:
		case <-ctx.Done():
			return
		}
	}
}

// forEach is [runWorkers] for work that needs nothing but the item.
func forEach[T any](ctx context.Context, workers int, items iter.Seq[T], do func(T) error) error {
	return runWorkers(ctx, workers, items, func(_ int, mine iter.Seq[T]) error {
		for item := range mine {
			if err := do(item); err != nil {
				return err
			}
		}
		return nil
	})
}
