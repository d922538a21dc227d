package relate

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

// The laws at the end of "What is derived, never typed" in the manual of the content format,
// over random histories. WIJKVISIE_HISTORIES is how many: a thousand when it is not set.

// histories returns how many random municipalities a test is to try.
func histories(t *testing.T) int {
	t.Helper()
	n := os.Getenv("WIJKVISIE_HISTORIES")
	if n == "" {
		return 1000
	}
	number, err := strconv.Atoi(n)
	if err != nil {
		t.Fatal(err)
	}
	return number
}

// act is something that a dienst does on a day.
type act struct {
	name       string
	programme  int // of the city
	commitment int // of the programme; -1 when it is none
	day        city.Day
	do         func(p *city.Programme, c *city.Commitment)
}

func (a act) String() string { return fmt.Sprintf("%s on %s", a.name, a.day) }

// target chooses what is acted on: a commitment, as often as it can, or else a programme.
// ok is false when the city has none that is or was adopted.
func (m *maker) target(c *city.City) (programme, commitment int, ok bool) {
	for range 8 {
		programme = m.IntN(len(c.Programmes))
		p := c.Programmes[programme]
		if p.Status.Value != city.Concept && len(p.Commitments) > 0 {
			return programme, m.IntN(len(p.Commitments)), true
		}
	}
	return 0, 0, false
}

// acted returns the municipality with a number as it is after an act.
func acted(seed uint64, a act) *city.City {
	c := newMaker(seed).city()
	p := c.Programmes[a.programme]
	var commitment *city.Commitment
	if a.commitment >= 0 {
		commitment = p.Commitments[a.commitment]
	}
	a.do(p, commitment)
	return c
}

func textOf(s string) source.Text { return source.Text{Value: s} }

// report returns an act that adds an entry.
func report(programme, commitment int, e city.ProgressEntry) act {
	return act{
		name:      fmt.Sprintf("entry %s %s %s of commitment %d of programme %d", e.Status.Value, e.Due, e.To.Value, commitment, programme),
		programme: programme, commitment: commitment, day: e.Date.Day,
		do: func(_ *city.Programme, c *city.Commitment) { c.Progress = append(c.Progress, &e) },
	}
}

// withdraw returns an act that withdraws a programme.
func withdraw(programme int, day city.Day) act {
	return act{
		name:      fmt.Sprintf("withdrawal of programme %d", programme),
		programme: programme, commitment: -1, day: day,
		do: func(p *city.Programme, _ *city.Commitment) {
			p.Status, p.WithdrawnOn = textOf(city.Withdrawn), city.Date{Day: day}
		},
	}
}

// anyAct returns anything that a dienst can do.
func (m *maker) anyAct(c *city.City, day city.Day) (act, bool) {
	programme, commitment, ok := m.target(c)
	if !ok {
		return act{}, false
	}
	p := c.Programmes[programme]
	switch m.IntN(6) {
	case 0:
		if p.Status.Value == city.Adopted {
			return withdraw(programme, day), true
		}
	case 1:
		a := m.answer(p)
		a.Date.Day = day
		return act{
			name:      fmt.Sprintf("answer %s to %s", a.Answer.Value, a.Need.Value),
			programme: programme, commitment: -1, day: day,
			do: func(p *city.Programme, _ *city.Commitment) { p.Answers = append(p.Answers, a) },
		}, true
	}
	e := m.entry(p)
	e.Date.Day = day
	return report(programme, commitment, *e), true
}

// worsening returns an act of those that may never make a figure look better: dropping,
// withdrawing, handing on to nothing, or moving a date to a later one. It is the newest thing
// that happens to its commitment.
func (m *maker) worsening(c *city.City, day city.Day) (a act, ok bool) {
	programme, commitment, ok := m.target(c)
	if !ok {
		return act{}, false
	}
	p := c.Programmes[programme]
	e := city.ProgressEntry{Date: city.Date{Day: day}}
	switch m.IntN(4) {
	case 0:
		if p.Status.Value == city.Adopted {
			return withdraw(programme, day), true
		}
		return act{}, false
	case 1:
		e.Status = textOf(city.Dropped)
	case 2:
		// To nothing, to itself, or to something that ended before.
		e.Status, e.To = textOf(city.Postponed), textOf(pick(m, "nergens", p.Commitments[commitment].ID.Value))
		for _, other := range p.Commitments {
			if n := (naive{c, Options{Date: day}}); n.ended(other) && n.endedOn(other).Before(day) && m.chance(50) {
				e.To = other.ID
			}
		}
	default:
		n := naive{c, Options{Date: day}}
		written := p.Commitments[commitment]
		e.Due = pick(m, m.planned(), city.PlannedDate{Precision: city.UnknownDate})
		for _, due := range n.dues(written) {
			if due.IsOngoing() || e.Due.Known() && due.Known() && !n.later(e.Due, due) {
				return act{}, false // not later than all that was said before
			}
		}
	}
	return report(programme, commitment, e), true
}

