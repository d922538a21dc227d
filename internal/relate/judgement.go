package relate

import (
	"cmp"
	"slices"

	"wijkvisie/internal/city"
)

// Judgement is what the wijk finds of how a need was met.
type Judgement struct {
	*city.Judgement
	Vision   *Vision // where it was written
	Need     *Need
	About    *Commitment // the one that is judged; nil when it is the need
	Outdated bool        // achterhaald: a commitment of the need got an entry after it
}

// addJudgements collects what the wijk found of a need in all its visions, oldest first.
// What it found of a commitment that is not visible is left out, as that is.
func (r *relater) addJudgements(n *Need) {
	for _, a := range n.Appearances {
		for _, j := range a.Need.Judgements {
			about := r.commitment[j.About.Value]
			if r.exists(j.Date.Day) && (j.About.IsZero() || about != nil) {
				n.Judgements = append(n.Judgements, &Judgement{j, a.Vision, n, about, n.progressedAfter(j.Date.Day)})
			}
		}
	}
	slices.SortStableFunc(n.Judgements, func(a, b *Judgement) int {
		return cmp.Or(a.Date.Compare(b.Date.Day), cmp.Compare(a.Vision.ID, b.Vision.ID), cmp.Compare(a.FirstLine.Start, b.FirstLine.Start))
	})
	for _, j := range n.Judgements {
		switch {
		case j.About == nil:
			n.Judgement = j
		case j.About.Judgement == nil || !j.Date.Before(j.About.Judgement.Date.Day):
			j.About.Judgement = j
		}
	}
}

// progressedAfter reports whether a commitment of the need got an entry after a day.
func (n *Need) progressedAfter(day city.Day) bool {
	for _, c := range n.Commitments {
		if log := c.Progress; len(log) > 0 && log[len(log)-1].Date.After(day) {
			return true
		}
	}
	return false
}
