package markdown

import (
	"bytes"
	stdhtml "html"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer/html"
)

// inlineTag leaves out raw HTML within a text and returns the last node it
// left out: a script or a style goes up to its end.
func (w *writer) inlineTag(n *ast.RawHTML) ast.Node {
	tag := w.addTag(n)
	if !tag.joins() {
		w.space()
	}
	if !tag.hides() {
		return n
	}
	if w.unclosed[tag.name] == n.Parent() {
		return n
	}
	for c := n.NextSibling(); c != nil; c = c.NextSibling() {
		if raw, ok := c.(*ast.RawHTML); ok {
			if t := w.tagOf(raw); t.closing && t.name == tag.name {
				w.addTag(raw)
				return c
			}
		}
	}
	w.unclosed[tag.name] = n.Parent()
	return n
}

// addTag records raw HTML within a text, unless it is a comment.
func (w *writer) addTag(n *ast.RawHTML) tag {
	t := w.tagOf(n)
	if t.kind != comment {
		first, last := n.Segments.At(0), n.Segments.At(n.Segments.Len()-1)
		w.body.RawHTML = append(w.body.RawHTML, w.in.pos(first.Start, last.Stop))
	}
	return t
}

func (w *writer) tagOf(n *ast.RawHTML) tag {
	first := n.Segments.At(0)
	return readTag(first.Value(w.in.text))
}

// space separates words that a tag stood between.
func (w *writer) space() {
	if out := w.out.Bytes(); len(out) > 0 && !bytes.ContainsAny(out[len(out)-1:], " \n>") {
		w.string(" ")
	}
}

// htmlBlock leaves out the tags of a block of raw HTML and writes the text
// between them as a paragraph.
func (w *writer) htmlBlock(n *ast.HTMLBlock) {
	raw := w.rawBlock(n)
	if w.plain {
		w.out.Write(raw.text)
		return
	}
	from := w.out.Len()
	w.string("<p>")
	empty := w.out.Len()
	w.tagless(raw)
	w.out.Truncate(from + len(bytes.TrimRight(w.out.Bytes()[from:], " \t\n")))
	if w.out.Len() <= empty {
		w.out.Truncate(from)
		return
	}
	w.string("</p>\n")
}

// rawBlock is the text of a block of raw HTML without what a quote or a list
// put before its lines, and the way back.
type rawBlock struct {
	text  []byte
	lines []struct{ at, src int }
}

func (w *writer) rawBlock(n *ast.HTMLBlock) rawBlock {
	lines := n.Lines().Sliced(0, n.Lines().Len())
	if n.HasClosure() {
		lines = append(lines[:len(lines):len(lines)], n.ClosureLine)
	}
	var raw rawBlock
	for _, line := range lines {
		raw.lines = append(raw.lines, struct{ at, src int }{len(raw.text) + line.Padding, line.Start})
		raw.text = append(raw.text, line.Value(w.in.text)...)
	}
	return raw
}

// src returns where in the whole text an offset in the block stands.
func (b rawBlock) src(off int) int {
	i := sort.Search(len(b.lines), func(i int) bool { return b.lines[i].at > off })
	line := b.lines[max(i-1, 0)]
	return line.src + max(off-line.at, 0)
}

// tagless writes the text between the tags of a block, and records the tags.
func (w *writer) tagless(raw rawBlock) {
	s := raw.text
	none := make(notFound)
	at := 0 // how far s has been dealt with
	for {
		i := bytes.IndexByte(s[at:], '<')
		if i < 0 {
			break
		}
		i += at
		w.rawText(s[at:i])
		t := readTag(s[i:])
		length := none.length(s[i:], t)
		if t.head > 0 && (t.kind != comment || length == 0) {
			w.body.RawHTML = append(w.body.RawHTML, w.in.pos(raw.src(i), raw.src(i+max(length, t.head)-1)+1))
		}
		if length == 0 { // no tag, or one without an end: its text stays
			w.rawText(s[i : i+1])
			at = i + 1
			continue
		}
		if at = i + length; !t.joins() {
			w.space()
		}
		if t.hides() {
			at += max(0, none.find(s[at:], "</"+t.name))
		}
	}
	w.rawText(s[at:])
}

