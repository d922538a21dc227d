package relate

import (
	"slices"

	"wijkvisie/internal/city"
)

// derive derives how a commitment stands on the reference date from its entries.
func (r *relater) derive(c *Commitment) {
	c.Progress = r.progress(c.Commitment)
	c.Status, c.handedTo = status(c.Progress)
	c.Due, c.OriginalDue = dates(c)
	last := c.Due.Last()
	c.Late = !c.Ended() && c.Due.Known() && last.Before(r.Date)
	c.Moved = !c.Due.IsZero() && (!c.Due.Known() || last != c.OriginalDue.Last())
	c.Quiet = !c.Ended() && r.lastHeard(c).AddMonths(r.quietMonths()).Before(r.Date)
}

// progress returns the entries of a commitment that exist, oldest first; of one day, as written.
func (r *relater) progress(c *city.Commitment) []*city.Progress {
	var list []*city.Progress
	for _, p := range c.Progress {
		if r.exists(p.Date.Day) {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, func(a, b *city.Progress) int { return a.Date.Compare(b.Date.Day) })
	return list
}

// status returns the status of the newest entry that has one, and the id of the
// commitment that takes over when that entry says so.
func status(log []*city.Progress) (s CommitmentStatus, handedTo string) {
	for _, p := range slices.Backward(log) {
		switch s := CommitmentStatus(p.Status.Value); s {
		case "":
		case Postponed:
			return s, p.To.Value
		default:
			return s, ""
		}
	}
	return NotStarted, ""
}

// Ended reports whether nothing more is to be expected of the commitment itself.
func (c *Commitment) Ended() bool {
	switch c.Status {
	case Realised, PartlyRealised, Dropped:
		return true
	}
	return c.handedTo != ""
}

// dates returns the newest planned date of a commitment, and the first one that is known.
func dates(c *Commitment) (now, first city.PlannedDate) {
	add := func(d city.PlannedDate) {
		if d.IsZero() {
			return
		}
		now = d
		if first.IsZero() && d.Known() {
			first = d
		}
	}
	add(c.Commitment.Due)
	for _, p := range c.Progress {
		add(p.Due)
	}
	return now, first
}

// lastHeard returns the day of the newest entry of a commitment; without one, the first
// day of its programme.
func (r *relater) lastHeard(c *Commitment) city.Day {
	switch n := len(c.Progress); {
	case n > 0:
		return c.Progress[n-1].Date.Day
	case c.Programme.Period.IsZero():
		return r.Date
	}
	return city.Day{Year: c.Programme.Period.First, Month: 1, Day: 1}
}

// quietMonths returns after how many months without an entry a commitment is quiet.
func (r *relater) quietMonths() int {
	const byDefault = 12
	if n := r.Site.QuietMonths; n > 0 {
		return n
	}
	return byDefault
}
