package docximport

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"wijkvisie/internal/city"
	"wijkvisie/internal/docx"
	"wijkvisie/internal/parse"
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
	said       string // how it stands, in the words of the document
	day        city.Day
	texts      []string // the sentences of its explanation
}

// findActions takes the actions out of the tables in sections.
func (im *importer) findActions(root *section) {
	im.statedOn = im.onlyDay()
	im.actionsOf(root, nil, nil)
	number := 1
	for _, p := range im.programmes {
		number = 1
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
	im.keepBeside(a, p, []docx.Block{b})
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

// whose returns the programme that the action in a row is for, and who else takes part; nil
// when nobody that the site knows does it.
func (im *importer) whose(g *grid, row int, named []*city.Department, any bool) (p *programme, partners []string) {
	who := g.has(whoColumn)
	text := ""
	if who >= 0 {
		text = g.merged(row, who)
	}
	switch {
	case len(named) > 0:
		p = im.programme(named[0].ID)
	case im.opt.Department != "" && (text == "" || !any):
		return im.programme(im.opt.Department), nil
	default:
		return nil, nil
	}
	for _, part := range partsOf(text) {
		if d := im.department(part); d == nil || d != named[0] {
			if len(im.departmentsIn(part)) > 0 && d == nil && im.departmentsIn(part)[0] == named[0] {
				continue // it stays in words
			}
			partners = append(partners, part)
		}
	}
	return p, partners
}

// partsOf returns the names in a cell that says who does something.
func partsOf(text string) []string {
	text = strings.NewReplacer(" i.s.m. ", ",", " ism ", ",", " in samenwerking met ", ",", " samen met ", ",", " & ", ",", " + ", ",").Replace(" " + text + " ")
	var parts []string
	for _, name := range namesIn(text) {
		for _, part := range strings.Split(name, " en ") {
			if part = spaced(part); part != "" {
				parts = append(parts, part)
			}
		}
	}
	return parts
}

// department returns the department that a text is the name of; nil when it is no name.
func (im *importer) department(text string) *city.Department {
	letters := lettersOf(text)
	for _, d := range im.city.Departments {
		for _, name := range []string{d.Name.Value, d.ID} {
			if name := lettersOf(name); name != "" && (letters == name || letters == "dienst"+name || letters == "afdeling"+name || letters == "gemeente"+name) {
				return d
			}
		}
	}
	return nil
}

// departmentsIn returns the departments that a text names, in its order.
func (im *importer) departmentsIn(text string) []*city.Department {
	type at struct {
		place int
		of    *city.Department
	}
	var found []at
	words := " " + strings.Join(wordsOf(text), " ") + " "
	for _, d := range im.city.Departments {
		for _, name := range []string{d.Name.Value, d.ID} {
			if name := strings.Join(wordsOf(name), " "); name != "" {
				if i := strings.Index(words, " "+name+" "); i >= 0 {
					found = append(found, at{i, d})
					break
				}
			}
		}
	}
	slices.SortStableFunc(found, func(a, b at) int { return a.place - b.place })
	var list []*city.Department
	for _, f := range found {
		list = append(list, f.of)
	}
	return list
}

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
		if j == what || cell == "" && !(kind == whoColumn || kind == wishColumn) {
			continue
		}
		im.takeCell(a, g, row, j, kind, cell)
	}
	for j := range g.kinds {
		im.keepBeside(a, p, g.blocks(row, j))
	}
	if due, ok := city.ParsePlanned(a.due); ok && due.Known() && (a.status == city.Realised || a.status == city.PartlyRealised) && due.Last().Before(a.day) {
		im.ask(DoneLater, a.title+": "+a.due, a.paragraph)
	}
	return a
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
		a.status, a.said = statusOf(cell), cell
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

// allNamed reports whether a cell names a department, and others that all are partners.
func (im *importer) allNamed(cell string, partners []string) bool {
	for _, part := range partsOf(cell) {
		if im.department(part) == nil && !slices.Contains(partners, part) {
			return false
		}
	}
	return true
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

// keepBeside keeps what is in cells and is no text: notes, addresses and pictures.
func (im *importer) keepBeside(a *action, p *programme, blocks []docx.Block) {
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
	if strings.ContainsRune(".!?…:", rune(text[len(text)-1])) || strings.HasSuffix(text, "…") {
		return text
	}
	return text + "."
}

var euros = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:€|EUR|eur)?\s*([0-9]{1,3}(?:[. ][0-9]{3})+|[0-9]{1,9})(?:,(?:-+|–|—|00))?\s*(?:euro|EUR)?$`)
})

// eurosOf returns the whole euros that a cell says; 0 when it says something else.
func eurosOf(cell string) int {
	found := euros().FindStringSubmatch(strings.TrimSpace(cell))
	if found == nil {
		return 0
	}
	n, _ := strconv.Atoi(strings.NewReplacer(".", "", " ", "").Replace(found[1]))
	return n
}

var (
	oneYear = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\b(?:19|20)[0-9]{2}\b`) })
	endOf   = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^(?:eind|einde|ultimo|uiterlijk|in|loop van|in de loop van|december|per eind)\.?\s+((?:19|20)[0-9]{2})$`)
	})
	quarter = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^(?:([1-4])(?:e|de|ste)?\s*kw(?:artaal)?\.?|q\s*([1-4])|kw(?:artaal)?\.?\s*([1-4]))\s*[-/ ]?\s*((?:19|20)[0-9]{2})$|^((?:19|20)[0-9]{2})\s*[-/ ]\s*(?:q|kw\.?|k)\s*([1-4])$`)
	})
	withoutA = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)(?:voorjaar|najaar|lente|zomer|herfst|winter|begin|half|medio|helft|seizoen|schooljaar)`)
	})
	otherTime = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\b(?:na|vanaf|voor|vóór|e\.v|ev|verder|of|streven|wellicht|mogelijk|afhankelijk|winter|schooljaar|seizoen)\b`)
	})
)

