package relate

import (
	"cmp"
	"slices"

	"wijkvisie/internal/city"
)

// handedOn tells whether another commitment took over: it was postponed, and the
// log says to which.
func (c *Commitment) handedOn() bool { return c.Status() == Postponed && !c.decides.To.IsZero() }

// commitments links the commitments of visible programmes and derives their states.
func (r *relater) commitments() {
	each(r.graph.Programmes, r.held) // what needs no other programme, on all cores
	total := 0
	for _, p := range r.graph.Programmes {
		total += len(p.Commitments)
	}
	r.graph.Commitments = make([]*Commitment, 0, total)
	r.commitment = make(map[string]*Commitment, total)
	for _, p := range r.graph.Programmes {
		r.graph.Commitments = append(r.graph.Commitments, p.Commitments...)
		for i, c := range p.Commitments {
			if r.commitment[c.ID.Value] == nil {
				r.commitment[c.ID.Value] = c
			}
			for _, n := range c.Needs {
				n.Commitments = appendFrom(n.Commitments, p.Commitments, i)
			}
		}
	}
	for _, c := range r.graph.Commitments {
		for _, old := range c.Former {
			if r.commitment[old.Value] == nil {
				r.commitment[old.Value] = c
			}
		}
	}
	for _, c := range r.graph.Commitments {
		if c.handedOn() {
			if next := r.commitment[c.decides.To.Value]; next != nil && next != c {
				c.Successor = next
			}
		}
	}
}

// held makes the commitments that a programme holds.
func (r *relater) held(p *Programme) {
	p.Commitments = make([]*Commitment, len(p.Programme.Commitments))
	held := make([]Commitment, len(p.Commitments)) // in one piece: there are many
	for i, raw := range p.Programme.Commitments {
		c := &held[i]
		c.Commitment, c.Programme = raw, p
		p.Commitments[i] = c
		r.forWhom(c)
		r.progress(c)
	}
}

// forWhom finds the needs and the wijken of a commitment.
func (r *relater) forWhom(c *Commitment) {
	for _, ref := range c.Commitment.Needs {
		n := r.findNeed(ref.Value)
		if n == nil || slices.Contains(c.Needs, n) {
			continue
		}
		c.Needs = appendFrom(c.Needs, r.graph.Needs, int(n.Rank))
		c.addWijk(n.Wijk)
	}
	for _, ref := range c.Commitment.Wijken {
		if w := r.wijk[ref.Value]; w != nil {
			c.addWijk(w)
		}
	}
	slices.SortFunc(c.Wijken, func(a, b *Wijk) int { return cmp.Compare(a.Rank, b.Rank) })
}

func (c *Commitment) addWijk(w *Wijk) {
	if !slices.Contains(c.Wijken, w) {
		c.Wijken = appendFrom(c.Wijken, w.alone, 0)
	}
}

// answering appends the departments that answered a need, one way or the other, each
// once.
func (n *Need) answering(to []*Department) []*Department {
	add := func(p *Programme) {
		if d := p.Department; d != nil && !slices.Contains(to, d) {
			to = append(to, d)
		}
	}
	for _, c := range n.Commitments {
		add(c.Programme)
	}
	for _, a := range n.Answers {
		add(a.Programme)
	}
	return to
}

// progress derives how a commitment stands from its log.
func (r *relater) progress(c *Commitment) {
	c.Progress = r.log(c.Commitment.Progress)
	for _, p := range c.Progress {
		if !p.Status.IsZero() {
			c.decides = p
		}
	}
	c.Due, c.OriginalDue = c.dates()
	last := c.Due.Last()
	c.Late = !c.Ended() && c.Due.Known() && last.Before(r.graph.Date)
	c.Moved = !c.Due.IsZero() && (!c.Due.Known() || last != c.OriginalDue.Last())
	c.Quiet = !c.Ended() && r.lastHeard(c).AddMonths(r.quietMonths()).Before(r.graph.Date)
}

// log returns the entries that are known, oldest first. Most logs are in order, and
// are not copied: what is not known yet stands at their end.
func (r *relater) log(entries []*city.Progress) []*city.Progress {
	oldest := func(a, b *city.Progress) int { return a.Date.Compare(b.Date.Day) }
	unknown := func(p *city.Progress) bool { return !r.known(p.Date.Day) }
	n := len(entries)
	for n > 0 && unknown(entries[n-1]) {
		n--
	}
	entries = entries[:n:n]
	if !slices.ContainsFunc(entries, unknown) && slices.IsSortedFunc(entries, oldest) {
		return entries
	}
	entries = slices.DeleteFunc(slices.Clone(entries), unknown)
	slices.SortStableFunc(entries, oldest)
	return entries
}

// dates returns the date that is planned now, and the one first promised: the
// first that is known.
func (c *Commitment) dates() (now, first *city.PlannedDate) {
	now, first = &c.Commitment.Due, &noDate
	if now.Known() {
		first = now
	}
	for _, p := range c.Progress {
		if p.Due.IsZero() {
			continue
		}
		now = &p.Due
		if !first.Known() && now.Known() {
			first = now
		}
	}
	return now, first
}

var noDate city.PlannedDate // never changes

// lastHeard returns the day of the newest entry; without one, the first day of
// the programme.
func (r *relater) lastHeard(c *Commitment) city.Day {
	if n := len(c.Progress); n > 0 {
		return c.Progress[n-1].Date.Day
	}
	if c.Programme.Period.IsZero() {
		return r.graph.Date
	}
	return city.DayIn(c.Programme.Period.First, 1, 1)
}

func (r *relater) quietMonths() int {
	if n := r.graph.Site.QuietMonths; n > 0 {
		return n
	}
	return defaultQuietMonths
}

// byProgramme orders commitments by the period of their programmes, then as written.
func byProgramme(a, b *Commitment) int {
	return cmp.Or(
		cmp.Compare(a.Programme.Period.First, b.Programme.Period.First),
		cmp.Compare(a.Programme.ID, b.Programme.ID),
		cmp.Compare(a.Top.Start, b.Top.Start))
}

// answers links what departments say without committing.
func (r *relater) answers() {
	for _, p := range r.graph.Programmes {
		for _, raw := range p.Programme.Answers {
			n := r.findNeed(raw.Need.Value)
			if n == nil || !r.known(raw.Date.Day) {
				continue
			}
			a := &Answer{Answer: raw, Programme: p, Of: n}
			p.Answers = append(p.Answers, a)
			said := n.replies()
			said.Answers = append(said.Answers, a)
			r.graph.Answers = append(r.graph.Answers, a)
			if p.Department != nil {
				p.Department.Answers = append(p.Department.Answers, a)
			}
		}
	}
}

// newestAnswer orders answers newest first: by day; of one day, the one further
// down; between files, the one whose id sorts last.
func newestAnswer(a, b *Answer) int {
	return cmp.Or(
		b.Date.Compare(a.Date.Day),
		cmp.Compare(b.Programme.ID, a.Programme.ID),
		cmp.Compare(b.Top.Start, a.Top.Start))
}
