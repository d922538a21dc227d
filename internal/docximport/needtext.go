package docximport

import (
	"slices"
	"strings"

	"wijkvisie/internal/docx"
	"wijkvisie/internal/parse"
)

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
	taken := func(id string) bool { return im.needIDs[id] }
	if n.id = parse.NewID(n.title, taken); n.id == "" {
		n.id = parse.NewID("behoefte", taken)
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
