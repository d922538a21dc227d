package render

import (
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// changesView is what changed, newest first, by month.
type changesView struct {
	frame
	Months   []changesMonth
	Years    []link
	Glossary []glossaryGroup
}

type changesMonth struct {
	ID     string
	Title  string // maart 2012
	Events []eventRow
}

func (d *desk) changes(p *plan.Page) *changesView {
	title, description := d.words.Text("menu.changes"), d.say("changes.description", "city", d.shell.City)
	var under []link
	if p.Kind == plan.ChangesOf {
		title = d.say("changes.of-year", "year", d.number(p.Year()))
		under = append(under, d.index("menu.changes", plan.ChangesURL))
	}
	years := d.years()
	v := &changesView{
		frame:  d.frame(p, title, description, under...),
		Months: d.months(p.Rows.Events),
		Years:  d.links.take(len(years)),
	}
	for i, year := range years {
		v.Years[i] = link{
			Text:    d.number(year),
			URL:     d.href(plan.ChangesOfURL(year)),
			Current: p.Kind == plan.ChangesOf && p.Year() == year,
		}
	}
	v.Glossary = d.explained()
	return v
}

func (d *desk) months(events []*relate.Event) []changesMonth {
	rows := d.eventRows(events)
	var months []changesMonth
	from := 0
	for i, e := range events {
		if i == 0 || e.Date.Year != events[i-1].Date.Year || e.Date.Month != events[i-1].Date.Month {
			months = append(months, changesMonth{
				ID:    d.join("wv-", d.stamp(e.Date).Machine[:len("2012-03")]),
				Title: d.monthYear(e.Date.YearMonth()),
			})
			from = i
		}
		months[len(months)-1].Events = rows[from : i+1]
	}
	return months
}
