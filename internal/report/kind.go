package report

import (
	"cmp"
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

// chapter is a part of a report: what the keys of its words begin with, and the kinds of things that it tells.
type chapter struct {
	key   string
	kinds []kind
}

// kind is a kind of thing that a report tells: the key of its title, and those that there are.
type kind struct {
	key   string
	items func(b *builder) []item
}

// chapters returns everything that a report tells, in order.
func chapters() []chapter {
	return []chapter{
		{"report.past.", []kind{
			{"report.asked", (*builder).asked},
			{"report.promised", (*builder).promised},
			{"report.answered", (*builder).answered},
			{"report.done", (*builder).done},
			{"report.moved", (*builder).moved},
			{"report.dropped", (*builder).dropped},
			{"report.reopened", (*builder).reopened},
			{"report.judged", (*builder).judged},
			{"report.news", (*builder).news},
		}},
		{"report.present.", []kind{
			{"report.late", (*builder).late},
			{"report.silent", (*builder).silent},
			{"report.unanswered", (*builder).unanswered},
			{"report.over", (*builder).over},
		}},
		{"report.coming.", []kind{
			{"report.due", (*builder).due},
			{"report.ending", (*builder).ending},
		}},
	}
}

// item is one thing that a report tells.
type item struct {
	Sentence
	wijken []*relate.Wijk    // whom it concerns
	of     *relate.Programme // that it is of; may be nil
	day    city.Day          // of a wijk and a department, things are told in this order
}

// newItem returns an item that consists of sentences, of which some may be empty.
func newItem(wijken []*relate.Wijk, p *relate.Programme, day city.Day, at source.Pos, sentences ...string) item {
	return item{Sentence: Sentence{Text: joinSentences(sentences...), Sources: []source.Pos{at}}, wijken: wijken, of: p, day: day}
}

// by returns the name of the department that the item is of; empty when there is none.
func (i item) by() string {
	if i.of == nil || i.of.Department == nil {
		return ""
	}
	return i.of.Department.Name.Value
}

// grouped returns items by wijk, in display order, with those of several after them, and those of
// none last; in each by department, then by day. When the report is of one wijk all are one group.
func (b *builder) grouped(items []item) []Group {
	rank := func(i item) int {
		switch len(i.wijken) {
		case 0:
			return len(b.now.Wijken) + 1
		case 1:
			return i.wijken[0].Ordinal
		default:
			return len(b.now.Wijken)
		}
	}
	if b.Wijk != nil {
		rank = func(item) int { return 0 }
	}
	slices.SortStableFunc(items, func(x, y item) int {
		return cmp.Or(cmp.Compare(rank(x), rank(y)), cmp.Compare(x.by(), y.by()), x.day.Compare(y.day))
	})
	var groups []Group
	for n, i := range items {
		if n == 0 || rank(i) != rank(items[n-1]) {
			groups = append(groups, Group{Title: b.groupTitle(i.wijken)})
		}
		last := &groups[len(groups)-1]
		last.Sentences = append(last.Sentences, i.Sentence)
	}
	return groups
}

func (b *builder) groupTitle(wijken []*relate.Wijk) string {
	switch {
	case b.Wijk != nil:
		return ""
	case len(wijken) == 0:
		return b.Text("commitments.no-wijk")
	case len(wijken) == 1:
		return wijken[0].Name.Value
	}
	return b.Text("commitments.several-wijken")
}