// newest returns the last of all days on which anything in the city is entered, judged or
// answered, and not before a day.
func newest(c *city.City, day city.Day) city.Day {
	for d := range days(c) {
		if d.After(day) {
			day = d
		}
	}
	return day
}

// needsBy returns the needs of a graph by id.
func needsBy(g *Graph) map[string]*Need {
	byID := make(map[string]*Need)
	for _, n := range g.Needs {
		byID[n.ID] = n
	}
	return byID
}

// actOn returns anything that a dienst can do with a commitment, handing it on to another one
// of the need among it.
func (m *maker) actOn(c *city.City, n *Need, day city.Day) act {
	of := pick(m, n.Commitments...)
	programme := slices.Index(c.Programmes, of.Programme.Programme)
	commitment := slices.Index(of.Programme.Programme.Commitments, of.Commitment)
	e := m.entry(of.Programme.Programme)
	switch m.IntN(4) {
	case 0:
		if of.Programme.Programme.Status.Value == city.Adopted {
			return withdraw(programme, day)
		}
	case 1:
		e.Status, e.To = textOf(city.Postponed), pick(m, n.Commitments...).ID
	}
	e.Date.Day = day
	return report(programme, commitment, *e)
}

// "no entry, answer, withdrawal or new date by a dienst, of a day after the newest judgement
// of the wijk, makes a need vervuld"
func TestLawOnlyTheWijkMakesANeedMet(t *testing.T) {
	tried, met := 0, 0
	for seed := range uint64(histories(t)) {
		m := newMaker(seed)
		c := m.city()
		opt := Options{Date: newest(c, city.Day{}).AddMonths(m.IntN(3))}
		before := Relate(c, opt)
		was := needsBy(before)
		check := func(a act) {
			for id, n := range needsBy(Relate(acted(seed, a), opt)) {
				judged := n.Judgements
				if n.Status != NeedMet || len(judged) > 0 && !judged[len(judged)-1].Date.Before(a.day) {
					continue
				}
				met++
				if was[id].Status != NeedMet {
					t.Fatalf("seed %d as of %s: %s makes %s %s, which was %s", seed, opt.Date, a, id, n.Status, was[id].Status)
				}
			}
		}
		if a, ok := m.anyAct(c, opt.Date); ok {
			check(a)
		}
		for _, n := range before.Needs { // and what the wijk praises and is not met yet
			if n.Status == NeedMet || len(n.Commitments) == 0 || n.Judgement == nil || n.Judgement.Verdict.Value != city.VerdictMet {
				continue
			}
			for range 8 {
				tried++
				check(m.actOn(c, n, n.Judgements[len(n.Judgements)-1].Date.AddDays(1+m.IntN(100))))
			}
		}
	}
	if tried < 20 || met < 20 {
		t.Errorf("only %d acts on needs that are praised, and %d needs that are met", tried, met)
	}
}

// "dropping, withdrawing, handing on to nothing, or moving a date never raises the number of
// needs that are vervuld or nagekomen"
func TestLawGivingUpNeverRaisesWhatIsDone(t *testing.T) {
	done := func(f Figures) int { return f.By[NeedMet] + f.By[NeedKept] }
	worse := 0
	forWorseningActs(t, func(what string, before, after *Graph) {
		if done(after.Figures) > done(before.Figures) {
			t.Fatalf("%s raises what is done from %d to %d", what, done(before.Figures), done(after.Figures))
		}
		if done(after.Figures) < done(before.Figures) {
			worse++
		}
		was := needsBy(before)
		for id, n := range needsBy(after) { // nor of needs that no figure counts
			if s := was[id].Status; (n.Status == NeedMet || n.Status == NeedKept) && s != NeedMet && s != NeedKept {
				t.Fatalf("%s makes %s %s, which was %s", what, id, n.Status, s)
			}
		}
	})
	if worse == 0 {
		t.Error("no act ever changed what is done")
	}
}

