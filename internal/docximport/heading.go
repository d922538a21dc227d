package docximport

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"wijkvisie/internal/docx"
)

// longestHeading is the length of the longest line that may be a heading without being
// formatted as one.
const longestHeading = 100

// findHeadings gives a level to paragraphs that are meant as headings: lines in bold or in
// capitals, those with a number of several parts, and the names of subjects above lists.
func (im *importer) findHeadings(blocks []docx.Block) {
	known := 0
	for _, b := range blocks {
		if b.Level > 0 {
			known++
		}
	}
	level := 0 // of the last heading that is formatted as one
	for i := range blocks {
		b := &blocks[i]
		if b.Level > 0 {
			level = b.Level
			continue
		}
		if !looksLikeHeading(blocks, i) {
			if im.isSubject(blocks, i) {
				b.Level = 9 // below all others
			}
			continue
		}
		text := spaced(b.Label + " " + plain(*b))
		number := typedNumber().FindStringSubmatch(text)
		switch {
		case known > 0:
			b.Level = min(level+1, 9)
			if number != nil && strings.Count(number[1], ".") == 0 && level == 0 {
				b.Level = 1
			}
		case number != nil:
			b.Level = 1 + strings.Count(number[1], ".") + 1
		case isUpper(text), classOf(text) == otherMatter, classOf(text) == wishes && labelEnd(text) == 0 && !isLabel(text):
			b.Level = 2
		default:
			b.Level = 3
		}
		b.Depth = 0
	}
}

// isSubject reports whether a paragraph is a few words that stand above a list: Groen, or the
// name of a theme with a colon.
func (im *importer) isSubject(blocks []docx.Block, i int) bool {
	b := blocks[i]
	text := plain(b)
	if b.Table != nil || b.Depth > 0 || text == "" || i+1 >= len(blocks) || blocks[i+1].Table != nil || blocks[i+1].Depth == 0 || hasPicture(b.Runs) {
		return false
	}
	if im.named(strings.TrimSuffix(text, ":")) != nil {
		return true
	}
	return len(wordsOf(text)) <= 3 && !strings.ContainsAny(text[len(text)-1:], ".,;:!?")
}

// looksLikeHeading reports whether a paragraph is meant as a heading.
func looksLikeHeading(blocks []docx.Block, i int) bool {
	b := blocks[i]
	text := plain(b)
	if b.Table != nil || len(strings.Trim(lettersOf(text), "0123456789")) < 2 || len(text) > longestHeading || i+1 >= len(blocks) || b.InBox && i > 0 && blocks[i-1].InBox && !allBold(b.Runs) {
		return false
	}
	if strings.HasSuffix(text, ".") && labelEnd(text) == 0 || strings.HasSuffix(text, ";") || strings.HasSuffix(text, ",") || strings.Contains(text, "\t") {
		return false
	}
	for _, r := range b.Runs {
		if r.Picture != nil {
			return false
		}
	}
	next := blocks[i+1]
	if strings.HasSuffix(text, ":") && next.Depth > 0 && b.Depth == 0 {
		return false // it announces a list
	}
	if b.Depth > 0 { // a number in bold, with text below: 1. Verkeer
		return b.Label != "•" && allBold(b.Runs) && b.Depth == 1 && (next.Depth == 0 || !allBold(next.Runs))
	}
	switch {
	case allBold(b.Runs):
		return true
	case isUpper(text) && len(text) > 3 && next.Table == nil:
		return true
	}
	number := typedNumber().FindStringSubmatch(text)
	return number != nil && strings.Contains(number[1], ".") && typedNumber().FindString(plain(next)) == "" && next.Depth == 0 && len(text) <= 80
}

func allBold(runs []docx.Run) bool {
	any := false
	for _, r := range runs {
		if strings.TrimSpace(r.Text) == "" {
			continue
		}
		if any = true; !r.Bold {
			return false
		}
	}
	return any
}

// isUpper reports whether a text is written in capitals.
func isUpper(text string) bool {
	letters := 0
	for _, c := range text {
		if unicode.IsLower(c) {
			return false
		}
		if unicode.IsLetter(c) {
			letters++
		}
	}
	return letters > 3
}

// namesDocument is a word in the title of a document, or of one that it is about.
var namesDocument = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)wijkvisie|wijkagenda|wijkplan|wijkprogramma|wijkperspectief|buurtvisie|gebiedsvisie|gebiedsagenda|actieplan|actieprogramma|uitvoeringsprogramma|uitvoeringsplan|jaarprogramma|werkprogramma|jaarplan|visie op`)
})

// onlyTop returns the place of the first heading when nothing but pictures and a few short lines
// is above it, and all others are below its level; else -1.
func onlyTop(blocks []docx.Block) int {
	at := slices.IndexFunc(blocks, func(b docx.Block) bool { return b.Level > 0 })
	if at < 0 || at > 3 {
		return -1
	}
	others := 0
	for _, b := range blocks[at+1:] {
		if b.Level > 0 && b.Level <= blocks[at].Level {
			return -1
		}
		if b.Level > 0 {
			others++
		}
	}
	if others < 2 || labelEnd(plain(blocks[at])) > 0 {
		return -1
	}
	return at
}

// takeTitle takes the title of the document out of its blocks.
func (im *importer) takeTitle(blocks []docx.Block) []docx.Block {
	at := slices.IndexFunc(blocks[:min(len(blocks), 12)], func(b docx.Block) bool { return b.IsTitle && b.Table == nil && plain(b) != "" })
	if at < 0 {
		at = slices.IndexFunc(blocks[:min(len(blocks), 6)], func(b docx.Block) bool {
			text := plain(b)
			return b.Table == nil && len(text) <= longestHeading && namesDocument().MatchString(text) && (b.Level > 0 || !strings.HasSuffix(text, "."))
		})
	}
	if at < 0 {
		at = onlyTop(blocks)
	}
	if at < 0 {
		return blocks
	}
	end := at + 1
	for end < len(blocks) && blocks[at].IsTitle && blocks[end].IsTitle {
		end++
	}
	var rest []docx.Block
	for _, b := range blocks[at:end] {
		im.title = spaced(im.title + " " + b.Label + " " + plain(b))
		var kept []docx.Run
		for _, r := range b.Runs {
			if r.Picture != nil || r.Note != 0 {
				kept = append(kept, r)
			}
		}
		if len(kept) > 0 {
			b.Runs, b.Level, b.IsTitle, b.Label, b.Depth = kept, 0, false, "", 0
			rest = append(rest, b)
		}
	}
	return slices.Concat(blocks[:at], rest, blocks[end:])
}
