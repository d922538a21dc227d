package relate

import (
	"slices"

	"wijkvisie/internal/city"
)

// Outcome is what became of a commitment for one of the needs that it answers.
type Outcome int

// The outcomes.
const (
	Earlier    Outcome = iota // it ended before the need was asked anew, and counts no more
	Open                      // more is to be expected of it
	Kept                      // it is done
	PartlyKept                // it is done in part
	Lost                      // it was dropped, or withdrawn, or handed on to nothing
	HandedOn                  // another commitment counts in its place
)

// String returns the outcome as the tests have it.
func (o Outcome) String() string {
	return [...]string{"eerder", "open", "nagekomen", "half", "verloren", "overgedragen"}[o]
}

// Outcome returns what became of a commitment that answers the need.
func (n *Need) Outcome(c *Commitment) Outcome {
	switch {
	case c.Ended() && c.StatusSince.Before(n.AskedSince):
		return Earlier
	case c.Status == Realised:
		return Kept
	case c.Status == PartlyRealised:
		return PartlyKept
	case c.Status == Dropped, c.Withdrawn():
		return Lost
	case !c.Ended():
		return Open
	case n.takenOver(c):
		return HandedOn
	}
	return Lost
}

// takenOver reports whether the successor of a commitment answers the need too, and had not
// ended before the day on which it took over. Commitments that were handed on in a ring on
// one day lead to nothing.
func (n *Need) takenOver(c *Commitment) bool {
	day, next := c.StatusSince, c.Successor
	if next == nil || !slices.Contains(next.Needs, n) || next.Ended() && next.StatusSince.Before(day) {
		return false
	}
	for passed := map[*Commitment]bool{c: true}; next != nil && next.handedTo != "" && next.StatusSince == day; next = next.Successor {
		if passed[next] {
			return false
		}
		passed[next] = true
	}
	return true
}

// lostOn returns the day on which a commitment was lost.
func (c *Commitment) lostOn() city.Day {
	if c.Withdrawn() {
		return c.Programme.WithdrawnOn.Day
	}
	return c.StatusSince
}
