package docximport

import (
	"slices"
	"strconv"
	"strings"

	"wijkvisie/internal/docx"
)

// need is a need that was found.
type need struct {
	id, title string
	label     string // as the document numbers it: "Doel 3", "2.1"
	theme     *theme
	guessed   bool // the theme is not what the document says
	noTheme   bool // the theme is the first one, as there is nothing to guess it by
	priority  int
	raisedBy  []string
	buurten   []string
	paragraph int
}

// context is what holds for a section by those that it stands in.
type context struct {
	wish   bool   // it is in a chapter of wishes
	off    bool   // it is in a chapter of something else
	theme  *theme // that a heading names
	inNeed *need  // that it tells of
	words  string // the headings above it
}

// findNeeds finds the needs in the sections of a document.
func (im *importer) findNeeds(root *section) {
	im.anyWishes = hasWishes(root)
	top := context{}
	if !im.anyWishes && classOf(im.title) == wishes {
		top.wish = true // the whole document is the chapter
	}
	im.visit(root, top)
	im.mixedNeeds()
	if len(im.needs) == 0 {
		im.mixed = nil
		im.visit(root, context{wish: true}) // every chapter that is not of something else
	}
	if len(im.needs) == 0 {
		im.ask(NoNeeds, "", 0)
	}
	im.themeNeeds()
}

func hasWishes(s *section) bool {
	return classOf(s.title) == wishes && labelEnd(s.title) == 0 || slices.ContainsFunc(s.kids, hasWishes)
}

// visit finds the needs in a section.
func (im *importer) visit(s *section, c context) {
	c.words += " " + s.title
	class := classOf(s.title)
	theme := im.named(withoutLabel(s.title))
	if len(s.heading) > 0 && c.inNeed == nil {
		if !c.off && im.isNeed(s, class, theme, c) {
			s.need = im.needOf(s, c)
			c.inNeed = s.need
		}
		switch {
		case s.need != nil:
		case class == otherMatter:
			c.off, c.wish = true, false
		case class == wishes:
			c.off, c.wish = false, true
			if theme != nil {
				c.theme = theme
			}
		case class == background && theme == nil && !c.wish:
			c.off = true
		case theme != nil && theme != c.theme:
			c.theme = theme
		}
	}
	if !c.off && c.inNeed == nil {
		im.visitBody(s, c, theme != nil)
	}
	for _, kid := range slices.Clone(s.kids) {
		if !kid.made {
			im.visit(kid, c)
		}
	}
}

// isNeed reports whether a heading is that of a need.
func (im *importer) isNeed(s *section, class class, theme *theme, c context) bool {
	if isLabel(s.title) && len(s.body) > 0 && s.body[0].Table == nil && s.body[0].Depth == 0 {
		return true
	}
	if labelEnd(s.title) > 0 || labelEnd(withoutNumber(s.title)) > 0 {
		if text := withoutLabel(s.title); (theme != nil || len(wordsOf(text)) <= 2) && im.isTopic(s, c) {
			return false // Opgave 2 – Bereikbaar, with a list of what is asked
		}
		return !slices.ContainsFunc(s.kids, func(kid *section) bool { return labelEnd(withoutNumber(kid.title)) > 0 })
	}
	if strings.HasSuffix(s.title, "?") {
		return false
	}
	leaf := len(s.kids) == 0 && len(s.body) > 0 && !im.holdsItems(s, c)
	if leaf && c.wish && class == wishes && slices.ContainsFunc(wordsOf(s.title), func(w string) bool { return isOne(w, oneWish) }) {
		return true // Speerpunt openbaar vervoer
	}
	if leaf && !c.wish && !im.anyWishes && class == plainText && theme == nil && soundsLikeNeed(s.title) {
		return true
	}
	if class != plainText && !(class == detail && len(wordsOf(s.title)) > 2) {
		return false
	}
	if !c.wish && (c.theme == nil || theme != nil) {
		return false
	}
	if theme != nil {
		return leaf || len(s.body) == 0 && len(s.kids) == 0 && len(wordsOf(withoutNumber(s.title))) > 2 && !isEnumeration(s.title)
	}
	for _, kid := range s.kids {
		switch classOf(kid.title) {
		case detail, background, otherMatter:
		default:
			return false
		}
	}
	return !im.isTopic(s, c)
}

// soundsLikeNeed reports whether a heading begins as what is asked does: Meer bankjes in het
// park.
func soundsLikeNeed(title string) bool {
	words := wordsOf(withoutNumber(title))
	about := []string{"wijk", "buurt", "stad", "gemeente", "korte", "beeld", "blik", "woord", "overzicht", "kijk", "jaar", "dorp"}
	return len(words) >= 3 && isOne(words[0], needBegins) && !slices.Contains(about, words[1])
}

