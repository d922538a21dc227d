package report

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// unjudged tells for which needs something was done that the wijk did not judge yet, or only before
// that day.
func (b *builder) unjudged() []item {
	var list []item
	for _, n := range b.needs(b.now) {
		last := lastDone(n)
		if last == nil || n.Judgement != nil && !n.Judgement.Date.Before(last.StatusSince) {
			continue
		}
		args := []string{"title", n.Main.Title.Value, "work", last.Title.Value, "day", b.Day(last.StatusSince)}
		key := "report.unjudged." + string(last.Status)
		sentence, before := b.sentence(key, args...), b.Text("report.unjudged.never")
		if j := n.Judgement; j != nil {
			before = b.Text("report.unjudged.before", "day", b.Day(j.Date.Day), "verdict", b.Text("report.verdict."+j.Verdict.Value))
		}
		i := newItem([]*relate.Wijk{n.Wijk}, nil, last.StatusSince, n.Main.ID.Pos, sentence, before)
		i.Need = n
		list = append(list, i)
	}
	return list
}

// lastDone returns the commitment for a need that was done last, all of it or a part; nil when none
// was.
func lastDone(n *relate.Need) *relate.Commitment {
	var last *relate.Commitment
	for _, c := range n.Commitments {
		done := c.Status == city.Realised || c.Status == city.PartlyRealised
		if done && !c.StatusSince.Before(n.AskedSince) && (last == nil || last.StatusSince.Before(c.StatusSince)) {
			last = c
		}
	}
	return last
}
