package check

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
)

// How many years before and after its programme or vision something may have happened, before
// its year is taken for a mistake. Work begins before a programme does, and lasts longer.
const (
	yearsBefore = 2
	yearsAfter  = 5
)

// likelyDates reports progress and answers that are years away from their programme.
func (k *checker) likelyDates(p *city.Programme) {
	for _, c := range p.Commitments {
		last := lastYear(p, c)
		for _, e := range c.Progress {
			k.likely(e.Date, p.Period, last, diag.DateUnlikely)
		}
	}
	for _, a := range p.Answers {
		k.likely(a.Date, p.Period, p.Period.Last, diag.DateUnlikely)
	}
}

// likely reports a date that is years before a period or years after a last year, which is that
// of the period unless something was planned for longer.
func (k *checker) likely(d city.Date, of city.Period, last int, m diag.Message) {
	if d.IsZero() || of.IsZero() || of.First-yearsBefore <= d.Year && d.Year <= last+yearsAfter {
		return
	}
	k.report(diag.At(d.Pos, m, d.String(), years(of)))
}

// lastYear returns the last year in which a commitment of a programme is planned.
func lastYear(p *city.Programme, c *city.Commitment) int {
	last := max(p.Period.Last, c.Due.Year)
	for _, e := range c.Progress {
		last = max(last, e.Due.Year)
	}
	return last
}
