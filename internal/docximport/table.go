package docximport

import (
	"slices"
	"strconv"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/docx"
)

// column is what is in the column of a table, by its name.
type column int

const (
	otherColumn column = iota
	wishColumn
	actionColumn
	whoColumn
	partnersColumn
	startColumn
	whenColumn
	statusColumn
	budgetColumn
	themeColumn
	priorityColumn
	raisedColumn
	buurtColumn
	numberColumn
	textColumn
)

// columnNames are the words by which the name of a column says what is in it. The first that
// fits counts.
var columnNames = []struct {
	column  column
	words   []string
	phrases []string
}{
	{raisedColumn, []string{"indiener", "indieners", "inbrenger", "aanvrager", "vrager", "afzender", "herkomst"}, []string{"ingebracht door", "wie vraagt", "wie vroeg", "wie wil", "van wie", "genoemd door", "ingediend door"}},
	{themeColumn, []string{"thema", "themas", "onderwerp", "domein", "categorie", "rubriek"}, nil},
	{priorityColumn, []string{"prioriteit", "prio", "rang", "rangorde", "belang", "belangrijkheid"}, nil},
	{statusColumn, []string{"status", "stand", "voortgang", "fase"}, []string{"stand van zaken", "hoe staat", "hoe ver"}},
	{startColumn, []string{"start", "startdatum", "begin", "begindatum", "aanvang"}, nil},
	{budgetColumn, []string{"kosten", "budget", "bedrag", "raming", "middelen", "dekking", "geld", "euro", "financiering"}, []string{"wat kost"}},
	{partnersColumn, []string{"partners", "partner", "samenwerkingspartners", "samenwerking", "betrokkenen", "betrokken", "meewerkend"}, []string{"samen met", "met wie", "wie doen mee"}},
	{whoColumn, []string{"trekker", "dienst", "diensten", "afdeling", "verantwoordelijk", "verantwoordelijke", "uitvoerder", "uitvoerders", "eigenaar", "partij", "partijen", "actiehouder", "organisatie", "penvoerder", "team"}, []string{"door wie", "wie doet", "wie voert", "wie gaat", "wie pakt", "wie trekt", "wie zorgt"}},
	{whenColumn, []string{"wanneer", "planning", "gereed", "klaar", "termijn", "einddatum", "jaar", "oplevering", "deadline", "tijdstip", "datum", "looptijd", "periode", "eind", "tijdpad"}, nil},
	{wishColumn, []string{"wens", "*wensen", "behoefte", "behoeften", "*doel", "*doelen", "*doelstelling", "*doelstellingen", "ambitie", "ambities", "opgave", "opgaven", "verzoek", "speerpunt", "speerpunten", "vraag", "vragen", "aandachtspunt", "aandachtspunten", "straks", "idee", "ideeen", "voorstel", "voorstellen", "verbetering", "verbeteringen"}, []string{"wat wil", "wat willen", "wat vraagt", "wat vragen", "wat is er nodig", "wat is nodig", "gewenste situatie", "wat moet", "wat kan beter"}},
	{actionColumn, []string{"*actie", "*acties", "*maatregel", "*maatregelen", "*activiteit", "*activiteiten", "project", "projecten", "toezegging", "toezeggingen", "inspanning", "inspanningen", "taak", "taken", "werkzaamheden"}, []string{"wat gaan we", "wat doen we", "wat doet", "wat gaat"}},
	{buurtColumn, []string{"buurt", "buurten", "wijkdeel"}, nil},
	{numberColumn, []string{"nr", "nummer", "no", "volgnr", "volgnummer"}, nil},
	{textColumn, []string{"nu", "knelpunt", "knelpunten", "probleem", "toelichting", "omschrijving", "beschrijving", "waarom", "uitleg", "opmerking", "opmerkingen", "achtergrond"}, nil},
}

// columnOf returns what is in a column with a name.
func columnOf(name string) column {
	words := wordsOf(name)
	text := " " + strings.Join(words, " ") + " "
	switch strings.Join(words, " ") {
	case "":
		if strings.TrimSpace(name) == "#" {
			return numberColumn
		}
		return otherColumn
	case "wat":
		return actionColumn
	case "wie":
		return whoColumn
	case "voor":
		return whenColumn
	}
	for _, c := range columnNames {
		if slices.ContainsFunc(c.phrases, func(p string) bool { return strings.Contains(text, " "+p+" ") }) {
			return c.column
		}
	}
	for _, c := range columnNames {
		if slices.ContainsFunc(words, func(w string) bool { return isOne(w, c.words) }) {
			return c.column
		}
	}
	return otherColumn
}

// longestName is the length of the longest name of a column.
const longestName = 60

// grid is a table of which it is known what is in its columns.
type grid struct {
	table  *docx.Table
	header int      // the row with the names of columns; -1 for none
	names  []string // of the columns
	kinds  []column
}

