package report

import (
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

// ending is how a commitment ended.
type ending int

// The endings.
const (
	open ending = iota // it did not end
	done
	partlyDone
	dropped
	withdrawn
	handedOn
	handedToNothing
)

// endingOf returns how a commitment ended; open when it is nil.
func endingOf(c *relate.Commitment) ending {
	switch {
	case c == nil || c.Open():
		return open
	case c.Status == relate.Realised:
		return done
	case c.Status == relate.PartlyRealised:
		return partlyDone
	case c.Status == relate.Dropped:
		return dropped
	case c.Withdrawn():
		return withdrawn
	case c.Successor != nil:
		return handedOn
	}
	return handedToNothing
}

// commitment is a commitment on both days.
type commitment struct {
	*relate.Commitment
	was     *relate.Commitment    // on the earlier day; nil when it is new
	entries []*city.ProgressEntry // that are not there on the earlier day, oldest first
	moves   []*city.ProgressEntry // those of them that move the planned date to a later one
}

// newCommitment returns a commitment on both days. entries has what is new on the later one.
func newCommitment(now, was *relate.Commitment, entries map[*city.ProgressEntry]bool) commitment {
	c := commitment{Commitment: now, was: was}
	for _, e := range now.Progress {
		if entries[e] {
			c.entries = append(c.entries, e)
		}
	}
	for _, e := range now.LaterDates() {
		if slices.Contains(c.entries, e) {
			c.moves = append(c.moves, e)
		}
	}
	return c
}

// ended returns how the commitment ended between the days; open when it did not.
func (c *commitment) ended() ending {
	now := endingOf(c.Commitment)
	if now == endingOf(c.was) {
		return open
	}
	return now
}

// isReopened reports whether the commitment had ended on the earlier day, and went on from there:
// it is open again, or ended in another way.
func (c *commitment) isReopened() bool {
	was := endingOf(c.was)
	return was != open && was != endingOf(c.Commitment)
}

// lastEntry returns the entry that gave the commitment its status; nil when none did.
func (c *commitment) lastEntry() *city.ProgressEntry {
	for _, e := range slices.Backward(c.Progress) {
		if string(c.Status) == e.Status.Value && e.Date.Day == c.StatusSince {
			return e
		}
	}
	return nil
}

// plannedAt returns where the planned date of the commitment was written, where the commitment
// was when it has none.
func (c *commitment) plannedAt() source.Pos {
	if c.Due.Pos.IsZero() {
		return c.ID.Pos
	}
	return c.Due.Pos
}

// items returns the items of the commitments of which there is one.
func (b *builder) items(of func(c *commitment) (item, bool)) []item {
	var list []item
	for i := range b.commitments {
		if it, ok := of(&b.commitments[i]); ok {
			list = append(list, it)
		}
	}
	return list
}

// itemOf returns an item on a commitment.
func itemOf(c *commitment, day city.Day, at source.Pos, sentences ...string) item {
	i := newItem(c.Wijken, c.Programme, day, at, sentences...)
	i.Commitment = c.Commitment
	return i
}

// said returns what an entry says besides its status and its date, as it was written.
func said(e *city.ProgressEntry) string { return joinSentences(e.Text.Value, e.Reason.Value) }
