package docximport

import (
	"slices"
	"strings"

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

// isActions reports whether the rows of a table are actions.
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
