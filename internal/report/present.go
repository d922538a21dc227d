package report

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

// late tells which open commitments are late.
func (b *builder) late() []item {
	return b.items(func(c *commitment) (item, bool) {
		if !c.isLate() {
			return item{}, false
		}
		sentences := []string{b.sentence("report.late.by", "title", c.Title.Value, "who", b.who(c.Programme),
			"long", b.Duration(c.Due.Last().MonthsUntil(b.now.Date)), "date", b.Planned(c.Due))}
		sources := []source.Pos{c.plannedAt()}
		if c.OriginalDue.Known() && c.OriginalDue.Last() != c.Due.Last() {
			sentences = append(sentences, b.Text("report.late.first", "date", b.Planned(c.OriginalDue)))
			sources = append(sources, c.OriginalDue.Pos)
		}
		if c.Silent {
			key, day, at := "report.silent.also-ever", city.Day{}, c.ID.Pos
			if e := c.newestEntry(); e != nil {
				key, day, at = "report.silent.also", e.Date.Day, e.Date.Pos
			}
			sentences = append(sentences, b.Text(key, "day", b.Day(day)))
			sources = append(sources, at)
		}
		i := itemOf(c, c.Due.Last(), sources[0], sentences...)
		i.Sources = sources
		return i, true
	})
}

// isLate reports whether the commitment is open and late.
func (c *commitment) isLate() bool { return c.Open() && c.Late }

// isSilent reports whether the commitment is open and silent. Of one that is late too it is told
// there.
func (c *commitment) isSilent() bool { return c.Open() && c.Silent && !c.Late }

// newestEntry returns the newest entry of any kind; nil when there is none.
func (c *commitment) newestEntry() *city.ProgressEntry {
	if len(c.Progress) == 0 {
		return nil
	}
	return c.Progress[len(c.Progress)-1]
}

// silent tells of which other open commitments nothing was reported for long.
func (b *builder) silent() []item {
	return b.items(func(c *commitment) (item, bool) {
		if !c.isSilent() {
			return item{}, false
		}
		key, day, at := "report.silent.ever", c.PromisedOn, c.ID.Pos
		if e := c.newestEntry(); e != nil {
			key, day, at = "report.silent.since", e.Date.Day, e.Date.Pos
		}
		sentence := b.sentence(key, "title", c.Title.Value, "who", b.who(c.Programme), "day", b.Day(day), "long", b.Duration(day.MonthsUntil(b.now.Date)))
		return itemOf(c, day, at, sentence), true
	})
}

// unanswered tells which needs have no answer, the most important of a wijk first.
func (b *builder) unanswered() []item {
	var list []item
	for _, n := range b.needs(b.now) {
		if n.Status != relate.NeedUnanswered {
			continue
		}
		sentence := b.sentence("report.unanswered.ever", "title", n.Main.Title.Value)
		if since := n.OpenSince(); !since.IsZero() {
			sentence = b.sentence("report.unanswered.since", "title", n.Main.Title.Value, "day", b.Day(since), "long", b.Duration(since.MonthsUntil(b.now.Date)))
		}
		i := newItem([]*relate.Wijk{n.Wijk}, nil, city.Day{}, n.Main.ID.Pos, sentence)
		i.Need = n
		list = append(list, i)
	}
	return list
}
