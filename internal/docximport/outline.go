package docximport

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"wijkvisie/internal/docx"
)

// section is a heading and what stands under it, up to the next heading of its level or higher.
type section struct {
	heading   []docx.Run // empty at the top
	label     string     // that Word writes before the heading
	title     string     // the heading as text, with its label
	level     int        // in the document
	paragraph int
	body      []docx.Block // before the first section in it
	kids      []*section
	need      *need // that it tells of; nil for none
	made      bool  // the heading is that of an item of a list or a row of a table
}

// outline returns the sections of a document.
func (im *importer) outline(blocks []docx.Block) *section {
	blocks = im.withoutLayout(blocks, 0)
	blocks = splitLines(blocks)
	blocks = im.withoutContents(blocks)
	for i := range blocks {
		itemOf(&blocks[i])
	}
	im.findHeadings(blocks)
	blocks = im.takeTitle(blocks)
	root := &section{}
	open := []*section{root}
	for _, b := range blocks {
		if b.Level == 0 {
			top := open[len(open)-1]
			top.body = append(top.body, b)
			continue
		}
		for len(open) > 1 && open[len(open)-1].level >= b.Level {
			open = open[:len(open)-1]
		}
		s := &section{heading: b.Runs, label: b.Label, level: b.Level, paragraph: b.Paragraph}
		s.title = spaced(b.Label + " " + plain(b))
		top := open[len(open)-1]
		top.kids = append(top.kids, s)
		open = append(open, s)
	}
	im.withoutEmptyContents(root)
	return root
}

// maxUnwrapped is how deep tables within tables are taken for what they hold.
const maxUnwrapped = 60

// withoutLayout returns blocks with what is in tables that only put it side by side, or in a
// frame, in the place of these tables.
func (im *importer) withoutLayout(blocks []docx.Block, depth int) []docx.Block {
	var list []docx.Block
	for _, b := range blocks {
		if b.Table == nil || !isLayout(b.Table) || depth > maxUnwrapped {
			list = append(list, b)
			continue
		}
		for _, row := range b.Table.Rows {
			for _, cell := range row.Cells {
				list = append(list, im.withoutLayout(cell.Blocks, depth+1)...)
			}
		}
	}
	return list
}

// isLayout reports whether a table is no table to read: it has one column or one row, or there
// are headings, tables or long texts in it.
func isLayout(t *docx.Table) bool {
	columns := 0
	for i := range t.Rows[0].Cells {
		if slices.ContainsFunc(t.Rows, func(r docx.Row) bool { return len(r.Cells[i].Blocks) > 0 }) {
			columns++
		}
	}
	if columns <= 1 || len(t.Rows) == 1 {
		return true
	}
	for i, r := range t.Rows {
		for _, c := range r.Cells {
			paragraphs := 0
			for _, b := range c.Blocks {
				if b.Table != nil || i > 0 && b.Level > 0 && len(t.Rows) <= 3 {
					return true
				}
				if b.Depth == 0 {
					paragraphs++
				}
			}
			if paragraphs > 6 && len(t.Rows) <= 3 {
				return true
			}
		}
	}
	return false
}

// splitLines makes paragraphs of the lines of a paragraph in which somebody typed a list.
func splitLines(blocks []docx.Block) []docx.Block {
	var list []docx.Block
	for _, b := range blocks {
		lines := linesOf(b.Runs)
		marked := 0
		for _, line := range lines {
			if mark, _ := typedMark(textOf(line)); mark != "" {
				marked++
			}
		}
		if b.Table != nil || len(lines) < 2 || marked == 0 || marked < len(lines)-1 {
			list = append(list, b)
			continue
		}
		for _, line := range lines {
			part := b
			part.Runs = line
			list = append(list, part)
			b.Label = "" // only before the first
		}
	}
	return list
}

