package view

import (
	"cmp"
	"math"
	"slices"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// needGroup is the needs of one wijk in a list.
type needGroup struct {
	ID    string // the anchor
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
			groups = append(groups, needGroup{ID: "wv-vraag-" + n.Wijk.ID, Wijk: b.wijkLink(n.Wijk)})
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
	Title       link   // with an address when they are for one wijk
	Note        string
	Commitments []commitmentRow
}

// commitmentGroups returns commitments by wijk, in display order. Those for several
// wijken come after them, and those for no one wijk last.
func (b *pageBuilder) commitmentGroups(commitments []*relate.Commitment) []commitmentGroup {
	var groups []commitmentGroup
	for _, of := range byScope(commitments) {
		groups = append(groups, commitmentGroup{
			ID:          of.anchor(),
			Title:       b.scopeTitle(of.scope),
			Note:        b.tallyInWords(tallyOf(of.commitments)),
			Commitments: b.listedCommitments(of.commitments),
		})
	}
	return groups
}

// scope is whom a commitment is for. Every commitment has one.
type scope struct {
	wijk    *relate.Wijk // the only one; else nil
	several bool         // it is for several wijken
}

// scopeOf returns whom a commitment is for.
func scopeOf(c *relate.Commitment) scope {
	switch len(c.Wijken) {
	case 0:
		return scope{}
	case 1:
		return scope{wijk: c.Wijken[0]}
	}
	return scope{several: true}
}

// rank orders scopes: wijken in display order, several, and none.
func (s scope) rank() int {
	switch {
	case s.wijk != nil:
		return s.wijk.Ordinal
	case s.several:
		return math.MaxInt - 1
	}
	return math.MaxInt
}

// anchor returns the id of the commitments of a scope on the page of a department.
func (s scope) anchor() string {
	switch {
	case s.wijk != nil:
		return "wv-wijk-" + s.wijk.ID
	case s.several:
		return "wv-wijken"
	}
	return "wv-stad"
}

// partOf returns the page that lists what of a page is for the scope.
func (s scope) partOf(p *plan.Page) *plan.Page {
	switch {
	case s.wijk != nil:
		return p.PartFor(plan.OfWijken, s.wijk)
	case s.several:
		return p.PartFor(plan.OfSeveralWijken, nil)
	}
	return p.PartFor(plan.OfNoWijk, nil)
}

// scopeTitle returns what stands above the commitments of a scope.
func (b *Builder) scopeTitle(s scope) link {
	switch {
	case s.wijk != nil:
		return b.wijkLink(s.wijk)
	case s.several:
		return link{Text: b.Words.Text("commitments.several-wijken")}
	}
	return link{Text: b.Words.Text("commitments.no-wijk")}
}

// scopedCommitments is the commitments of one scope.
type scopedCommitments struct {
	scope
	commitments []*relate.Commitment
}

// byScope groups commitments by whom they are for, in the order of the scopes.
func byScope(commitments []*relate.Commitment) []scopedCommitments {
	rank := func(c *relate.Commitment) int { return scopeOf(c).rank() }
	sorted := slices.Clone(commitments)
	slices.SortStableFunc(sorted, func(a, b *relate.Commitment) int { return cmp.Compare(rank(a), rank(b)) })
	var groups []scopedCommitments
	for from, to := 0, 0; from < len(sorted); from = to {
		for to = from; to < len(sorted) && rank(sorted[to]) == rank(sorted[from]); to++ {
		}
		groups = append(groups, scopedCommitments{scopeOf(sorted[from]), sorted[from:to]})
	}
	return groups
}
