package opendata

import (
	"cmp"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/demand"
	"wijkvisie/internal/relate"
)

// sorted returns a list by id.
func sorted[T any](list []T, id func(T) string) []T {
	return slices.SortedStableFunc(slices.Values(list), func(a, b T) int { return strings.Compare(id(a), id(b)) })
}

func sortedWijken(g *relate.Graph) []*relate.Wijk {
	return sorted(g.Wijken, func(w *relate.Wijk) string { return w.ID })
}

func sortedVisions(g *relate.Graph) []*relate.Vision {
	var all []*relate.Vision
	for _, w := range g.Wijken {
		all = append(all, w.Visions...)
	}
	return sorted(all, func(v *relate.Vision) string { return v.ID })
}

func sortedNeeds(g *relate.Graph) []*relate.Need {
	return sorted(g.Needs, func(n *relate.Need) string { return n.ID })
}

func sortedCommitments(g *relate.Graph) []*relate.Commitment {
	return sorted(g.Commitments, func(c *relate.Commitment) string { return c.ID.Value })
}

// report is a report of the progress of a commitment.
type report struct {
	*city.ProgressEntry
	of        *relate.Commitment
	successor string // the id of the commitment that takes over; empty for none, or one that is hidden
}

// sortedReports returns the reports of all commitments, in the order of the commitments.
func sortedReports(g *relate.Graph) []report {
	commitments := sortedCommitments(g)
	present := presentIDs(commitments)
	var reports []report
	for _, c := range commitments {
		for _, p := range c.Progress {
			reports = append(reports, report{p, c, present[p.To.Value]})
		}
	}
	return reports
}

// presentIDs returns the id that commitments have now, by every id that they have or had.
func presentIDs(commitments []*relate.Commitment) map[string]string {
	ids := make(map[string]string)
	for _, c := range commitments {
		for _, former := range c.Former {
			ids[former.Value] = c.ID.Value
		}
	}
	for _, c := range commitments {
		ids[c.ID.Value] = c.ID.Value
	}
	return ids
}

func sortedAnswers(g *relate.Graph) []*relate.Answer {
	return slices.SortedStableFunc(slices.Values(g.Answers), func(a, b *relate.Answer) int {
		return cmp.Or(cmp.Compare(a.Of.ID, b.Of.ID), a.Date.Compare(b.Date.Day), cmp.Compare(a.Programme.ID, b.Programme.ID), cmp.Compare(a.FirstLine.Start, b.FirstLine.Start))
	})
}

// demandRows returns whether what the wijken ask leads what the departments do.
func demandRows(g *relate.Graph) []demand.Row { return demand.Of(g).Rows() }

// judgement is a judgement on how a need was met.
type judgement struct {
	*relate.Judgement
	of *relate.Need
}

// sortedJudgements returns the judgements on all needs, in the order of the needs.
func sortedJudgements(g *relate.Graph) []judgement {
	var judgements []judgement
	for _, n := range sortedNeeds(g) {
		all := slices.SortedStableFunc(slices.Values(n.Judgements), func(a, b *relate.Judgement) int {
			return cmp.Or(a.Date.Compare(b.Date.Day), cmp.Compare(a.Vision.ID, b.Vision.ID), cmp.Compare(a.FirstLine.Start, b.FirstLine.Start))
		})
		for _, j := range all {
			judgements = append(judgements, judgement{j, n})
		}
	}
	return judgements
}