// "and never lowers the number of commitments that are later-dan-beloofd, those dropped
// aside". Dropped is what is given up itself; moving a date is moving it to a later one.
func TestLawGivingUpNeverHidesWhatIsLate(t *testing.T) {
	number := 0
	forWorseningActs(t, func(what string, before, after *Graph) {
		now := make(map[string]*Commitment)
		for _, c := range after.Commitments {
			now[c.ID.Value] = c
		}
		for _, c := range before.Commitments {
			a := now[c.ID.Value]
			dropped := a.Status == Dropped || a.Status == Postponed && a.Ended()
			if c.LaterThanPromised && !a.LaterThanPromised && !dropped {
				t.Fatalf("%s hides that %s is later than promised", what, c.ID.Value)
			}
			if c.LaterThanPromised {
				number++
			}
		}
	})
	if number < 20 {
		t.Errorf("only %d commitments were later than promised", number)
	}
}

// forWorseningActs calls check with random municipalities before and after a dienst gives
// something up, or puts it off, as the newest thing that happened.
func forWorseningActs(t *testing.T, check func(what string, before, after *Graph)) {
	for seed := range uint64(histories(t)) {
		m := newMaker(seed)
		c := m.city()
		for range 6 {
			// Seen on the day itself, on which nothing that is dated later exists; or any time after
			// everything.
			opt := Options{Date: m.day().Day}
			day := opt.Date
			if m.chance(30) {
				day = newest(c, day)
				opt.Date = day.AddMonths(m.IntN(60))
			}
			a, ok := m.worsening(c, day)
			if !ok {
				continue
			}
			what := fmt.Sprintf("seed %d as of %s: %s", seed, opt.Date, a)
			check(what, Relate(c, opt), Relate(acted(seed, a), opt))
		}
	}
}

// "as days pass on which nothing new becomes visible, and the same visions stay current, no
// need becomes vervuld or nagekomen"
func TestLawTimeAloneMeetsNoNeed(t *testing.T) {
	tried := 0
	for seed := range uint64(histories(t)) {
		m := newMaker(seed)
		c := m.city()
		from := m.reference()
		to := from.AddMonths(m.IntN(36)).AddDays(1)
		for d := range days(c) {
			if d.After(from) && !d.After(to) {
				to = d.AddDays(-1) // the last day before anything new
			}
		}
		before, after := Relate(c, Options{Date: from}), Relate(c, Options{Date: to})
		if to == from || !slices.EqualFunc(before.Wijken, after.Wijken, sameCurrent) {
			continue
		}
		tried++
		was := needsBy(before)
		for id, n := range needsBy(after) {
			if n.Status != was[id].Status && (n.Status == NeedMet || n.Status == NeedKept) {
				t.Fatalf("seed %d: from %s to %s %s becomes %s", seed, from, to, id, n.Status)
			}
		}
	}
	if tried < 20 {
		t.Errorf("only %d times did days pass", tried)
	}
}

func sameCurrent(a, b *Wijk) bool {
	return a.Current == nil && b.Current == nil || a.Current != nil && b.Current != nil && a.Current.ID == b.Current.ID
}

// "a rename (voorheen) changes no figure"
func TestLawARenameChangesNoFigure(t *testing.T) {
	tried := make(map[string]int)
	for seed := range uint64(histories(t)) {
		m := newMaker(seed)
		c, renamed := m.city(), newMaker(seed).city()
		opt := Options{Date: m.reference(), Drafts: m.chance(10)}
		what := m.rename(renamed)
		tried[what]++
		before, after := Relate(c, opt), Relate(renamed, opt)
		if got, want := figuresOf(after), figuresOf(before); got != want {
			t.Fatalf("seed %d as of %s: renaming a %s changes\n%s\nto\n%s", seed, opt.Date, what, want, got)
		}
	}
	for _, what := range []string{"wijk", "need", "commitment", "programme", "department"} {
		if tried[what] == 0 {
			t.Errorf("no %s was renamed", what)
		}
	}
}

