package check

import (
	"slices"
	"strconv"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// visions checks the wijk and the needs of visions.
func (k *checker) visions() {
	for v := range untilEnd(k, k.city.Visions) {
		wijk, known := k.wijk(v.Wijk)
		ids, priorities := k.newDuplicates(), k.newDuplicates()
		for _, n := range v.Needs {
			if _, taken := ids.first[n.ID.Value]; taken {
				k.repeated[wijk] = true
			}
			ids.add(n.ID, diag.IDTwice, n.ID.Value)
			if n.Priority > 0 {
				priorities.add(source.Text{Value: strconv.Itoa(n.Priority), Pos: n.PriorityPos}, diag.PriorityTwice, n.Priority)
			}
			k.theme(n.Theme)
			if known {
				k.buurten(n, wijk)
			}
			k.judgements(v, n, wijk)
		}
		k.formerNeeds(v)
		if !k.unlikelyPeriod(v.Period) {
			k.likelyDatesOf(v)
		}
	}
}

// formerNeeds reports former ids of needs that other needs of the vision have.
func (k *checker) formerNeeds(v *city.Vision) {
	for _, n := range v.Needs {
		for _, old := range n.Former {
			i := slices.IndexFunc(v.Needs, func(other *city.Need) bool { return other != n && other.ID.Value == old.Value })
			if i >= 0 {
				k.report(diag.At(old.Pos, diag.IDTwice, old.Value).WithRelated(v.Needs[i].ID.Pos, diag.FirstHere))
			}
		}
	}
}

// splitNeeds reports ids that two needs of a wijk had before: a need was split, and which of
// the two is it now?
func (k *checker) splitNeeds() {
	for wijk := range untilEnd(k, k.index.Wijken.IDs()) {
		first := make(map[string]source.Text) // of each former id, the need that had it
		visions := sorted(k.index.Visions(wijk), func(v *city.Vision) source.Pos { return v.FirstLine })
		names := k.needNames(wijk)
		for _, v := range visions {
			for _, n := range v.Needs {
				for _, old := range n.Former {
					id := names[n.ID.Value]
					was, taken := first[old.Value]
					if !taken {
						first[old.Value] = source.Text{Value: id, Pos: old.Pos}
					} else if was.Value != id {
						k.report(diag.At(old.Pos, diag.FormerNeedTwice, old.Value).WithRelated(was.Pos, diag.FirstHere))
					}
				}
			}
		}
	}
}

// theme checks a reference to a theme.
func (k *checker) theme(ref source.Text) {
	s := k.city.Site
	if ref.IsZero() || s == nil || s.Broken {
		return
	}
	if _, _, ok := k.index.Themes.Find(ref.Value); !ok {
		k.unknown(ref, k.index.Themes.IDs(), func(id string) source.Pos {
			t, _, _ := k.index.Themes.Find(id)
			return t.ID.Pos
		}, diag.ThemeUnknown, ref.Value)
	}
}

// buurten checks the buurten of a need.
func (k *checker) buurten(n *city.Need, wijk string) {
	w, _, _ := k.index.Wijken.Find(wijk)
	if w.Broken {
		return
	}
	for _, ref := range n.Buurten {
		if !slices.ContainsFunc(w.Buurten, func(b *city.Buurt) bool { return b.ID.Value == ref.Value }) {
			k.unknownBuurt(w, ref, wijk)
		}
	}
}

// unknownBuurt reports a buurt that its wijk does not have.
func (k *checker) unknownBuurt(w *city.Wijk, ref source.Text, wijk string) {
	var ids []string
	places := make(map[string]source.Pos)
	for _, b := range w.Buurten {
		ids = append(ids, b.ID.Value)
		places[b.ID.Value] = b.ID.Pos
	}
	k.unknown(ref, ids, func(id string) source.Pos { return places[id] }, diag.BuurtUnknown, ref.Value, wijk)
}

// periods reports adopted visions of one wijk whose periods overlap.
func (k *checker) periods() {
	for w := range untilEnd(k, k.city.Wijken) {
		var adopted []*city.Vision
		for _, v := range k.index.Visions(w.ID) {
			if v.Status.Value == city.Adopted && !v.Period.IsZero() {
				adopted = append(adopted, v)
			}
		}
		adopted = sorted(adopted, func(v *city.Vision) source.Pos { return v.Period.Pos })
		for i, v := range adopted {
			for _, first := range adopted[:i] {
				if overlap(v.Period, first.Period) {
					k.report(diag.At(v.Period.Pos, diag.PeriodsOverlap, v.Period.String(), first.Period.String()).
						WithRelated(first.Period.Pos, diag.FirstHere))
					break
				}
			}
		}
	}
}

// overlap reports whether two periods share more than a year in which one ends and the other
// begins.
func overlap(a, b city.Period) bool {
	from, through := max(a.First, b.First), min(a.Last, b.Last)
	switch {
	case from > through:
		return false
	case from < through:
		return true
	default: // one year: a border, unless a period is no longer than that
		return !(a.Last == b.First && a.First < b.First || b.Last == a.First && b.First < a.First)
	}
}
