package render

import (
	"sync"
	"testing"

	"wijkvisie/internal/plan"
)

func TestWhatIsLentIsDroppedAfterTheLastFileOfItsKind(t *testing.T) {
	site := &plan.Site{Made: []plan.Made{{Kind: plan.MadeFeed}, {Kind: plan.MadeRobots}, {Kind: plan.MadeFeed}, {Kind: plan.MadeFeed}}}
	times := 0
	l := newLent(site, plan.MadeFeed, func() *int { times++; return new(int) })
	for round := range 3 { // a preview writes files again
		var files sync.WaitGroup
		for range 3 {
			files.Go(func() {
				if l.take() == nil {
					t.Error("nothing is lent")
				}
				l.giveBack()
			})
		}
		files.Wait()
		if times != round+1 || l.is != nil {
			t.Errorf("after round %d it was made %d times, and is kept: %t", round, times, l.is != nil)
		}
	}
}
