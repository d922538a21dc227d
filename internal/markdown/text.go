package markdown

import (
	"html"
	"slices"
	"strings"

	"wijkvisie/internal/city"
)

// Text returns f as plain text without markup, its blocks separated by a
// newline, for searching and excerpts. The footnotes are left out.
func (f Fragment) Text() string { return textOf(f.body, f.blocks) }

// TextWithoutCode returns the text of a whole body, its footnotes included, without code.
func TextWithoutCode(b *city.Body) string {
	t := textWriter{noCode: true}
	t.parts(b, slices.Concat(b.Blocks, b.Notes))
	return t.take()
}

// NotesText returns the text of the footnotes of a body.
func NotesText(b *city.Body) string { return textOf(b, b.Notes) }

// Mentions reports whether a text, which HTML writes as it is, may stand in what is
// shown of a body.
func Mentions(b *city.Body, text string) bool {
	for p := range parts(slices.Concat(b.Blocks, b.Notes)) {
		if strings.Contains(p.HTML, text) {
			return true
		}
	}
	return false
}

// textOf returns the text of blocks of a body.
func textOf(body *city.Body, blocks []city.Block) string {
	var t textWriter
	t.parts(body, blocks)
	return t.take()
}

// parts writes the text of blocks of a body.
func (t *textWriter) parts(body *city.Body, blocks []city.Block) {
	for p := range parts(blocks) {
		t.html(p.HTML)
		switch p.Hole {
		case city.ImagePlaceholder:
			t.words(body.Images[p.Index].Alt)
		case city.HeadingStart, city.HeadingEnd:
			t.newline()
		}
	}
}

// textWriter writes words one space apart and blocks one line apart.
type textWriter struct {
	b    strings.Builder
	last byte // 0 at the beginning of a line
	gap  bool // a space is due

	prose  bool // leave out what is no running text
	noCode bool // leave out code
	skip   int  // how many elements of what is left out are open
}

// take returns what was written, and begins anew.
func (t *textWriter) take() string {
	text := strings.TrimSpace(t.b.String())
	t.b.Reset()
	t.last, t.gap = 0, false
	return text
}

// html writes the text of HTML of package markdown, in which a < is a tag.
func (t *textWriter) html(s string) {
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			t.words(html.UnescapeString(s))
			return
		}
		t.words(html.UnescapeString(s[:i]))
		t.skipTag(s[i:])
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

// skipTag notes whether a tag begins or ends what is no running text.
func (t *textWriter) skipTag(tag string) {
	switch {
	case t.noCode && strings.HasPrefix(tag, "<code"):
		t.skip++
	case t.noCode && strings.HasPrefix(tag, "</code"):
		t.skip = max(0, t.skip-1)
	case !t.prose:
	case strings.HasPrefix(tag, "<pre"), strings.HasPrefix(tag, "<table"):
		t.newline()
		t.skip++
	case strings.HasPrefix(tag, "</pre"), strings.HasPrefix(tag, "</table"):
		t.skip = max(0, t.skip-1)
	}
}

func (t *textWriter) words(s string) {
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

func (t *textWriter) newline() {
	if t.last != 0 {
		t.b.WriteByte('\n')
	}
	t.last, t.gap = 0, false
}
