package render

import (
	"strconv"

	"wijkvisie/internal/city"
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

func (r *Renderer) changes(p *plan.Page) changesView {
	words := r.newGlossary()
	title, description := r.words.Text("menu.changes"), r.words.Text("changes.description", "city", r.shell.City)
	var under []link
	if p.Kind == plan.ChangesOf {
		title = r.words.Text("changes.of-year", "year", strconv.Itoa(p.Year))
		under = append(under, r.index("menu.changes", plan.ChangesURL))
	}
	v := changesView{
		frame:  r.frame(p, title, description, under...),
		Months: r.months(p.Rows.Events, words),
	}
	for _, year := range r.site.Years() {
		v.Years = append(v.Years, link{
			Text:    strconv.Itoa(year),
			URL:     r.href(plan.ChangesOfURL(year)),
			Current: p.Kind == plan.ChangesOf && p.Year == year,
		})
	}
	v.Glossary = words.list()
	return v
}

func (r *Renderer) months(events []*relate.Event, words *glossary) []changesMonth {
	var months []changesMonth
	var last city.Day
	for _, e := range events {
		if month := (city.Day{Year: e.Date.Year, Month: e.Date.Month}); month != last {
			last = month
			months = append(months, changesMonth{
				ID:    "wv-" + e.Date.String()[:len("2012-03")],
				Title: r.monthYear(e.Date.Year, e.Date.Month),
			})
		}
		m := &months[len(months)-1]
		m.Events = append(m.Events, r.eventRow(e, words))
	}
	return months
}
