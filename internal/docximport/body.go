package docximport

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"wijkvisie/internal/docx"
)

// body is the text of a file while it is written.
type body struct {
	*importer
	out   strings.Builder
	notes []int       // of the document, in the order in which the file refers to them
	known map[int]int // the number of each in the file
}

// noteNumber returns the number that a note of the document has in the file.
func (b *body) noteNumber(note int) int {
	if n := b.known[note]; n > 0 {
		return n
	}
	if b.known == nil {
		b.known = make(map[int]int)
	}
	b.notes = append(b.notes, note)
	b.known[note] = len(b.notes)
	return len(b.notes)
}

// section writes a section: its heading, its text and the sections in it.
func (b *body) section(s *section, level int) {
	next := level
	if len(s.heading) > 0 {
		b.heading(s, level)
		next = min(level+1, 6)
	}
	b.blocks(s.body)
	for _, kid := range s.kids {
		b.section(kid, next)
	}
}

// heading writes a heading, and then the pictures that are in it.
func (b *body) heading(s *section, level int) {
	var words []docx.Run
	var pictures []docx.Block
	for _, r := range s.heading {
		if r.Picture != nil {
			pictures = append(pictures, docx.Block{Paragraph: s.paragraph, Runs: []docx.Run{r}})
			continue
		}
		words = append(words, r)
	}
	if s.label != "" && s.label != "•" {
		words = append([]docx.Run{{Text: s.label + " "}}, words...)
	}
	text := b.inline(words, form{oneLine: true, bare: true, heading: true})
	if s.need != nil {
		text += " {#" + s.need.id + "}"
	}
	if text != "" {
		b.paragraph(strings.Repeat("#", level) + " " + text)
	}
	b.blocks(pictures)
}

// paragraph writes a block of Markdown, with an empty line behind it.
func (b *body) paragraph(text string) {
	if text != "" {
		b.out.WriteString(text + "\n\n")
	}
}

// blocks writes paragraphs, lists and tables.
func (b *body) blocks(blocks []docx.Block) {
	for i := 0; i < len(blocks); {
		if blocks[i].Table == nil && blocks[i].Depth > 0 {
			end := i
			for end < len(blocks) && blocks[end].Table == nil && blocks[end].Depth > 0 {
				end++
			}
			b.list(blocks[i:end])
			i = end
			continue
		}
		b.block(blocks[i])
		i++
	}
}

func (b *body) block(one docx.Block) {
	b.askAbout(one)
	if one.Table != nil {
		b.table(one.Table)
		return
	}
	runs := one.Runs
	if one.Label != "" && one.Label != "•" {
		runs = append([]docx.Run{{Text: one.Label + " "}}, runs...)
	}
	b.paragraph(b.inline(runs, form{}))
}

// askAbout lists the addresses that cannot be on a site, and the pictures that nobody
// described.
func (b *body) askAbout(one docx.Block) {
	last := ""
	for _, r := range one.Runs {
		if r.Link != "" && r.Link != last {
			if _, ok := safeAddress(r.Link); !ok {
				b.leave(Reason(docx.Address), r.Link, one.Paragraph)
			}
		}
		last = r.Link
		if r.Picture != nil {
			if name := b.picturePath(r.Picture, one.Paragraph); name != "" && r.Picture.Alt == "" {
				b.ask(NoAlt, name, one.Paragraph)
			}
		}
	}
}

