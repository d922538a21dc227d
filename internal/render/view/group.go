package view

import (
	"cmp"
	"math"
	"slices"

	"wijkvisie/internal/relate"
)

// needGroup is the needs of one wijk in a list.
type needGroup struct {
	Wijk  link
	Needs []needRow
}

// needRow is a need in a list.
type needRow struct {
	link
	Theme  link
	Status Badge
}

// needGroups returns needs by wijk. They come in the order of the wijken.
func (b *pageBuilder) needGroups(needs []*relate.Need) []needGroup {
	rows := make([]needRow, len(needs))
	var groups []needGroup
	from := 0
	for i, n := range needs {
		if i == 0 || n.Wijk != needs[i-1].Wijk {
			groups = append(groups, needGroup{Wijk: b.wijkLink(n.Wijk)})
			from = i
		}
		rows[i] = needRow{b.needLink(n), b.themeLink(n.Main.Theme), b.glossary.need(n.Status)}
		groups[len(groups)-1].Needs = rows[from : i+1]
	}
	return groups
}

// commitmentGroup is the commitments for one wijk in a list.
type commitmentGroup struct {
	ID          string // the anchor
	Wijk        link   // zero for those that concern several wijken or none
	Title       string
	Note        string
	Commitments []commitmentRow
}

// commitmentGroups returns commitments by wijk, in display order. Those that
// concern several wijken, or none, come last.
func (b *pageBuilder) commitmentGroups(commitments []*relate.Commitment) []commitmentGroup {
	var groups []commitmentGroup
	for _, of := range byWijk(commitments) {
		g := commitmentGroup{
			ID:          departmentAnchor(of.wijk),
			Note:        b.tallyInWords(b.tally(of.commitments)),
			Commitments: b.listedCommitments(of.commitments),
		}
		g.Wijk, g.Title = b.groupTitle(of.wijk)
		groups = append(groups, g)
	}
	return groups
}

// departmentAnchor returns the id of the commitments for one wijk on the page of
// a department; of those for several wijken when there is no one wijk.
func departmentAnchor(w *relate.Wijk) string {
	if w == nil {
		return "wv-wijken"
	}
	return "wv-wijk-" + w.ID
}

// groupTitle returns what stands above the commitments for one wijk; above those for
// several wijken, or none, when it is nil.
func (b *Builder) groupTitle(w *relate.Wijk) (to link, title string) {
	if w == nil {
		return link{}, b.Words.Text("commitments.several-wijken")
	}
	return b.wijkLink(w), w.Name.Value
}

// wijkCommitments is the commitments for one wijk.
type wijkCommitments struct {
	wijk        *relate.Wijk // nil of those for several wijken, or none
	commitments []*relate.Commitment
}

// byWijk groups commitments by wijk, in display order; those that concern several, or
// none, come last.
func byWijk(commitments []*relate.Commitment) []wijkCommitments {
	rank := func(c *relate.Commitment) int {
		if w := onlyWijk(c); w != nil {
			return w.Ordinal
		}
		return math.MaxInt
	}
	sorted := slices.Clone(commitments)
	slices.SortStableFunc(sorted, func(a, b *relate.Commitment) int { return cmp.Compare(rank(a), rank(b)) })
	var groups []wijkCommitments
	for from, to := 0, 0; from < len(sorted); from = to {
		for to = from; to < len(sorted) && rank(sorted[to]) == rank(sorted[from]); to++ {
		}
		groups = append(groups, wijkCommitments{onlyWijk(sorted[from]), sorted[from:to]})
	}
	return groups
}

// onlyWijk returns the wijk that a commitment is for, nil when there are several
// or none.
func onlyWijk(c *relate.Commitment) *relate.Wijk {
	if len(c.Wijken) == 1 {
		return c.Wijken[0]
	}
	return nil
}
