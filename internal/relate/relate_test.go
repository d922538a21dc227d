package relate

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

func texts(list []source.Text) []string {
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = t.Value
	}
	return out
}

// TestRelateAgreesWithTheContract compares Relate with the naive model, over
// random municipalities and reference dates.
func TestRelateAgreesWithTheContract(t *testing.T) {
	for seed := range uint64(histories(t)) {
		m := newMaker(seed)
		c := m.city()
		for range 4 {
			opt := Options{Date: m.reference(), Drafts: m.chance(20)}
			for _, difference := range differences(Relate(c, opt), naive{c, opt}) {
				t.Errorf("seed %d as of %s, drafts %v: %s", seed, opt.Date, opt.Drafts, difference)
			}
			if t.Failed() {
				return // one municipality at a time is enough to look at
			}
		}
	}
}

// differences returns what a graph and the naive model tell otherwise.
func differences(g *Graph, n naive) []string {
	got, want := tell(g), n.tell()
	var list []string
	for _, key := range slices.Sorted(maps.Keys(got)) {
		if got[key] != want[key] {
			list = append(list, fmt.Sprintf("%s: got %q, want %q", key, got[key], want[key]))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(want)) {
		if _, told := got[key]; !told {
			list = append(list, fmt.Sprintf("%s: got nothing, want %q", key, want[key]))
		}
	}
	return list
}

// told is everything that is derived, by what it is told of.
type told map[string]string

// flags returns the words whose flags are set.
func flags(words map[string]bool) string {
	maps.DeleteFunc(words, func(_ string, on bool) bool { return !on })
	return strings.Join(slices.Sorted(maps.Keys(words)), " ")
}

// tellJudgement returns a judgement in words.
func tellJudgement(j *city.Judgement, outdated bool, about string) string {
	s := fmt.Sprintf("%s %s at %d", j.Date, j.Verdict.Value, j.FirstLine.Start)
	if outdated {
		s += " outdated"
	}
	if about != "" {
		s += " about " + about
	}
	return s
}

// tell returns everything that a graph derives.
func tell(g *Graph) told {
	all := make(told)
	for _, w := range g.Wijken {
		if w.Current != nil {
			all["current vision of "+w.ID] = w.Current.ID
		}
		var ids []string
		for _, v := range w.Visions {
			ids = append(ids, v.ID)
		}
		all["visions of "+w.ID] = strings.Join(ids, " ")
		all["figures of "+w.ID] = tellFigures(w.Figures)
		ids = nil
		for _, n := range w.CurrentNeeds() {
			ids = append(ids, n.ID)
		}
		slices.Sort(ids)
		all["needs that "+w.ID+" asks"] = strings.Join(ids, " ")
	}
	for _, theme := range g.Themes {
		all["figures of "+theme.ID.Value] = tellFigures(theme.Figures)
	}
	all["figures"] = tellFigures(g.Figures)
	for _, n := range g.Needs {
		all.tellNeed(n)
	}
	for _, c := range g.Commitments {
		all[c.ID.Value] = fmt.Sprintf("%s, planned %s, first %s, promised on %s, %d entries: %s",
			c.Status, c.Due, c.OriginalDue, c.PromisedOn, len(c.Progress), flags(map[string]bool{
				"ended": c.Ended(), "late": c.Late, "moved": c.Rescheduled, "later": c.LaterThanPromised, "silent": c.Silent}))
	}
	return all
}

func (all told) tellNeed(n *Need) {
	all[n.ID] = fmt.Sprintf("%s, asked since %q: %s", n.Status, n.AskedSince, flags(map[string]bool{"current": n.Current}))
	for _, c := range n.Commitments {
		all[n.ID+" of "+c.ID.Value] = n.Outcome(c).String()
	}
	for i, j := range n.Judgements {
		about := ""
		if j.About != nil {
			about = j.About.ID.Value
		}
		all[fmt.Sprintf("%s judgement %d", n.ID, i)] = tellJudgement(j.Judgement, j.Outdated, about)
	}
	if n.Judgement != nil {
		all[n.ID+" judged"] = fmt.Sprint(n.Judgement.FirstLine.Start)
	}
}

func tellFigures(f Figures) string {
	number := make(map[string]int)
	for _, s := range NeedStatuses() {
		number[s.String()] = f.By[s]
	}
	return fmt.Sprintf("%d: %s", f.Total, tellNumbers(number))
}

func tellNumbers(number map[string]int) string {
	var parts []string
	for _, s := range slices.Sorted(maps.Keys(number)) {
		if number[s] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", number[s], s))
		}
	}
	return strings.Join(parts, ", ")
}

