package check

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/dutch"
	"wijkvisie/internal/relate"
)

// leastInCommon is the part of the words of the shorter text that two texts must
// share to look as if they belong together.
const leastInCommon = 0.34

// matches reports a commitment that names no need beside the need, of a wijk that
// it is for, that nobody answered and that is about the same: perhaps the two
// belong together. A need whose own text is closer comes first.
func (k *checker) matches() {
	if !k.opt.Language {
		return
	}
	waiting := make(map[*relate.Wijk][]*relate.Need)
	for _, n := range k.graph.Needs {
		if n.Current && n.Status == relate.NeedUnanswered {
			waiting[n.Wijk] = append(waiting[n.Wijk], n)
		}
	}
	if len(waiting) == 0 {
		return
	}
	stems := make(map[*relate.Need]map[string]bool)
	for _, c := range k.graph.Commitments {
		if len(c.Commitment.Needs) > 0 || c.Programme.Withdrawn {
			continue
		}
		said := dutch.Stems(c.Title.Value + " " + c.Explanation.Value)
		var found []match
		for _, w := range c.Wijken {
			for _, n := range waiting[w] {
				if stems[n] == nil {
					stems[n] = dutch.Stems(needText(n))
				}
				if m := compare(n, said, stems[n]); m.score >= leastInCommon {
					found = append(found, m)
				}
			}
		}
		if len(found) == 0 {
			continue
		}
		slices.SortStableFunc(found, func(a, b match) int {
			return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.need.ID, b.need.ID))
		})
		best := found[0]
		d := diag.At(c.ID.Pos, diag.PerhapsFor, c.ID.Value, best.need.ID, best.common, fmt.Sprintf("%d%%", int(100*best.score+0.5))).
			WithHint(diag.AddNeed, best.need.ID)
		for _, m := range found[:min(len(found), 3)] {
			d = d.WithRelated(m.need.Main.ID.Pos, diag.DefinedHere)
		}
		k.report(d)
	}
}

// match is a need that a commitment may be for.
type match struct {
	need   *relate.Need
	score  float64 // the part of the words that they share
	common []string
}

func compare(n *relate.Need, a, b map[string]bool) match {
	var common []string
	for s := range a {
		if b[s] {
			common = append(common, s)
		}
	}
	slices.Sort(common)
	shorter := min(len(a), len(b))
	if shorter == 0 || len(common) == 0 {
		return match{need: n}
	}
	return match{n, float64(len(common)) / float64(max(shorter, 2)), common}
}

// needText returns what a need is about: its title, its explanation, its theme and
// the words of its id.
func needText(n *relate.Need) string {
	text := n.Main.Title.Value + " " + n.Main.Explanation.Value + " " + strings.ReplaceAll(n.Name(), "-", " ")
	return strings.Join(slices.Sorted(maps.Keys(dutch.Stems(text))), " ")
}
