package view

import (
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// matrix is wijk × department: how many commitments, how many of them are done
// and how many late.
type matrix struct {
	Columns []link
	Rows    []matrixRow
	Foot    []matrixCell // of each department, and of all
}

type matrixRow struct {
	Wijk  link
	Cells []matrixCell // of each department, and of all
}

type matrixCell struct {
	URL   string // empty where there is no list of just these
	Total int    // 0 where a wijk and a department do not meet
	Done  int
	Late  int

	// What the figures count: "toezeggingen", "klaar", "te laat".
	Noun, DoneWord, LateWord string
}

// matrix returns where wijken and departments meet; departments that meet none
// of them have no column.
func (b *Builder) matrix(wijken []*relate.Wijk) matrix {
	columns := b.matrixColumns(wijken)
	if len(columns) == 0 {
		return matrix{}
	}
	var m matrix
	for _, c := range columns {
		m.Columns = append(m.Columns, c.link)
	}
	total, counted := make(rowCounts), make(map[*relate.Commitment]bool)
	for _, w := range wijken {
		row := make(rowCounts)
		for _, c := range w.Commitments {
			if !isOfDepartment(c) {
				continue
			}
			row.add(c)
			if !counted[c] { // once in the total, for however many wijken it is
				counted[c] = true
				total.add(c)
			}
		}
		cells := b.matrixCells(columns, row, func(c matrixColumn) string { return c.urlOf(w, row[c.department]) })
		m.Rows = append(m.Rows, matrixRow{b.wijkLink(w), cells})
	}
	m.Foot = b.matrixCells(columns, total, func(c matrixColumn) string { return c.URL })
	return m
}

// matrixColumn is a department that has a column.
type matrixColumn struct {
	link
	department *relate.Department
	split      bool // its commitments are listed on several pages
}

// matrixColumns returns the departments that meet some wijken, in display order.
func (b *Builder) matrixColumns(wijken []*relate.Wijk) []matrixColumn {
	met := make(map[*relate.Department]bool)
	for _, w := range wijken {
		for _, c := range w.Commitments {
			if isOfDepartment(c) {
				met[c.Programme.Department] = true
			}
		}
	}
	var columns []matrixColumn
	for _, d := range b.graph.Departments {
		if met[d] {
			columns = append(columns, matrixColumn{b.departmentLink(d), d, len(b.site.Page(plan.DepartmentURL(d)).Parts) > 0})
		}
	}
	return columns
}

// urlOf returns where the commitments of the department for a wijk are listed.
func (c *matrixColumn) urlOf(w *relate.Wijk, n cellCounts) string {
	switch {
	case c.split:
		return c.URL
	case n.own:
		return c.URL + "#" + departmentAnchor(w)
	default:
		return c.URL + "#" + departmentAnchor(nil)
	}
}

// matrixCells returns a row of cells: one a column, and one of all.
func (b *Builder) matrixCells(columns []matrixColumn, row rowCounts, url func(matrixColumn) string) []matrixCell {
	cells := make([]matrixCell, 0, len(columns)+1)
	for _, c := range columns {
		cells = append(cells, b.matrixCell(row[c.department], url(c)))
	}
	return append(cells, b.matrixCell(row[nil], ""))
}

func (b *Builder) matrixCell(n cellCounts, url string) matrixCell {
	if n.total == 0 {
		return matrixCell{}
	}
	return matrixCell{
		URL: url, Total: n.total, Done: n.done, Late: n.late,
		Noun:     b.Words.Count("matrix.commitments", n.total),
		DoneWord: b.Words.Text("matrix.done"),
		LateWord: b.Words.Text("matrix.late"),
	}
}

// cellCounts counts the commitments of a department for a wijk.
type cellCounts struct {
	total, done, late int
	own               bool // one of them is for one wijk alone
}

// rowCounts are the rowCounts of departments, and under nil that of all departments.
type rowCounts map[*relate.Department]cellCounts

// add counts a commitment.
func (m rowCounts) add(c *relate.Commitment) {
	for _, d := range []*relate.Department{nil, c.Programme.Department} {
		n := m[d]
		n.total++
		if c.Status == relate.Realised {
			n.done++
		}
		if c.Late {
			n.late++
		}
		n.own = n.own || onlyWijk(c) != nil
		m[d] = n
	}
}

// isOfDepartment reports whether a commitment counts where wijken and departments meet.
func isOfDepartment(c *relate.Commitment) bool {
	return c.Programme.Department != nil && !c.Programme.Withdrawn
}
