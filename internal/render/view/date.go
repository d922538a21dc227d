package view

import (
	"strconv"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// stamp is a day for machines and for people.
type stamp struct {
	ISO  string // 2011-05-19
	Text string // 19 mei 2011
}

// IsZero reports whether there is no day.
func (s stamp) IsZero() bool { return s.Text == "" }

// newStamps returns the stamps of the days of events: a few hundred days, which stand
// on all pages.
func (b *Builder) newStamps(events []*relate.Event) map[city.Day]stamp {
	stamps := make(map[city.Day]stamp)
	for _, e := range events {
		if _, known := stamps[e.Date]; !known {
			stamps[e.Date] = b.stamp(e.Date)
		}
	}
	return stamps
}

// stamp returns a day for machines and people, empty for none.
func (b *Builder) stamp(d city.Day) stamp {
	if s, ok := b.stamps[d]; ok || d.IsZero() {
		return s
	}
	return stamp{d.String(), strconv.Itoa(int(d.Day)) + " " + b.monthYear(d.YearMonth())}
}

// isoDay returns a day as 2011-05-19, empty for none.
func (b *Builder) isoDay(d city.Day) string { return b.stamp(d).ISO }

// date returns a day in words: 19 mei 2011; empty for none.
func (b *Builder) date(d city.Day) string { return b.stamp(d).Text }

// monthYear returns a month in words: mei 2011.
func (b *Builder) monthYear(year, month int) string {
	return b.Words.Text("month."+strconv.Itoa(month)) + " " + strconv.Itoa(year)
}

// moment returns a day as a year with a fraction.
func moment(d city.Day) float64 {
	return float64(d.Year) + float64(d.Time().YearDay()-1)/366
}

// planned returns a planned date in words, as coarse as it is known: oktober
// 2011, derde kwartaal 2011, 2011, nog niet bekend, doorlopend.
func (b *Builder) planned(p city.PlannedDate) string {
	switch p.Precision {
	case city.ByDay:
		return b.date(p.Last())
	case city.ByMonth:
		return b.monthYear(int(p.Year), int(p.Part))
	case city.ByQuarter:
		return b.Words.Text("quarter."+strconv.Itoa(int(p.Part)), "year", strconv.Itoa(int(p.Year)))
	case city.ByYear:
		return strconv.Itoa(int(p.Year))
	case city.UnknownDate:
		return b.Words.Text("date.unknown")
	case city.OngoingDate:
		return b.Words.Text("date.ongoing")
	default:
		return ""
	}
}

// period returns a period in words: 2011–2014, or 2011.
func period(p city.Period) string {
	if p.First == p.Last {
		return strconv.Itoa(p.First)
	}
	return strconv.Itoa(p.First) + "–" + strconv.Itoa(p.Last)
}

// monthsBetween returns how many whole months lie between two days.
func monthsBetween(from, to city.Day) int {
	n := int(to.Year-from.Year)*12 + int(to.Month) - int(from.Month)
	if n > 0 && from.AddMonths(n).After(to) {
		n--
	}
	return max(n, 0)
}

// duration returns a number of months in words: "2 jaar en 3 maanden".
func (b *Builder) duration(months int) string {
	years, rest := months/12, months%12
	switch {
	case months == 0:
		return b.Words.Text("duration.less-than-a-month")
	case years == 0:
		return b.Words.Count("months", rest)
	case rest == 0:
		return b.Words.Count("years", years)
	}
	return b.Words.Count("years", years) + " " + b.Words.Text("and") + " " + b.Words.Count("months", rest)
}
