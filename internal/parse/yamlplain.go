package parse

import (
	"bytes"
	"unicode/utf8"

	"wijkvisie/internal/source"
)

// Nearly all front matter is YAML of the simpler sort: keys of letters and digits,
// dashes, texts, braces and brackets, and comments. plainYAML reads that, at a tenth of
// what the decoder for all of YAML takes (BenchmarkYAML), and anything else it leaves to
// that: it answers only where both give the same tree, which FuzzPlainYAML holds it to.

// plainYAML reads the YAML between start and end of f into a tree. It is not ok when
// there is anything that it does not know for sure.
func plainYAML(f *source.File, start, end int, room *nodes) (n *node, ok bool) {
	if !isPlain(f.Data[start:end]) {
		return nil, false
	}
	room.open = room.open[:0]
	p := &plainReader{nodes: room, file: f, data: f.Data[:end], at: start}
	if !p.nextLine() {
		return nil, false
	}
	if n = p.block(-1, 0); n == nil || n.kind != mapping || !p.atEnd {
		return nil, false
	}
	return n, true
}

// isPlain tells whether a text has no character that YAML takes for a break, refuses
// or reads in a way of its own, but for those that end lines.
func isPlain(text []byte) bool {
	for i, c := range text {
		switch {
		case ' ' <= c && c < 0x7f, c == '\n', c == '\r' && i+1 < len(text) && text[i+1] == '\n':
		case c < utf8.RuneSelf,
			c == 0xc2 && i+1 < len(text) && text[i+1] < 0xa0,                                              // C1 controls, NEL among them
			c == 0xe2 && i+2 < len(text) && text[i+1] == 0x80 && (text[i+2] == 0xa8 || text[i+2] == 0xa9), // LS, PS
			c == 0xef && i+1 < len(text) && text[i+1] >= 0xbb:                                             // byte-order marks and what is no character
			return false
		}
	}
	return utf8.Valid(text)
}

// plainReader goes through a text line by line.
type plainReader struct {
	file   *source.File
	data   []byte // up to the end of the YAML
	at     int    // where the next line begins
	begin  int    // where this line begins
	end    int    // where it ends
	indent int    // how many spaces it begins with
	atEnd  bool   // there are no more lines
	nodes  *nodes
}

// line goes to the next line; false at the end.
func (p *plainReader) line() bool {
	if p.at == len(p.data) {
		p.atEnd = true
		return false
	}
	p.begin, p.end = p.at, len(p.data)
	if i := bytes.IndexByte(p.data[p.at:], '\n'); i >= 0 {
		p.end = p.at + i
	}
	p.at = min(p.end+1, len(p.data))
	if p.end > p.begin && p.data[p.end-1] == '\r' {
		p.end--
	}
	p.indent = p.blanks(p.begin) - p.begin
	return true
}

// nextLine goes to the next line that is not empty or a comment; false at the end.
func (p *plainReader) nextLine() bool {
	for p.line() {
		if text := p.text(); text < p.end && p.data[text] != '#' {
			return true
		}
	}
	return false
}

// text returns where the text of the line begins.
func (p *plainReader) text() int { return p.begin + p.indent }

// blanks skips spaces.
func (p *plainReader) blanks(at int) int {
	for at < p.end && p.data[at] == ' ' {
		at++
	}
	return at
}

// isComment tells whether a comment begins at an offset. One that has no space behind
// its # may be text that was cut off, of which the decoder's reader warns.
func (p *plainReader) isComment(at int) bool {
	if p.data[at] != '#' || p.data[at-1] != ' ' {
		return false
	}
	for at < p.end && p.data[at] == '#' {
		at++
	}
	return at == p.end || p.data[at] == ' '
}

// isRest tells whether nothing but a comment stands on the line from an offset.
func (p *plainReader) isRest(at int) bool {
	at = p.blanks(at)
	return at == p.end || p.isComment(at)
}

// isItem tells whether a dash stands at an offset, and a space or nothing behind it.
func (p *plainReader) isItem(at int) bool {
	return at < p.end && p.data[at] == '-' && (at+1 == p.end || p.data[at+1] == ' ')
}

// block reads the mapping or list that begins on this line, which has to stand further
// to the right than outer; nil when it is not plain. It leaves the line behind it.
func (p *plainReader) block(outer, depth int) *node {
	if p.indent <= outer {
		return nil
	}
	if p.isItem(p.text()) {
		return p.items(p.indent, depth)
	}
	return p.keys(p.text(), p.indent, depth)
}

// items reads a list of which the dashes stand at a column.
func (p *plainReader) items(column, depth int) *node {
	if depth >= maxDepth {
		return nil
	}
	n, first := p.nodes.make(node{kind: list, start: p.text()}), p.nodes.begin()
	for !p.atEnd && p.indent == column && p.isItem(p.text()) {
		item := p.item(column, depth+1)
		if item == nil {
			return nil
		}
		p.nodes.add(item)
	}
	n.children = p.nodes.since(first)
	// A line further to the right belongs to nothing.
	if !p.atEnd && p.indent > column {
		return nil
	}
	n.end = n.children[len(n.children)-1].end
	return n
}

