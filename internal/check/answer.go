package check

import (
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

// contradictions reports departments that say no to a need while a commitment of their own to
// it has not ended. Who said no and committed later changed its mind, which is no mistake.
func (k *checker) contradictions(n *relate.Need) {
	var heard []*relate.Department // whose newest answer was looked at
	for _, a := range n.Answers {
		d := a.Programme.Department
		if d == nil || slices.Contains(heard, d) {
			continue
		}
		heard = append(heard, d)
		if a.Answer.Answer.Value == city.AnswerNo && !a.Date.Before(n.AskedSince) {
			k.contradiction(n, a, d)
		}
	}
}

func (k *checker) contradiction(n *relate.Need, a *relate.Answer, d *relate.Department) {
	for _, c := range n.Commitments {
		if c.Programme.Department != d || n.Outcome(c) != relate.Open || a.Date.Before(c.PromisedOn) {
			continue
		}
		first, last := c.ID.Pos, a.Answer.Answer.Pos
		if isAfter(first, last) {
			first, last = last, first
		}
		k.report(diag.At(last, diag.AnswerAgainst, d.Name.Value, n.ID, c.ID.Value).WithRelated(first, diag.DefinedHere))
		return
	}
}

// isAfter reports whether a place comes after another: in a later file, or further down.
func isAfter(p, q source.Pos) bool {
	if p.Path() != q.Path() {
		return p.Path() > q.Path()
	}
	return p.Start > q.Start
}
