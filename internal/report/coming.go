package report

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// due tells which open commitments are planned for the next half year.
func (b *builder) due() []item { return b.planned(b.isDue) }

// planned tells for when some commitments are planned.
func (b *builder) planned(some func(c *commitment) bool) []item {
	return b.items(func(c *commitment) (item, bool) {
		if !some(c) {
			return item{}, false
		}
		sentence := b.sentence("report.due.on", "title", c.Title.Value, "who", b.who(c.Programme), "date", b.Planned(c.Due), "status", b.status(c.Commitment))
		return itemOf(c, c.Due.Last(), c.plannedAt(), sentence), true
	})
}

// isDue reports whether a commitment is open and planned for the next half year.
func (b *builder) isDue(c *commitment) bool { return c.Open() && b.now.Soon(c.Due.Last()) }

// ending tells which visions and programmes end within half a year.
func (b *builder) ending() []item {
	return b.ends("report.ending.", func(p city.Period) bool { return b.now.Soon(p.LastDay()) })
}

// over tells which visions are over and still the newest of their wijk, and which programmes are
// over while something of them is open.
func (b *builder) over() []item {
	return b.ends("report.over.", func(p city.Period) bool { return p.Over(b.now.Date) })
}

// ends tells which current visions and programmes have a period that ends or ended, with the keys
// that begin with a text. Of programmes nothing is told when nothing of them is open.
func (b *builder) ends(key string, some func(city.Period) bool) []item {
	var list []item
	for _, v := range b.currentVisions(some) {
		sentence := b.sentence(key+"vision", "title", v.Title.Value, "day", b.Day(v.Period.LastDay()))
		next := ""
		if n := v.Wijk.Next(); n != nil {
			next = b.Text("vision.next", "next", n.Title.Value)
		} else if len(v.Wijk.Upcoming) == 0 {
			next = b.Text("vision.no-next")
		}
		list = append(list, newItem([]*relate.Wijk{v.Wijk}, nil, v.Period.LastDay(), v.Period.Pos, sentence, next))
	}
	for _, p := range b.now.Programmes {
		n := b.openOf(p)
		if n == 0 || p.Status.Value != city.Adopted || !some(p.Period) {
			continue
		}
		sentence := b.Count(key+"programme", n, "title", p.Title.Value, "who", b.who(p), "day", b.Day(p.Period.LastDay()))
		list = append(list, newItem(p.Wijken(), p, p.Period.LastDay(), p.Period.Pos, sentence))
	}
	return list
}

// currentVisions returns the adopted visions that are current in the scope and have a period that
// is chosen. They are of no department.
func (b *builder) currentVisions(some func(city.Period) bool) []*relate.Vision {
	if b.Department != nil {
		return nil
	}
	var list []*relate.Vision
	for _, w := range b.now.Wijken {
		if v := w.Current; v != nil && b.hasWijk([]*relate.Wijk{w}) && v.Status.Value == city.Adopted && some(v.Period) {
			list = append(list, v)
		}
	}
	return list
}

// openOf returns how many commitments of a programme that are in the scope are open.
func (b *builder) openOf(p *relate.Programme) int {
	n := 0
	for _, c := range b.commitments {
		if c.Programme == p && c.Open() {
			n++
		}
	}
	return n
}
