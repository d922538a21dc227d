package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

// writer makes a body of what goldmark read: HTML with holes. This file writes the
// blocks, writeinline.go what is in them, writehtml.go raw HTML.
type writer struct {
	in    *input
	found *findings
	plain bool
	body  *city.Body
	tops  []topHeading

	out   buffer // the current block
	holes []hole // in it

	notes    []*east.Footnote       // in order of their first reference
	noteOf   map[*east.Footnote]int // their places in notes
	inLink   bool                   // as no link can hold another
	inCell   bool                   // of a table
	backIn   ast.Node               // the paragraph that gets the link back from a note
	unclosed map[string]ast.Node    // a block in which a tag is known not to end
}

// buffer is a bytes.Buffer as goldmark wants it.
type buffer struct{ bytes.Buffer }

func (*buffer) Buffered() int { return 0 }
func (*buffer) Flush() error  { return nil }

// hole is a hole in the current block.
type hole struct {
	at    int // offset in the HTML
	kind  city.Placeholder
	index int
}

// document writes the blocks, and after them the notes to which they refer.
func (w *writer) document(root ast.Node) {
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() == east.KindFootnote || n.Kind() == ast.KindLinkReferenceDefinition {
			continue
		}
		if h, ok := n.(*ast.Heading); ok && !w.plain {
			w.tops = append(w.tops, topHeading{len(w.body.Blocks), len(w.body.Headings), h.Level, w.found.start(n)})
		}
		w.block(n)
		w.body.Blocks = append(w.body.Blocks, w.take())
	}
	for i := 0; i < len(w.notes); i++ { // a note may refer to another
		w.note(w.notes[i])
		w.body.Notes = append(w.body.Notes, w.take())
	}
}

// take returns the block that was written, and begins the next one.
func (w *writer) take() city.Block {
	b := w.since(mark{})
	w.out.Reset()
	w.holes = w.holes[:0]
	return b
}

// mark is a place in the current block.
type mark struct{ at, hole int }

func (w *writer) mark() mark { return mark{w.out.Len(), len(w.holes)} }

// since returns what was written since a mark.
func (w *writer) since(m mark) city.Block {
	var b city.Block
	html, at := string(w.out.Bytes()[m.at:]), m.at
	for _, h := range w.holes[m.hole:] {
		b = append(b, city.Part{HTML: html[at-m.at : h.at-m.at], Hole: h.kind, Index: h.index})
		at = h.at
	}
	if rest := html[at-m.at:]; rest != "" {
		b = append(b, city.Part{HTML: rest})
	}
	return b
}

// textFrom returns what was written since a mark as text without markup.
func (w *writer) textFrom(m mark) string { return textOf(w.body, []city.Block{w.since(m)}) }

func (w *writer) hole(kind city.Placeholder, index int) {
	w.holes = append(w.holes, hole{w.out.Len(), kind, index})
}

func (w *writer) string(s string) { w.out.WriteString(s) }

func (w *writer) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.block(n)
	}
}

func (w *writer) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		w.writeHeading(n)
	case *ast.Paragraph:
		w.string("<p>")
		w.inlines(n)
		if n == w.backIn {
			w.hole(city.NoteBack, len(w.body.Notes))
		}
		w.string("</p>\n")
	case *ast.TextBlock:
		w.inlines(n)
		if n.NextSibling() != nil && n.FirstChild() != nil {
			w.string("\n")
		}
	case *ast.Blockquote:
		w.string("<blockquote>\n")
		w.blocks(n)
		w.string("</blockquote>\n")
	case *ast.List:
		w.list(n)
	case *ast.CodeBlock:
		w.code(n.Lines(), nil)
	case *ast.FencedCodeBlock:
		w.code(n.Lines(), n.Language(w.in.text))
	case *ast.ThematicBreak:
		w.string("<hr")
		w.void()
		w.string("\n")
	case *ast.HTMLBlock:
		w.htmlBlock(n)
	case *east.Table:
		w.table(n)
	case *ast.LinkReferenceDefinition, *east.Footnote: // nothing here
	default:
		w.blocks(n)
	}
}

// void ends a tag of an element that has no content.
func (w *writer) void() {
	if w.plain {
		w.string(" /")
	}
	w.string(">")
}

