package view

import (
	"slices"

	"wijkvisie/internal/relate"
)

// asking is what came of a need that was asked: what was promised and answered, and what
// the wijk finds.
type asking struct {
	commitments []*relate.Commitment
	answers     []*relate.Answer
	judgements  []*relate.Judgement // those on a commitment too
}

// isEmpty reports whether nothing came of it.
func (a *asking) isEmpty() bool { return len(a.commitments)+len(a.answers)+len(a.judgements) == 0 }

// askings returns what came of a need since it is asked, and what belongs to an earlier
// asking and counts no more.
func askings(n *relate.Need) (now, earlier asking) {
	when := func(isEarlier bool) *asking {
		if isEarlier {
			return &earlier
		}
		return &now
	}
	for _, c := range n.Commitments {
		of := when(n.Outcome(c) == relate.Earlier)
		of.commitments = append(of.commitments, c)
	}
	for _, a := range n.Answers {
		of := when(a.Date.Before(n.AskedSince))
		of.answers = append(of.answers, a)
	}
	for _, j := range n.Judgements {
		of := when(j.Date.Before(n.AskedSince))
		if slices.Contains(n.Commitments, j.About) { // it stands with that commitment
			of = when(n.Outcome(j.About) == relate.Earlier)
		}
		of.judgements = append(of.judgements, j)
	}
	return now, earlier
}
