package render

import (
	"strconv"

	"wijkvisie/internal/city"
)

// stamp is a day as machines and people read it.
type stamp struct {
	Machine string // 2011-05-19
	Text    string // 19 mei 2011
}

// IsZero tells whether there is no day.
func (s stamp) IsZero() bool { return s.Text == "" }

func (r *Renderer) stamp(d city.Day) stamp {
	if d.IsZero() {
		return stamp{}
	}
	return stamp{d.String(), r.date(d)}
}

// date returns a day in words: 19 mei 2011.
func (r *Renderer) date(d city.Day) string {
	if d.IsZero() {
		return ""
	}
	return strconv.Itoa(d.Day) + " " + r.month(d.Month) + " " + strconv.Itoa(d.Year)
}

// monthYear returns a month in words: mei 2011.
func (r *Renderer) monthYear(year, month int) string {
	return r.month(month) + " " + strconv.Itoa(year)
}

func (r *Renderer) month(m int) string { return r.words.Text("month." + strconv.Itoa(m)) }

// planned returns a planned date in words, as coarse as it is known: oktober
// 2011, derde kwartaal 2011, 2011, nog niet bekend.
func (r *Renderer) planned(p city.PlannedDate) string {
	switch p.Precision {
	case city.ByDay:
		return r.date(p.Last())
	case city.ByMonth:
		return r.monthYear(p.Year, p.Part)
	case city.ByQuarter:
		return r.words.Text("quarter."+strconv.Itoa(p.Part), "year", strconv.Itoa(p.Year))
	case city.ByYear:
		return strconv.Itoa(p.Year)
	case city.UnknownDate:
		return r.words.Text("date.unknown")
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
