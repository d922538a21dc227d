package docximport

import (
	"fmt"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/docx"
)

// programme is what a department does, as the document says.
type programme struct {
	department *city.Department
	id         string
	actions    []*action
	pictures   []docx.Block
}

// action is a commitment that was found.
type action struct {
	id, title  string
	paragraph  int
	needs      []string
	wijken     []string // when it answers no need
	partners   []string
	start, due string // as in content; empty when they are not exact enough
	budget     int    // 0 for none
	cover      string
	status     string // as in content; empty for none
	statusText string // how it stands, in the words of the document
	day        city.Day
	texts      []string // the sentences of its explanation
}

// findActions takes the actions out of the tables in sections.
func (im *importer) findActions(root *section) {
	im.statedOn = im.onlyDay()
	im.actionsOf(root, nil, nil)
	for _, p := range im.programmes {
		number := 1
		for _, a := range p.actions {
			for a.id = ""; a.id == "" || im.isCommitment(a.id); number++ {
				a.id = fmt.Sprintf("%s-%03d", p.id, number)
			}
			im.result.Actions = append(im.result.Actions, Found{ID: a.id, Title: a.title, File: im.programmePath(p.department.ID), Paragraph: a.paragraph})
		}
	}
}

func (im *importer) isCommitment(id string) bool {
	return slices.ContainsFunc(im.city.Programmes, func(p *city.Programme) bool {
		return slices.ContainsFunc(p.Commitments, func(c *city.Commitment) bool { return c.ID.Value == id })
	})
}

// actionsOf takes the actions out of the tables in a section, which may tell of a need.
func (im *importer) actionsOf(s *section, of *need, wijken []string) {
	if s.need != nil {
		of = s.need
	}
	if named := im.wijkenIn(s.title); len(named) > 0 {
		wijken = named
	}
	var body []docx.Block
	for i, b := range s.body {
		g := (*grid)(nil)
		if b.Table != nil {
			g = im.tableOf(b.Table)
		}
		switch {
		case g != nil && g.isActions():
			before := s.title
			if i > 0 && s.body[i-1].Table == nil {
				before += " " + plain(s.body[i-1])
			}
			body = append(body, im.tableActions(g, b, standing{of, wijken, before})...)
		case b.Depth == 1 && im.wijk == nil && im.opt.Department != "" && isActionList(s, i):
			im.listAction(b, im.programme(im.opt.Department), wijken)
		default:
			body = append(body, b)
		}
	}
	s.body = body
	for _, kid := range s.kids {
		im.actionsOf(kid, of, wijken)
	}
}

// standing is what stands above a table of actions.
type standing struct {
	of     *need    // that the section tells of; nil for none
	wijken []string // that a heading names
	before string   // the heading and the paragraph before it
}

// wijkenIn returns the wijken that a text names.
func (im *importer) wijkenIn(text string) []string {
	words := " " + strings.Join(wordsOf(text), " ") + " "
	var ids []string
	for _, w := range im.city.Wijken {
		if name := strings.Join(wordsOf(w.Name.Value), " "); name != "" && strings.Contains(words, " "+name+" ") {
			ids = append(ids, w.ID)
		}
	}
	return ids
}

// isActionList reports whether a list in a section is one of actions.
func isActionList(s *section, at int) bool {
	lead := s.title
	for at > 0 && s.body[at].Depth > 0 {
		at--
	}
	if s.body[at].Depth == 0 && s.body[at].Table == nil {
		lead += " " + plain(s.body[at])
	}
	words := wordsOf(lead)
	text := strings.Join(words, " ")
	return slices.ContainsFunc(words, func(w string) bool {
		return isOne(w, []string{"*acties", "actiepunten", "*maatregelen", "*activiteiten", "projecten", "toezeggingen", "actielijst"})
	}) || strings.Contains(text, "gaan we doen") || strings.Contains(text, "zeggen wij toe") || strings.Contains(text, "zeggen we toe")
}

// listAction adds the item of a list as an action.
func (im *importer) listAction(b docx.Block, p *programme, wijken []string) {
	text := spaced(textOf(b.Runs))
	title, length := titleOf(text)
	a := &action{title: title, paragraph: b.Paragraph, wijken: wijken}
	if length == 0 {
		a.texts = append(a.texts, text)
	} else if rest := strings.TrimSpace(text[length:]); rest != "" {
		a.texts = append(a.texts, rest)
	}
	if b.Label != "•" {
		im.leave(Bullets, b.Label, b.Paragraph)
	}
	im.addNotesAndPictures(a, p, []docx.Block{b})
	p.actions = append(p.actions, a)
}

// programme returns the programme of a department, by its id.
func (im *importer) programme(id string) *programme {
	for _, p := range im.programmes {
		if p.department.ID == id {
			return p
		}
	}
	at := slices.IndexFunc(im.city.Departments, func(d *city.Department) bool { return d.ID == id })
	p := &programme{department: im.city.Departments[at], id: im.programmeID(id)}
	im.programmes = append(im.programmes, p)
	return p
}

// tableActions makes actions of the rows of a table, and returns what stays of it: the rows of
// which it is not known whose they are.
func (im *importer) tableActions(g *grid, b docx.Block, from standing) []docx.Block {
	who := g.has(whoColumn)
	names := make([][]*city.Department, len(g.table.Rows))
	any := false
	for i := range g.table.Rows {
		if who >= 0 && i > g.header {
			names[i] = im.departmentsIn(g.merged(i, who))
			any = any || len(names[i]) > 0
		}
	}
	if !any && im.opt.Department == "" || im.opt.Years.First == 0 {
		im.ask(OnlyTable, from.before, b.Paragraph)
		return []docx.Block{b}
	}
	var stays []docx.Row
	var above []docx.Block
	lost := false
	day := im.dayOf(g, from.before)
	for i, row := range g.table.Rows {
		switch {
		case i == g.header:
			stays = append(stays, row)
			continue
		case i < g.header:
			for _, c := range row.Cells {
				above = append(above, c.Blocks...)
			}
			continue
		case g.isHeaderAgain(i):
			im.leaveHeader(g, i)
			continue
		case g.only(i) >= 0 && g.only(i) != g.action():
			stays = append(stays, row)
			lost = true
			continue
		case g.only(i) >= 0 && who >= 0 && len(names[i]) == 0 && g.table.Rows[i].Cells[g.only(i)].Blocks != nil && (g.has(whenColumn) >= 0 || g.has(statusColumn) >= 0):
			above = append(above, g.blocks(i, g.only(i))...) // a heading within the table
			continue
		}
		p, partners := im.whose(g, i, names[i], any)
		if p == nil || g.text(i, g.action()) == "" {
			if g.place(i) > 0 {
				im.ask(NoDepartment, g.text(i, g.action()), g.place(i))
				stays = append(stays, row)
				lost = true
			}
			continue
		}
		p.actions = append(p.actions, im.rowAction(g, i, p, partners, from, day))
	}
	if lost {
		return append(above, docx.Block{Paragraph: b.Paragraph, Table: &docx.Table{Rows: stays}})
	}
	if g.header >= 0 {
		im.leaveHeader(g, g.header)
	}
	return above
}

func (im *importer) leaveHeader(g *grid, row int) {
	for j := range g.kinds {
		im.leave(Columns, g.text(row, j), g.place(row))
		for _, b := range g.blocks(row, j) {
			for _, r := range b.Runs {
				if r.Note > 0 {
					im.leave(Columns, blocksText(im.doc.Notes[r.Note-1].Blocks), b.Paragraph)
				}
			}
		}
	}
}
