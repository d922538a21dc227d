package theme

import (
	"strconv"

	"wijkvisie/internal/city"
)

// Day returns a day in words: 19 mei 2011; the empty text for none.
func (w *Words) Day(d city.Day) string {
	if d.IsZero() {
		return ""
	}
	return strconv.Itoa(d.Day) + " " + w.Month(d.YearMonth())
}

// Month returns a month in words: mei 2011.
func (w *Words) Month(year, month int) string {
	return w.Text("month."+strconv.Itoa(month)) + " " + strconv.Itoa(year)
}

// Planned returns a planned date in words, as coarse as it is known: oktober 2011, derde
// kwartaal van 2011, 2011, nog niet bekend, doorlopend.
func (w *Words) Planned(p city.PlannedDate) string {
	switch p.Precision {
	case city.ByDay:
		return w.Day(p.Last())
	case city.ByMonth:
		return w.Month(p.Year, p.Part)
	case city.ByQuarter:
		return w.Text("quarter."+strconv.Itoa(p.Part), "year", strconv.Itoa(p.Year))
	case city.ByYear:
		return strconv.Itoa(p.Year)
	case city.UnknownDate:
		return w.Text("date.unknown")
	case city.OngoingDate:
		return w.Text("date.ongoing")
	default:
		return ""
	}
}

// Duration returns a number of months in words: 2 jaar en 3 maanden.
func (w *Words) Duration(months int) string {
	years, rest := months/12, months%12
	switch {
	case months == 0:
		return w.Text("duration.less-than-a-month")
	case years == 0:
		return w.Count("months", rest)
	case rest == 0:
		return w.Count("years", years)
	}
	return w.Count("years", years) + " " + w.Text("and") + " " + w.Count("months", rest)
}
