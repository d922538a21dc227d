package relate

import (
	"slices"
	"strings"

	"wijkvisie/internal/city"
)

// naive is the contract once more, sentence by sentence and without a thought for
// speed, to hold Relate against.
type naive struct {
	*city.City
	Options
}

// visible: "inspraak, vastgesteld and ingetrokken files from their publiceren-op
// (of an adopted vision without one: from vastgesteld-op) on. concept never.
// --drafts shows everything".
func (n naive) visible(status string, publish city.Day) bool {
	if n.Drafts {
		return true
	}
	return status != city.Draft && !publish.After(n.Date)
}

func (n naive) visibleVision(v *city.Vision) bool {
	from := v.Publish.Day
	if from.IsZero() && v.Status.Value != city.Consultation {
		from = v.AdoptedOn.Day
	}
	return n.visible(v.Status.Value, from) && n.wijkOf(v.Wijk.Value) != ""
}

func (n naive) visibleProgramme(p *city.Programme) bool {
	return n.visible(p.Status.Value, p.Publish.Day)
}

// wijkOf returns the id that a wijk has now, by that or an older one.
func (n naive) wijkOf(ref string) string {
	for _, w := range n.Wijken {
		if w.ID == ref {
			return w.ID
		}
	}
	for _, w := range n.Wijken {
		for _, old := range w.Former {
			if old.Value == ref {
				return w.ID
			}
		}
	}
	return ""
}

func (n naive) visions(wijk string) []*city.Vision {
	var list []*city.Vision
	for _, v := range n.Visions {
		if n.visibleVision(v) && n.wijkOf(v.Wijk.Value) == wijk {
			list = append(list, v)
		}
	}
	return list
}

// current: "the adopted one whose period holds the reference date (of two, the
// one that begins later); else the adopted one that ended last; else the one for
// inspraak; else the adopted one that begins first; else none yet".
func (n naive) current(wijk string) string {
	later := func(a, b *city.Vision) bool { // which of two with the same claim
		if a.Period.First != b.Period.First {
			return a.Period.First > b.Period.First
		}
		if a.Period.Last != b.Period.Last {
			return a.Period.Last > b.Period.Last
		}
		return a.ID > b.ID
	}
	best := func(fits func(*city.Vision) bool, better func(a, b *city.Vision) bool) *city.Vision {
		var chosen *city.Vision
		for _, v := range n.visions(wijk) {
			if fits(v) && (chosen == nil || better(v, chosen)) {
				chosen = v
			}
		}
		return chosen
	}
	adopted := func(v *city.Vision) bool { return v.Status.Value == city.Adopted }
	for _, v := range []*city.Vision{
		best(func(v *city.Vision) bool { return adopted(v) && v.Period.Holds(n.Date) }, later),
		best(func(v *city.Vision) bool { return adopted(v) && v.Period.Last < n.Date.Year }, func(a, b *city.Vision) bool {
			return a.Period.Last > b.Period.Last || a.Period.Last == b.Period.Last && later(a, b)
		}),
		best(func(v *city.Vision) bool { return v.Status.Value == city.Consultation }, later),
		best(adopted, func(a, b *city.Vision) bool { return later(b, a) }),
		best(func(v *city.Vision) bool { return v.Status.Value == city.Draft }, later), // drafts only
	} {
		if v != nil {
			return v.ID
		}
	}
	return ""
}

// hasNeed reports whether a visible vision of the wijk has the need.
func (n naive) hasNeed(wijk, need string) bool {
	for _, v := range n.visions(wijk) {
		for _, x := range v.Needs {
			if x.ID.Value == need {
				return true
			}
		}
	}
	return false
}

// means reports whether a reference is to that need of that wijk.
func (n naive) means(ref, wijk, need string) bool {
	w, x, _ := strings.Cut(ref, "/")
	return n.wijkOf(w) == wijk && x == need
}