func (w *writer) writeHeading(n *ast.Heading) {
	if w.plain {
		tag := "h" + strconv.Itoa(n.Level) + ">"
		w.string("<" + tag)
		w.inlines(n)
		w.string("</" + tag + "\n")
		return
	}
	i := len(w.body.Headings)
	pos := w.in.pos(w.found.start(n), w.lineEnd(n))
	h := city.Heading{Level: n.Level, Pos: pos, IDPos: pos}
	if id, ok := w.found.ids[n]; ok {
		h.ID, h.Explicit = id.id, true
		h.IDPos = w.in.pos(id.at, id.at+len(id.id))
	}
	w.body.Headings = append(w.body.Headings, h)
	w.hole(city.HeadingStart, i)
	from := w.mark()
	w.inlines(n)
	w.body.Headings[i].Text = w.textFrom(from)
	w.hole(city.HeadingEnd, i)
}

// lineEnd returns where the last line of a heading ends.
func (w *writer) lineEnd(n ast.Node) int {
	at := w.found.start(n)
	if last := n.Lines().Len() - 1; last >= 0 {
		at = max(at, n.Lines().At(last).Stop)
	}
	if i := bytes.IndexByte(w.in.text[at:], '\n'); i >= 0 {
		return at + len(bytes.TrimRight(w.in.text[at:at+i], " \t"))
	}
	return len(w.in.text)
}

func (w *writer) list(n *ast.List) {
	tag := "ul"
	w.string("<")
	if n.IsOrdered() {
		tag = "ol"
	}
	w.string(tag)
	if n.IsOrdered() && n.Start != 1 {
		w.string(` start="` + strconv.Itoa(n.Start) + `"`)
	}
	w.string(">\n")
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		w.string("<li>")
		if first := item.FirstChild(); first != nil && first.Kind() != ast.KindTextBlock {
			w.string("\n")
		}
		w.blocks(item)
		w.string("</li>\n")
	}
	w.string("</" + tag + ">\n")
}

// code writes a block of code. The language is left out: nothing uses it.
func (w *writer) code(lines *text.Segments, language []byte) {
	w.string("<pre><code")
	if w.plain && language != nil {
		w.string(` class="language-`)
		html.DefaultWriter.Write(&w.out, language)
		w.string(`"`)
	}
	w.string(">")
	for i := range lines.Len() {
		line := lines.At(i)
		html.DefaultWriter.RawWrite(&w.out, line.Value(w.in.text))
	}
	w.string("</code></pre>\n")
}

// table writes a table in a box of its own, so that a wide one can scroll.
func (w *writer) table(n *east.Table) {
	w.string("<div class=\"wv-table\"><table>\n")
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		head := row.Kind() == east.KindTableHeader
		switch {
		case head:
			w.string("<thead>\n")
		case row.PreviousSibling().Kind() == east.KindTableHeader:
			w.string("<tbody>\n")
		}
		w.string("<tr>\n")
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			w.cell(cell.(*east.TableCell), head)
		}
		w.string("</tr>\n")
		switch {
		case head:
			w.string("</thead>\n")
		case row.NextSibling() == nil:
			w.string("</tbody>\n")
		}
	}
	w.string("</table></div>\n")
}

func (w *writer) cell(n *east.TableCell, head bool) {
	start, end := "<td", "</td>\n"
	if head {
		start, end = `<th scope="col"`, "</th>\n"
	}
	w.string(start)
	switch n.Alignment {
	case east.AlignLeft:
		w.string(` class="wv-left"`)
	case east.AlignCenter:
		w.string(` class="wv-center"`)
	case east.AlignRight:
		w.string(` class="wv-right"`)
	}
	w.string(">")
	w.inCell = true
	w.inlines(n)
	w.inCell = false
	w.string(end)
}

// note writes a footnote; the way back stands at the end of its last paragraph.
func (w *writer) note(n *east.Footnote) {
	w.backIn = n.LastChild()
	w.blocks(n)
	if w.backIn == nil || w.backIn.Kind() != ast.KindParagraph {
		w.string("<p>")
		w.hole(city.NoteBack, len(w.body.Notes))
		w.string("</p>\n")
	}
	w.backIn = nil
}

// noteIndex returns the number of a note in the document, from 0.
func (w *writer) noteIndex(n *east.Footnote) int {
	i, ok := w.noteOf[n]
	if !ok {
		i = len(w.notes)
		w.noteOf[n] = i
		w.notes = append(w.notes, n)
	}
	return i
}

// unusedNotes returns the places of the footnotes to which nothing refers.
func (w *writer) unusedNotes() []source.Pos {
	var list []source.Pos
	for _, n := range w.found.order {
		if _, used := w.noteOf[n]; !used {
			start := w.found.start(n)
			end := start + bytes.IndexByte(w.in.text[start:], ':')
			list = append(list, w.in.pos(start, end))
		}
	}
	return list
}
