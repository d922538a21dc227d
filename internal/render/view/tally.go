package view

import "wijkvisie/internal/relate"

// tally is how many commitments there are, each in one of its parts.
type tally struct {
	total int

	doneInTime  int // by the date first promised
	doneLater   int
	doneUndated int // no date was promised
	partly      int // done in part
	open        int
	handedOn    int
	// handed to nothing that can be seen, or that is for the need in question
	handedToNothing int
	dropped         int
	withdrawn       int // not ended when the programme was withdrawn

	// Of these parts: later than first promised, or silent.

	partlyLater, openLater, withdrawnLater int
	silent                                 int // of those open
}

// tallyOf counts commitments.
func tallyOf(commitments []*relate.Commitment) tally {
	var t tally
	for _, c := range commitments {
		t.add(c)
	}
	return t
}

// add counts a commitment.
func (t *tally) add(c *relate.Commitment) {
	part, later := t.part(c)
	t.total++
	*part++
	if c.LaterThanPromised && later != nil {
		*later++
	}
	if c.Silent && part == &t.open {
		t.silent++
	}
}

// part returns the part that a commitment belongs to, and how many of that part are later
// than first promised; nil when it is not told.
func (t *tally) part(c *relate.Commitment) (part, later *int) {
	switch {
	case c.Status == relate.Realised && c.LaterThanPromised:
		return &t.doneLater, nil
	case c.Status == relate.Realised && c.OriginalDue.Known():
		return &t.doneInTime, nil
	case c.Status == relate.Realised:
		return &t.doneUndated, nil
	case c.Status == relate.PartlyRealised:
		return &t.partly, &t.partlyLater
	case c.Status == relate.Dropped:
		return &t.dropped, nil
	case c.Ended() && c.Successor == nil:
		return &t.handedToNothing, nil
	case c.Ended():
		return &t.handedOn, nil
	case c.Withdrawn():
		return &t.withdrawn, &t.withdrawnLater
	}
	return &t.open, &t.openLater
}

// done returns how many are done.
func (t *tally) done() int { return t.doneInTime + t.doneLater + t.doneUndated }

// later returns how many are done later than first promised, or cannot be done by then.
func (t *tally) later() int { return t.doneLater + t.partlyLater + t.openLater + t.withdrawnLater }
