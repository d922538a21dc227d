package render

import (
	"strconv"
	"sync/atomic"

	"wijkvisie/internal/city"
	"wijkvisie/internal/theme"
)

// stamp is a day as machines and people read it.
type stamp struct {
	Machine string // 2011-05-19
	Text    string // 19 mei 2011
}

// IsZero tells whether there is no day.
func (s stamp) IsZero() bool { return s.Text == "" }

// calendar has the days in words, a month at a time, made when a page first names a
// day of it: a large site names the same few hundred days on all its pages. It may be
// used from many goroutines.
type calendar struct {
	words  *theme.Words
	months [12 * years]atomic.Pointer[month]
}

// The years that a calendar keeps. A day outside them is put in words each time.
const (
	firstYear = 1900
	years     = 200
)

// month is a month in words, and its days.
type month struct {
	name string // mei 2011
	days [31]stamp
}

func newCalendar(words *theme.Words) *calendar { return &calendar{words: words} }

// month returns a month, numbered from 1.
func (c *calendar) month(year, number int) *month {
	at := 12*(year-firstYear) + number - 1
	if at < 0 || at >= len(c.months) || number < 1 || number > 12 {
		return c.newMonth(year, number)
	}
	m := c.months[at].Load()
	if m == nil {
		m = c.newMonth(year, number)
		c.months[at].Store(m) // another may have stored the same
	}
	return m
}

func (c *calendar) newMonth(year, number int) *month {
	m := &month{name: c.words.Text("month."+strconv.Itoa(number)) + " " + strconv.Itoa(year)}
	for i := range m.days {
		m.days[i] = stamp{city.DayIn(year, number, i+1).String(), strconv.Itoa(i+1) + " " + m.name}
	}
	return m
}

// stamp returns a day for machines and people, empty for none.
func (c *calendar) stamp(d city.Day) stamp {
	if d.IsZero() {
		return stamp{}
	}
	return c.month(d.YearMonth()).days[d.Day-1]
}

func (r *Renderer) stamp(d city.Day) stamp { return r.calendar.stamp(d) }

// date returns a day in words: 19 mei 2011.
func (r *Renderer) date(d city.Day) string { return r.calendar.stamp(d).Text }

// monthYear returns a month in words: mei 2011.
func (r *Renderer) monthYear(year, month int) string { return r.calendar.month(year, month).name }

// planned returns a planned date in words, as coarse as it is known: oktober
// 2011, derde kwartaal 2011, 2011, nog niet bekend.
func (d *desk) planned(p city.PlannedDate) string {
	switch p.Precision {
	case city.ByDay:
		return d.date(p.Last())
	case city.ByMonth:
		return d.monthYear(int(p.Year), int(p.Part))
	case city.ByQuarter:
		return d.say("quarter."+strconv.Itoa(int(p.Part)), "year", d.number(int(p.Year)))
	case city.ByYear:
		return d.number(int(p.Year))
	case city.UnknownDate:
		return d.words.Text("date.unknown")
	default:
		return ""
	}
}

// period returns a period in words: 2011–2014, or 2011.
func (d *desk) period(p city.Period) string {
	if p.First == p.Last {
		return d.number(p.First)
	}
	return d.join(d.number(p.First), "–", d.number(p.Last))
}
