package check

import (
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

func (k *checker) programmes() {
	for _, p := range k.city.Programmes {
		k.lost = k.lost || p.Broken // what could not be read may be about any need
		k.department(p.Department)
		for _, c := range p.Commitments {
			for _, ref := range c.Needs {
				k.need(ref)
			}
			for _, ref := range c.Wijken {
				k.wijk(ref)
			}
			if len(c.Needs) == 0 && !p.Broken {
				k.report(diag.At(c.Top, diag.NeedMissing, c.ID.Value))
			}
			k.inPeriod(p, c)
			k.log(c)
		}
		for _, a := range p.Answers {
			k.need(a.Need)
		}
	}
}

// need judges a reference as wijk/need.
func (k *checker) need(ref source.Text) {
	if ref.IsZero() {
		return
	}
	wijk, name, qualified := relate.NeedRef(ref.Value)
	if !qualified {
		k.lost = true
		k.unqualified(ref)
		return
	}
	_, now, ok := k.index.Wijken.Find(wijk)
	if !ok {
		k.lost = true
		k.unknown(ref, k.rehomed(name), k.needPos, diag.NeedOfUnknownWijk, ref.Value, wijk)
		return
	}
	needs := k.index.Needs(now)
	_, id, ok := needs.Find(name)
	switch {
	case ok && now+"/"+id != ref.Value:
		k.renamed(ref, now+"/"+id)
	case !ok && !k.index.Unsure(now):
		k.lost = true
		k.unknown(source.Text{Value: now + "/" + name, Pos: ref.Pos}, qualifiedIDs(now, needs.IDs()), k.needPos, diag.NeedUnknown, ref.Value)
	}
}

// unqualified reports a need without its wijk.
func (k *checker) unqualified(ref source.Text) {
	d := diag.At(ref.Pos, diag.NeedNotQualified, ref.Value)
	if homes := k.rehomed(ref.Value); len(homes) > 0 {
		d = d.WithHint(diag.DidYouMean, homes[0]).WithRelated(k.needPos(homes[0]), diag.DefinedHere)
	} else {
		d = d.WithHint(diag.NeedForm, "overvecht/veilige-oversteek")
	}
	k.report(d)
}

// rehomed returns the needs of that name in every wijk that has one.
func (k *checker) rehomed(name string) []string {
	var homes []string
	for _, w := range k.index.Wijken.IDs() {
		if _, id, ok := k.index.Needs(w).Find(name); ok {
			homes = append(homes, w+"/"+id)
		}
	}
	return homes
}

func qualifiedIDs(wijk string, names []string) []string {
	ids := make([]string, len(names))
	for i, n := range names {
		ids[i] = wijk + "/" + n
	}
	return ids
}

// needPos returns where a need was written.
func (k *checker) needPos(ref string) source.Pos {
	wijk, name, _ := relate.NeedRef(ref)
	ask, _, ok := k.index.Needs(wijk).Find(name)
	if !ok {
		return source.Pos{}
	}
	return ask.ID.Pos
}

// commitmentIDs reports ids of commitments that are not unique in the whole site,
// and references to commitments that do not exist.
func (k *checker) commitmentIDs() {
	ids, former := k.noTwins(len(k.graph.Commitments)), k.noTwins(0)
	programmes := sorted(k.city.Programmes, func(p *city.Programme) source.Pos { return p.Top })
	for _, p := range programmes {
		for _, c := range p.Commitments {
			ids.add(c.ID, diag.IDTwice, c.ID.Value)
		}
	}
	for _, p := range programmes {
		for _, c := range p.Commitments {
			k.former(c.Former, c.ID.Value, former, func(id string) (source.Pos, bool) { return ids.first[id], !ids.first[id].IsZero() })
			for _, e := range c.Progress {
				k.commitment(*e.To)
			}
		}
	}
}

// commitment judges a reference to a commitment.
func (k *checker) commitment(ref source.Text) {
	if ref.IsZero() {
		return
	}
	_, now, ok := k.index.Commitments.Find(ref.Value)
	switch {
	case ok && now != ref.Value:
		k.renamed(ref, now)
	case !ok && !k.index.UnsureOfCommitments():
		k.unknown(ref, k.index.Commitments.IDs(), func(id string) source.Pos {
			c, _, _ := k.index.Commitments.Find(id)
			return c.ID.Pos
		}, diag.CommitmentUnknown, ref.Value)
	}
}

// inPeriod reports a commitment of a year for which none of the visions that ask
// for it was made.
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
			return // said already
		}
		for _, v := range k.index.Visions(now) {
			if v.Period.IsZero() || !asks(v, id) {
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

// asks tells whether a vision has a need, by the id it has now or had before.
func asks(v *city.Vision, id string) bool {
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

func years(p city.Period) string {
	if p.First == p.Last {
		return p.String()[:4]
	}
	return p.String()
}

// log reports entries that are not in order of date.
func (k *checker) log(c *city.Commitment) {
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

// states tells what the reference date brings: needs that nobody answered, dates
// that moved, and commitments that were not updated for long.
func (k *checker) states() {
	for _, n := range k.graph.Needs {
		// What a mistyped reference meant may be just this need.
		if !k.lost && n.Current && n.Status == relate.NeedUnanswered && n.Main.Vision.Status.Value == city.Adopted {
			k.report(diag.At(n.Main.ID.Pos, diag.Unanswered, n.ID))
		}
	}
	for _, c := range k.graph.Commitments {
		if c.Quiet && !c.Programme.Withdrawn {
			k.report(diag.At(c.ID.Pos, diag.Silent, c.ID.Value, k.quietMonths()))
		}
		if c.Moved && !c.Ended() && !c.Programme.Withdrawn && !c.OriginalDue.IsZero() {
			k.report(diag.At(c.Due.Pos, diag.Shifted, c.ID.Value, c.OriginalDue, c.Due))
		}
	}
}

func (k *checker) quietMonths() int {
	if n := k.graph.Site.QuietMonths; n > 0 {
		return n
	}
	return 12
}
