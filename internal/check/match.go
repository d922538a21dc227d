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

// minShared is the part of the words of the shorter text that two texts must share to be
// reported.
const minShared = 0.34

// matches reports commitments that name no need while a wijk that they are for has an
// unanswered need in much the same words: perhaps the two belong together.
func (k *checker) matches() {
	if !k.opt.Language {
		return
	}
	unanswered := make(map[*relate.Wijk][]*relate.Need)
	for _, n := range k.graph.Needs {
		if n.Current && n.Status == relate.NeedUnanswered {
			unanswered[n.Wijk] = append(unanswered[n.Wijk], n)
		}
	}
	if len(unanswered) == 0 {
		return
	}
	stems := make(map[*relate.Need]map[string]bool)
	for c := range untilEnd(k, k.graph.Commitments) {
		if len(c.Commitment.Needs) > 0 || c.Programme.Withdrawn {
			continue
		}
		words := dutch.Stems(c.Title.Value + " " + c.Explanation.Value)
		var found []match
		for _, w := range c.Wijken {
			for _, n := range unanswered[w] {
				if stems[n] == nil {
					stems[n] = dutch.Stems(needText(n))
				}
				if m := compare(n, words, stems[n]); m.score >= minShared {
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
		d := diag.At(c.ID.Pos, diag.PerhapsFor, c.ID.Value, best.need.ID, best.shared, fmt.Sprintf("%d%%", int(100*best.score+0.5))).
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
	shared []string
}

// compare returns how well a need matches, by its stems and those of a commitment.
func compare(n *relate.Need, a, b map[string]bool) match {
	var shared []string
	for s := range a {
		if b[s] {
			shared = append(shared, s)
		}
	}
	slices.Sort(shared)
	shorter := min(len(a), len(b))
	if shorter == 0 || len(shared) == 0 {
		return match{need: n}
	}
	return match{n, float64(len(shared)) / float64(max(shorter, 2)), shared}
}

// needText returns the stems of the words of a need, in its title, explanation and id.
func needText(n *relate.Need) string {
	text := n.Main.Title.Value + " " + n.Main.Explanation.Value + " " + strings.ReplaceAll(n.Name(), "-", " ")
	return strings.Join(slices.Sorted(maps.Keys(dutch.Stems(text))), " ")
}
