package docximport

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"wijkvisie/internal/docx"
)

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
