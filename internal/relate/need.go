package relate

import (
	"cmp"
	"slices"
	"strings"

	"wijkvisie/internal/city"
)

// askedIn makes the needs of a wijk out of its visions. The same id in two visions
// is the same need; so is an id that a newer vision says it had before.
func (r *relater) askedIn(w *Wijk) {
	total := 0
	for _, v := range w.Visions {
		total += len(v.Vision.Needs)
	}
	w.named = make(map[string]*Need, total)
	w.Needs = make([]*Need, 0, total)
	for _, v := range w.Visions { // newest first, so that new names know the old
		r.askedBy(v)
	}
	w.nameNeeds()
}

// askedBy adds the needs of a vision to those that newer visions of the wijk ask for.
func (r *relater) askedBy(v *Vision) {
	w := v.Wijk
	appearances, needs := make([]Appearance, 0, len(v.Vision.Needs)), make([]Need, 0, w.unnamed(v)) // in one piece: there are many
	for _, n := range v.Vision.Needs {
		if n.ID.IsZero() {
			continue
		}
		need := w.named[n.ID.Value]
		switch {
		case need == nil:
			needs = append(needs, Need{Wijk: w, Replies: &noReplies})
			need = &needs[len(needs)-1]
			w.named[n.ID.Value] = need
			w.Needs = append(w.Needs, need)
		case need.Main.Vision == v:
			continue // twice in one vision: package check says so
		}
		appearances = append(appearances, Appearance{Need: n, Vision: v, Of: need, Theme: r.theme[n.Theme.Value]})
		need.Main = &appearances[len(appearances)-1] // the oldest so far
	}
	v.Needs = make([]*Appearance, len(appearances))
	for i := range appearances {
		a := &appearances[i]
		v.Needs[i] = a
		for _, old := range a.Former {
			if w.named[old.Value] == nil {
				w.named[old.Value] = a.Of
			}
		}
	}
	slices.SortStableFunc(v.Needs, byPriority)
	for i, a := range v.Needs {
		a.Of.Appearances = appendFrom(a.Of.Appearances, v.Needs, i)
	}
}

// unnamed returns how many needs of a vision no newer one asks for.
func (w *Wijk) unnamed(v *Vision) int {
	n := 0
	for _, asked := range v.Vision.Needs {
		if w.named[asked.ID.Value] == nil {
			n++
		}
	}
	return n
}

// appendFrom appends an item of a list that does not change. Nearly all such lists are
// of one item, which is then where it stands already: in the list that it is from.
func appendFrom[T any](to, from []*T, i int) []*T {
	if len(to) == 0 {
		return from[i : i+1 : i+1]
	}
	return append(to, from[i])
}

// nameNeeds chooses whose data count for each need, and orders the needs: those
// of the current vision by priority, then the others by id.
func (w *Wijk) nameNeeds() {
	length := 0
	for _, n := range w.Needs {
		n.Main = n.Appearances[0]
		for _, a := range n.Appearances {
			if a.Vision == w.Current {
				n.Main, n.Current = a, true
			}
		}
		length += len(w.ID) + len("/") + len(n.Name())
	}
	var ids strings.Builder // in one piece: there are many
	ids.Grow(length)
	for _, n := range w.Needs {
		start := ids.Len()
		ids.WriteString(w.ID)
		ids.WriteByte('/')
		ids.WriteString(n.Name())
		n.ID = ids.String()[start:]
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
			return cmp.Compare(a.Name(), b.Name())
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

// listNeeds lists the needs of all wijken.
func (r *relater) listNeeds() {
	g := r.graph
	total := 0
	for _, w := range g.Wijken {
		total += len(w.Needs)
	}
	g.Needs = make([]*Need, 0, total)
	for _, w := range g.Wijken {
		first := len(g.Needs)
		g.Needs = append(g.Needs, w.Needs...)
		w.Needs = g.Needs[first:len(g.Needs):len(g.Needs)]
	}
	for i, n := range g.Needs {
		n.Rank = int32(i)
	}
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
			r.graph.Figures.Add(n.Status)
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
				said := n.replies()
				said.Judgements = append(said.Judgements, &Judgement{j, a.Vision, n})
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
		if c.Status() == Dropped || c.handedOn() {
			leftOut++
			continue
		}
		counted++
		if c.Status() == Realised {
			realised++
		}
		if c.Ended() {
			ended++
		}
		if c.Status() == InProgress || c.Ended() {
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