// item reads what stands behind a dash at a column: on this line, or on those below.
func (p *plainReader) item(column, depth int) *node {
	at := p.blanks(p.text() + 1)
	if p.isRest(at) {
		if !p.nextLine() {
			return nil
		}
		return p.block(column, depth)
	}
	if _, isKey := p.key(at); isKey {
		return p.keys(at, at-p.begin, depth)
	}
	return p.value(at, column, depth)
}

// keys reads a mapping of which the first key stands at an offset, and all at a column.
func (p *plainReader) keys(at, column, depth int) *node {
	if depth >= maxDepth {
		return nil
	}
	n, first := p.nodes.make(node{kind: mapping, start: at, end: at}), p.nodes.begin()
	for {
		colon, ok := p.key(at)
		if !ok {
			return nil
		}
		key := p.keyNode(at, colon)
		value := p.valueOf(colon, column, depth)
		if value == nil {
			return nil
		}
		p.nodes.add(key, value)
		n.end = max(n.end, value.end)
		if p.atEnd || p.indent < column {
			n.children = p.nodes.since(first)
			return n
		}
		if at = p.text(); p.indent > column || p.isItem(at) {
			return nil
		}
	}
}

// key finds the colon behind a key: small letters and what else our keys are made of.
func (p *plainReader) key(at int) (colon int, ok bool) {
	i := at
	for i < p.end && isKeyByte(p.data[i]) {
		i++
	}
	return i, i > at && i-at <= maxID && p.data[at] != '-' && i < p.end && p.data[i] == ':' && (i+1 == p.end || p.data[i+1] == ' ')
}

func isKeyByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_'
}

// keyNode returns the node of a key.
func (p *plainReader) keyNode(at, colon int) *node {
	n := p.nodes.make(node{kind: scalar, start: at, end: colon, text: p.file.Text(at, colon)})
	if isNull(n.text) {
		n.kind = nothing
	}
	return n
}

// valueOf reads what stands behind a colon: on this line, or on those below.
func (p *plainReader) valueOf(colon, column, depth int) *node {
	if at := p.blanks(colon + 1); !p.isRest(at) {
		return p.value(at, column, depth+1)
	}
	if !p.nextLine() || p.indent < column || p.indent == column && !p.isItem(p.text()) {
		return p.nodes.make(node{start: colon, end: colon})
	}
	if p.indent == column {
		return p.items(column, depth+1)
	}
	return p.block(column, depth+1)
}

// value reads a value that begins on this line, and goes to the line behind it. What
// goes on below stands further to the right than outer, and what follows does not.
func (p *plainReader) value(at, outer, depth int) *node {
	var n *node
	if c := p.data[at]; c == '|' || c == '>' {
		n = p.lines(at, outer)
	} else {
		var end int
		if n, end = p.part(at, outer, depth, false); n != nil && !p.isRest(end) {
			return nil
		}
	}
	if n == nil || p.nextLine() && p.indent > outer {
		return nil
	}
	return n
}

// part reads a text, or a list or mapping between brackets or braces, and returns where
// it ends. inside tells that it stands between some itself.
func (p *plainReader) part(at, outer, depth int, inside bool) (n *node, end int) {
	if at >= p.end || depth > maxDepth {
		return nil, 0
	}
	switch p.data[at] {
	case '[':
		return p.flow(at, depth, list, ']')
	case '{':
		return p.flow(at, depth, mapping, '}')
	case '"', '\'':
		return p.quotes(at)
	}
	return p.bare(at, outer, inside)
}

// flow reads a list or mapping between brackets or braces, which may go on over lines.
func (p *plainReader) flow(start, depth int, k kind, closing byte) (n *node, end int) {
	n, first := p.nodes.make(node{kind: k, flow: true, start: start}), p.nodes.begin()
	for at := p.gap(start + 1); at < p.end; {
		if p.data[at] == closing {
			n.end, n.children = at+1, p.nodes.since(first)
			return n, at + 1
		}
		if k == mapping {
			colon, ok := p.key(at)
			if !ok {
				break
			}
			p.nodes.add(p.keyNode(at, colon))
			at = p.blanks(colon + 1)
		}
		part, next := p.part(at, 0, depth+1, true)
		if part == nil {
			break
		}
		p.nodes.add(part)
		if at = p.gap(next); at == p.end {
			break
		}
		if p.data[at] == ',' {
			at = p.gap(at + 1)
		} else if p.data[at] != closing {
			break
		}
	}
	return nil, 0
}

// gap skips what may stand between the parts of a list or mapping in brackets or braces:
// spaces, comments and ends of lines. It returns the end of the line when there is
// nothing behind it, or what marks the end of a document might stand there.
func (p *plainReader) gap(at int) int {
	if at = p.blanks(at); at < p.end && !p.isComment(at) {
		return at
	}
	if !p.nextLine() || p.indent == 0 && p.data[p.begin] != ']' && p.data[p.begin] != '}' {
		return p.end
	}
	return p.text()
}