// rename gives one thing of a city another id, keeps the old one as voorheen, and returns
// what it renamed. The new id sorts as the old one did, as ids decide which of two things of
// one day is newer.
func (m *maker) rename(c *city.City) string {
	again := func(former *[]source.Text, old string) string {
		*former = append(*former, textOf(old))
		return old + "-nu"
	}
	switch m.IntN(6) {
	case 0:
		w := pick(m, c.Wijken...)
		w.ID = again(&w.Former, w.ID)
		return "wijk"
	case 1:
		d := pick(m, c.Departments...)
		d.ID = again(&d.Former, d.ID)
		return "department"
	case 2:
		p := pick(m, c.Programmes...)
		p.ID = again(&p.Former, p.ID)
		return "programme"
	case 3, 4:
		if p := pick(m, c.Programmes...); len(p.Commitments) > 0 {
			r := pick(m, p.Commitments...)
			r.ID.Value = again(&r.Former, r.ID.Value)
			return "commitment"
		}
	}
	// A need: in all visions from one on. Older ones go on calling it by the old id.
	id := pick(m, "c", "d")
	from := 2008 + m.IntN(7)
	what := "nothing"
	for _, v := range c.Visions {
		for _, n := range v.Needs {
			if n.ID.Value == id && v.Period.First >= from && strings.HasSuffix(v.Wijk.Value, "oost") {
				n.ID.Value = again(&n.Former, id)
				what = "need"
			}
		}
	}
	return what
}

// figuresOf returns all numbers that a graph has, without the ids that may be renamed.
func figuresOf(g *Graph) string {
	var b strings.Builder
	fmt.Fprintln(&b, "all:", tellFigures(g.Figures))
	for _, w := range g.Wijken {
		fmt.Fprintln(&b, w.Name.Value+":", tellFigures(w.Figures))
	}
	for _, t := range g.Themes {
		fmt.Fprintln(&b, t.ID.Value+":", tellFigures(t.Figures))
	}
	number := make(map[string]int)
	for _, c := range g.Commitments {
		number[string(c.Status)]++
		for _, flag := range strings.Fields(flags(map[string]bool{"late": c.Late, "moved": c.Rescheduled, "later": c.LaterThanPromised, "silent": c.Silent})) {
			number[flag]++
		}
		for _, n := range c.Needs {
			number[n.Outcome(c).String()]++
		}
	}
	for _, n := range g.Needs {
		for _, j := range n.Judgements {
			if j.Outdated {
				number["outdated"]++
			}
			if j.About != nil {
				number["about a commitment"]++
			}
		}
	}
	fmt.Fprintln(&b, tellNumbers(number))
	return b.String()
}

// "the parts of every sentence and every bar add up to the whole that it names": here the
// numbers that they are made of.
func TestLawThePartsAddUpToTheWhole(t *testing.T) {
	for seed := range uint64(histories(t)) {
		m := newMaker(seed)
		opt := Options{Date: m.reference(), Drafts: m.chance(20)}
		g := Relate(m.city(), opt)
		sums := func(of string, f Figures, needs []*Need) {
			var counted Figures
			for _, n := range needs {
				counted.Add(n)
			}
			sum := 0
			for _, number := range f.By {
				sum += number
			}
			if sum != f.Total || f != counted {
				t.Fatalf("seed %d as of %s: the figures of %s are %v, its needs %v", seed, opt.Date, of, f, counted)
			}
		}
		var all []*Need
		for _, w := range g.Wijken {
			sums(w.ID, w.Figures, w.CurrentNeeds())
			all = append(all, w.CurrentNeeds()...)
		}
		sums("all wijken", g.Figures, all)
		for _, theme := range g.Themes {
			sums(theme.ID.Value, theme.Figures, slices.DeleteFunc(slices.Clone(all), func(n *Need) bool { return n.Main.Theme != theme }))
		}
	}
}

