package report

import (
	"fmt"
	"io"
	"strings"

	"wijkvisie/internal/escape"
)

// Markdown writes a report as Markdown with footnotes.
func (r *Report) Markdown(w io.Writer) error {
	var b strings.Builder
	var notes notes
	line := func(before, text string) { fmt.Fprintf(&b, "%s%s\n\n", before, escape.Markdown(text)) }
	line("# ", r.Title)
	line("", r.Between)
	if r.Notice != "" {
		line("> ", r.Notice)
	}
	line("## ", r.Summary.Title)
	for _, p := range r.Summary.Paragraphs {
		line("", p)
	}
	r.Summary.Table.markdown(&b)
	for _, c := range r.Chapters {
		line("## ", c.Title)
		if len(c.Sections) == 0 {
			line("", c.Nothing)
		}
		for _, s := range c.Sections {
			line("### ", s.Title)
			for _, g := range s.Groups {
				if g.Title != "" {
					line("#### ", g.Title)
				}
				for _, sentence := range g.Sentences {
					fmt.Fprintf(&b, "- %s[^%d]\n", escape.Markdown(sentence.Text), notes.add(sentence))
				}
				b.WriteByte('\n')
			}
		}
	}
	if len(notes) > 0 {
		line("## ", r.words.Text("report.sources"))
	}
	for i, at := range notes {
		fmt.Fprintf(&b, "[^%d]: %s\n", i+1, places(at, ", ", func(s string) string { return "`" + strings.ReplaceAll(escape.Line(s), "`", "") + "`" }))
	}
	_, err := io.WriteString(w, strings.TrimRight(b.String(), "\n")+"\n")
	return err
}

// markdown writes a table.
func (t Table) markdown(b *strings.Builder) {
	if len(t.Rows) == 0 {
		return
	}
	row := func(cells []string) {
		for _, cell := range cells {
			b.WriteString("| " + escape.Markdown(cell) + " ")
		}
		b.WriteString("|\n")
	}
	fmt.Fprintf(b, "%s:\n\n", escape.Markdown(t.Caption))
	row(t.Head)
	b.WriteString("|---" + strings.Repeat("|--:", len(t.Head)-1) + "|\n")
	for _, cells := range t.Rows {
		row(cells)
	}
	b.WriteByte('\n')
}
