package markdown

import (
	"html"
	"strings"
)

// Text returns f as plain text without markup, its blocks separated by a
// newline, for searching and excerpts. The footnotes are left out.
func (f Fragment) Text() string {
	var b strings.Builder
	for _, r := range f.runs {
		from, to := f.marks(r)
		appendText(&b, f.doc, f.doc.html[from.html:to.html], int(from.html), f.doc.holes[from.hole:to.hole])
	}
	return strings.TrimSpace(b.String())
}

// Mentions tells whether a text that HTML writes as it is, on one line, may stand in what
// is shown of d.
func (d *Document) Mentions(text string) bool { return strings.Contains(d.html, text) }

// appendText appends the text of a piece of HTML that begins at offset start
// of the document and has these holes.
func appendText(b *strings.Builder, d *Document, piece string, start int, holes []hole) {
	t := texter{b: b}
	at := 0
	for _, h := range holes {
		next := int(h.at) - start
		t.html(piece[at:next])
		at = next
		switch h.kind {
		case image:
			t.words(d.Images[h.index].Alt)
		case headingStart, headingEnd:
			t.newline()
		}
	}
	t.html(piece[at:])
}

// texter writes words one space apart and blocks one line apart.
type texter struct {
	b    *strings.Builder
	last byte // 0 at the beginning of a line
	gap  bool // a space is due

	prose bool // leave out what is no running text
	skip  int  // how deep we are in what is left out
}

// html writes the text of a piece of our own HTML, in which a < is a tag.
func (t *texter) html(s string) {
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			t.words(html.UnescapeString(s))
			return
		}
		t.words(html.UnescapeString(s[:i]))
		t.leave(s[i:])
		end := strings.IndexByte(s[i:], '>') + i
		name, _, _ := strings.Cut(strings.TrimPrefix(s[i+1:end], "/"), " ")
		switch name {
		case "p", "li", "ul", "ol", "blockquote", "pre", "tr", "hr":
			t.newline()
		case "td", "th", "br":
			t.gap = true
		}
		s = s[end+1:]
	}
}

// leave looks whether a tag begins or ends what is no running text.
func (t *texter) leave(tag string) {
	if !t.prose {
		return
	}
	switch {
	case strings.HasPrefix(tag, "<pre"), strings.HasPrefix(tag, "<table"):
		t.newline()
		t.skip++
	case strings.HasPrefix(tag, "</pre"), strings.HasPrefix(tag, "</table"):
		t.skip = max(0, t.skip-1)
	}
}

func (t *texter) words(s string) {
	if t.skip > 0 {
		return
	}
	for s != "" {
		if isSpace(s[0]) {
			t.gap = true
			s = s[1:]
			continue
		}
		n := spaced(s)
		if t.gap && t.last != 0 {
			t.b.WriteByte(' ')
		}
		t.b.WriteString(s[:n])
		t.gap, t.last = false, s[n-1]
		s = s[n:]
	}
}

// spaced returns how much of a text, which begins with a word, is words one space
// apart.
func spaced(s string) int {
	for i := 1; i < len(s); i++ {
		if isSpace(s[i]) && (s[i] != ' ' || i+1 == len(s) || isSpace(s[i+1])) {
			return i
		}
	}
	return len(s)
}

func isSpace(c byte) bool {
	return c <= ' ' && (c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r')
}

func (t *texter) newline() {
	if t.last != 0 {
		t.b.WriteByte('\n')
	}
	t.last, t.gap = 0, false
}
