package view

import (
	"wijkvisie/internal/relate"
)

// countTable is a table of numbers.
type countTable struct {
	Columns []string
	Rows    []countRow
	Foot    []countRow // of the whole, when the rows are all there are
}

type countRow struct {
	link
	Note   string // what kind of row it is; empty for most
	Counts []string
}

// countsByWijk returns how many needs there are of each status for some wijken, and for the
// whole when they are all there are.
func (b *Builder) countsByWijk(wijken []*relate.Wijk) countTable {
	t := countTable{Columns: b.needColumns()}
	for _, w := range wijken {
		t.Rows = append(t.Rows, b.needCounts(b.wijkLink(w), w.Figures))
	}
	if len(wijken) == len(b.graph.Wijken) {
		t.Foot = []countRow{b.needCounts(b.whole(), b.graph.Figures)}
	}
	return t
}

// countsByTheme returns how many needs there are of each status for every theme, and for
// the whole.
func (b *Builder) countsByTheme() countTable {
	t := countTable{Columns: b.needColumns()}
	for _, theme := range b.graph.Themes {
		t.Rows = append(t.Rows, b.needCounts(b.themeLink(theme), theme.Figures))
	}
	if rest := b.withoutTheme(); rest.Total > 0 {
		t.Rows = append(t.Rows, b.needCounts(link{Text: b.Words.Text("progress.no-theme")}, rest))
	}
	t.Foot = []countRow{b.needCounts(b.whole(), b.graph.Figures)}
	return t
}

// withoutTheme returns the figures of the needs that are of no theme which exists.
func (b *Builder) withoutTheme() relate.Figures {
	var f relate.Figures
	for _, n := range b.graph.Needs {
		if n.Current && n.Main.Theme == nil {
			f.Add(n)
		}
	}
	return f
}

func (b *Builder) whole() link { return link{Text: b.Words.Text("home.whole")} }

// needColumns returns the titles of a column for each status that a need has, and one for
// all.
func (b *Builder) needColumns() []string {
	var columns []string
	for _, s := range relate.NeedStatuses() {
		if b.graph.Figures.By[s] > 0 {
			columns = append(columns, b.Words.Text(needStatusPrefix+s.String()))
		}
	}
	return append(columns, b.Words.Text("count.all"))
}

// needCounts returns a row of how many needs there are of each status, and of all.
func (b *Builder) needCounts(title link, f relate.Figures) countRow {
	row := countRow{link: title}
	for _, s := range relate.NeedStatuses() {
		if b.graph.Figures.By[s] > 0 {
			row.Counts = append(row.Counts, b.Words.Number(f.By[s]))
		}
	}
	row.Counts = append(row.Counts, b.Words.Number(f.Total))
	return row
}

// tallyColumn is a column of the table of departments.
type tallyColumn struct {
	key    string
	number func(t *tally) int
	always bool // it is there even if it is 0 for all
}

// tallyColumns returns the columns of the table of departments. What was promised is done,
// done in part, open, handed on, to something or to nothing, dropped or withdrawn; the other
// columns are how many of those.
func tallyColumns() []tallyColumn {
	return []tallyColumn{
		{"departments.promised", func(t *tally) int { return t.total }, true},
		{"departments.done", (*tally).done, true},
		{"departments.done-in-time", func(t *tally) int { return t.doneInTime }, true},
		{"departments.done-later", func(t *tally) int { return t.doneLater }, true},
		{"departments.done-undated", func(t *tally) int { return t.doneUndated }, false},
		{"departments.partly", func(t *tally) int { return t.partly }, false},
		{"departments.open", func(t *tally) int { return t.open }, true},
		{"departments.handed-on", func(t *tally) int { return t.handedOn }, false},
		{"departments.handed-to-nothing", func(t *tally) int { return t.handedToNothing }, false},
		{"departments.dropped", func(t *tally) int { return t.dropped }, true},
		{"departments.withdrawn", func(t *tally) int { return t.withdrawn }, false},
		{"departments.later", (*tally).later, true},
		{"departments.silent", func(t *tally) int { return t.silent }, true},
	}
}

// countsByDepartment returns what became of the commitments of every department that made
// some, then of every partner, and of all.
func (b *Builder) countsByDepartment() countTable {
	all := tallyOf(b.graph.Commitments)
	if all.total == 0 {
		return countTable{}
	}
	var t countTable
	var columns []tallyColumn
	for _, c := range tallyColumns() {
		if c.always || c.number(&all) > 0 {
			columns = append(columns, c)
			t.Columns = append(t.Columns, b.Words.Text(c.key))
		}
	}
	row := func(title link, note string, of tally) countRow {
		r := countRow{link: title, Note: note}
		for _, c := range columns {
			r.Counts = append(r.Counts, b.Words.Number(c.number(&of)))
		}
		return r
	}
	by := byDepartment(b.graph.Commitments)
	var ofDepartments, ofPartners []*relate.Commitment
	var partners []countRow
	for _, d := range b.graph.Departments {
		switch of := by[d]; {
		case len(of) == 0:
		case d.IsPartner():
			ofPartners = append(ofPartners, of...)
			partners = append(partners, row(b.departmentLink(d), b.Words.Text("partner"), tallyOf(of)))
		default:
			ofDepartments = append(ofDepartments, of...)
			t.Rows = append(t.Rows, row(b.departmentLink(d), "", tallyOf(of)))
		}
	}
	if of := by[nil]; len(of) > 0 {
		ofDepartments = append(ofDepartments, of...)
		t.Rows = append(t.Rows, row(link{Text: b.Words.Text("progress.no-department")}, "", tallyOf(of)))
	}
	if len(ofDepartments) > 0 && len(ofPartners) > 0 {
		t.Foot = []countRow{
			row(link{Text: b.Words.Text("departments.of-city")}, "", tallyOf(ofDepartments)),
			row(link{Text: b.Words.Text("departments.partners")}, "", tallyOf(ofPartners)),
		}
	}
	t.Rows = append(t.Rows, partners...)
	t.Foot = append(t.Foot, row(link{Text: b.Words.Text("progress.together")}, "", all))
	return t
}
