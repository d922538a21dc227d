package docximport

import (
	"slices"
	"strconv"
	"strings"

	"wijkvisie/internal/docx"
)

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
	topics := areTopics(items, least)
	var made []*section
	for i := 0; i < len(items); {
		end := i + 1
		for end < len(items) && items[end].Depth > least {
			end++
		}
		item := items[i]
		sub := items[i+1 : end]
		theme := im.named(plain(item))
		if len(sub) > 0 && topics || len(sub) > 1 && (theme != nil || len(wordsOf(plain(item))) <= 2 && strings.HasSuffix(plain(item), ":")) {
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

// areTopics reports whether the items of a list at the least depth are a few words each, with
// items of their own below most of them.
func areTopics(items []docx.Block, least int) bool {
	all, with := 0, 0
	for i, b := range items {
		if b.Depth > least {
			continue
		}
		if len(wordsOf(plain(b))) > 3 {
			return false
		}
		if all++; i+1 < len(items) && items[i+1].Depth > least {
			with++
		}
	}
	return all > 1 && with*2 > all
}

// isRanking reports whether a heading says that the list under it is in order of importance.
func isRanking(title string) bool {
	words := wordsOf(title)
	return slices.ContainsFunc(words, func(w string) bool {
		return w == "prioriteiten" || w == "prioritering" || w == "wijkprioriteiten" || w == "top" || w == "rangorde" || w == "belangrijkheid"
	}) || strings.Contains(strings.Join(words, " "), "volgorde van belang")
}
