package view

import (
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// matrix is wijk × department: how many commitments, how many of them are done, and how
// many later than first promised. Every commitment is in one row: that of its wijk, or one
// for several wijken or for no one wijk; so the rows add up to the foot.
type matrix struct {
	Columns []link
	Upright bool // there are too many columns for heads side by side
	Huge    bool // and for all columns on a screen
	Rows    []matrixRow
	Foot    []matrixCell // of each department, and of all
}

type matrixRow struct {
	Title link
	Cells []matrixCell // of each department, and of all
}

type matrixCell struct {
	URL   string // empty where there is no list of just these
	Value int    // how many there are in all, to sort by; 0 where a wijk and a department do not meet
	Total string // the same as it is written
	Done  string
	Later string // empty when there are none

	// What the figures count: "toezeggingen", "klaar", "later dan beloofd".
	Noun, DoneWord, LaterWord string
}

const (
	mostHeads   = 8  // departments of which the names fit side by side
	mostColumns = 20 // departments of which the figures do
)

// matrixScope is what a row of the matrix counts.
type matrixScope struct {
	title       link
	of          *scope // whom it is for; nil when that is not one scope
	commitments []*relate.Commitment
}

// matrix returns where wijken and departments meet. Departments that meet none of them have
// no column.
func (b *Builder) matrix(p *plan.Page) matrix {
	scopes := b.matrixScopes(p)
	var all []*relate.Commitment
	for _, s := range scopes {
		all = append(all, s.commitments...)
	}
	if len(all) == 0 {
		return matrix{}
	}
	columns := b.matrixColumns(all)
	m := matrix{Upright: len(columns) > mostHeads, Huge: len(columns) > mostColumns}
	for _, c := range columns {
		m.Columns = append(m.Columns, c.link)
	}
	for _, s := range scopes {
		cells := b.matrixCells(columns, s.commitments, func(c matrixColumn) string { return b.urlOf(c, s) })
		m.Rows = append(m.Rows, matrixRow{s.title, cells})
	}
	m.Foot = b.matrixCells(columns, all, func(c matrixColumn) string { return c.URL })
	return m
}

// matrixScopes returns what the rows of the matrix on a page count: the wijken of the page,
// and on the page of the whole what is for several wijken or none. Where the wijken are on
// parts of the page, the page of the whole has one row for them.
func (b *Builder) matrixScopes(p *plan.Page) []matrixScope {
	var forOne, others []matrixScope
	commitments := make(map[*relate.Wijk][]*relate.Commitment)
	single := matrixScope{title: link{Text: b.Words.Text("progress.one-wijk")}}
	for _, of := range byScope(b.graph.Commitments) {
		if of.wijk == nil {
			others = append(others, matrixScope{b.scopeTitle(of.scope), &of.scope, of.commitments})
			continue
		}
		commitments[of.wijk] = of.commitments
		single.commitments = append(single.commitments, of.commitments...)
	}
	for _, w := range p.Rows.Wijken {
		s := scope{wijk: w}
		forOne = append(forOne, matrixScope{b.scopeTitle(s), &s, commitments[w]})
	}
	switch {
	case p.Parent != nil:
		return forOne
	case len(p.Parts) > 0 && len(p.Rows.Wijken) == 0:
		forOne = []matrixScope{single}
	}
	return append(forOne, others...)
}

// matrixColumn is a department that has a column.
type matrixColumn struct {
	link
	department *relate.Department // nil of the commitments of none
}

// matrixColumns returns the departments that made some commitments, in display order, and
// one for those of no department.
func (b *Builder) matrixColumns(commitments []*relate.Commitment) []matrixColumn {
	by := byDepartment(commitments)
	var columns []matrixColumn
	for _, d := range b.graph.Departments {
		if len(by[d]) > 0 {
			columns = append(columns, matrixColumn{b.departmentLink(d), d})
		}
	}
	if len(by[nil]) > 0 {
		columns = append(columns, matrixColumn{link: link{Text: b.Words.Text("progress.no-department")}})
	}
	return columns
}

// byDepartment returns commitments by the department that made them, nil when that does not
// exist.
func byDepartment(commitments []*relate.Commitment) map[*relate.Department][]*relate.Commitment {
	by := make(map[*relate.Department][]*relate.Commitment)
	for _, c := range commitments {
		by[c.Programme.Department] = append(by[c.Programme.Department], c)
	}
	return by
}

// urlOf returns where the commitments of the department in a column are listed that are in a
// row.
func (b *Builder) urlOf(c matrixColumn, row matrixScope) string {
	if c.department == nil || row.of == nil {
		return c.URL
	}
	return b.Href(row.of.partOf(b.site.Page(plan.DepartmentURL(c.department))).URL) + "#" + row.of.anchor()
}

// matrixCells returns a row of cells: one a column, and one of all.
func (b *Builder) matrixCells(columns []matrixColumn, commitments []*relate.Commitment, url func(matrixColumn) string) []matrixCell {
	by := byDepartment(commitments)
	cells := make([]matrixCell, 0, len(columns)+1)
	for _, c := range columns {
		cells = append(cells, b.matrixCell(tallyOf(by[c.department]), url(c)))
	}
	return append(cells, b.matrixCell(tallyOf(commitments), ""))
}

func (b *Builder) matrixCell(t tally, url string) matrixCell {
	if t.total == 0 {
		return matrixCell{}
	}
	cell := matrixCell{
		URL: url, Value: t.total, Total: b.Words.Number(t.total), Done: b.Words.Number(t.done()),
		Noun:      b.Words.Count("matrix.commitments", t.total),
		DoneWord:  b.Words.Text("matrix.done"),
		LaterWord: b.Words.Text("matrix.later"),
	}
	if n := t.later(); n > 0 {
		cell.Later = b.Words.Number(n)
	}
	return cell
}
