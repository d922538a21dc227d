package report

import (
	"wijkvisie/internal/relate"
	"wijkvisie/internal/theme"
)

// promised tells which programmes were adopted and withdrawn, and which commitments were made.
func (b *builder) promised() []item {
	var list []item
	for _, e := range b.events {
		p := e.Programme
		if p == nil {
			continue
		}
		args := []string{"who", b.who(p), "day", b.Day(e.Date), "title", p.Title.Value}
		i := newItem(e.Wijken(), p, e.Date, e.Pos, b.sentence("report.programme.withdrawn", args...), p.Reason.Value)
		if e.Kind == relate.ProgrammeAdopted {
			i = newItem(e.Wijken(), p, e.Date, e.Pos, theme.Capital(b.Count("report.programme.adopted", len(p.Commitments), args...)))
		}
		list = append(list, i)
	}
	return append(list, b.items(b.promise)...)
}

// promise tells that a commitment was made.
func (b *builder) promise(c *commitment) (item, bool) {
	if c.was != nil {
		return item{}, false
	}
	when := "ever"
	if !c.PromisedOn.IsZero() {
		when = "on"
	}
	var needs []string
	for _, n := range c.Needs {
		needs = append(needs, quoted(n.Main.Title.Value))
	}
	if needs != nil {
		when += "-for"
	}
	promise := b.sentence("report.promised."+when, "who", b.who(c.Programme), "day", b.Day(c.PromisedOn), "title", c.Title.Value, "needs", b.list(needs))
	planned, budget := "", ""
	if first := c.Commitment.Commitment.Due; !first.IsZero() {
		planned = b.Text("event.planned", "date", b.Planned(first))
	}
	if c.Budget >= 0 {
		budget = b.Text("report.budget", "amount", b.Euros(c.Budget))
	}
	return itemOf(c, c.PromisedOn, c.ID.Pos, promise, planned, budget), true
}
