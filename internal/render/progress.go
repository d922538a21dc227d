package render

import (
	"strconv"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// progressView is how the whole stands: per wijk, per theme, where wijken and
// departments meet, and what asks for attention.
type progressView struct {
	frame
	Figures    figures
	Wijken     []wijkRow
	Themes     []themeRow
	Matrix     matrix
	Unanswered []needGroup
	Late       []commitmentRow
	Moved      []commitmentRow
	Glossary   []definition
}

// matrix is wijk × department: how many commitments, how many of them are done
// and how many late.
type matrix struct {
	Columns []link
	Rows    []matrixRow
}

type matrixRow struct {
	Wijk  link
	Cells []matrixCell
}

type matrixCell struct {
	URL   string
	Total int    // 0 where a wijk and a department do not meet
	Label string // "4 toezeggingen, 2 klaar"
	Done  string // "2 klaar"
	Late  string // "1 te laat"
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
	if p.Parent == nil {
		v.Themes = r.themeRows(words, rowBar)
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

// matrix returns where wijken and departments meet; departments that meet none
// of them have no column.
func (r *Renderer) matrix(wijken []*relate.Wijk) matrix {
	counts := make(map[meeting]meetingCount)
	met := make(map[*relate.Department]bool)
	for _, w := range wijken {
		for _, c := range w.Commitments {
			d := c.Programme.Department
			if d == nil || c.Programme.Withdrawn {
				continue
			}
			n := counts[meeting{w, d}]
			n.total++
			if c.Status == relate.Realised {
				n.done++
			}
			if c.Late {
				n.late++
			}
			n.own = n.own || onlyWijk(c) != nil
			counts[meeting{w, d}], met[d] = n, true
		}
	}
	var m matrix
	var columns []*relate.Department
	for _, d := range r.graph.Departments {
		if met[d] {
			columns = append(columns, d)
			m.Columns = append(m.Columns, r.departmentLink(d))
		}
	}
	if len(columns) == 0 {
		return m
	}
	for _, w := range wijken {
		row := matrixRow{Wijk: r.wijkLink(w)}
		for _, d := range columns {
			m := meeting{w, d}
			row.Cells = append(row.Cells, r.matrixCell(m, counts[m]))
		}
		m.Rows = append(m.Rows, row)
	}
	return m
}

func (r *Renderer) matrixCell(m meeting, n meetingCount) matrixCell {
	if n.total == 0 {
		return matrixCell{}
	}
	page := plan.DepartmentURL(m.department)
	cell := matrixCell{
		URL:   r.href(page),
		Total: n.total,
		Label: r.words.Count("commitments.short", n.total, "done", strconv.Itoa(n.done)),
		Done:  r.words.Text("matrix.done", "n", strconv.Itoa(n.done)),
	}
	if len(r.site.Page(page).Parts) == 0 {
		anchor := departmentAnchor(nil)
		if n.own {
			anchor = departmentAnchor(m.wijk)
		}
		cell.URL += "#" + anchor
	}
	if n.late > 0 {
		cell.Late = r.words.Text("matrix.late", "n", strconv.Itoa(n.late))
	}
	return cell
}