// What happened that concerns a wijk is that part of all that happened.
func TestLawEventsOfAWijkAreThoseThatConcernIt(t *testing.T) {
	for seed := range uint64(histories(t)) {
		m := newMaker(seed)
		g := Relate(m.city(), Options{Date: m.reference(), Drafts: m.chance(20)})
		for _, w := range g.Wijken {
			got := g.EventsOf(w)
			if !slices.IsSortedFunc(got, newestEvent) {
				t.Fatalf("seed %d as of %s: the events of %s are not the newest first", seed, g.Date, w.ID)
			}
			count := make(map[Event]int)
			for _, e := range got {
				count[*e]++
			}
			for _, e := range g.Events() {
				if slices.Contains(e.Wijken(), w) {
					count[*e]--
				}
			}
			for e, n := range count {
				if n != 0 {
					t.Fatalf("seed %d as of %s: %s has %d events too many: %+v", seed, g.Date, w.ID, n, e)
				}
			}
		}
	}
}

// "Hidden files [count in no] derived state": a city without them is derived alike.
func TestLawWhatIsHiddenCountsForNothing(t *testing.T) {
	for seed := range uint64(histories(t)) {
		m := newMaker(seed)
		c, without := m.city(), newMaker(seed).city()
		opt := Options{Date: m.reference()}
		n := naive{without, opt}
		without.Visions = slices.DeleteFunc(without.Visions, func(v *city.Vision) bool { return !n.visibleVision(v) })
		without.Programmes = slices.DeleteFunc(without.Programmes, func(p *city.Programme) bool { return !n.visibleProgramme(p) })
		sameState(t, fmt.Sprintf("seed %d as of %s, what is hidden", seed, opt.Date), Relate(c, opt), Relate(without, opt))
	}
}

// "Progress, judgements and answers dated after it do not exist yet": a city without them is
// derived alike.
func TestLawWhatIsDatedLaterCountsForNothing(t *testing.T) {
	for seed := range uint64(histories(t)) {
		m := newMaker(seed)
		c, without := m.city(), newMaker(seed).city()
		opt := Options{Date: m.reference()}
		for _, v := range without.Visions {
			for _, n := range v.Needs {
				n.Judgements = slices.DeleteFunc(n.Judgements, func(j *city.Judgement) bool { return j.Date.After(opt.Date) })
			}
		}
		for _, p := range without.Programmes {
			p.Answers = slices.DeleteFunc(p.Answers, func(a *city.Answer) bool { return a.Date.After(opt.Date) })
			for _, c := range p.Commitments {
				c.Progress = slices.DeleteFunc(c.Progress, func(e *city.ProgressEntry) bool { return e.Date.After(opt.Date) })
			}
		}
		sameState(t, fmt.Sprintf("seed %d as of %s, what is dated later", seed, opt.Date), Relate(c, opt), Relate(without, opt))
	}
}

// sameState fails when two graphs do not derive the same.
func sameState(t *testing.T, what string, a, b *Graph) {
	t.Helper()
	with, without := tell(a), tell(b)
	if len(with) != len(without) {
		t.Fatalf("%s: %d things are told with it, %d without", what, len(with), len(without))
	}
	for key, told := range with {
		if without[key] != told {
			t.Fatalf("%s: %s is %q with it, %q without", what, key, told, without[key])
		}
	}
}

// days visits every day on which something in a city becomes visible, or stops being asked,
// or begins or ends.
func days(c *city.City) func(yield func(city.Day) bool) {
	return func(yield func(city.Day) bool) {
		list := []city.Day{}
		add := func(dates ...city.Date) {
			for _, d := range dates {
				list = append(list, d.Day)
			}
		}
		for _, v := range c.Visions {
			add(v.Publish, v.AdoptedOn, v.WithdrawnOn)
			for _, n := range v.Needs {
				add(n.AddedOn, n.RetractedOn)
				for _, j := range n.Judgements {
					add(j.Date)
				}
			}
		}
		for _, p := range c.Programmes {
			add(p.Publish, p.AdoptedOn, p.WithdrawnOn)
			for _, a := range p.Answers {
				add(a.Date)
			}
			for _, c := range p.Commitments {
				add(c.PromisedOn)
				for _, e := range c.Progress {
					add(e.Date)
				}
			}
		}
		for _, d := range list {
			if !d.IsZero() && !yield(d) {
				return
			}
		}
	}
}
