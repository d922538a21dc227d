package relate

import (
	"slices"

	"wijkvisie/internal/city"
)

// CommitmentStatus is how a commitment stands, as it is written in content.
type CommitmentStatus string

// The statuses of a commitment.
const (
	NotStarted     CommitmentStatus = city.NotStarted
	InPreparation  CommitmentStatus = city.InPreparation
	InProgress     CommitmentStatus = city.InProgress
	Realised       CommitmentStatus = city.Realised
	PartlyRealised CommitmentStatus = city.PartlyRealised
	Postponed      CommitmentStatus = city.Postponed
	Dropped        CommitmentStatus = city.Dropped
)

// CommitmentStatuses returns all statuses in display order.
func CommitmentStatuses() []CommitmentStatus {
	return []CommitmentStatus{Realised, PartlyRealised, InProgress, InPreparation, NotStarted, Postponed, Dropped}
}

// Ended reports whether nothing more is to be expected of the commitment itself.
func (c *Commitment) Ended() bool {
	switch c.Status {
	case Realised, PartlyRealised, Dropped:
		return true
	}
	return c.handedTo != ""
}

// derive derives how a commitment stands on the reference date from its entries.
func (r *relater) derive(c *Commitment) {
	c.Progress = r.progress(c.Commitment)
	c.Status, c.handedTo = status(c.Progress)
	c.Due, c.OriginalDue = dates(c)
	c.Late = c.late(r.Date)
	c.Rescheduled = c.rescheduled()
	c.Silent = c.silent(r.Date, r.silentMonths())
}

// late reports whether a commitment has not ended, and the last day of its planned date
// is before the reference date.
func (c *Commitment) late(date city.Day) bool {
	return !c.Ended() && c.Due.Known() && c.Due.Last().Before(date)
}

// rescheduled reports whether the planned date of a commitment is unknown, or ends on another
// day than the original date.
func (c *Commitment) rescheduled() bool {
	return !c.Due.IsZero() && (!c.Due.Known() || c.Due.Last() != c.OriginalDue.Last())
}

// silent reports whether a commitment has not ended, and the day of its newest entry, or
// without one the first day of its programme, is more than some months before the
// reference date.
func (c *Commitment) silent(date city.Day, months int) bool {
	var last city.Day
	switch n := len(c.Progress); {
	case n > 0:
		last = c.Progress[n-1].Date.Day
	case !c.Programme.Period.IsZero():
		last = city.Day{Year: c.Programme.Period.First, Month: 1, Day: 1}
	default:
		last = date
	}
	return !c.Ended() && last.AddMonths(months).Before(date)
}

// progress returns the entries of a commitment that exist, oldest first; of one day, as written.
func (r *relater) progress(c *city.Commitment) []*city.ProgressEntry {
	var list []*city.ProgressEntry
	for _, p := range c.Progress {
		if r.exists(p.Date.Day) {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, func(a, b *city.ProgressEntry) int { return a.Date.Compare(b.Date.Day) })
	return list
}

// status returns the status of the newest entry that has one, and the id of the
// commitment that takes over when that entry says so.
func status(log []*city.ProgressEntry) (s CommitmentStatus, handedTo string) {
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

// silentMonths returns after how many months without an entry a commitment is quiet.
func (r *relater) silentMonths() int {
	const byDefault = 12
	if n := r.Site.SilentMonths; n > 0 {
		return n
	}
	return byDefault
}