// tableOf returns a table with what is in its columns.
func (im *importer) tableOf(t *docx.Table) *grid {
	g := &grid{table: t, header: -1}
	best := 0
	for i := range t.Rows[:min(len(t.Rows), 4)] {
		known, filled := 0, 0
		for j := range t.Rows[i].Cells {
			text := g.text(i, j)
			if text == "" {
				continue
			}
			if filled++; len(text) <= longestName && columnOf(text) != otherColumn {
				known++
			}
		}
		if known > best && (known*2 >= filled || t.Rows[i].Header || g.isBold(i)) && (known > 1 || filled > 1 || t.Rows[i].Header) {
			best, g.header = known, i
		}
	}
	g.names = make([]string, len(t.Rows[0].Cells))
	g.kinds = make([]column, len(g.names))
	if g.header < 0 {
		return g
	}
	for j := range g.names {
		g.names[j] = g.text(g.header, j)
		g.kinds[j] = columnOf(g.names[j])
	}
	return g
}

// isBold reports whether all text in a row is in bold.
func (g *grid) isBold(row int) bool {
	for j := range g.table.Rows[row].Cells {
		for _, b := range g.blocks(row, j) {
			if b.Table != nil || !allBold(b.Runs) {
				return false
			}
		}
	}
	return true
}

// has returns the first column of a kind; -1 when there is none.
func (g *grid) has(kind column) int { return slices.Index(g.kinds, kind) }

// isActions reports whether the rows of a table are actions, and finds the column that says
// what is done.
func (g *grid) isActions() bool { return g.action() >= 0 }

// action returns the column that says what is done; -1 when the rows are no actions.
func (g *grid) action() int {
	facts := 0
	for _, kind := range []column{whoColumn, whenColumn, startColumn, statusColumn} {
		if g.has(kind) >= 0 {
			facts++
		}
	}
	at := g.has(actionColumn)
	switch {
	case at >= 0 && facts > 0:
		return at
	case facts < 2 || g.has(whoColumn) < 0 && g.has(statusColumn) < 0:
		return -1
	}
	for _, kind := range []column{textColumn, otherColumn, wishColumn} {
		if at := g.has(kind); at >= 0 {
			return at
		}
	}
	return -1
}

// wish returns the column with what is asked; -1 when the rows are no needs.
func (g *grid) wish(asked bool) int {
	if at := g.has(wishColumn); at >= 0 {
		return at
	}
	if !asked || g.isActions() {
		return -1
	}
	if g.header < 0 {
		return g.longest()
	}
	for _, kind := range []column{textColumn, otherColumn} {
		if at := g.has(kind); at >= 0 && (g.has(priorityColumn) >= 0 || g.has(raisedColumn) >= 0 || g.has(themeColumn) >= 0 || g.has(numberColumn) >= 0) {
			return at
		}
	}
	return -1
}

// longest returns the column with the most text of a table without names of columns, when
// there are but two columns, of which the other has short texts.
func (g *grid) longest() int {
	if len(g.kinds) != 2 {
		return -1
	}
	length := [2]int{}
	for i := range g.table.Rows {
		for j := range length {
			length[j] += len(g.text(i, j))
		}
	}
	switch {
	case length[1] > 3*length[0]:
		return 1
	case length[0] > 3*length[1]:
		return 0
	}
	return -1
}

func (g *grid) isWishes(asked bool) bool { return g.wish(asked) >= 0 }

// blocks returns what is in a cell; nothing of one that is a part of another.
func (g *grid) blocks(row, column int) []docx.Block { return g.table.Rows[row].Cells[column].Blocks }

// text returns the text of a cell on one line.
func (g *grid) text(row, column int) string { return blocksText(g.blocks(row, column)) }

func blocksText(blocks []docx.Block) string {
	var parts []string
	for _, b := range blocks {
		if b.Table != nil {
			for _, r := range b.Table.Rows {
				for _, c := range r.Cells {
					parts = append(parts, blocksText(c.Blocks))
				}
			}
			continue
		}
		parts = append(parts, b.Label, plain(b))
	}
	return spaced(strings.ReplaceAll(strings.Join(parts, " "), "• ", ""))
}

// merged returns the text of a cell, or of the one above with which it is merged.
func (g *grid) merged(row, column int) string {
	for row > 0 && g.table.Rows[row].Cells[column].Below {
		row--
	}
	return g.text(row, column)
}

// place returns the number of the first paragraph in a row.
func (g *grid) place(row int) int {
	for j := range g.kinds {
		if b := g.blocks(row, j); len(b) > 0 {
			return b[0].Paragraph
		}
	}
	return 0
}

// only returns the column of the one cell of a row that has text; -1 when there are more or
// none. Such a row is a heading within the table.
func (g *grid) only(row int) int {
	at := -1
	for j := range g.kinds {
		if g.text(row, j) == "" {
			if g.table.Rows[row].Cells[j].Below {
				return -1
			}
			continue
		}
		if at >= 0 {
			return -1
		}
		at = j
	}
	return at
}

// isHeaderAgain reports whether a row repeats the names of the columns.
func (g *grid) isHeaderAgain(row int) bool {
	if g.header < 0 || row <= g.header {
		return false
	}
	for j := range g.kinds {
		if g.text(row, j) != g.names[j] {
			return false
		}
	}
	return true
}

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
				add(&section{made: true, body: g.rowBlocks(i, -1, nil)})
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
	rest := g.rowBlocks(row, -1, taken)
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
func (g *grid) rowBlocks(row, from int, but []int) []docx.Block {
	var list []docx.Block
	for j := range g.kinds {
		if j <= from || slices.Contains(but, j) {
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
