package relate

import (
	"cmp"
	"slices"

	"wijkvisie/internal/city"
)

// Judgement is what the wijk finds of how a need was met.
type Judgement struct {
	*city.Judgement
	Vision *Vision // where it was written
	Need   *Need
}

// addJudgements collects what the wijk found of a need in all its visions.
func (r *relater) addJudgements(n *Need) {
	for _, a := range n.Appearances {
		for _, j := range a.Need.Judgements {
			if r.exists(j.Date.Day) {
				n.Judgements = append(n.Judgements, &Judgement{j, a.Vision, n})
			}
		}
	}
	slices.SortStableFunc(n.Judgements, func(a, b *Judgement) int {
		return cmp.Or(a.Date.Compare(b.Date.Day), cmp.Compare(a.Vision.ID, b.Vision.ID), cmp.Compare(a.FirstLine.Start, b.FirstLine.Start))
	})
}
