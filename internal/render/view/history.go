package view

import (
	"html/template"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/chart"
)

// historyView is how needs stood month by month: in a chart, of which the title says what it
// shows, and in a table.
type historyView struct {
	Title string
	Note  string // how often
	Chart template.HTML
	Key   []figure // of the last moment
	Table countTable
}

const (
	historyHeight = 160 // of the chart, in pixels
	// mostMoments is how many columns are wide enough to be seen: where there are more months,
	// every third is shown.
	mostMoments = 80
)

// historyOf returns how needs stood on the days of the history; nil when there was nothing to
// show from one day to another.
func (b *pageBuilder) historyOf(counts []relate.Counts) *historyView {
	days := b.history().Days
	for len(counts) > 0 && counts[0].Total() == 0 {
		days, counts = days[1:], counts[1:]
	}
	if len(counts) < 2 {
		return nil
	}
	v := &historyView{Note: b.Words.Text("history.monthly")}
	if len(days) > mostMoments {
		v.Note = b.Words.Text("history.quarterly")
		days, counts = everyThird(days), everyThird(counts)
	}
	last := len(counts) - 1
	v.Title = b.historyTitle(days[0], &counts[0], &counts[last])
	v.Key = b.legend(needStatus, [maxStatuses]int(counts[last]))
	b.scratch = chart.AppendColumns(b.scratch[:0], b.historyColumns(days, counts), historyHeight)
	v.Chart = trustedHTML(b.scratch)
	v.Table = b.historyTable(days, counts)
	return v
}

// everyThird returns every third item, the last one among them.
func everyThird[T any](list []T) []T {
	var some []T
	for i := (len(list) - 1) % 3; i < len(list); i += 3 {
		some = append(some, list[i])
	}
	return some
}

// historyTitle returns for how many needs everything was done on the first day, and for how
// many it is now.
func (b *Builder) historyTitle(first city.Day, then, now *relate.Counts) string {
	done := func(c *relate.Counts) string {
		return b.outOf("demand.needs.", c[relate.NeedMet]+c[relate.NeedKept], c.Total())
	}
	month, date := b.month(first), b.date(b.graph.Date)
	if done(then) == done(now) {
		return b.Words.Text("history.same", "month", month, "date", date, "things", done(now))
	}
	return b.Words.Text("history.then", "month", month, "things", done(then)) + " " + b.Words.Text("history.now", "date", date, "things", done(now))
}

// historyColumns returns what the chart shows: what is done at the bottom, what nobody answered
// at the top.
func (b *Builder) historyColumns(days []city.Day, counts []relate.Counts) chart.Columns {
	var c chart.Columns
	for status := range relate.NeedStatuses() {
		c.Kinds = append(c.Kinds, b.segment(needStatus, status, 0))
	}
	for i := range counts {
		c.Counts, c.Years = append(c.Counts, counts[i][:]), append(c.Years, days[i].Year)
	}
	return c
}

// historyTable returns the same in figures: the days on which something was otherwise than
// before, and the last.
func (b *Builder) historyTable(days []city.Day, counts []relate.Counts) countTable {
	var ever [maxStatuses]bool
	for i := range counts {
		for status, n := range counts[i] {
			ever[status] = ever[status] || n > 0
		}
	}
	var t countTable
	for _, s := range relate.NeedStatuses() {
		if ever[s] {
			t.Columns = append(t.Columns, b.Words.Text(needStatusPrefix+s.String()))
		}
	}
	t.Columns = append(t.Columns, b.Words.Text("count.all"))
	for i, day := range days {
		if 0 < i && i < len(days)-1 && counts[i] == counts[i-1] {
			continue
		}
		row := countRow{link: link{Text: b.month(day)}}
		if day == b.graph.Date {
			row.Text = b.date(day)
		}
		for status, n := range counts[i] {
			if ever[status] {
				row.Counts = append(row.Counts, b.Words.Number(n))
			}
		}
		row.Counts = append(row.Counts, b.Words.Number(counts[i].Total()))
		t.Rows = append(t.Rows, row)
	}
	return t
}
