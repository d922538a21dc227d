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

func (r *Renderer) progress(p *plan.Page) progressView {
	words := r.newGlossary()
	v := progressView{
		frame:      r.frame(p, r.words.Text("menu.progress"), r.words.Text("progress.description", "city", r.shell.City)),
		Figures:    r.figures(r.graph.Figures, words, wholeBar),
		Wijken:     r.wijkRows(p.Rows.Wijken, words, rowBar),
		Matrix:     r.matrix(p.Rows.Wijken),
		Unanswered: r.needGroups(p.Rows.Needs, words),
		Late:       r.lateRows(p.Rows.Commitments, words),
	}
	v.ByWijk = r.countsByWijk(p.Rows.Wijken)
	if p.Parent == nil {
		v.Lead = r.progressLead()
		v.Themes = r.themeRows(words, rowBar)
		v.ByTheme = r.countsByTheme()
	}
	for _, c := range p.Rows.Commitments {
		if c.Moved {
			v.Moved = append(v.Moved, r.listedCommitment(c, words))
		}
	}
	v.Glossary = words.list()
	return v
}

// meeting is where a wijk and a department meet.
type meeting struct {
	wijk       *relate.Wijk
	department *relate.Department
}

// meetingCount counts the commitments of a department for a wijk.
type meetingCount struct {
	total, done, late int
	own               bool // one of them is for this wijk alone
}

// add counts a commitment.
func (n *meetingCount) add(c *relate.Commitment) {
	n.total++
	if c.Status == relate.Realised {
		n.done++
	}
	if c.Late {
		n.late++
	}
	n.own = n.own || onlyWijk(c) != nil
}

// matrix returns where wijken and departments meet; departments that meet none
// of them have no column.
func (r *Renderer) matrix(wijken []*relate.Wijk) matrix {
	counts := make(map[meeting]*meetingCount)
	met := make(map[*relate.Department]*meetingCount)
	total := new(meetingCount)
	counted := make(map[*relate.Commitment]bool) // once in the totals, for however many wijken it is
	for _, w := range wijken {
		counts[meeting{w, nil}] = new(meetingCount)
		for _, c := range w.Commitments {
			d := c.Programme.Department
			if d == nil || c.Programme.Withdrawn {
				continue
			}
			if counts[meeting{w, d}] == nil {
				counts[meeting{w, d}] = new(meetingCount)
			}
			if met[d] == nil {
				met[d] = new(meetingCount)
			}
			counts[meeting{w, d}].add(c)
			counts[meeting{w, nil}].add(c)
			if !counted[c] {
				counted[c] = true
				met[d].add(c)
				total.add(c)
			}
		}
	}
	var m matrix
	var columns []*relate.Department
	for _, d := range r.graph.Departments {
		if met[d] != nil {
			columns = append(columns, d)
			m.Columns = append(m.Columns, r.departmentLink(d))
			m.Foot = append(m.Foot, r.matrixCell(met[d], r.href(plan.DepartmentURL(d))))
		}
	}
	if len(columns) == 0 {
		return m
	}
	m.Foot = append(m.Foot, r.matrixCell(total, ""))
	for _, w := range wijken {
		row := matrixRow{Wijk: r.wijkLink(w)}
		for _, d := range columns {
			at := meeting{w, d}
			row.Cells = append(row.Cells, r.matrixCell(counts[at], r.meetingURL(at, counts[at])))
		}
		row.Cells = append(row.Cells, r.matrixCell(counts[meeting{w, nil}], ""))
		m.Rows = append(m.Rows, row)
	}
	return m
}

func (r *Renderer) matrixCell(n *meetingCount, address string) matrixCell {
	if n == nil || n.total == 0 {
		return matrixCell{}
	}
	return matrixCell{
		URL: address, Total: n.total, Done: n.done, Late: n.late,
		Noun:     r.words.Count("matrix.commitments", n.total),
		DoneWord: r.words.Text("matrix.done"),
		LateWord: r.words.Text("matrix.late"),
	}
}

// meetingURL returns where the commitments of a department for a wijk are listed.
func (r *Renderer) meetingURL(m meeting, n *meetingCount) string {
	if n == nil {
		return ""
	}
	page := plan.DepartmentURL(m.department)
	if len(r.site.Page(page).Parts) > 0 {
		return r.href(page)
	}
	anchor := departmentAnchor(nil)
	if n.own {
		anchor = departmentAnchor(m.wijk)
	}
	return r.href(page) + "#" + anchor
}

// progressLead says in a sentence what was asked, committed to and done.
func (r *Renderer) progressLead() string {
	all := new(meetingCount)
	departments := make(map[*relate.Department]bool)
	for _, c := range r.graph.Commitments {
		if c.Programme.Withdrawn || c.Programme.Department == nil {
			continue
		}
		all.add(c)
		departments[c.Programme.Department] = true
	}
	if all.total == 0 {
		return r.words.Text("progress.description", "city", r.shell.City)
	}
	said := r.words.Count("progress.asked", r.graph.Figures.Total, "who", r.words.Count("count.wijken", len(r.graph.Wijken))) + " " +
		r.words.Count("progress.committed", all.total, "who", r.words.Count("count.departments", len(departments))) + " " +
		r.words.Count("progress.done", all.done)
	if all.late > 0 {
		said += " " + r.words.Count("progress.late", all.late)
	}
	return said
}

func (r *Renderer) countsByWijk(wijken []*relate.Wijk) countTable {
	t := r.countTable()
	for _, w := range wijken {
		t.Rows = append(t.Rows, countRow{r.wijkLink(w), counts(w.Figures)})
	}
	if len(wijken) == len(r.graph.Wijken) {
		t.Foot = countRow{link{Text: r.words.Text("home.whole")}, counts(r.graph.Figures)}
	}
	return t
}

func (r *Renderer) countsByTheme() countTable {
	t := r.countTable()
	for _, theme := range r.graph.Themes {
		t.Rows = append(t.Rows, countRow{r.themeLink(theme), counts(theme.Figures)})
	}
	t.Foot = countRow{link{Text: r.words.Text("home.whole")}, counts(r.graph.Figures)}
	return t
}

// countTable returns a table with a column for each status, and one for all.
func (r *Renderer) countTable() countTable {
	var t countTable
	for _, s := range relate.NeedStatuses() {
		t.Columns = append(t.Columns, r.words.Text(needKind+string(s)))
	}
	t.Columns = append(t.Columns, r.words.Text("count.all"))
	return t
}

func counts(f relate.Figures) []int {
	var row []int
	for _, s := range relate.NeedStatuses() {
		row = append(row, f.By[s])
	}
	return append(row, f.Total)
}
