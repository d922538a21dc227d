package relate

import (
	"cmp"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/parallel"
)

// Commitment is a toezegging and how it stands.
type Commitment struct {
	*city.Commitment
	Programme   *Programme
	Needs       []*Need
	Wijken      []*Wijk               // of its needs and those it names, in display order
	Progress    []*city.ProgressEntry // up to the reference date, oldest first
	PromisedOn  city.Day              // zero when its programme has no period
	Status      CommitmentStatus
	StatusSince city.Day         // the oldest of the newest entries that all have the status; zero without any
	Due         city.PlannedDate // as planned now
	OriginalDue city.PlannedDate // as first promised
	Successor   *Commitment      // takes over, when it was postponed
	Judgement   *Judgement       // the newest one on the commitment itself; nil when there is none
	Ordinal     int              // its place in Graph.Commitments

	Late              bool // vertraagd
	Rescheduled       bool // verschoven
	LaterThanPromised bool // later-dan-beloofd
	Silent            bool // stil: not updated for long

	handedTo    string           // the id of the commitment that takes over, empty when none does
	namedDue    city.PlannedDate // the newest planned date that is not onbekend
	dueWasKnown bool             // one of the planned dates is or was a day, a month or the like
}

// addCommitments links the commitments of visible programmes and derives their states.
func (r *relater) addCommitments() {
	parallel.Each(len(r.Programmes), func(i int) {
		p := r.Programmes[i]
		all := make([]Commitment, len(p.Programme.Commitments))
		for i, written := range p.Programme.Commitments {
			if written.PromisedOn.After(r.Date) {
				continue // it is not promised yet
			}
			c := &all[i]
			c.Commitment, c.Programme = written, p
			r.derive(c)
			r.addNeedsTo(c)
			p.Commitments = append(p.Commitments, c)
		}
	})
	for _, p := range r.Programmes {
		for _, c := range p.Commitments {
			for _, n := range c.Needs {
				n.Commitments = append(n.Commitments, c)
			}
		}
		r.Commitments = append(r.Commitments, p.Commitments...)
	}
	r.commitment = make(map[string]*Commitment, len(r.Commitments))
	r.linkSuccessors()
}

// linkSuccessors finds commitments by every id that they have or had, and links those that
// were handed on with those that take over.
func (r *relater) linkSuccessors() {
	for _, c := range r.Commitments {
		if r.commitment[c.ID.Value] == nil {
			r.commitment[c.ID.Value] = c
		}
	}
	for _, c := range r.Commitments {
		for _, old := range c.Former {
			if r.commitment[old.Value] == nil {
				r.commitment[old.Value] = c
			}
		}
	}
	for _, c := range r.Commitments {
		c.Successor = nil
		if c.handedTo != "" {
			c.Successor = r.commitment[c.handedTo]
		}
	}
}

// linkNeeds links a commitment with the needs and the wijken that it is for.
func (r *relater) linkNeeds(c *Commitment) {
	for _, n := range r.addNeedsTo(c) {
		n.Commitments = append(n.Commitments, c)
	}
}

// addNeedsTo adds to a commitment the needs and the wijken that it is for, and returns the needs
// that it did not have.
func (r *relater) addNeedsTo(c *Commitment) (added []*Need) {
	had := len(c.Needs)
	for _, ref := range c.Commitment.Needs {
		if n := r.findNeed(ref.Value); n != nil && !slices.Contains(c.Needs, n) {
			c.Needs = append(c.Needs, n)
			c.addWijk(n.Wijk)
		}
	}
	for _, ref := range c.Commitment.Wijken {
		if w := r.wijk[ref.Value]; w != nil {
			c.addWijk(w)
		}
	}
	slices.SortFunc(c.Wijken, func(a, b *Wijk) int { return cmp.Compare(a.Ordinal, b.Ordinal) })
	return c.Needs[had:]
}

func (c *Commitment) addWijk(w *Wijk) {
	if !slices.Contains(c.Wijken, w) {
		c.Wijken = append(c.Wijken, w)
	}
}

// listCommitments sorts the commitments by id, and lists them in that order with all who
// they concern.
func (r *relater) listCommitments() {
	slices.SortFunc(r.Commitments, func(a, b *Commitment) int {
		if byID := strings.Compare(a.ID.Value, b.ID.Value); byID != 0 {
			return byID // as nearly always
		}
		return cmp.Or(
			cmp.Compare(a.Programme.ID, b.Programme.ID),
			cmp.Compare(a.FirstLine.Start, b.FirstLine.Start))
	})
	for i, c := range r.Commitments {
		c.Ordinal = i
		if d := c.Programme.Department; d != nil {
			d.Commitments = append(d.Commitments, c)
		}
		for _, w := range c.Wijken {
			w.Commitments = append(w.Commitments, c)
		}
		for _, n := range c.Needs {
			if t := n.Main.Theme; t != nil && (len(t.Commitments) == 0 || t.Commitments[len(t.Commitments)-1] != c) {
				t.Commitments = append(t.Commitments, c)
			}
		}
	}
}

// byProgramme orders commitments by the period of their programmes, then as written.
func byProgramme(a, b *Commitment) int {
	return cmp.Or(
		cmp.Compare(a.Programme.Period.First, b.Programme.Period.First),
		cmp.Compare(a.Programme.ID, b.Programme.ID),
		cmp.Compare(a.FirstLine.Start, b.FirstLine.Start))
}