// plannedDate returns a planned date as it is written in content, and reports whether it says
// all that the text says. It is empty when the text has more than one meaning.
func plannedDate(text string) (date string, exact bool) {
	text = strings.Trim(spaced(text), " .")
	if p, ok := parse.WrittenPlanned(text); ok {
		return p.String(), true
	}
	if found := quarter().FindStringSubmatch(text); found != nil {
		if found[5] != "" {
			return found[5] + "-Q" + found[6], true
		}
		return found[4] + "-Q" + found[1] + found[2] + found[3], true
	}
	if found := endOf().FindStringSubmatch(text); found != nil && !strings.HasPrefix(strings.ToLower(text), "december") {
		return found[1], true
	}
	switch strings.ToLower(text) {
	case "continu", "structureel", "doorlopend", "permanent", "gehele periode", "hele periode", "lopend", "jaarlijks":
		return city.Ongoing, strings.EqualFold(text, city.Ongoing)
	case "n.t.b", "ntb", "nader te bepalen", "nog niet bekend":
		return city.Unknown, true
	}
	years := oneYear().FindAllString(text, -1)
	if len(years) == 1 && withoutA().MatchString(text) && !otherTime().MatchString(text) {
		return years[0], false
	}
	return "", false
}

// statusOf returns the status that the words of a cell mean, when that is certain; else it is
// empty.
func statusOf(cell string) string {
	first := strings.ToLower(spaced(cell))
	if i := strings.IndexAny(first, ".;,:(–"); i > 0 {
		first = first[:i]
	}
	switch strings.TrimSpace(first) {
	case "gereed", "klaar", "afgerond", "gerealiseerd", "uitgevoerd", "voltooid", "afgehandeld", "opgeleverd", "gedaan", "is klaar", "is gereed":
		return city.Realised
	case "loopt", "in uitvoering", "gestart", "bezig", "in gang", "onderhanden", "begonnen", "uitvoering loopt", "is begonnen", "is gestart":
		return city.InProgress
	case "in voorbereiding", "voorbereiding", "wordt voorbereid":
		return city.InPreparation
	case "niet gestart", "nog niet gestart", "niet begonnen", "nog niet begonnen", "nog te starten", "moet nog beginnen":
		return city.NotStarted
	case "deels gereed", "deels klaar", "gedeeltelijk gereed", "gedeeltelijk gerealiseerd", "deels gerealiseerd", "deels afgerond", "deels uitgevoerd":
		return city.PartlyRealised
	}
	return ""
}

// anyDay is a day.
var anyDay = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ][0-9]{4}|[0-9]{1,2} \p{L}+ [0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}`)
})

// statedOn is dayIn where nothing but a state can be meant.
var statedOn = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:\bstand(?: van zaken)?,? (?:per|op|van)|peildatum:?)\s+([0-9]{1,2}[-/. ][0-9]{1,2}[-/. ][0-9]{4}|[0-9]{1,2} \p{L}+ [0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})`)
})

var dayIn = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:\bper|peildatum:?|stand op|stand van zaken op|stand van)\s+([0-9]{1,2}[-/. ][0-9]{1,2}[-/. ][0-9]{4}|[0-9]{1,2} \p{L}+ [0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})`)
})

// dayOf returns the day on which held what a table says of how things stand: that which its
// column or the text above it names, else that of the options.
func (im *importer) dayOf(g *grid, before string) city.Day {
	texts := []string{before, im.title}
	if at := g.has(statusColumn); at >= 0 {
		texts = slices.Insert(texts, 0, "stand van "+anyDay().FindString(g.names[at]))
	}
	for _, text := range texts {
		if found := dayIn().FindStringSubmatch(text); found != nil {
			if day, ok := parse.WrittenDay(found[1]); ok {
				return day
			}
		}
	}
	if im.statedOn.IsZero() {
		return im.opt.Day
	}
	return im.statedOn
}

// onlyDay returns the day on which held what the document says of how things stand, when it
// names one and no other.
func (im *importer) onlyDay() city.Day {
	var only city.Day
	for _, b := range paragraphsOf(im.doc) {
		for _, found := range statedOn().FindAllStringSubmatch(plain(b), -1) {
			day, ok := parse.WrittenDay(found[1])
			if !ok || !only.IsZero() && day != only {
				return city.Day{}
			}
			only = day
		}
	}
	return only
}
