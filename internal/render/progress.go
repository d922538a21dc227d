package render

import (
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// progressView is how the whole stands: per wijk, per theme, where wijken and
// departments meet, and what asks for attention.
type progressView struct {
	frame
	Lead       string
	Figures    figures
	Wijken     []wijkRow
	Themes     []themeRow
	ByWijk     countTable
	ByTheme    countTable
	Matrix     matrix
	Unanswered []needGroup
	Late       []commitmentRow
	Moved      []commitmentRow
	Glossary   []glossaryGroup
}

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

func (d *desk) progress(p *plan.Page) *progressView {
	v := &progressView{
		frame:      d.frame(p, d.words.Text("menu.progress"), d.say("progress.description", "city", d.shell.City)),
		Figures:    d.figures(d.graph.Figures, wholeBar),
		Wijken:     d.wijkRows(p.Rows.Wijken, rowBar),
		Matrix:     d.matrix(p.Rows.Wijken),
		Unanswered: d.needGroups(p.Rows.Needs),
		Late:       d.lateRows(p.Rows.Commitments),
		Moved:      d.chosenRows(p.Rows.Commitments, func(c *relate.Commitment) bool { return c.Moved }),
		ByWijk:     d.countsByWijk(p.Rows.Wijken),
	}
	if p.Parent == nil {
		v.Lead = d.progressLead()
		v.Themes = d.themeRows(rowBar)
		v.ByTheme = d.countsByTheme()
	}
	v.Glossary = d.explained()
	return v
}

// meeting counts the commitments of a department for a wijk.
type meeting struct {
	total, done, late int
	own               bool // one of them is for this wijk alone
}

// add counts a commitment.
func (n *meeting) add(c *relate.Commitment) {
	n.total++
	if c.Status() == relate.Realised {
		n.done++
	}
	if c.Late {
		n.late++
	}
	n.own = n.own || onlyWijk(c) != nil
}

// matrix returns where wijken and departments meet; departments that meet none
// of them have no column.
func (d *desk) matrix(wijken []*relate.Wijk) matrix {
	columns, at := d.departmentsOf(wijken)
	if len(columns) == 0 {
		return matrix{}
	}
	m := matrix{Columns: d.links.take(len(columns)), Rows: make([]matrixRow, len(wijken))}
	addresses := make([]columnURL, len(columns))
	for i, of := range columns {
		m.Columns[i] = d.departmentLink(of)
		addresses[i] = columnURL{m.Columns[i].URL, len(d.site.Page(plan.DepartmentURL(of)).Parts) > 0}
	}
	foot, counted := make([]meeting, len(columns)+1), make(map[*relate.Commitment]bool)
	row := make([]meeting, len(columns)+1) // the last of all
	for i, w := range wijken {
		clear(row)
		for _, c := range w.Commitments {
			if !isCounted(c) {
				continue
			}
			column := at[c.Programme.Department]
			row[column].add(c)
			row[len(columns)].add(c)
			if len(c.Wijken) > 1 { // once in the totals, for however many wijken it is
				if counted[c] {
					continue
				}
				counted[c] = true
			}
			foot[column].add(c)
			foot[len(columns)].add(c)
		}
		cells := d.cells.take(len(columns) + 1)
		for j, address := range addresses {
			cells[j] = d.matrixCell(row[j], d.meetingURL(address, w, row[j]))
		}
		cells[len(columns)] = d.matrixCell(row[len(columns)], "")
		m.Rows[i] = matrixRow{d.wijkLink(w), cells}
	}
	m.Foot = d.cells.take(len(columns) + 1)
	for j, address := range addresses {
		m.Foot[j] = d.matrixCell(foot[j], address.page)
	}
	m.Foot[len(columns)] = d.matrixCell(foot[len(columns)], "")
	return m
}

// isCounted tells whether a commitment counts where wijken and departments meet.
func isCounted(c *relate.Commitment) bool {
	return c.Programme.Department != nil && !c.Programme.Withdrawn
}

// departmentsOf returns the departments that meet some wijken, in display order, and
// the place of each in that order.
func (d *desk) departmentsOf(wijken []*relate.Wijk) (met []*relate.Department, at map[*relate.Department]int) {
	at = make(map[*relate.Department]int)
	for _, w := range wijken {
		for _, c := range w.Commitments {
			if isCounted(c) {
				at[c.Programme.Department] = 0
			}
		}
	}
	for _, of := range d.graph.Departments {
		if _, ok := at[of]; ok {
			at[of] = len(met)
			met = append(met, of)
		}
	}
	return met, at
}

func (d *desk) matrixCell(n meeting, address string) matrixCell {
	if n.total == 0 {
		return matrixCell{}
	}
	return matrixCell{
		URL: address, Total: n.total, Done: n.done, Late: n.late,
		Noun:     d.count("matrix.commitments", n.total),
		DoneWord: d.words.Text("matrix.done"),
		LateWord: d.words.Text("matrix.late"),
	}
}

// columnURL is the address of the department of a column.
type columnURL struct {
	page  string
	parts bool // the page is the front of several
}

// meetingURL returns where the commitments of a department for a wijk are listed.
func (d *desk) meetingURL(of columnURL, w *relate.Wijk, n meeting) string {
	switch {
	case n.total == 0:
		return ""
	case of.parts:
		return of.page
	case n.own:
		return d.join(of.page, "#", d.departmentAnchor(w))
	default:
		return d.join(of.page, "#", d.departmentAnchor(nil))
	}
}

// progressLead says in a sentence what was asked, committed to and done.
func (d *desk) progressLead() string {
	var all meeting
	departments := make(map[*relate.Department]bool)
	for _, c := range d.graph.Commitments {
		if isCounted(c) {
			all.add(c)
			departments[c.Programme.Department] = true
		}
	}
	if all.total == 0 {
		return d.say("progress.description", "city", d.shell.City)
	}
	said := d.count("progress.asked", d.graph.Figures.Total, "who", d.count("count.wijken", len(d.graph.Wijken))) + " " +
		d.count("progress.committed", all.total, "who", d.count("count.departments", len(departments))) + " " +
		d.count("progress.done", all.done)
	if all.late > 0 {
		said += " " + d.count("progress.late", all.late)
	}
	return said
}

func (d *desk) countsByWijk(wijken []*relate.Wijk) countTable {
	t := d.countTable(len(wijken))
	for i, w := range wijken {
		t.Rows[i] = countRow{d.wijkLink(w), d.countRow(w.Figures)}
	}
	if len(wijken) == len(d.graph.Wijken) {
		t.Foot = countRow{link{Text: d.words.Text("home.whole")}, d.countRow(d.graph.Figures)}
	}
	return t
}

func (d *desk) countsByTheme() countTable {
	t := d.countTable(len(d.graph.Themes))
	for i, theme := range d.graph.Themes {
		t.Rows[i] = countRow{d.themeLink(theme), d.countRow(theme.Figures)}
	}
	t.Foot = countRow{link{Text: d.words.Text("home.whole")}, d.countRow(d.graph.Figures)}
	return t
}

// countTable returns a table with a column for each status, and one for all.
func (d *desk) countTable(rows int) countTable {
	t := countTable{Rows: make([]countRow, rows)}
	for _, s := range relate.NeedStatuses() {
		t.Columns = append(t.Columns, d.words.Text(needKind+s.String()))
	}
	t.Columns = append(t.Columns, d.words.Text("count.all"))
	return t
}

func (d *desk) countRow(f relate.Figures) []int {
	row := append(d.numbers.take(len(f.By) + 1)[:0], f.By[:]...)
	return append(row, f.Total)
}
