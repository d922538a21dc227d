package city

// How many years before and after its programme or vision something may have happened, before
// its year is taken for a mistake. Work begins before a programme does, and lasts longer.
const (
	yearsBefore = 2
	yearsAfter  = 5
)

// yearsPlanned is how many years before and after a programme something may be planned, before
// its year is taken for a mistake. A tram takes decades.
const yearsPlanned = 30

// Likely reports whether something of this period can have happened in a year. The last
// is the year after which nothing was planned, that of the period or later. Of no period every
// year is likely.
func (p Period) Likely(year, last int) bool {
	return p.IsZero() || p.First-yearsBefore <= year && year <= last+yearsAfter
}

// LikelyPlan reports whether something in a programme of this period can be planned for a date.
func (p Period) LikelyPlan(d PlannedDate) bool {
	return p.IsZero() || !d.Known() || p.First-yearsPlanned <= d.Year && d.Year <= p.Last+yearsPlanned
}

// LastYear returns the last year in which a commitment of a programme is planned.
func (p *Programme) LastYear(c *Commitment) int {
	last := p.Period.Last
	consider := func(d PlannedDate) {
		if p.Period.LikelyPlan(d) {
			last = max(last, d.Year)
		}
	}
	consider(c.Due)
	for _, e := range c.Progress {
		consider(e.Due)
	}
	return last
}
