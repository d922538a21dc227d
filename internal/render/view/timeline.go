package view

import (
	"html/template"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/chart"
)

// timeline draws when commitments whose dates were moved were first promised, and
// when they are planned now; nothing when none was moved to a date that is known.
func (b *pageBuilder) timeline(commitments []*relate.Commitment) template.HTML {
	p := chart.Timeline{
		From: int(b.graph.Date.Year), To: int(b.graph.Date.Year),
		Today:   moment(b.graph.Date),
		TodayIs: b.Words.Text("need.today"),
		Label:   b.Words.Text("need.plan-label"),
	}
	for _, c := range commitments {
		if !c.Rescheduled || !c.Due.Known() || !c.OriginalDue.Known() {
			continue
		}
		row := chart.TimelineRow{
			Title: c.Title.Value,
			Tone:  b.glossary.commitment(c).Tone,
			First: moment(c.OriginalDue.Last()),
			Now:   moment(c.Due.Last()),
			Done:  p.Today,
		}
		if c.Start.Known() {
			row.Start = moment(c.Start.Last())
		}
		if c.Ended() {
			row.Done = row.Now
		}
		p.Rows = append(p.Rows, row)
		for _, at := range [...]float64{row.First, row.Now, row.Start} {
			if at > 0 {
				p.From, p.To = min(p.From, int(at)), max(p.To, int(at))
			}
		}
	}
	if len(p.Rows) == 0 {
		return ""
	}
	b.scratch = p.Append(b.scratch[:0])
	return trustedHTML(b.scratch)
}

// moment returns a day as a year with a fraction.
func moment(d city.Day) float64 {
	return float64(d.Year) + float64(d.Time().YearDay()-1)/366
}
