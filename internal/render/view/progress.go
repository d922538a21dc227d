package view

import (
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// progressView is how the whole stands: per wijk, per theme, where wijken and
// departments meet, and what asks for attention.
type progressView struct {
	pageFrame
	Lead        string
	Figures     figures
	Wijken      []wijkRow
	Themes      []themeRow
	ByWijk      countTable
	ByTheme     countTable
	Matrix      matrix
	Unanswered  []needGroup
	Late        []commitmentRow
	Rescheduled []commitmentRow
	Glossary    []glossaryGroup
}

// countTable is the figures of the charts as a table: how many needs there are of
// each status.
type countTable struct {
	Columns []string
	Rows    []countRow
	Foot    countRow // of the whole, when the rows are all there are
}

type countRow struct {
	link
	Counts []int
}

func (b *pageBuilder) progress(p *plan.Page) any {
	v := &progressView{
		pageFrame:   b.frame(p, b.Words.Text("menu.progress"), b.Words.Text("progress.description", "city", b.shell.City)),
		Figures:     b.figures(b.graph.Figures, wholeBar),
		Wijken:      b.wijkRows(p.Rows.Wijken, rowBar),
		Matrix:      b.matrix(p.Rows.Wijken),
		Unanswered:  b.needGroups(p.Rows.Needs),
		Late:        b.listedCommitments(late(p.Rows.Commitments)),
		Rescheduled: b.listedCommitments(rescheduled(p.Rows.Commitments)),
		ByWijk:      b.countsByWijk(p.Rows.Wijken),
	}
	if p.Parent == nil {
		v.Lead = b.progressLead()
		v.Themes = b.themeRows(rowBar)
		v.ByTheme = b.countsByTheme()
	}
	v.Glossary = b.glossary.groups()
	return v
}

// progressLead returns in a few sentences what was asked, committed to and done.
func (b *Builder) progressLead() string {
	all := make(rowCounts)
	for _, c := range b.graph.Commitments {
		if isOfDepartment(c) {
			all.add(c)
		}
	}
	total := all[nil]
	if total.total == 0 {
		return b.Words.Text("progress.description", "city", b.shell.City)
	}
	departments := len(all) - 1 // less that of all
	lead := b.Words.Count("progress.asked", b.graph.Figures.Total, "who", b.Words.Count("count.wijken", len(b.graph.Wijken))) + " " +
		b.Words.Count("progress.committed", total.total, "who", b.Words.Count("count.departments", departments)) + " " +
		b.Words.Count("progress.done", total.done)
	if total.late > 0 {
		lead += " " + b.Words.Count("progress.late", total.late)
	}
	return lead
}

// countsByWijk returns the figures of some wijken, and of the whole when they are all
// there are.
func (b *Builder) countsByWijk(wijken []*relate.Wijk) countTable {
	t := countTable{Columns: b.countColumns()}
	for _, w := range wijken {
		t.Rows = append(t.Rows, countRow{b.wijkLink(w), countsOf(w.Figures)})
	}
	if len(wijken) == len(b.graph.Wijken) {
		t.Foot = b.countsOfWhole()
	}
	return t
}

// countsByTheme returns the figures of the themes, and of the whole.
func (b *Builder) countsByTheme() countTable {
	t := countTable{Columns: b.countColumns(), Foot: b.countsOfWhole()}
	for _, theme := range b.graph.Themes {
		t.Rows = append(t.Rows, countRow{b.themeLink(theme), countsOf(theme.Figures)})
	}
	return t
}

// countColumns returns the titles of a column for each status, and one for all.
func (b *Builder) countColumns() []string {
	var columns []string
	for _, s := range relate.NeedStatuses() {
		columns = append(columns, b.Words.Text(needStatusPrefix+s.String()))
	}
	return append(columns, b.Words.Text("count.all"))
}

func (b *Builder) countsOfWhole() countRow {
	return countRow{link{Text: b.Words.Text("home.whole")}, countsOf(b.graph.Figures)}
}

// countsOf returns how many needs there are of each status, and of all.
func countsOf(f relate.Figures) []int { return append(f.By[:], f.Total) }