// rawText writes text of a block of raw HTML, where only entities have meaning.
func (w *writer) rawText(s []byte) {
	if len(w.out.Bytes()) > 0 && bytes.HasSuffix(w.out.Bytes(), []byte("<p>")) {
		s = bytes.TrimLeft(s, " \t\n")
	}
	if bytes.IndexByte(s, '&') < 0 {
		html.DefaultWriter.RawWrite(&w.out, s)
		return
	}
	from := w.out.Len()
	html.DefaultWriter.RawWrite(&w.out, []byte(stdhtml.UnescapeString(string(s))))
	w.fitHTML(from)
}

// tag is one tag, comment or declaration of raw HTML.
type tag struct {
	kind    tagKind
	name    string // in lower case
	closing bool
	head    int    // the length of what shows that it is raw HTML, 0 when it is none
	end     string // what it goes up to; of an element that takes its attributes
}

type tagKind uint8

const (
	element tagKind = iota
	comment
	other // a declaration, an instruction or character data
)

// hides reports whether what is between the tag and its end is no text.
func (t tag) hides() bool { return !t.closing && (t.name == "script" || t.name == "style") }

// joins reports whether the tag can stand within a word.
func (t tag) joins() bool {
	switch t.name {
	case "", "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark",
		"q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
		"o", "v", "w": // of Word, as <o:p>
		return true
	}
	return false
}

// readTag reads with what raw HTML b begins, which begins with a <.
func readTag(b []byte) tag {
	switch {
	case bytes.HasPrefix(b, []byte("<!--")):
		return tag{kind: comment, head: len("<!--"), end: "-->"}
	case bytes.HasPrefix(b, []byte("<![CDATA[")):
		return tag{kind: other, head: len("<![CDATA["), end: "]]>"}
	case bytes.HasPrefix(b, []byte("<?")):
		return tag{kind: other, head: len("<?"), end: "?>"}
	case bytes.HasPrefix(b, []byte("<!")):
		return tag{kind: other, head: len("<!"), end: ">"}
	}
	name, closing := bytes.CutPrefix(b[1:], []byte{'/'})
	end := bytes.IndexFunc(name, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-'
	})
	if end >= 0 {
		name = name[:end]
	}
	t := tag{name: strings.ToLower(string(name)), closing: closing}
	if t.name != "" && t.name[0] >= 'a' {
		t.head = len("<") + len(name)
		if closing {
			t.head++
		}
	}
	return t
}

// notFound holds what a search did not find, so that no text is searched twice for it.
type notFound map[string]bool

// find returns where end, in lower case, stands in s, less than 0 when it does not.
func (n notFound) find(s []byte, end string) int {
	if n[end] {
		return -1
	}
	i := indexFold(s, end)
	n[end] = i < 0
	return i
}

// length returns the length of the raw HTML t with which s begins, 0 when it
// is none or does not end.
func (n notFound) length(s []byte, t tag) int {
	const element = "an element"
	switch {
	case t.head == 0:
		return 0
	case t.kind == comment && bytes.HasPrefix(s, []byte("<!-->")):
		return len("<!-->")
	case t.end != "":
		if i := n.find(s[len("<!"):], t.end); i >= 0 {
			return len("<!") + i + len(t.end)
		}
		return 0
	case n[element]:
		return 0
	}
	end := tagLength(s)
	n[element] = end == 0
	return end
}

// tagLength returns the length of a tag with its attributes, 0 when it does not end.
func tagLength(s []byte) int {
	value := false // an attribute's value is next
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == '>':
			return i + 1
		case value && (c == '"' || c == '\''):
			if j := bytes.IndexByte(s[i+1:], c); j >= 0 {
				i += 1 + j
			}
			value = false
		case c == '=':
			value = true
		case c != ' ' && c != '\t' && c != '\n':
			value = false
		}
	}
	return 0
}

// indexFold is bytes.Index for a lower-case sep in text of any case.
func indexFold(s []byte, sep string) int {
	for i := 0; ; i++ {
		j := bytes.IndexByte(s[i:], sep[0])
		if i += j; j < 0 || len(s)-i < len(sep) {
			return -1
		}
		if strings.EqualFold(string(s[i:i+len(sep)]), sep) {
			return i
		}
	}
}
