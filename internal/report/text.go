package report

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"wijkvisie/internal/escape"
	"wijkvisie/internal/source"
)

// lineWidth is how many characters fit on a line of text.
const lineWidth = 84

// Text writes a report as plain text, with the number of a note behind each sentence and the
// notes at the end.
func (r *Report) Text(w io.Writer) error {
	var b strings.Builder
	var notes notes
	paragraph := func(text string) { wrap(&b, "", "", text) }
	paragraph(r.Title)
	paragraph(r.Between)
	if r.Notice != "" {
		b.WriteByte('\n')
		paragraph(r.Notice)
	}
	heading := func(title string) {
		title = escape.Line(title)
		fmt.Fprintf(&b, "\n%s\n%s\n", title, strings.Repeat("=", utf8.RuneCountInString(title)))
	}
	heading(r.Summary.Title)
	for i, p := range r.Summary.Paragraphs {
		if i > 0 {
			b.WriteByte('\n')
		}
		paragraph(p)
	}
	r.Summary.Table.text(&b)
	for _, c := range r.Chapters {
		heading(c.Title)
		if len(c.Sections) == 0 {
			paragraph(c.Nothing)
		}
		for i, s := range c.Sections {
			if i > 0 {
				b.WriteByte('\n')
			}
			title := escape.Line(s.Title)
			fmt.Fprintf(&b, "%s\n%s\n", title, strings.Repeat("-", utf8.RuneCountInString(title)))
			for _, g := range s.Groups {
				if g.Title != "" {
					wrap(&b, "", "", g.Title)
				}
				for _, sentence := range g.Sentences {
					wrap(&b, "- ", "  ", fmt.Sprintf("%s [%d]", sentence.Text, notes.add(sentence)))
				}
			}
		}
	}
	if len(notes) > 0 {
		heading(r.words.Text("report.sources"))
	}
	for i, at := range notes {
		fmt.Fprintf(&b, "[%d] %s\n", i+1, escape.Line(places(at, ", ", func(s string) string { return s })))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// places returns the places of a note with a separator between them, each written by a function.
func places(list []source.Pos, separator string, write func(string) string) string {
	texts := make([]string, len(list))
	for i, p := range list {
		texts[i] = write(place(p))
	}
	return strings.Join(texts, separator)
}

// wrap writes a text in lines, the first of which begins with one text and the others with
// another.
func wrap(b *strings.Builder, first, other, text string) {
	line, width := first, utf8.RuneCountInString(first)
	isEmpty := true
	for word := range strings.SplitSeq(escape.Line(text), " ") {
		n := utf8.RuneCountInString(word)
		if !isEmpty && width+1+n > lineWidth {
			b.WriteString(line + "\n")
			line, width, isEmpty = other, utf8.RuneCountInString(other), true
		}
		if !isEmpty {
			line, width = line+" ", width+1
		}
		line, width, isEmpty = line+word, width+n, false
	}
	b.WriteString(line + "\n")
}

// text writes a table with its columns below each other.
func (t Table) text(b *strings.Builder) {
	if len(t.Rows) == 0 {
		return
	}
	widths := make([]int, len(t.Head))
	all := append([][]string{t.Head}, t.Rows...)
	for _, row := range all {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	fmt.Fprintf(b, "\n%s\n", escape.Line(t.Caption))
	for _, row := range all {
		for i, cell := range row {
			space := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if i == 0 {
				b.WriteString("  " + escape.Line(cell) + space)
			} else {
				b.WriteString("  " + space + escape.Line(cell))
			}
		}
		b.WriteByte('\n')
	}
}
