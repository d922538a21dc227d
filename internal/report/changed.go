package report

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/theme"
)

// done tells which commitments were done, whole or in part.
func (b *builder) done() []item {
	return b.items(func(c *commitment) (item, bool) {
		key := "report.done."
		switch c.ended() {
		case done:
		case partlyDone:
			key = "report.partly."
		default:
			return item{}, false
		}
		switch {
		case c.LaterThanPromised:
			key += "later"
		case c.OriginalDue.Known():
			key += "in-time"
		default:
			key += "undated"
		}
		e := c.lastEntry()
		sentence := b.sentence(key, "who", b.who(c.Programme), "day", b.Day(c.StatusSince), "title", c.Title.Value, "first", b.Planned(c.OriginalDue))
		return itemOf(c, c.StatusSince, e.Date.Pos, sentence, said(e)), true
	})
}

// moved tells which commitments were given a later date, and why.
func (b *builder) moved() []item {
	return b.items(func(c *commitment) (item, bool) {
		if len(c.moves) == 0 {
			return item{}, false
		}
		last := c.moves[len(c.moves)-1]
		key := "report.moved.to"
		switch {
		case last.Due.IsOngoing():
			key = "report.moved.ongoing"
		case !last.Due.Known():
			key = "report.moved.unknown"
		}
		sentences := []string{b.sentence(key, "who", b.who(c.Programme), "title", c.Title.Value,
			"from", b.Planned(dueBefore(c, c.moves[0])), "to", b.Planned(last.Due))}
		for _, e := range c.moves {
			sentences = append(sentences, e.Reason.Value)
		}
		i := itemOf(c, last.Date.Day, c.moves[0].Date.Pos, sentences...)
		for _, e := range c.moves[1:] {
			i.Sources = append(i.Sources, e.Date.Pos)
		}
		return i, true
	})
}

// dueBefore returns the newest planned date that is known of before an entry.
func dueBefore(c *commitment, entry *city.ProgressEntry) city.PlannedDate {
	due := c.Commitment.Commitment.Due
	for _, e := range c.Progress {
		if e == entry {
			break
		}
		if e.Due.Known() {
			due = e.Due
		}
	}
	return due
}

// dropped tells which commitments ended without being done.
func (b *builder) dropped() []item {
	return b.items(func(c *commitment) (item, bool) {
		p, day, reason := c.Programme, c.StatusSince, ""
		at := c.ID.Pos
		if e := c.lastEntry(); e != nil {
			at, reason = e.Date.Pos, said(e)
		}
		key, next := "", ""
		switch c.ended() {
		case dropped:
			key = "report.dropped.only"
		case withdrawn:
			key, day, at, reason = "report.dropped.withdrawn", p.WithdrawnOn.Day, p.WithdrawnOn.Pos, p.Reason.Value
		case handedOn:
			key, next = "report.dropped.handed-on", c.Successor.Title.Value
		case handedToNothing:
			key = "report.dropped.handed-to-nothing"
		default:
			return item{}, false
		}
		sentence := b.sentence(key, "who", b.who(p), "day", b.Day(day), "title", c.Title.Value, "programme", p.Title.Value, "next", next)
		return itemOf(c, day, at, sentence, reason), true
	})
}

// reopened tells which commitments had ended and went on.
func (b *builder) reopened() []item {
	return b.items(func(c *commitment) (item, bool) {
		if !c.isReopened() {
			return item{}, false
		}
		at, text, day := c.ID.Pos, "", c.StatusSince
		if e := c.lastEntry(); e != nil {
			at, text = e.Date.Pos, said(e)
		}
		sentence := b.sentence("report.reopened.from", "who", b.who(c.Programme), "title", c.Title.Value,
			"since", b.Day(b.before.Date), "was", b.status(c.was), "status", b.status(c.Commitment))
		return itemOf(c, day, at, sentence, text), true
	})
}

// news tells what else was reported of commitments: of each the newest.
func (b *builder) news() []item {
	return b.items(func(c *commitment) (item, bool) {
		if !c.hasOtherNews() {
			return item{}, false
		}
		e := c.entries[len(c.entries)-1]
		var what []string
		if !e.Status.IsZero() {
			what = append(what, theme.LowerFirst(b.Text("commitment.status."+e.Status.Value)))
		}
		if !e.Due.IsZero() {
			what = append(what, b.Text("event.planned", "date", b.Planned(e.Due)))
		}
		text := joinSentences(append(what, said(e))...)
		key := "report.news.said"
		if text == "" {
			key = "report.news.on"
		}
		sentence := b.sentence(key, "who", b.who(c.Programme), "day", b.Day(e.Date.Day), "title", c.Title.Value, "said", text)
		return itemOf(c, e.Date.Day, e.Date.Pos, sentence), true
	})
}

// hasOtherNews reports whether there is news of the commitment that is not told as what became
// of it, or of its date.
func (c *commitment) hasOtherNews() bool {
	return len(c.entries) > 0 && len(c.moves) == 0 && c.ended() == open && !c.isReopened()
}

// answered tells what departments answered without a commitment.
func (b *builder) answered() []item {
	var list []item
	for _, e := range b.events {
		if a := e.Answer; a != nil {
			sentence := b.sentence("report.answered."+a.Answer.Answer.Value, "who", b.who(a.Programme), "day", b.Day(e.Date), "title", a.Of.Main.Title.Value)
			list = append(list, newItem([]*relate.Wijk{a.Of.Wijk}, a.Programme, e.Date, e.Pos, sentence, a.Reason.Value))
		}
	}
	return list
}
