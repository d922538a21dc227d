package check

import (
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

// judgements checks the judgements of a need in a vision of a wijk, which is empty when it is not
// known: their dates, and the commitments that they are about.
func (k *checker) judgements(v *city.Vision, n *city.Need, wijk string) {
	k.judgementsTwice(n)
	for _, j := range n.Judgements {
		if !k.implausible(v.Period) {
			k.likely(j.Date, v.Period, v.Period.Last, diag.JudgedUnlikely)
		}
		k.commitment(j.About)
		if c, id, ok := k.index.Commitments.Find(j.About.Value); ok && wijk != "" {
			k.aboutNeed(j, n, wijk, c, id)
		}
	}
}

// aboutNeed reports a judgement of a need that is about a commitment to others.
func (k *checker) aboutNeed(j *city.Judgement, n *city.Need, wijk string, c relate.IndexedCommitment, id string) {
	need := wijk + "/" + k.needNames(wijk)[n.ID.Value]
	for _, ref := range c.Needs {
		if named, known := k.needNow(ref.Value); !known || named == need {
			return // it is this need, or one that is reported elsewhere and may be this one
		}
	}
	if c.Programme.Broken {
		return
	}
	d := diag.At(j.About.Pos, diag.CommitmentOfOther, j.About.Value, need).WithRelated(c.ID.Pos, diag.DefinedHere)
	if ids := k.commitmentsTo(need); len(ids) > 0 {
		d = d.WithHint(diag.Choose, ids)
	}
	k.report(d)
}

// commitmentsTo returns the ids of the commitments to a need.
func (k *checker) commitmentsTo(need string) []string {
	var ids []string
	isNeed := func(ref source.Text) bool {
		now, _ := k.needNow(ref.Value)
		return now == need
	}
	for _, p := range k.city.Programmes {
		for _, c := range p.Commitments {
			if slices.ContainsFunc(c.Needs, isNeed) {
				ids = append(ids, c.ID.Value)
			}
		}
	}
	return ids
}

// outdated reports the newest judgement of a need, and of each commitment to it, when there was
// news after it.
func (k *checker) outdated(n *relate.Need) {
	var judged []*relate.Commitment // nil is the need itself
	for _, j := range slices.Backward(n.Judgements) {
		if slices.Contains(judged, j.About) {
			continue
		}
		judged = append(judged, j.About)
		news := n.Commitments
		if j.About != nil {
			news = []*relate.Commitment{j.About}
		}
		if e := newestEntry(news); e != nil && e.Date.After(j.Date.Day) {
			k.report(diag.At(j.Date.Pos, diag.Outdated, j.By.Value, n.ID, e.Date.String()).WithRelated(e.Date.Pos, diag.DefinedHere))
		}
	}
}

// newestEntry returns the newest entry in the logs of some commitments, nil when there is none.
func newestEntry(commitments []*relate.Commitment) *city.ProgressEntry {
	var newest *city.ProgressEntry
	for _, c := range commitments {
		for _, e := range c.Progress {
			if newest == nil || e.Date.After(newest.Date.Day) {
				newest = e
			}
		}
	}
	return newest
}
