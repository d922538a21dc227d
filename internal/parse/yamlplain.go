package parse

import (
	"bytes"
	"unicode/utf8"

	"wijkvisie/internal/source"
)

// Nearly all front matter is YAML of the simplest sort: keys of letters and digits,
// dashes, texts on one line with or without quotes, braces and brackets that close
// where they open. plainYAML reads that, at a tenth of what the decoder for all of
// YAML takes (BenchmarkYAML), and anything else it leaves to that: it answers only
// where both give the same tree, which FuzzPlainYAML holds it to.

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
// or reads in a way of its own.
func isPlain(text []byte) bool {
	for i, c := range text {
		switch {
		case c < ' ' && c != '\n', c == 0x7f:
			return false
		case c < utf8.RuneSelf:
		case c == 0xc2 && i+1 < len(text) && text[i+1] < 0xa0, // C1 controls, NEL among them
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

// nextLine goes to the next line that is not empty or a comment; false at the end.
func (p *plainReader) nextLine() bool {
	for p.at < len(p.data) {
		p.begin = p.at
		p.end = len(p.data)
		if i := bytes.IndexByte(p.data[p.at:], '\n'); i >= 0 {
			p.end = p.at + i
		}
		p.at = min(p.end+1, len(p.data))
		text := p.begin
		for text < p.end && p.data[text] == ' ' {
			text++
		}
		if text < p.end && p.data[text] != '#' {
			p.indent = text - p.begin
			return true
		}
	}
	p.atEnd = true
	return false
}

// text returns where the text of the line begins.
func (p *plainReader) text() int { return p.begin + p.indent }

// isItem tells whether a dash and a space stand at an offset.
func (p *plainReader) isItem(at int) bool {
	return at+1 < p.end && p.data[at] == '-' && p.data[at+1] == ' '
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
		at := p.blanks(p.text() + 1)
		var item *node
		if _, isKey := p.key(at); isKey {
			item = p.keys(at, at-p.begin, depth+1)
		} else {
			item = p.value(at, column, depth+1)
		}
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

// keyNode returns the node of a key.
func (p *plainReader) keyNode(at, colon int) *node {
	n := p.nodes.make(node{kind: scalar, start: at, end: colon, text: p.file.Text(at, colon)})
	if isNull(n.text) {
		n.kind = nothing
	}
	return n
}

// isNull tells whether a text without quotes stands for nothing.
func isNull(text string) bool { return text == "null" || text == "Null" || text == "NULL" }

func isKeyByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_'
}

// valueOf reads what stands behind a colon: on this line, or on those below.
func (p *plainReader) valueOf(colon, column, depth int) *node {
	if at := p.blanks(colon + 1); at < p.end {
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

// value reads a value that begins and ends on this line, and goes to the next. That
// may not stand further to the right than outer: it would go on with the value.
func (p *plainReader) value(at, outer, depth int) *node {
	n, end := p.flow(at, depth, false)
	if n == nil {
		return nil
	}
	if p.blanks(end) != p.end || p.nextLine() && p.indent > outer {
		return nil
	}
	return n
}

// flow reads a text, or a list or mapping between brackets or braces, and returns where
// it ends. inside tells that it stands between some itself.
func (p *plainReader) flow(at, depth int, inside bool) (n *node, end int) {
	if at >= p.end || depth > maxDepth {
		return nil, 0
	}
	switch p.data[at] {
	case '[':
		return p.brackets(at, depth)
	case '{':
		return p.braces(at, depth)
	case '"', '\'':
		return p.quotes(at)
	}
	return p.bare(at, inside)
}

// blanks skips spaces.
func (p *plainReader) blanks(at int) int {
	for at < p.end && p.data[at] == ' ' {
		at++
	}
	return at
}

func (p *plainReader) brackets(start, depth int) (n *node, end int) {
	n, first := p.nodes.make(node{kind: list, flow: true, start: start}), p.nodes.begin()
	at := p.blanks(start + 1)
	if at < p.end && p.data[at] == ']' {
		n.end = at + 1
		return n, at + 1
	}
	for {
		item, next := p.flow(at, depth+1, true)
		if item == nil {
			return nil, 0
		}
		p.nodes.add(item)
		next = p.blanks(next)
		switch {
		case next < p.end && p.data[next] == ',':
			at = p.blanks(next + 1)
		case next < p.end && p.data[next] == ']':
			n.end, n.children = next+1, p.nodes.since(first)
			return n, next + 1
		default:
			return nil, 0
		}
	}
}

func (p *plainReader) braces(start, depth int) (n *node, end int) {
	n, first := p.nodes.make(node{kind: mapping, flow: true, start: start}), p.nodes.begin()
	for at := p.blanks(start + 1); ; {
		colon, ok := p.key(at)
		if !ok || colon+1 == p.end {
			return nil, 0
		}
		value, next := p.flow(p.blanks(colon+1), depth+1, true)
		if value == nil {
			return nil, 0
		}
		p.nodes.add(p.keyNode(at, colon), value)
		next = p.blanks(next)
		switch {
		case next < p.end && p.data[next] == ',':
			at = p.blanks(next + 1)
		case next < p.end && p.data[next] == '}':
			n.end, n.children = next+1, p.nodes.since(first)
			return n, next + 1
		default:
			return nil, 0
		}
	}
}

// quotes reads a text in quotes. Of the escapes it knows those of quotes and slashes.
func (p *plainReader) quotes(at int) (n *node, end int) {
	q := p.data[at]
	i := at + 1
	escaped := false
	for ; i < p.end && p.data[i] != q; i++ {
		if q == '"' && p.data[i] == '\\' {
			if i++; i == p.end || p.data[i] != '"' && p.data[i] != '\\' {
				return nil, 0
			}
			escaped = true
		}
	}
	if i >= p.end || q == '\'' && i+1 < p.end && p.data[i+1] == q {
		return nil, 0
	}
	text := p.file.Text(at+1, i)
	if escaped {
		text = unescaped(text)
	}
	// A colon right behind it would make it a key.
	if i+1 < p.end && p.data[i+1] == ':' {
		return nil, 0
	}
	return p.nodes.make(node{kind: scalar, form: quoted, start: at, end: i + 1, text: text}), i + 1
}

// unescaped takes the slashes away that escape quotes and slashes.
func unescaped(text string) string {
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' {
			i++
		}
		out = append(out, text[i])
	}
	return string(out)
}

// bare reads a text without quotes. It begins with a letter or a digit.
func (p *plainReader) bare(at int, inside bool) (n *node, end int) {
	if c := p.data[at]; !isKeyByte(c) && c != '(' && c < utf8.RuneSelf || c == '-' {
		return nil, 0
	}
	i := at
scan:
	for ; i < p.end; i++ {
		switch c := p.data[i]; c {
		case ',', '[', ']', '{', '}':
			if inside {
				break scan
			}
		case ':':
			// Before a space, or a sign between brackets, it would make a key.
			if i+1 == p.end || p.data[i+1] == ' ' || inside && bytes.IndexByte([]byte(",[]{}?"), p.data[i+1]) >= 0 {
				return nil, 0
			}
		case '#':
			if p.data[i-1] == ' ' {
				return nil, 0
			}
		case '?':
			if inside {
				return nil, 0
			}
		}
	}
	if inside && i < p.end && (p.data[i] == '[' || p.data[i] == '{') {
		return nil, 0
	}
	end = at + len(bytes.TrimRight(p.data[at:i], " "))
	n = p.nodes.make(node{kind: scalar, start: at, end: end, text: p.file.Text(at, end)})
	if isNull(n.text) {
		*n = node{start: at, end: end}
	}
	return n, i
}
