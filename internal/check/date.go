package check

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
)

// likelyDates reports what happened, and what is planned, years away from its programme.
func (k *checker) likelyDates(p *city.Programme) {
	k.likely(p.AdoptedOn, p.Period, p.Period.Last, diag.DateUnlikely)
	k.likely(p.WithdrawnOn, p.Period, p.Period.Last, diag.DateUnlikely)
	k.likelyDecade(p.Publish, p.Period, diag.DateUnlikely)
	for _, c := range p.Commitments {
		k.likelyPlan(p, c.Start)
		k.likelyPlan(p, c.Due)
		k.likely(c.PromisedOn, p.Period, p.Period.Last, diag.DateUnlikely)
		last := p.LastYear(c)
		for _, e := range c.Progress {
			k.likely(e.Date, p.Period, last, diag.DateUnlikely)
			k.likelyPlan(p, e.Due)
		}
	}
	for _, a := range p.Answers {
		k.likely(a.Date, p.Period, p.Period.Last, diag.DateUnlikely)
	}
}

// likely reports a date that is years before a period or years after a last year, which is that
// of the period unless something was planned for longer.
func (k *checker) likely(d city.Date, of city.Period, last int, m diag.Message) {
	if !d.IsZero() && !of.Likely(d.Year, last) {
		k.report(diag.At(d.Pos, m, d.String(), of.Years()))
	}
}

// likelyDecade reports a date that is decades away from a period: what an archive publishes is
// old, and a need may have been asked for long before.
func (k *checker) likelyDecade(d city.Date, of city.Period, m diag.Message) {
	if !d.IsZero() && !of.LikelyPlan(city.PlannedDate{Precision: city.ByYear, Year: d.Year}) {
		k.report(diag.At(d.Pos, m, d.String(), of.Years()))
	}
}

// likelyPlan reports a planned date that is decades away from its programme.
func (k *checker) likelyPlan(p *city.Programme, d city.PlannedDate) {
	if !p.Period.LikelyPlan(d) {
		k.report(diag.At(d.Pos, diag.DateUnlikely, d.String(), p.Period.Years()))
	}
}

// likelyDatesOf reports what happened to a vision and its needs years away from its period.
func (k *checker) likelyDatesOf(v *city.Vision) {
	likely := func(d city.Date) { k.likely(d, v.Period, v.Period.Last, diag.JudgedUnlikely) }
	likely(v.AdoptedOn)
	likely(v.WithdrawnOn)
	k.likelyDecade(v.Publish, v.Period, diag.JudgedUnlikely)
	likely(v.OpenFrom)
	likely(v.OpenThrough)
	for _, n := range v.Needs {
		likely(n.AddedOn)
		likely(n.RetractedOn)
		k.likelyDecade(n.RaisedOn, v.Period, diag.JudgedUnlikely)
	}
}

// implausible reports whether a period lies so far from the reference date that its years were
// probably mistyped.
func (k *checker) implausible(p city.Period) bool {
	return !p.IsZero() && (p.First > int(k.graph.Date.Year)+farAhead || p.Last < firstYear)
}

// The years between which the content of a municipality is.
const (
	farAhead  = 60
	firstYear = 1945
)

// unlikelyPeriod reports a period whose years were probably mistyped, with the century that was
// meant.
func (k *checker) unlikelyPeriod(p city.Period) bool {
	if !k.implausible(p) {
		return false
	}
	d := diag.At(p.Pos, diag.PeriodUnlikely, p.Years(), k.graph.Date.Year)
	meant := city.Period{First: 2000 + p.First%100, Last: 2000 + p.Last%100}
	if meant.First <= meant.Last && !k.implausible(meant) {
		d = d.WithHint(diag.DidYouMean, meant.Years())
	}
	k.report(d)
	return true
}