var plainNumber = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\(?([0-9]{1,6})[.)]?$`) })

// list writes the items of a list. Numbers that follow each other are those of Markdown; what
// else Word writes before an item is text.
func (b *body) list(items []docx.Block) {
	type open struct{ depth, column, number int }
	var stack []open
	for _, item := range items {
		b.askAbout(item)
		for len(stack) > 0 && stack[len(stack)-1].depth > item.Depth {
			stack = stack[:len(stack)-1]
		}
		column := 0
		if n := len(stack); n > 0 && stack[n-1].depth == item.Depth {
			column = stack[n-1].column
		} else {
			if n > 0 {
				column = stack[n-1].column + 2
				if stack[n-1].number >= 0 {
					column++
				}
				if stack[n-1].number > 9 {
					column++
				}
			}
			stack = append(stack, open{item.Depth, column, -1})
		}
		top := &stack[len(stack)-1]
		mark, runs := "- ", item.Runs
		found := plainNumber().FindStringSubmatch(item.Label)
		n := -1
		if found != nil {
			n, _ = strconv.Atoi(found[1])
		}
		switch {
		case n >= 0 && (top.number < 0 || n == top.number+1):
			mark, top.number = strconv.Itoa(n)+". ", n
		case item.Label != "" && item.Label != "•":
			runs = append([]docx.Run{{Text: item.Label + " "}}, runs...)
			top.number = -1
		default:
			top.number = -1
		}
		indent := strings.Repeat(" ", column)
		text := b.inline(runs, form{})
		text = strings.ReplaceAll(text, "\n", "\n"+indent+strings.Repeat(" ", len(mark)))
		b.out.WriteString(indent + mark + text + "\n")
	}
	b.out.WriteString("\n")
}

// table writes a table. What is in a cell is on one line.
func (b *body) table(t *docx.Table) {
	var lines []string
	for i, row := range t.Rows {
		var cells []string
		for _, c := range row.Cells {
			cells = append(cells, b.cell(c.Blocks, i == 0))
		}
		lines = append(lines, "| "+strings.Join(cells, " | ")+" |")
		if i == 0 {
			lines = append(lines, "|"+strings.Repeat("---|", len(row.Cells)))
		}
	}
	b.paragraph(strings.Join(lines, "\n"))
}

// cell returns what is in a cell; the names of columns are without bold and italic.
func (b *body) cell(blocks []docx.Block, header bool) string {
	var parts []string
	for _, one := range blocks {
		if one.Table != nil {
			for _, r := range one.Table.Rows {
				for _, c := range r.Cells {
					parts = append(parts, b.cell(c.Blocks, header))
				}
			}
			continue
		}
		b.askAbout(one)
		runs := one.Runs
		if one.Label != "" {
			runs = append([]docx.Run{{Text: one.Label + " "}}, runs...)
		}
		parts = append(parts, b.inline(runs, form{cell: true, bare: header}))
	}
	return spaced(strings.Join(parts, " "))
}

// endNotes writes the notes that the text refers to.
func (b *body) endNotes() {
	for i := 0; i < len(b.notes); i++ { // a note may refer to another
		note := b.doc.Notes[b.notes[i]-1]
		var parts []string
		for _, one := range note.Blocks {
			if one.Table != nil {
				parts = append(parts, b.cell([]docx.Block{one}, false))
				continue
			}
			b.askAbout(one)
			runs := one.Runs
			if one.Label != "" && one.Label != "•" {
				runs = append([]docx.Run{{Text: one.Label + " "}}, runs...)
			}
			parts = append(parts, b.inline(runs, form{oneLine: true}))
		}
		if len(parts) == 0 {
			parts = []string{"…"}
		}
		for j, part := range parts {
			parts[j] = lineStart(part)
		}
		b.out.WriteString("[^" + strconv.Itoa(i+1) + "]: " + strings.Join(parts, "\n\n    ") + "\n")
	}
}

// safeAddress returns an address that a site can link to: that of a page on the web, a mail
// address or a telephone number.
func safeAddress(address string) (string, bool) {
	address = strings.TrimSpace(address)
	if strings.ContainsAny(address, "\x00\n\r\t\"") {
		return "", false
	}
	u, err := url.Parse(address)
	if err != nil {
		return "", false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		return address, u.Host != "" && u.User == nil
	case "mailto", "tel":
		return strings.ReplaceAll(address, " ", ""), u.Opaque != "" && !strings.ContainsAny(u.Opaque, "<>()")
	}
	return "", false
}