// isTopic reports whether a heading is that of a subject with a list of needs, and no need.
func (im *importer) isTopic(s *section, c context) bool {
	prose, items, asking := 0, 0, false
	for i, b := range s.body {
		switch {
		case b.Table != nil:
			if im.tableOf(b.Table).isWishes(c.wish) {
				return true
			}
		case b.Depth > 0:
			items++
		case i+1 < len(s.body) && s.body[i+1].Depth > 0 && leadSentence(plain(b)) != "":
			lead := leadSentence(plain(b))
			asking = asking || askingLead().MatchString(lead) && !otherLead().MatchString(lead)
			if lead != plain(b) {
				prose++
			}
		default:
			prose++
		}
	}
	if items == 0 {
		return false
	}
	return asking || prose == 0 && items > 1 && (len(wordsOf(withoutLabel(s.title))) <= 2 || isRanking(s.title))
}

// holdsItems reports whether there are needs in the lists and tables of a section.
func (im *importer) holdsItems(s *section, c context) bool {
	for i, b := range s.body {
		if b.Table != nil && im.tableOf(b.Table).isWishes(true) {
			return true
		}
		if b.Depth > 0 && im.asks(s, i, c, true) || labelEnd(plain(b)) > 0 {
			return true
		}
	}
	return false
}

// asks reports whether the list that begins at a place in a section is one of needs.
func (im *importer) asks(s *section, at int, c context, inTheme bool) bool {
	if at > 0 && s.body[at-1].Table == nil && s.body[at-1].Depth == 0 {
		lead := leadSentence(plain(s.body[at-1]))
		class := classOf(lead)
		switch {
		case lead == "":
		case class == otherMatter, otherLead().MatchString(lead) && !askingWord(lead):
			return false
		case class == wishes, askingLead().MatchString(lead):
			return true
		case strings.HasSuffix(lead, "?") && class == background:
			return false
		}
	}
	return c.wish || inTheme && !im.anyWishes
}

// leadSentence returns the sentence at the end of a paragraph that announces a list; empty when
// there is none.
func leadSentence(text string) string {
	if text == "" {
		return ""
	}
	last := text
	if i := strings.LastIndexAny(text[:len(text)-1], ".?!"); i >= 0 {
		last = strings.TrimSpace(text[i+1:])
	}
	switch text[len(text)-1] {
	case ':', '?':
		return last
	case '.':
		if askingWord(last) {
			return last
		}
	}
	return ""
}

// askingWord reports whether a lead says in so many words that needs follow.
func askingWord(lead string) bool {
	return slices.ContainsFunc(wordsOf(lead), func(w string) bool {
		return slices.Contains([]string{"wensen", "wens", "willen", "vragen", "verzoeken", "prioriteiten", "ambities", "doelen"}, w)
	})
}

// visitBody makes sections of the items of lists, the rows of tables and the paragraphs in the
// body of a section that are needs.
func (im *importer) visitBody(s *section, c context, inTheme bool) {
	var body []docx.Block
	var into *section // where what follows belongs
	var made []*section
	for i := 0; i < len(s.body); {
		b := s.body[i]
		switch {
		case b.Table != nil:
			into = nil
			t := im.tableOf(b.Table)
			switch {
			case t.isWishes(c.wish || inTheme && !im.anyWishes) && !t.isActions():
				made = append(made, im.rowNeeds(t, b, c)...)
			case t.has(wishColumn) >= 0 && t.isActions() && t.action() != t.has(wishColumn):
				im.mixed = append(im.mixed, mixedTable{s, t, c})
				body = append(body, b)
			default:
				body = append(body, b)
			}
			i++
		case isGoal(b):
			into = im.itemSection(s, b, c)
			made = append(made, into)
			i++
		case b.Depth > 0:
			end := i
			for end < len(s.body) && s.body[end].Depth > 0 && !isGoal(s.body[end]) {
				end++
			}
			switch {
			case into != nil:
				into.body = append(into.body, s.body[i:end]...)
			case im.asks(s, i, c, inTheme):
				inside, taken := s, 0
				if lead := len(body) - 1; len(made) > 0 && lead >= 0 && i > 0 && body[lead].Paragraph == s.body[i-1].Paragraph && strings.HasSuffix(plain(body[lead]), ":") {
					inside = &section{heading: body[lead].Runs, title: plain(body[lead]), paragraph: body[lead].Paragraph, made: true}
					taken = 1
				}
				body = body[:len(body)-taken]
				items := im.itemNeeds(s, s.body[i:end], c)
				if taken == 1 {
					inside.kids = items
					items = []*section{inside}
				}
				made = append(made, items...)
			default:
				body = append(body, s.body[i:end]...)
			}
			i = end
		case into != nil:
			into.body = append(into.body, b)
			i++
		default:
			body = append(body, b)
			i++
		}
	}
	s.body = body
	s.kids = append(made, s.kids...)
}

