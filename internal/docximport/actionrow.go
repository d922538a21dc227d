package docximport

import (
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/docx"
)

// rowAction makes an action of a row.
func (im *importer) rowAction(g *grid, row int, p *programme, partners []string, from standing, day city.Day) *action {
	what := g.action()
	text := g.text(row, what)
	title, length := titleOf(text)
	a := &action{title: title, paragraph: g.place(row), partners: partners, day: day, wijken: from.wijken}
	if len(a.wijken) == 0 && im.wijk != nil {
		a.wijken = []string{im.wijk.ID}
	}
	if b := g.blocks(row, what); len(b) > 0 {
		a.paragraph = b[0].Paragraph
	}
	if length == 0 {
		a.texts = append(a.texts, text)
	} else if rest := strings.TrimSpace(text[length:]); rest != "" {
		a.texts = append(a.texts, rest)
	}
	if from.of != nil {
		a.needs = append(a.needs, im.opt.Wijk+"/"+from.of.id)
	}
	for j, kind := range g.kinds {
		cell := g.text(row, j)
		if j == what || im.takeWijk(a, g, row, j) || cell == "" && !(kind == whoColumn || kind == wishColumn) {
			continue
		}
		im.takeCell(a, g, row, j, kind, cell)
	}
	for j := range g.kinds {
		im.addNotesAndPictures(a, p, g.blocks(row, j))
	}
	if due, ok := city.ParsePlanned(a.due); ok && due.Known() && (a.status == city.Realised || a.status == city.PartlyRealised) && due.Last().Before(a.day) {
		im.ask(DoneLater, a.title+": "+a.due, a.paragraph)
	}
	return a
}

// takeWijk reports whether a cell, or the one above with which it is merged, names wijken and
// no more, and adds these to an action.
func (im *importer) takeWijk(a *action, g *grid, row, column int) bool {
	if name := lettersOf(g.names[column]); name != "wijk" && name != "wijken" {
		return false
	}
	text := g.merged(row, column)
	ids := im.wijkenIn(text)
	names := ""
	for _, w := range im.city.Wijken {
		if slices.Contains(ids, w.ID) {
			names += lettersOf(w.Name.Value)
		}
	}
	if len(ids) == 0 || len(names) != len(lettersOf(strings.Join(partsOf(text), ""))) {
		return false
	}
	a.wijken = ids
	im.became(g.blocks(row, column))
	return true
}

// takeCell adds what a cell says of an action.
func (im *importer) takeCell(a *action, g *grid, row, column int, kind column, cell string) {
	name := strings.TrimRight(g.names[column], ": ")
	say := func() {
		switch {
		case cell == "":
		case isExplanation(kind, name) || name == "":
			a.texts = append(a.texts, sentence(cell))
		default:
			a.texts = append(a.texts, sentence(name+": "+cell))
		}
	}
	switch kind {
	case whoColumn:
		if !im.allNamed(cell, a.partners) {
			say()
		}
	case partnersColumn:
		names := partsOf(cell)
		if slices.ContainsFunc(names, func(name string) bool { return len(name) > longestName }) {
			say()
			return
		}
		a.partners = append(a.partners, names...)
	case startColumn, whenColumn:
		im.takeDate(a, kind, cell, g.blocks(row, column), say)
	case budgetColumn:
		if euros := eurosOf(cell); euros > 0 && a.budget == 0 {
			a.budget = euros
			im.became(g.blocks(row, column))
		} else if a.cover == "" {
			a.cover = cell
		} else {
			say()
		}
	case statusColumn:
		a.status, a.statusText = statusOf(cell), cell
		switch {
		case a.status == "":
			im.ask(OtherStatus, a.title+": "+cell, a.paragraph)
			say()
		case a.day.IsZero():
			im.ask(NoDay, a.title+": "+cell, a.paragraph)
			a.status = ""
			say()
		default:
			im.became(g.blocks(row, column))
		}
	case otherColumn, textColumn, actionColumn, themeColumn, priorityColumn, raisedColumn, buurtColumn:
		say()
	case wishColumn:
		text := g.merged(row, column)
		if n := im.needNamed(text); n != nil {
			if full := im.opt.Wijk + "/" + n.id; !slices.Contains(a.needs, full) {
				a.needs = append(a.needs, full)
			}
			if cell == "" || lettersOf(cell) == lettersOf(n.title) {
				return
			}
		}
		say()
	case numberColumn:
		if g.isNumber(row, column) {
			im.leave(Bullets, cell, g.place(row))
		} else {
			say()
		}
	}
}

// takeDate adds when an action begins or is done.
func (im *importer) takeDate(a *action, kind column, cell string, blocks []docx.Block, say func()) {
	into := &a.due
	if kind == startColumn {
		into = &a.start
	}
	date, exact := plannedDate(cell)
	if date == "" || *into != "" || kind == startColumn && (date == city.Ongoing || date == city.Unknown) {
		im.ask(NoDate, a.title+": "+cell, a.paragraph)
		say()
		return
	}
	*into = date
	im.became(blocks)
	if !exact {
		im.ask(RoughDate, a.title+": "+cell+" → "+date, a.paragraph)
		say()
	}
}

// needNamed returns the need that a cell names by its title or its label.
func (im *importer) needNamed(text string) *need {
	letters := lettersOf(text)
	if letters == "" {
		return nil
	}
	for _, n := range im.needs {
		if letters == lettersOf(n.title) || letters == lettersOf(n.label) || letters == lettersOf(n.label+n.title) {
			return n
		}
	}
	return nil
}

// addNotesAndPictures adds what is in cells beside text: notes to the explanation of an action,
// pictures to its programme. The addresses of links are left out.
func (im *importer) addNotesAndPictures(a *action, p *programme, blocks []docx.Block) {
	for _, b := range blocks {
		for _, r := range b.Runs {
			switch {
			case r.Note > 0:
				a.texts = append(a.texts, "("+blocksText(im.doc.Notes[r.Note-1].Blocks)+")")
			case r.Link != "":
				im.leave(Reason(docx.Address), r.Link, b.Paragraph)
			case r.Picture != nil:
				p.pictures = append(p.pictures, docx.Block{Paragraph: b.Paragraph, Runs: []docx.Run{r}})
			}
		}
	}
}

// sentence returns a text with a full stop at its end.
func sentence(text string) string {
	if strings.ContainsRune(".!?:", rune(text[len(text)-1])) || strings.HasSuffix(text, "…") {
		return text
	}
	return text + "."
}