// log returns the entries that exist, newest last; of one day, the one further down.
func (n naive) log(c *city.Commitment) []*city.ProgressEntry {
	var list []*city.ProgressEntry
	for _, p := range c.Progress {
		if !p.Date.After(n.Date) {
			list = append(list, p)
		}
	}
	for i := range list { // insertion sort keeps the order of one day
		for j := i; j > 0 && list[j].Date.Before(list[j-1].Date.Day); j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
	return list
}

// status: "that of its newest entry that has one, else niet-gestart"; handed reports
// whether that entry names a commitment that takes over.
func (n naive) status(c *city.Commitment) (status string, handed bool) {
	status = city.NotStarted
	for _, p := range n.log(c) {
		if p.Status.Value != "" {
			status, handed = p.Status.Value, p.To.Value != ""
		}
	}
	return status, handed
}

// ended: "gerealiseerd, deels-gerealiseerd, vervallen, or doorgeschoven with naar".
func (n naive) ended(c *city.Commitment) bool {
	status, handed := n.status(c)
	return status == city.Realised || status == city.PartlyRealised || status == city.Dropped || status == city.Postponed && handed
}

// dates: planned is "the newest gereed", original "the first gereed that is not onbekend".
func (n naive) dates(c *city.Commitment) (planned, original city.PlannedDate) {
	all := []city.PlannedDate{c.Due}
	for _, p := range n.log(c) {
		all = append(all, p.Due)
	}
	for _, d := range all {
		if d.IsZero() {
			continue
		}
		planned = d
		if original.IsZero() && d.Known() {
			original = d
		}
	}
	return planned, original
}

func (n naive) late(c *city.Commitment) bool {
	planned, _ := n.dates(c)
	return !n.ended(c) && planned.Known() && planned.Last().Before(n.Date)
}

func (n naive) moved(c *city.Commitment) bool {
	planned, original := n.dates(c)
	if planned.IsZero() {
		return false
	}
	return !planned.Known() || planned.Last() != original.Last()
}

func (n naive) quiet(c *city.Commitment, p *city.Programme) bool {
	months := n.Site.SilentMonths
	if months == 0 {
		months = 12
	}
	heard := city.DayIn(p.Period.First, 1, 1)
	if log := n.log(c); len(log) > 0 {
		heard = log[len(log)-1].Date.Day
	}
	return !n.ended(c) && heard.AddMonths(months).Before(n.Date)
}

// needStatus is the table of the contract.
func (n naive) needStatus(wijk, need string) string {
	var statuses []string
	ended, leftOut := 0, false
	var newest *city.Answer
	var newestIn string
	for _, p := range n.Programmes {
		if !n.visibleProgramme(p) || p.Status.Value == city.Withdrawn {
			continue
		}
		for _, c := range p.Commitments {
			if !slices.ContainsFunc(texts(c.Needs), func(ref string) bool { return n.means(ref, wijk, need) }) {
				continue
			}
			status, handed := n.status(c)
			if status == city.Dropped || status == city.Postponed && handed {
				leftOut = true
				continue
			}
			statuses = append(statuses, status)
			if n.ended(c) {
				ended++
			}
		}
		for _, a := range p.Answers {
			if !n.means(a.Need.Value, wijk, need) || a.Date.After(n.Date) {
				continue
			}
			// Of one day the one further down; between files the id that sorts last.
			if newest == nil || a.Date.After(newest.Date.Day) || a.Date.Day == newest.Date.Day && p.ID >= newestIn {
				newest, newestIn = a, p.ID
			}
		}
	}
	all := func(s string) bool { return !slices.ContainsFunc(statuses, func(t string) bool { return t != s }) }
	switch some := len(statuses) > 0; {
	case some && all(city.Realised):
		return "vervuld"
	case some && ended == len(statuses):
		return "deels-vervuld"
	case some && (slices.Contains(statuses, city.InProgress) || ended > 0):
		return "in-uitvoering"
	case some:
		return "toegezegd"
	case newest != nil && newest.Answer.Value == city.AnswerInvestigating:
		return "in-onderzoek"
	case newest != nil:
		return "niet-opgenomen"
	case leftOut:
		return "vervallen"
	default:
		return "onbeantwoord"
	}
}
