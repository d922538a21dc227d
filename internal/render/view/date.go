package view

import (
	"strconv"

	"wijkvisie/internal/city"
)

// stamp is a day for machines and for people.
type stamp struct {
	ISO  string // 2011-05-19
	Text string // 19 mei 2011
}

// IsZero reports whether there is no day.
func (s stamp) IsZero() bool { return s.Text == "" }

// stamp returns a day for machines and people, empty for none. The same few hundred days stand on
// all pages.
func (b *Builder) stamp(d city.Day) stamp {
	if d.IsZero() {
		return stamp{}
	}
	if known, ok := b.stamps.Load(d); ok {
		return known.(stamp)
	}
	s := stamp{d.String(), b.Words.Day(d)}
	b.stamps.Store(d, s)
	return s
}

// isoDay returns a day as 2011-05-19, empty for none.
func (b *Builder) isoDay(d city.Day) string { return b.stamp(d).ISO }

// date returns a day in words: 19 mei 2011; empty for none.
func (b *Builder) date(d city.Day) string { return b.stamp(d).Text }

// moment returns a day as a year with a fraction.
func moment(d city.Day) float64 {
	return float64(d.Year) + float64(d.Time().YearDay()-1)/366
}

// period returns a period in words: 2011–2014, or 2011.
func period(p city.Period) string {
	if p.First == p.Last {
		return strconv.Itoa(p.First)
	}
	return strconv.Itoa(p.First) + "–" + strconv.Itoa(p.Last)
}