// isGoal reports whether a paragraph begins with the label of a goal, with a mark behind it:
// "Doel 3 is gehaald" tells of one.
func isGoal(b docx.Block) bool {
	text := spaced(b.Label + " " + plain(b))
	end := labelEnd(text)
	return end > 0 && !strings.HasSuffix(text, "?") && strings.ContainsAny(strings.TrimSpace(text[:end])[len("a"):], ".:)–—-")
}

// itemNeeds makes sections of the items of a list. What is indented more belongs to the item
// above it, unless that only names a subject.
func (im *importer) itemNeeds(s *section, items []docx.Block, c context) []*section {
	ranked := isRanking(s.title) || isRanking(c.words) && len(s.kids) == 0
	least := items[0].Depth
	for _, b := range items {
		least = min(least, b.Depth)
	}
	var made []*section
	for i := 0; i < len(items); {
		end := i + 1
		for end < len(items) && items[end].Depth > least {
			end++
		}
		item := items[i]
		sub := items[i+1 : end]
		theme := im.named(plain(item))
		if len(sub) > 1 && (theme != nil || len(wordsOf(plain(item))) <= 2 && strings.HasSuffix(plain(item), ":")) {
			inner := c
			if theme != nil {
				inner.theme = theme
			}
			inner.words += " " + plain(item)
			group := &section{heading: item.Runs, title: plain(item), paragraph: item.Paragraph, made: true}
			group.kids = im.itemNeeds(&section{}, sub, inner)
			made = append(made, group)
		} else {
			one := im.itemSection(s, item, c)
			one.body = append(one.body, sub...)
			if n, err := strconv.Atoi(strings.Trim(item.Label, "().")); ranked && err == nil && n > 0 && one.need != nil {
				one.need.priority = n
			}
			made = append(made, one)
		}
		i = end
	}
	return made
}

// isRanking reports whether a heading says that the list under it is in order of importance.
func isRanking(title string) bool {
	words := wordsOf(title)
	return slices.ContainsFunc(words, func(w string) bool {
		return w == "prioriteiten" || w == "prioritering" || w == "wijkprioriteiten" || w == "top" || w == "rangorde" || w == "belangrijkheid"
	}) || strings.Contains(strings.Join(words, " "), "volgorde van belang")
}

// itemSection makes a section of a paragraph that is a need.
func (im *importer) itemSection(s *section, b docx.Block, c context) *section {
	text := textOf(b.Runs)
	one := &section{paragraph: b.Paragraph, made: true}
	if b.Label != "•" {
		one.label = b.Label
	}
	if b.Label != "" && b.Label != "•" && labelEnd(b.Label+" "+text) == 0 {
		one.label = ""
		im.leave(Bullets, b.Label, b.Paragraph)
	}
	start := labelEnd(text)
	title, length := firstLine(b.Runs, start)
	if title == "" {
		title, length = leadOf(b.Runs, start)
	}
	if title == "" {
		title, length = titleOf(strings.TrimSpace(text[start:]))
		if length > 0 {
			length += start + len(text[start:]) - len(strings.TrimLeft(text[start:], " "))
		}
	}
	rest := b
	rest.Label, rest.Depth = "", 0
	if length == 0 {
		one.heading = []docx.Run{{Text: title}}
	} else {
		one.heading, rest.Runs = cut(b.Runs, length)
		for len(rest.Runs) > 0 && rest.Runs[0].Note > 0 { // a note to the title
			one.heading = append(one.heading, rest.Runs[0])
			rest.Runs = trimLeft(rest.Runs[1:])
		}
	}
	if length == 0 || plain(rest) != "" || hasPicture(rest.Runs) {
		one.body = []docx.Block{rest}
	}
	if lettersOf(title) == "" { // a picture, or a line
		one.heading, one.body = nil, []docx.Block{rest}
		one.body[0].Runs = b.Runs
		return one
	}
	label := strings.Trim(spaced(one.label+" "+text[:start]), " :.–-")
	one.need = im.newNeed(&need{title: title, label: label, theme: c.theme, paragraph: b.Paragraph}, c.words+" "+text)
	one.title = title
	return one
}

