package relate

import (
	"cmp"
	"slices"

	"wijkvisie/internal/city"
)

// askedIn makes the needs of a wijk out of its visions. The same id in two visions
// is the same need; so is an id that a newer vision says it had before.
func (r *relater) askedIn(w *Wijk) {
	total := 0
	for _, v := range w.Visions {
		total += len(v.Vision.Needs)
	}
	byName := make(map[string]*Need, total)
	w.named = byName
	w.Needs = make([]*Need, 0, total)
	needs, appearances := make([]Need, total), make([]Appearance, 0, total) // in one piece: there are many
	for _, v := range w.Visions {                                           // newest first, so that new names know the old
		v.Needs = make([]*Appearance, 0, len(v.Vision.Needs))
		for _, n := range v.Vision.Needs {
			if n.ID.IsZero() {
				continue
			}
			need := byName[n.ID.Value]
			if need == nil || appearsIn(need, v) {
				if need != nil {
					continue // twice in one vision: package check says so
				}
				need = &needs[len(w.Needs)]
				need.Wijk = w
				byName[n.ID.Value] = need
				w.Needs = append(w.Needs, need)
			}
			appearances = append(appearances, Appearance{Need: n, Vision: v, Of: need, Theme: r.theme[n.Theme.Value], Areas: areas(w, n)})
			a := &appearances[len(appearances)-1]
			need.Appearances = append(need.Appearances, a)
			v.Needs = append(v.Needs, a)
		}
		for _, a := range v.Needs {
			for _, old := range a.Former {
				if byName[old.Value] == nil {
					byName[old.Value] = a.Of
				}
				a.Of.Former = append(a.Of.Former, old.Value)
			}
		}
		slices.SortStableFunc(v.Needs, byPriority)
	}
	r.nameNeeds(w)
}

func appearsIn(n *Need, v *Vision) bool {
	return len(n.Appearances) > 0 && n.Appearances[len(n.Appearances)-1].Vision == v
}

// nameNeeds chooses whose data count for each need, and orders the needs: those
// of the current vision by priority, then the others by id.
func (r *relater) nameNeeds(w *Wijk) {
	for _, n := range w.Needs {
		n.Main = n.Appearances[0]
		for _, a := range n.Appearances {
			if a.Vision == w.Current {
				n.Main, n.Current = a, true
			}
		}
		n.Name = n.Main.ID.Value
		n.ID = w.ID + "/" + n.Name
		for _, a := range n.Appearances {
			if a.ID.Value != n.Name {
				n.Former = append(n.Former, a.ID.Value)
			}
		}
		slices.Sort(n.Former)
		n.Former = slices.Compact(n.Former)
	}
	slices.SortStableFunc(w.Needs, func(a, b *Need) int {
		switch {
		case a.Current != b.Current:
			if a.Current {
				return -1
			}
			return 1
		case a.Current:
			return byPriority(a.Main, b.Main)
		default:
			return cmp.Compare(a.Name, b.Name)
		}
	})
}

// byPriority orders needs by priority; those not ranked come last, as written.
func byPriority(a, b *Appearance) int {
	if (a.Priority == 0) != (b.Priority == 0) {
		return cmp.Compare(b.Priority, a.Priority)
	}
	return cmp.Or(cmp.Compare(a.Priority, b.Priority), cmp.Compare(a.Top.Start, b.Top.Start))
}

// areas returns the buurten that a need names and its wijk has.
func areas(w *Wijk, n *city.Need) []*city.Buurt {
	if len(n.Buurten) == 0 {
		return nil
	}
	list := make([]*city.Buurt, 0, len(n.Buurten))
	for _, ref := range n.Buurten {
		for _, b := range w.Buurten {
			if b.ID.Value == ref.Value {
				list = append(list, b)
				break
			}
		}
	}
	return list
}

// findNeed returns the visible need that a reference means, nil when there is none.
func (r *relater) findNeed(ref string) *Need {
	wijk, name, _ := NeedRef(ref)
	if w := r.wijk[wijk]; w != nil {
		return w.named[name]
	}
	return nil
}

// states derives how every need stands, once everything is linked.
func (r *relater) states() {
	each(r.graph.Wijken, func(w *Wijk) {
		for _, n := range w.Needs {
			r.judgements(n)
			slices.SortStableFunc(n.Commitments, byProgramme)
			slices.SortStableFunc(n.Answers, newestAnswer)
			n.Status = needStatus(n)
		}
	})
	var answering []*Department
	for _, w := range r.graph.Wijken {
		for _, n := range w.Needs {
			if !n.Current {
				continue
			}
			w.Figures.Add(n.Status)
			answering = n.answering(answering[:0])
			for _, d := range answering {
				d.Needs = append(d.Needs, n)
			}
			if t := n.Main.Theme; t != nil {
				t.Needs = append(t.Needs, n)
				t.Figures.Add(n.Status)
			}
		}
	}
}

// judgements collects what the wijk found of a need in all its visions, oldest first.
func (r *relater) judgements(n *Need) {
	for _, a := range n.Appearances {
		for _, j := range a.Need.Judgements {
			if r.known(j.Date.Day) {
				n.Judgements = append(n.Judgements, &Judgement{j, a.Vision, n})
			}
		}
	}
	slices.SortStableFunc(n.Judgements, func(a, b *Judgement) int {
		return cmp.Or(a.Date.Compare(b.Date.Day), cmp.Compare(a.Vision.ID, b.Vision.ID), cmp.Compare(a.Top.Start, b.Top.Start))
	})
}

// needStatus derives how a need stands; the first that fits.
func needStatus(n *Need) NeedStatus {
	counted, leftOut, realised, ended, busy := 0, 0, 0, 0, 0
	for _, c := range n.Commitments {
		if c.Programme.Withdrawn {
			continue
		}
		if c.Status == Dropped || c.handedOn() {
			leftOut++
			continue
		}
		counted++
		if c.Status == Realised {
			realised++
		}
		if c.Ended() {
			ended++
		}
		if c.Status == InProgress || c.Ended() {
			busy++
		}
	}
	switch {
	case counted > 0 && realised == counted:
		return NeedMet
	case counted > 0 && ended == counted:
		return NeedPartlyMet
	case busy > 0:
		return NeedInProgress
	case counted > 0:
		return NeedPromised
	}
	for _, a := range n.Answers { // newest first
		if a.Programme.Withdrawn {
			continue
		}
		if a.Answer.Answer.Value == city.AnswerInvestigating {
			return NeedInvestigating
		}
		return NeedNotIncluded
	}
	if leftOut > 0 {
		return NeedDropped
	}
	return NeedUnanswered
}
