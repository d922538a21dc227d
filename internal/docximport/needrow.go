package docximport

import (
	"slices"
	"strconv"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/docx"
)

// rowNeeds makes sections of the rows of a table of needs.
func (im *importer) rowNeeds(g *grid, b docx.Block, c context) []*section {
	wish := g.wish(true)
	var made []*section
	var group *section
	add := func(s *section) {
		if group != nil {
			group.kids = append(group.kids, s)
		} else {
			made = append(made, s)
		}
	}
	uniquePriorities := g.uniqueNumbers(g.has(priorityColumn))
	for i := range g.table.Rows {
		switch {
		case i == g.header || g.isHeaderAgain(i):
			im.leaveHeader(g, i)
			continue
		case g.only(i) >= 0 && (i < g.header || g.only(i) != wish || g.table.Rows[i].Cells[len(g.kinds)-1].Right && len(g.kinds) > 1):
			at := g.blocks(i, g.only(i))
			group = &section{heading: joined(at), title: blocksText(at), paragraph: at[0].Paragraph, made: true}
			made = append(made, group)
			c.theme = im.named(withoutNumber(group.title))
			continue
		case g.text(i, wish) == "":
			if g.place(i) > 0 {
				add(&section{made: true, body: g.rowBlocks(i, nil)})
			}
			continue
		}
		for _, s := range im.rowSections(g, i, wish, c, uniquePriorities) {
			add(s)
		}
	}
	return made
}

// uniqueNumbers reports whether all cells of a column that have text are different numbers.
func (g *grid) uniqueNumbers(column int) bool {
	if column < 0 {
		return false
	}
	seen := make(map[int]bool)
	for i := range g.table.Rows {
		text := g.text(i, column)
		if i <= g.header || text == "" || g.isHeaderAgain(i) || g.only(i) >= 0 {
			continue
		}
		n, err := strconv.Atoi(strings.Trim(text, " .)"))
		if err != nil || n < 1 || n > 10_000 || seen[n] {
			return false
		}
		seen[n] = true
	}
	return len(seen) > 0
}

// rowSections makes sections of what is asked in a row: one, or one for each item when there
// is a list in the cell.
func (im *importer) rowSections(g *grid, row, wish int, c context, ranked bool) []*section {
	taken := []int{wish}
	var n need
	if at := g.has(themeColumn); at >= 0 {
		c.words += " " + g.merged(row, at)
		if t := im.named(g.merged(row, at)); t != nil {
			c.theme = t
			if letters := lettersOf(g.merged(row, at)); letters == lettersOf(t.name) || letters == lettersOf(t.id) {
				taken = append(taken, at)
				im.leave(Columns, g.text(row, at), g.place(row))
			}
		} else if g.merged(row, at) != "" {
			c.theme = nil
		}
	}
	if at := g.has(priorityColumn); at >= 0 && ranked {
		if p, err := strconv.Atoi(strings.Trim(g.text(row, at), " .)")); err == nil {
			n.priority, taken = p, append(taken, at)
			im.became(g.blocks(row, at))
		}
	}
	if at := g.has(raisedColumn); at >= 0 && g.merged(row, at) != "" {
		n.raisedBy, taken = namesIn(g.merged(row, at)), append(taken, at)
	}
	if at := g.has(buurtColumn); at >= 0 {
		if ids := im.buurten(g.merged(row, at)); len(ids) > 0 {
			n.buurten = ids
		}
	}
	if at := g.has(numberColumn); at >= 0 && g.isNumber(row, at) {
		n.label, taken = strings.Trim(g.text(row, at), " ."), append(taken, at)
		im.leave(Bullets, g.text(row, at), g.place(row))
	}
	rest := g.rowBlocks(row, taken)
	cell := slices.Clone(g.blocks(row, wish))
	for i := range cell {
		itemOf(&cell[i])
	}
	cell = splitLines(cell)
	for i := range cell {
		itemOf(&cell[i])
	}
	items := 0
	for _, b := range cell {
		if b.Depth > 0 {
			items++
		}
	}
	if items > 1 && items == len(cell) {
		all := im.itemNeeds(&section{}, cell, c)
		for _, s := range all {
			s.body = append(s.body, rest...) // it holds for each of them
			if s.need != nil {
				s.need.raisedBy, s.need.buurten = n.raisedBy, n.buurten
			}
		}
		return all
	}
	one := im.itemSection(&section{}, cell[0], c)
	one.body = append(append(one.body, cell[1:]...), rest...)
	found := one.need
	if found == nil {
		return []*section{one}
	}
	found.priority, found.raisedBy, found.buurten = n.priority, n.raisedBy, n.buurten
	if n.label != "" {
		found.label = n.label
	}
	return []*section{one}
}

// isNumber reports whether a cell has no more than a number or a code.
func (g *grid) isNumber(row, column int) bool {
	const longest = 20
	return len(g.text(row, column)) <= longest && !slices.ContainsFunc(g.blocks(row, column), func(b docx.Block) bool {
		return slices.ContainsFunc(b.Runs, func(r docx.Run) bool { return r.Note > 0 || r.Picture != nil })
	})
}

// rowBlocks returns what is in the cells of a row but for some columns, each behind the name of
// its column.
func (g *grid) rowBlocks(row int, but []int) []docx.Block {
	var list []docx.Block
	for j := range g.kinds {
		if slices.Contains(but, j) {
			continue
		}
		for i, b := range g.blocks(row, j) {
			if i == 0 && b.Table == nil && g.names[j] != "" && !isExplanation(g.kinds[j], g.names[j]) {
				b.Runs = append([]docx.Run{{Text: strings.TrimRight(g.names[j], ": ") + ": ", Bold: true}}, b.Runs...)
			}
			list = append(list, b)
		}
	}
	return list
}

// isExplanation reports whether a column explains the others, so that its name says nothing.
func isExplanation(kind column, name string) bool {
	return kind == textColumn && !slices.ContainsFunc(wordsOf(name), func(w string) bool { return isOne(w, []string{"nu", "knelpunt", "knelpunten", "probleem"}) })
}

// joined returns the runs of paragraphs behind each other.
func joined(blocks []docx.Block) []docx.Run {
	var runs []docx.Run
	for i, b := range blocks {
		if i > 0 {
			runs = append(runs, docx.Run{Text: " "})
		}
		runs = append(runs, b.Runs...)
	}
	return runs
}

// namesIn returns the names in a cell: on lines of their own, or with commas between them.
func namesIn(text string) []string {
	var names []string
	for _, name := range strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(",;/\n", c) }) {
		if name = spaced(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// buurten returns the ids of the buurten of the wijk that a cell names.
func (im *importer) buurten(text string) []string {
	var ids []string
	for _, name := range namesIn(text) {
		at := slices.IndexFunc(im.wijk.Buurten, func(b *city.Buurt) bool { return lettersOf(b.Name.Value) == lettersOf(name) })
		if at < 0 {
			return nil
		}
		ids = append(ids, im.wijk.Buurten[at].ID.Value)
	}
	return ids
}
