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
	Key   []figure
	Brief []briefFigure // the key where the page explains the statuses elsewhere and has to be small
	Table countTable
}

// briefFigure is a status in a key, and nothing else of it.
type briefFigure struct {
	Swatch template.HTML
	Text   string
}

const (
	historyHeight = 160 // of the chart, in pixels
	// mostMoments is how many columns are wide enough to be seen: where there are more months,
	// every third is shown.
	mostMoments = 80
)

// historyOf returns how needs stood on the days of the history; nil when there was nothing to
// show from one day to another. Its key is brief on a page that has to be small.
func (b *pageBuilder) historyOf(counts []relate.Counts, brief bool) *historyView {
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
	var ever relate.Counts
	for i := range counts {
		for status, n := range counts[i] {
			ever[status] += n
		}
	}
	if brief {
		v.Brief = b.briefKey(ever)
	} else {
		v.Key = b.legend(needStatus, [maxStatuses]int(ever))
	}
	b.scratch = chart.AppendColumns(b.scratch[:0], b.historyColumns(days, counts), historyHeight)
	v.Chart = trustedHTML(b.scratch)
	v.Table = b.historyTable(days, counts, ever)
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

// briefKey returns the statuses of which there ever were some.
func (b *pageBuilder) briefKey(ever relate.Counts) []briefFigure {
	var key []briefFigure
	for status, n := range ever {
		if n > 0 {
			b.scratch = chart.AppendSwatch(b.scratch[:0], b.segment(needStatus, status, n))
			key = append(key, briefFigure{trustedHTML(b.scratch), b.vocabulary[needStatus].words[status].Text})
		}
	}
	return key
}

// historyTable returns the same in figures: the days on which something was otherwise than
// before, and the last. It has the statuses of which there ever were some.
func (b *Builder) historyTable(days []city.Day, counts []relate.Counts, ever relate.Counts) countTable {
	var t countTable
	for _, s := range relate.NeedStatuses() {
		if ever[s] > 0 {
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
			if ever[status] > 0 {
				row.Counts = append(row.Counts, b.Words.Number(n))
			}
		}
		row.Counts = append(row.Counts, b.Words.Number(counts[i].Total()))
		t.Rows = append(t.Rows, row)
	}
	return t
}
