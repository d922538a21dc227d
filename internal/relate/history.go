package relate

import (
	"cmp"

	"wijkvisie/internal/city"
)

// History is how the needs of the visions that were current then stood at the end of each
// month since the first vision, and on the reference date.
type History struct {
	Days        []city.Day // the last of each month; at last the reference date
	All         []Counts   // of the municipality, by day
	Wijken      [][]Counts // of each wijk, by Wijk.Ordinal and day
	Departments [][]Counts // of the needs that each department committed to or answered, in the order of the graph
}

// Counts is how many needs there are of each status.
type Counts [NeedUntracked + 1]int

// Total returns how many needs there are.
func (c *Counts) Total() int {
	total := 0
	for _, n := range c {
		total += n
	}
	return total
}

// maxHistory is how many months a history has at most: twenty years.
const maxHistory = 240

// History returns how the needs stood month by month: what Relate derives for the last day of
// each month. What is visible on a day is visible on all later ones, so it replays what the
// graph has, and derives anew only what something happened to. It is empty when there is no
// vision yet.
func (g *Graph) History() *History {
	days := g.historyDays()
	h := &History{
		Days:        days,
		All:         make([]Counts, len(days)),
		Wijken:      make([][]Counts, len(g.Wijken)),
		Departments: make([][]Counts, len(g.Departments)),
	}
	for i := range h.Wijken {
		h.Wijken[i] = make([]Counts, len(days))
	}
	for i := range h.Departments {
		h.Departments[i] = make([]Counts, len(days))
	}
	if len(days) == 0 {
		return h
	}
	r := newReplay(g, days)
	for i, day := range days {
		r.advance(day, &r.months[i])
		h.All[i] = r.all
		for _, w := range r.wijken {
			h.Wijken[w.Ordinal][i] = w.counts
		}
		for d := range r.departments {
			h.Departments[d][i] = r.departments[d]
		}
	}
	return h
}

// historyDays returns the days of the history: none when there is no vision.
func (g *Graph) historyDays() []city.Day {
	first := g.Date.AddDays(1)
	for _, w := range g.Wijken {
		for _, v := range w.Visions {
			if day := shownSince(v.Vision); day.Before(first) {
				first = day
			}
		}
	}
	months := (g.Date.Year-first.Year)*12 + g.Date.Month - first.Month
	if first.After(g.Date) {
		return nil
	}
	var days []city.Day
	for n := min(months, maxHistory-1); n > 0; n-- {
		days = append(days, city.DayIn(g.Date.Year, g.Date.Month, 1).AddMonths(1-n).AddDays(-1))
	}
	return append(days, g.Date)
}

// shownSince returns the day since which a vision is known: that of its publication or,
// when nobody wrote that, the first that it names.
func shownSince(v *city.Vision) city.Day {
	return cmp.Or(publication(v.Publish, v.Status, v.AdoptedOn), v.OpenFrom.Day, v.AdoptedOn.Day, city.DayIn(v.Period.First, 1, 1))
}
