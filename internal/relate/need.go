package relate

import (
	"cmp"
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/parallel"
)

// Need is a behoefte: one thing a wijk asks for, through all its visions. The same id
// in two visions is the same need; so is an id that a newer vision has as a former one.
type Need struct {
	ID          string // wijk/need
	Wijk        *Wijk
	Main        *Appearance   // whose data count: of the current vision, else of the newest
	Appearances []*Appearance // the newest vision first
	Commitments []*Commitment // in the order of their programmes' periods, then as written
	Answers     []*Answer     // newest first
	Judgements  []*Judgement  // oldest first
	Judgement   *Judgement    // the newest one on the need itself; nil when there is none
	AskedSince  city.Day      // what ended before belongs to an earlier asking; zero when there was none
	Status      NeedStatus
	DoneOn      city.Day // when the last of the commitments that are kept was done; zero when none is
	Current     bool     // the current vision asks it, still: it counts in figures
	Ordinal     int      // its place in Graph.Needs
}

// Name returns the part of the id after the slash.
func (n *Need) Name() string { return n.Main.ID.Value }

// Former returns the older names of the need, without the wijk.
func (n *Need) Former() []string {
	var names []string
	for _, a := range n.Appearances {
		if a.ID.Value != n.Name() {
			names = append(names, a.ID.Value)
		}
		for _, old := range a.Former {
			names = append(names, old.Value)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// AnsweredBy reports whether a department answered the need, by a commitment or without one.
func (n *Need) AnsweredBy(d *Department) bool { return slices.Contains(n.departments(), d) }

// departments returns who answered the need, by a commitment or without one, each once.
func (n *Need) departments() []*Department {
	var list []*Department
	add := func(p *Programme) {
		if d := p.Department; d != nil && !slices.Contains(list, d) {
			list = append(list, d)
		}
	}
	for _, c := range n.Commitments {
		add(c.Programme)
	}
	for _, a := range n.Answers {
		add(a.Programme)
	}
	return list
}

// Appearance is a need as one vision has it. A need that was carried over has
// one in each vision, one that was two needs before has two in each older one.
type Appearance struct {
	*city.Need
	Vision *Vision
	Of     *Need
	Theme  *Theme // nil when the theme does not exist

	Retracted bool // it is asked no more in this vision
}

// AskedOn returns the day on which the vision asked the need; zero when that is not known.
func (a *Appearance) AskedOn() city.Day {
	switch {
	case !a.AddedOn.IsZero():
		return a.AddedOn.Day
	case !a.Vision.AdoptedOn.IsZero():
		return a.Vision.AdoptedOn.Day
	default:
		return a.Vision.OpenFrom.Day
	}
}

// Areas returns the buurten that the need names and its wijk has.
func (a *Appearance) Areas() []*city.Buurt {
	var list []*city.Buurt
	for _, ref := range a.Buurten {
		i := slices.IndexFunc(a.Of.Wijk.Buurten, func(b *city.Buurt) bool { return b.ID.Value == ref.Value })
		if i >= 0 {
			list = append(list, a.Of.Wijk.Buurten[i])
		}
	}
	return list
}

// addNeeds makes the needs of every wijk out of its visions.
func (r *relater) addNeeds() {
	parallel.Each(len(r.Wijken), func(i int) {
		w := r.Wijken[i]
		for _, v := range w.Visions { // newest first, so that new names know the old
			r.addNeedsOf(v)
		}
		for _, n := range w.Needs {
			n.choose()
		}
		slices.SortStableFunc(w.Needs, currentFirst)
	})
	for _, w := range r.Wijken {
		r.Needs = append(r.Needs, w.Needs...)
	}
	for i, n := range r.Needs {
		n.Ordinal = i
	}
}

// addNeedsOf adds the needs of a vision to those of newer visions of the wijk.
func (r *relater) addNeedsOf(v *Vision) {
	w := v.Wijk
	appearances := make([]Appearance, len(v.Vision.Needs))
	for i, written := range v.Vision.Needs {
		if written.ID.IsZero() || written.AddedOn.After(r.Date) {
			continue
		}
		n := w.need[written.ID.Value]
		if n != nil && n.Appearances[len(n.Appearances)-1].Vision == v {
			if slices.ContainsFunc(v.Needs, func(a *Appearance) bool { return a.ID.Value == written.ID.Value }) {
				continue // twice in one vision: package check reports it
			}
			if v == w.Current {
				n = nil // a vision that begins later makes two needs one: until then they are two
			}
		}
		if n == nil {
			n = &Need{Wijk: w}
			w.need[written.ID.Value] = n
			w.Needs = append(w.Needs, n)
		}
		a := &appearances[i]
		*a = Appearance{Need: written, Vision: v, Of: n, Theme: r.theme[written.Theme.Value], Retracted: r.exists(written.RetractedOn.Day)}
		n.Appearances = append(n.Appearances, a)
		v.Needs = append(v.Needs, a)
	}
	for _, a := range v.Needs {
		for _, old := range a.Former {
			if w.need[old.Value] == nil {
				w.need[old.Value] = a.Of
			}
		}
	}
	slices.SortStableFunc(v.Needs, byPriority)
}

// choose sets whose data count for the need, and its id with them, and since when it is
// asked.
func (n *Need) choose() {
	n.Main = n.Appearances[0]
	for i, a := range n.Appearances {
		if a.Vision != n.Wijk.Current {
			continue
		}
		n.Main, n.Current = a, !a.Retracted
		if i+1 < len(n.Appearances) { // an older vision asked it too
			n.AskedSince = city.DayIn(a.Vision.Period.First, 1, 1)
		}
	}
	n.ID = n.Wijk.ID + "/" + n.Name()
}

// currentFirst orders the needs of a wijk: those of the current vision by priority, then
// the others by id.
func currentFirst(a, b *Need) int {
	switch {
	case a.Current && b.Current:
		return byPriority(a.Main, b.Main)
	case a.Current:
		return -1
	case b.Current:
		return 1
	}
	return cmp.Compare(a.Name(), b.Name())
}

// byPriority orders needs by priority; those not ranked come last, as written.
func byPriority(a, b *Appearance) int {
	if (a.Priority == 0) != (b.Priority == 0) {
		return cmp.Compare(b.Priority, a.Priority)
	}
	return cmp.Or(cmp.Compare(a.Priority, b.Priority), cmp.Compare(a.FirstLine.Start, b.FirstLine.Start))
}

// findNeed returns the visible need that a reference means, nil when there is none.
func (r *relater) findNeed(ref string) *Need {
	wijk, name, _ := NeedRef(ref)
	if w := r.wijk[wijk]; w != nil {
		return w.need[name]
	}
	return nil
}

// deriveNeeds derives how every need stands, once everything is linked, and counts those
// of current visions.
func (r *relater) deriveNeeds() {
	for _, n := range r.Needs {
		r.addJudgements(n)
		slices.SortStableFunc(n.Commitments, byProgramme)
		slices.SortStableFunc(n.Answers, newestAnswer)
		n.deriveStatus()
		if !n.Current {
			continue
		}
		n.Wijk.Figures.Add(n)
		r.Figures.Add(n)
		for _, d := range n.departments() {
			d.Needs = append(d.Needs, n)
		}
		if t := n.Main.Theme; t != nil {
			t.Needs = append(t.Needs, n)
			t.Figures.Add(n)
		}
	}
}