// linesOf returns the lines of runs, without those that are empty.
func linesOf(runs []docx.Run) [][]docx.Run {
	var lines [][]docx.Run
	var line []docx.Run
	end := func() {
		if line = trimLeft(line); len(line) > 0 {
			lines = append(lines, line)
		}
		line = nil
	}
	for _, r := range runs {
		for i, text := range strings.Split(r.Text, "\n") {
			if i > 0 {
				end()
			}
			part := r
			part.Text = text
			if text != "" || r.Picture != nil || r.Note != 0 {
				line = append(line, part)
			}
		}
	}
	end()
	return lines
}

var (
	// contentsLine is a line of a table of contents that somebody typed.
	contentsLine = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^.{2,100}?(?:\t|\.{3,}|…|_{3,})[ .\t]*[0-9]{1,3}$`)
	})
	// pageLine is the number of a page.
	pageLine = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^(?:[-–] ?)?(?:(?:pagina|pag\.?|blz\.?|page)\s*[0-9]{1,3}(?:\s*(?:van|/|of)\s*[0-9]{1,3})?|[0-9]{1,3} ?[-–])$`)
	})
)

// withoutContents leaves out tables of contents and numbers of pages that somebody typed.
func (im *importer) withoutContents(blocks []docx.Block) []docx.Block {
	raw := func(b docx.Block) string {
		text := ""
		for _, r := range b.Runs {
			text += r.Text
		}
		return text
	}
	isContents := make([]bool, len(blocks))
	for i := 0; i < len(blocks); {
		end := i
		for end < len(blocks) && blocks[end].Table == nil && contentsLine().MatchString(raw(blocks[end])) {
			end++
		}
		for j := i; end-i >= 3 && j < end; j++ {
			isContents[j] = true
		}
		i = max(end, i+1)
	}
	var list []docx.Block
	for i, b := range blocks {
		switch {
		case isContents[i]:
			im.leave(Reason(docx.Contents), raw(b), b.Paragraph)
		case b.Table == nil && pageLine().MatchString(plain(b)):
			im.leave(PageLines, plain(b), b.Paragraph)
		default:
			list = append(list, b)
		}
	}
	return list
}

// withoutEmptyContents leaves out the heading of a table of contents that was left out.
func (im *importer) withoutEmptyContents(s *section) {
	s.kids = slices.DeleteFunc(s.kids, func(kid *section) bool {
		words := lettersOf(kid.title)
		if len(kid.body) > 0 || len(kid.kids) > 0 || words != "inhoud" && words != "inhoudsopgave" {
			return false
		}
		im.leave(Reason(docx.Contents), kid.title, kid.paragraph)
		return true
	})
}

// typedMark returns the mark of an item of a list that somebody typed, and how many bytes of
// the text it takes.
func typedMark(text string) (mark string, length int) {
	found := typedMarks().FindStringSubmatch(text)
	if found == nil || len(found[0]) == len(text) {
		return "", 0
	}
	if strings.ContainsAny(found[1], "0123456789.)") && found[1] != "o" {
		return found[1], len(found[0])
	}
	return "•", len(found[0])
}

var typedMarks = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*([-–—•*·▪■●◦○□◻❑➢➔→✓✗☐☑>]|o|\(?[0-9]{1,3}[.)]|[a-zA-Z][.)]|\([a-z]\))[ \t]+`)
})

// itemOf makes the item of a list of a paragraph that begins with a mark that somebody typed.
func itemOf(b *docx.Block) {
	if b.Table != nil || b.Level > 0 || b.Depth > 0 {
		return
	}
	text := textOf(b.Runs)
	mark, length := typedMark(text)
	if mark == "" {
		return
	}
	b.Label, b.Depth = mark, 1
	indent := len(text) - len(strings.TrimLeft(text, " "))
	if indent >= 2 || mark == "•" && strings.HasPrefix(strings.TrimSpace(text), "o") {
		b.Depth = 2
	}
	before, after := cut(b.Runs, length)
	before = slices.DeleteFunc(slices.Clone(before), func(r docx.Run) bool { return r.Note == 0 && r.Picture == nil })
	b.Runs = append(before, after...)
}

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
			if number != nil && known > 0 && strings.Count(number[1], ".") == 0 && level == 0 {
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
	im.titleAt = blocks[at].Paragraph
	out := slices.Concat(blocks[:at], rest, blocks[end:])
	return out
}
