package view

import (
	"strconv"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// changesView is what changed, newest first, by month.
type changesView struct {
	pageFrame
	Months   []changesMonth
	Years    []link
	Glossary []glossaryGroup
}

type changesMonth struct {
	ID     string
	Title  string // maart 2012
	Events []EventRow
}

func (b *pageBuilder) changes(p *plan.Page) any {
	title, description := b.Words.Text("menu.changes"), b.Words.Text("changes.description", "city", b.siteFrame.City)
	var under []link
	if p.Kind == plan.ChangesOf {
		title = b.Words.Text("changes.of-year", "year", strconv.Itoa(p.Year))
		under = append(under, b.index(plan.Changes))
	}
	v := &changesView{
		pageFrame: b.frame(p, title, description, under...),
		Months:    b.months(p.Rows.Events),
	}
	for _, year := range b.site.Years() {
		v.Years = append(v.Years, link{Text: strconv.Itoa(year), URL: b.Href(plan.ChangesOfURL(year)), Current: p.Year == year})
	}
	v.Glossary = b.glossary.groups()
	return v
}

// months returns events by month.
func (b *pageBuilder) months(events []*relate.Event) []changesMonth {
	var months []changesMonth
	rows, from := b.eventRows(events), 0
	for i, e := range events {
		if i == 0 || e.Date.Year != events[i-1].Date.Year || e.Date.Month != events[i-1].Date.Month {
			months = append(months, changesMonth{
				ID:    "wv-" + b.isoDay(e.Date)[:len("2012-03")],
				Title: b.Words.Month(e.Date.YearMonth()),
			})
			from = i
		}
		months[len(months)-1].Events = rows[from : i+1]
	}
	return months
}
