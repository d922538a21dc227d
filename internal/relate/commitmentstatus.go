package relate

import (
	"cmp"
	"slices"

	"wijkvisie/internal/city"
)

// CommitmentStatus is how a commitment stands, as it is written in content.
type CommitmentStatus string

// The statuses of a commitment.
const (
	NothingReported CommitmentStatus = "niets-gemeld" // no entry has a status; never written
	NotStarted      CommitmentStatus = city.NotStarted
	InPreparation   CommitmentStatus = city.InPreparation
	InProgress      CommitmentStatus = city.InProgress
	Realised        CommitmentStatus = city.Realised
	PartlyRealised  CommitmentStatus = city.PartlyRealised
	Postponed       CommitmentStatus = city.Postponed
	Dropped         CommitmentStatus = city.Dropped
)

// CommitmentStatuses returns all statuses in display order.
func CommitmentStatuses() []CommitmentStatus {
	return []CommitmentStatus{Realised, PartlyRealised, InProgress, InPreparation, NotStarted, NothingReported, Postponed, Dropped}
}

// Ended reports whether nothing more is to be expected of the commitment itself.
func (c *Commitment) Ended() bool {
	switch c.Status {
	case Realised, PartlyRealised, Dropped:
		return true
	}
	return c.handedTo != ""
}

// Done reports whether the commitment was realised, whole or in part.
func (c *Commitment) Done() bool { return c.Status == Realised || c.Status == PartlyRealised }

// Contradicted reports whether the commitment was reported as done, and a wijk says since
// that it is not, or not wholly.
func (c *Commitment) Contradicted() bool {
	return c.Status == Realised && c.Judgement != nil && !c.Judgement.Date.Before(c.StatusSince) &&
		c.Judgement.Verdict.Value != city.VerdictMet
}

// Withdrawn reports whether the commitment had not ended when its programme was withdrawn.
func (c *Commitment) Withdrawn() bool { return c.Programme.Withdrawn && !c.Ended() }

// Open reports whether more is to be expected of the commitment itself: it has not ended and was
// not withdrawn.
func (c *Commitment) Open() bool { return !c.Ended() && !c.Withdrawn() }

// derive derives how a commitment stands on the reference date from its entries.
func (r *relater) derive(c *Commitment) {
	c.Progress = r.progress(c.Commitment)
	c.PromisedOn = promisedOn(c)
	c.Status, c.StatusSince, c.handedTo = status(c.Progress)
	c.deriveDates()
	c.Late = !c.Ended() && c.Due.Passed(r.Date)
	c.Rescheduled = c.rescheduled()
	c.LaterThanPromised = c.laterThanPromised(r.Date)
	c.Silent = c.silent(r.Date, r.Site.SilentMonths)
}

// promisedOn returns the day on which a commitment was made: its own, else that on which
// its programme was adopted, else the first day of the programme.
func promisedOn(c *Commitment) city.Day {
	switch p := c.Programme; {
	case !c.Commitment.PromisedOn.IsZero():
		return c.Commitment.PromisedOn.Day
	case !p.AdoptedOn.IsZero():
		return p.AdoptedOn.Day
	case !p.Period.IsZero():
		return city.DayIn(p.Period.First, 1, 1)
	}
	return city.Day{}
}

// rescheduled reports whether the planned date of a commitment ends later than the
// original date, or is not known any more.
func (c *Commitment) rescheduled() bool {
	if c.Due != c.namedDue { // it is onbekend
		return c.dueWasKnown
	}
	return endsLater(c.Due, c.OriginalDue)
}

// laterThanPromised reports whether a commitment was done after its original date, or has
// not ended and cannot be done by then any more, or is not planned to be. When the date is
// onbekend, the one before it still tells that.
func (c *Commitment) laterThanPromised(date city.Day) bool {
	switch {
	case c.Done():
		return c.OriginalDue.Passed(c.StatusSince)
	case c.Ended():
		return false
	}
	return c.OriginalDue.Passed(date) || endsLater(c.namedDue, c.OriginalDue)
}

// endsLater reports whether a planned date ends later than another that is known. What is
// doorlopend never ends.
func endsLater(d, than city.PlannedDate) bool {
	return than.Known() && (d.IsOngoing() || than.Passed(d.Last()))
}

// silent reports whether a commitment has not ended, and the day of its newest entry, or
// without one the day it was promised, is more than some months before the reference date.
func (c *Commitment) silent(date city.Day, months int) bool {
	last := c.PromisedOn
	if n := len(c.Progress); n > 0 {
		last = c.Progress[n-1].Date.Day
	}
	return !c.Ended() && !last.IsZero() && last.AddMonths(months).Before(date)
}

// progress returns the entries of a commitment that exist, oldest first; of one day, as written.
func (r *relater) progress(c *city.Commitment) []*city.ProgressEntry {
	list := make([]*city.ProgressEntry, 0, len(c.Progress))
	for _, p := range c.Progress {
		if r.exists(p.Date.Day) {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, func(a, b *city.ProgressEntry) int { return a.Date.Compare(b.Date.Day) })
	return list
}

// status returns the status of the newest entry that has one, the day since which the
// entries say the same, and the id of the commitment that takes over when they name one.
func status(log []*city.ProgressEntry) (s CommitmentStatus, since city.Day, handedTo string) {
	s = NothingReported
	for _, p := range slices.Backward(log) {
		if p.Status.IsZero() {
			continue
		}
		written, to := CommitmentStatus(p.Status.Value), ""
		if written == Postponed {
			to = p.To.Value
		}
		if s != NothingReported && (written != s || to != handedTo) {
			break
		}
		s, since, handedTo = written, p.Date.Day, to
	}
	return s, since, handedTo
}

// deriveDates derives the newest planned date of a commitment, and the first one that is
// not onbekend.
func (c *Commitment) deriveDates() {
	c.addDue(c.Commitment.Due)
	for _, p := range c.Progress {
		c.addDue(p.Due)
	}
}

func (c *Commitment) addDue(d city.PlannedDate) {
	if d.IsZero() {
		return
	}
	c.Due = d
	if d.Known() || d.IsOngoing() {
		c.namedDue = d
		c.OriginalDue = cmp.Or(c.OriginalDue, d)
		c.dueWasKnown = c.dueWasKnown || d.Known()
	}
}
