package check

import (
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

// commitmentIDs reports ids of commitments that are not unique in the whole site,
// and references to commitments that do not exist.
func (k *checker) commitmentIDs() {
	ids, former := k.newDuplicates(), k.newDuplicates()
	programmes := sorted(k.city.Programmes, func(p *city.Programme) source.Pos { return p.FirstLine })
	for _, p := range programmes {
		for _, c := range p.Commitments {
			ids.add(c.ID, diag.IDTwice, c.ID.Value)
		}
	}
	for _, p := range programmes {
		for _, c := range p.Commitments {
			k.former(c.Former, c.ID.Value, former, func(id string) (source.Pos, bool) { return ids.first[id], !ids.first[id].IsZero() })
			for _, e := range c.Progress {
				k.commitment(e.To)
			}
		}
	}
}

// commitment checks a reference to a commitment.
func (k *checker) commitment(ref source.Text) {
	if ref.IsZero() {
		return
	}
	_, now, ok := k.index.Commitments.Find(ref.Value)
	switch {
	case ok && now != ref.Value:
		k.renamed(ref, now)
	case !ok && !k.index.CommitmentMayBeUnread():
		k.unknown(ref, k.index.Commitments.IDs(), func(id string) source.Pos {
			c, _, _ := k.index.Commitments.Find(id)
			return c.ID.Pos
		}, diag.CommitmentUnknown, ref.Value)
	}
}

// inPeriod reports a commitment of a year outside the periods of all visions that have its
// needs.
func (k *checker) inPeriod(p *city.Programme, c *city.Commitment) {
	if p.Period.IsZero() {
		return
	}
	var periods []string
	for _, ref := range c.Needs {
		wijk, name, _ := relate.NeedRef(ref.Value)
		_, now, _ := k.index.Wijken.Find(wijk)
		_, id, known := k.index.Needs(now).Find(name)
		if !known {
			return // is reported elsewhere
		}
		for _, v := range k.index.Visions(now) {
			if v.Period.IsZero() || !hasNeed(v, id) {
				continue
			}
			if max(v.Period.First, p.Period.First) <= min(v.Period.Last, p.Period.Last) {
				return
			}
			periods = append(periods, v.Period.String())
		}
	}
	if len(periods) > 0 {
		k.report(diag.At(c.ID.Pos, diag.OutsidePeriod, c.ID.Value, years(p.Period), strings.Join(periods, ", ")))
	}
}

// hasNeed reports whether a vision has a need, by the id that it has now or had before.
func hasNeed(v *city.Vision, id string) bool {
	for _, n := range v.Needs {
		if n.ID.Value == id {
			return true
		}
		for _, old := range n.Former {
			if old.Value == id {
				return true
			}
		}
	}
	return false
}

// years returns a period as text, one year of a period of one year.
func years(p city.Period) string {
	if p.First == p.Last {
		return p.String()[:4]
	}
	return p.String()
}

// progress reports entries that are not in order of date.
func (k *checker) progress(c *city.Commitment) {
	var last city.Date
	for _, e := range c.Progress {
		if e.Date.IsZero() {
			continue
		}
		if !last.IsZero() && e.Date.Before(last.Day) {
			k.report(diag.At(e.Date.Pos, diag.OutOfOrder, e.Date.String(), last.String()).WithRelated(last.Pos, diag.DefinedHere))
		}
		last = e.Date
	}
}