// tell returns everything that the contract derives.
func (n naive) tell() told {
	all := make(told)
	themes := make(map[string]map[string]int)
	for _, theme := range n.Site.Themes {
		themes[theme.ID.Value] = make(map[string]int)
	}
	whole := make(map[string]int)
	for _, w := range n.Wijken {
		if v := n.current(w.ID); v != nil {
			all["current vision of "+w.ID] = v.ID
		}
		var visions, asked []string
		for _, v := range n.visions(w.ID) {
			visions = append(visions, v.ID)
		}
		all["visions of "+w.ID] = strings.Join(visions, " ")
		figures := make(map[string]int)
		for _, need := range n.needs(w.ID) {
			status := n.tellNeed(all, need)
			if !n.counts(need) {
				continue
			}
			asked = append(asked, n.id(need))
			figures[status]++
			whole[status]++
			if theme := themes[n.inCurrent(need).Theme.Value]; theme != nil {
				theme[status]++
			}
		}
		slices.Sort(asked)
		all["needs that "+w.ID+" asks"] = strings.Join(asked, " ")
		all["figures of "+w.ID] = n.tellFigures(figures)
	}
	for theme, figures := range themes {
		all["figures of "+theme] = n.tellFigures(figures)
	}
	all["figures"] = n.tellFigures(whole)
	for _, c := range n.commitments() {
		all[c.ID.Value] = fmt.Sprintf("%s, planned %s, first %s, promised on %s, %d entries: %s",
			n.status(c.Commitment), n.due(c.Commitment), n.original(c.Commitment), n.promisedOn(c), len(n.log(c.Commitment)), flags(map[string]bool{
				"ended": n.ended(c.Commitment), "late": n.late(c.Commitment), "moved": n.moved(c.Commitment),
				"later": n.laterThanPromised(c.Commitment), "silent": n.silent(c)}))
	}
	return all
}

// tellNeed adds what is derived of a need, and returns its status.
func (n naive) tellNeed(all told, need *naiveNeed) string {
	id, status := n.id(need), n.needStatus(need)
	all[id] = fmt.Sprintf("%s, asked since %q: %s", status, n.askedSince(need), flags(map[string]bool{"current": n.counts(need)}))
	for _, c := range n.commitments() {
		if n.namesNeed(c, need) {
			all[id+" of "+c.ID.Value], _ = n.outcome(c, need)
		}
	}
	for i, j := range n.judgements(need) {
		about := ""
		if c, ok := n.find(j.About.Value); ok {
			about = c.ID.Value
		}
		all[fmt.Sprintf("%s judgement %d", id, i)] = tellJudgement(j, n.outdated(j, need), about)
	}
	if j := n.judgement(need); j != nil {
		all[id+" judged"] = fmt.Sprint(j.FirstLine.Start)
	}
	return status
}

func (n naive) tellFigures(number map[string]int) string {
	total := 0
	for _, count := range number {
		total += count
	}
	return fmt.Sprintf("%d: %s", total, tellNumbers(number))
}

// TestRandomMunicipalitiesHaveEverything holds the tests over random municipalities to what
// they are for: none of what can be derived is missing from them.
func TestRandomMunicipalitiesHaveEverything(t *testing.T) {
	number := make(map[string]int)
	for seed := range uint64(1000) {
		m := newMaker(seed)
		c := m.city()
		n := naive{c, Options{Date: m.reference()}}
		for _, w := range n.Wijken {
			for _, need := range n.needs(w.ID) {
				number["need "+n.needStatus(need)]++
				for name, is := range map[string]bool{
					"asked again": !n.askedSince(need).IsZero(), "archived": n.inCurrent(need) == nil,
					"no longer asked": n.inCurrent(need) != nil && !n.counts(need),
				} {
					if is {
						number[name]++
					}
				}
				for _, c := range n.commitments() {
					if n.namesNeed(c, need) {
						outcome, _ := n.outcome(c, need)
						number["outcome "+outcome]++
						if n.leadsNowhere(c) {
							number["ring"]++
						}
					}
				}
			}
		}
		for _, c := range n.commitments() {
			number["commitment "+n.status(c.Commitment)]++
			for name, is := range map[string]bool{
				"late": n.late(c.Commitment), "moved": n.moved(c.Commitment), "later": n.laterThanPromised(c.Commitment), "silent": n.silent(c),
			} {
				if is {
					number[name]++
				}
			}
		}
	}
	for _, name := range []string{
		"need in-uitvoering", "need toegezegd", "need vervuld", "need nagekomen", "need deels-nagekomen", "need in-onderzoek",
		"need niet-opgenomen", "need vervallen", "need onbekend", "need onbeantwoord",
		"outcome eerder", "outcome open", "outcome nagekomen", "outcome half", "outcome verloren", "outcome overgedragen",
		"commitment niets-gemeld", "commitment niet-gestart", "commitment in-voorbereiding", "commitment in-uitvoering", "commitment gerealiseerd",
		"commitment deels-gerealiseerd", "commitment doorgeschoven", "commitment vervallen",
		"late", "moved", "later", "silent", "asked again", "archived", "no longer asked",
	} {
		if number[name] < 10 {
			t.Errorf("%s: only %d times", name, number[name])
		}
	}
	if number["ring"] == 0 {
		t.Error("no commitments are handed on in a ring")
	}
	t.Log(number)
}
