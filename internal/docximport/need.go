package docximport

import (
	"slices"
	"strings"
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