func hasPicture(runs []docx.Run) bool {
	return slices.ContainsFunc(runs, func(r docx.Run) bool { return r.Picture != nil })
}

// firstLine returns the first of the lines of a text, from an offset on, when more follow, and
// where it ends.
func firstLine(runs []docx.Run, start int) (title string, length int) {
	text := ""
	for _, r := range runs {
		text += r.Text
	}
	end := strings.IndexByte(text[start:], '\n')
	if end < 0 || end > maxTitle || strings.TrimSpace(text[start:start+end]) == "" {
		return "", 0
	}
	return bare(text[start : start+end]), start + end
}

// leadOf returns the words in bold with which a text begins, from an offset on, when more
// follows, and how many bytes of the text they end at.
func leadOf(runs []docx.Run, start int) (title string, length int) {
	at := 0
	for _, r := range runs {
		if at+len(r.Text) > start && !r.Bold && strings.TrimSpace(r.Text) != "" {
			break
		}
		if r.Picture != nil || r.Note != 0 {
			break
		}
		at += len(r.Text)
	}
	text := textOf(runs)
	if at <= start || at > maxTitle+start || strings.TrimSpace(text[at:]) == "" {
		return "", 0
	}
	if rest := strings.TrimLeft(text[at:], " "); strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, ".") {
		at += len(text[at:]) - len(rest) + 1
	} else if end := strings.TrimSpace(text[start:at]); !strings.HasSuffix(end, ":") && !strings.HasSuffix(end, ".") && !strings.HasSuffix(end, "–") && !strings.HasPrefix(rest, "–") {
		return "", 0 // a word with stress
	}
	if title = strings.Trim(bare(text[start:at]), " –"); len(title) < 4 {
		return "", 0
	}
	return title, at
}

// needOf returns the need that a section tells of by its heading.
func (im *importer) needOf(s *section, c context) *need {
	text := withoutNumber(s.title)
	label := strings.TrimSpace(strings.TrimSuffix(s.title, text))
	if end := labelEnd(text); end > 0 {
		label, text = strings.Trim(text[:end], " :.–-"), text[end:]
	}
	about := s.title
	for _, b := range s.body {
		about += " " + plain(b)
	}
	n := &need{label: strings.Trim(label, " ."), theme: c.theme, paragraph: s.paragraph}
	if isLabel(s.title) { // the goal is the paragraph below
		n.label, text, n.paragraph = s.title, plain(s.body[0]), s.body[0].Paragraph
	}
	n.title, _ = titleOf(strings.TrimSpace(text))
	if lettersOf(n.title) == "" {
		return nil
	}
	return im.newNeed(n, c.words+" "+about)
}

// withoutNumber returns a heading without the number in front of it.
func withoutNumber(title string) string {
	if found := typedNumber().FindString(title); found != "" {
		return title[len(found):]
	}
	return title
}

// withoutLabel returns a heading without the number and the label in front of it.
func withoutLabel(title string) string {
	text := withoutNumber(title)
	return text[labelEnd(text):]
}

// newNeed adds a need, and gives it an id and, when it has none, a theme.
func (im *importer) newNeed(n *need, words string) *need {
	id := slug(n.title)
	if id == "" {
		id = "behoefte"
	}
	n.id = id
	for i := 2; im.needIDs[n.id]; i++ {
		n.id = id + "-" + strconv.Itoa(i)
	}
	im.needIDs[n.id] = true
	if n.theme == nil {
		if n.theme = im.guess(n.title); n.theme == nil {
			n.theme = im.guess(words)
		}
		n.guessed = n.theme != nil
	}
	im.needs = append(im.needs, n)
	return n
}

// themeNeeds gives a theme to needs that have none, as each must have one, and asks the author
// about those that were guessed.
func (im *importer) themeNeeds() {
	taken := make(map[int]bool)
	for _, n := range im.needs {
		if n.theme == nil {
			n.theme, n.noTheme = im.themes[0], true
			im.ask(NoTheme, n.title, n.paragraph)
		} else if n.guessed {
			im.ask(GuessedTheme, n.title+" → "+n.theme.id, n.paragraph)
		}
		if taken[n.priority] {
			n.priority = 0
		}
		if n.priority > 0 {
			taken[n.priority] = true
		}
		im.result.Needs = append(im.result.Needs, Found{n.id, n.title, n.theme.id, im.visionPath(), n.paragraph})
	}
}
