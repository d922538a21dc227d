package check

import (
	"slices"
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
	for p := range untilEnd(k, programmes) {
		for _, c := range p.Commitments {
			ids.add(c.ID, diag.IDTwice, c.ID.Value)
		}
	}
	for p := range untilEnd(k, programmes) {
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
// needs, and returns whether it is known not to be, and else whether that may well be so. Neither
// is known of one without needs.
func (k *checker) inPeriod(p *city.Programme, c *city.Commitment) (inside, doubtful bool) {
	if p.Period.IsZero() {
		return false, false
	}
	var periods []string
	for _, ref := range c.Needs {
		wijk, name, _ := relate.NeedRef(ref.Value)
		_, now, _ := k.index.Wijken.Find(wijk)
		_, id, known := k.index.Needs(now).Find(name)
		if !known || k.index.NeedMayBeUnread(now) || k.repeated[now] {
			return false, true // what is wrong is reported elsewhere
		}
		for _, v := range k.index.Visions(now) {
			if !hasNeed(v, id) {
				continue
			}
			if v.Period.IsZero() || k.implausible(v.Period) || k.implausible(p.Period) {
				return false, true // what is wrong is reported elsewhere
			}
			if max(v.Period.First, p.Period.First) <= min(v.Period.Last, p.Period.Last) {
				return true, false
			}
			periods = append(periods, v.Period.String())
		}
	}
	if len(periods) > 0 && !c.ID.IsZero() {
		k.report(diag.At(c.ID.Pos, diag.OutsidePeriod, c.ID.Value, p.Period.Years(), strings.Join(periods, ", ")))
	}
	return false, len(periods) > 0
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

// progress reports entries that are not in order of date, or that are there twice.
func (k *checker) progress(p *city.Programme, c *city.Commitment) {
	var last city.Date
	first := make(map[city.Step]source.Pos, len(c.Progress))
	for _, e := range c.Progress {
		if e.Date.IsZero() {
			last = city.Date{} // of a day that could not be read
			continue
		}
		s := e.Step()
		if pos, twice := first[s]; twice {
			k.report(diag.At(e.Date.Pos, diag.ProgressTwice, e.Date.String()).WithRelated(pos, diag.FirstHere))
		} else {
			first[s] = e.Date.Pos
		}
		if !p.Period.Likely(e.Date.Year, p.LastYear(c)) {
			continue // its year is probably mistyped, which is reported
		}
		if !last.IsZero() && e.Date.Before(last.Day) {
			k.report(diag.At(e.Date.Pos, diag.OutOfOrder, e.Date.String(), last.String()).WithRelated(last.Pos, diag.DefinedHere))
		}
		last = e.Date
	}
}

// lost reports a commitment that was handed on to one that does not take it over.
func (k *checker) lost(c *relate.Commitment) {
	to := handedTo(c)
	next, _, known := k.index.Commitments.Find(to.Value)
	if !known {
		return // nothing takes over, or it is reported elsewhere
	}
	var unnamed []string // needs that the next one does not answer
	lost := len(c.Needs) == 0
	for _, n := range c.Needs {
		if n.Outcome(c) != relate.Lost {
			continue
		}
		lost = true
		if c.Successor != nil && !slices.Contains(c.Successor.Needs, n) {
			unnamed = append(unnamed, n.ID)
		}
	}
	m, args := diag.LostInCircle, []any{c.ID.Value, to.Value}
	switch {
	case !lost:
		return
	case c.Successor == nil:
		m = diag.LostToHidden
	case len(unnamed) > 0:
		if k.unresolved {
			return // a reference that leads nowhere may be meant for just these needs
		}
		m, args = diag.LostToOther, append(args, unnamed)
	case len(c.Needs) == 0:
		return
	case c.Successor.Ended() && c.Successor.StatusSince.Before(c.StatusSince):
		m = diag.LostToEnded
	}
	k.report(diag.At(to.Pos, m, args...).WithRelated(next.ID.Pos, diag.DefinedHere))
}

// handedTo returns where it is written that another commitment takes over, zero when none
// does.
func handedTo(c *relate.Commitment) source.Text {
	for _, e := range slices.Backward(c.Progress) {
		if !e.Status.IsZero() {
			if e.Status.Value == city.Postponed {
				return e.To
			}
			break
		}
	}
	return source.Text{}
}
