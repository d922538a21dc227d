// Package outline finds the keys and values of YAML by their places in a text, also in YAML
// that somebody is typing and no decoder can read: a key without a colon, a brace that is not
// closed, a line in the wrong column. What it makes of a text that is YAML is what a decoder
// makes of it, as far as content has that; anchors, aliases and tags are text to it.
package outline

import "strings"

// Kind is the kind of a node.
type Kind uint8

// The kinds of a node.
const (
	Scalar Kind = iota
	Mapping
	List
)

// Node is a value.
type Node struct {
	Kind       Kind
	Flow       bool // a mapping or a list between braces or brackets
	Quoted     bool // a scalar in quotes
	Start, End int  // offsets in the text; the end of one that is not closed is where it cannot go on
	Closed     bool // of one with Flow or Quoted
	Column     int  // of a mapping or a list without Flow: where its keys or its dashes stand
	Entries    []*Entry
}

// Entry is a key of a mapping and its value, or an item of a list.
type Entry struct {
	Key    string // without quotes; empty for an item
	Start  int    // of the key, or of the dash of an item, or of an item between brackets
	KeyEnd int
	Colon  int   // -1 when there is none
	Value  *Node // nil when there is none
	End    int   // of one in a node with Flow: the comma or the closing brace
}

// maxDepth is how deep values may nest; what is deeper is passed over.
const maxDepth = 64

// Read returns the outline of the YAML between two offsets of a text: a mapping, with no
// entries when nothing in it is a key.
func Read(text string, start, end int) *Node {
	r := &reader{text: text[:end], start: start}
	r.findLines()
	root := &Node{Kind: Mapping, Start: start, End: end}
	for r.next < len(r.lines) {
		l := r.lines[r.next]
		switch at := l.start + l.column; {
		case r.isDash(at):
			r.next++
		case text[at] == '{' && len(root.Entries) == 0:
			return r.flow(at, -1, 0)
		default:
			part := r.mapping(at, 0)
			root.Column = part.Column
			root.Entries = append(root.Entries, part.Entries...)
		}
	}
	return root
}

// Value returns the scalar at a key of a mapping, without its quotes; empty when there is none.
func (n *Node) Value(text, key string) string {
	for _, e := range n.Entries {
		if e.Key == key && e.Value != nil && e.Value.Kind == Scalar {
			return e.Value.Text(text)
		}
	}
	return ""
}

// Text returns a scalar without its quotes.
func (n *Node) Text(text string) string {
	start, end := n.Inside()
	return text[start:end]
}

// Inside returns where a scalar is without its quotes.
func (n *Node) Inside() (start, end int) {
	start, end = n.Start, n.End
	if n.Quoted {
		start++
		if n.Closed {
			end--
		}
	}
	return start, max(start, end)
}

// line is a line with more than spaces and a comment.
type line struct{ start, end, column int }

// reader reads a text from its start on.
type reader struct {
	text  string
	start int
	lines []line
	next  int // the line that is to be read
}

func (r *reader) findLines() {
	for at := r.start; at < len(r.text); {
		end := len(r.text)
		if n := strings.IndexAny(r.text[at:], "\r\n"); n >= 0 {
			end = at + n
		}
		column := 0
		for at+column < end && (r.text[at+column] == ' ' || r.text[at+column] == '\t') {
			column++
		}
		if rest := r.text[at+column : end]; rest != "" && rest[0] != '#' {
			r.lines = append(r.lines, line{at, end, column})
		}
		at = end + 1
		if end+1 < len(r.text) && r.text[end] == '\r' && r.text[end+1] == '\n' {
			at++
		}
	}
}

// isDash reports whether an item of a list begins at an offset.
func (r *reader) isDash(at int) bool {
	return at < len(r.text) && r.text[at] == '-' && (at+1 == len(r.text) || strings.IndexByte(" \t\r\n", r.text[at+1]) >= 0)
}

// key reads a key from an offset on. colon is -1 when the line has none.
func (r *reader) key(at, end int) (name string, keyEnd, colon int) {
	if c := r.text[at]; c == '"' || c == '\'' {
		if n := strings.IndexByte(r.text[at+1:end], c); n >= 0 {
			keyEnd = at + n + 2
			rest := strings.TrimLeft(r.text[keyEnd:end], " \t")
			if strings.HasPrefix(rest, ":") {
				return r.text[at+1 : keyEnd-1], keyEnd, end - len(rest)
			}
		}
		return r.text[at:end], end, -1
	}
	for i := at; i < end; i++ {
		switch c := r.text[i]; {
		case c == ':' && (i+1 == end || r.text[i+1] == ' ' || r.text[i+1] == '\t'):
			name = strings.TrimRight(r.text[at:i], " \t")
			return name, at + len(name), i
		case c == '#' && i > at && (r.text[i-1] == ' ' || r.text[i-1] == '\t'):
			end = i
		}
	}
	name = strings.TrimRight(r.text[at:end], " \t")
	return name, at + len(name), -1
}

// isKey reports whether a key with a colon begins at an offset.
func (r *reader) isKey(at, end int) bool {
	if strings.IndexByte("{[#&*!|>%@`", r.text[at]) >= 0 {
		return false
	}
	_, _, colon := r.key(at, end)
	return colon >= 0
}

// block reads the value that begins at an offset of the next line. Lines in a column above outer
// belong to it.
func (r *reader) block(at, outer, depth int) *Node {
	l := r.lines[r.next]
	switch c := r.text[at]; {
	case depth > maxDepth:
		r.next++
		return nil
	case r.isDash(at):
		return r.list(at, depth)
	case c == '{' || c == '[':
		return r.flow(at, outer, depth)
	case r.isKey(at, l.end) || r.isHalfKey(at, l):
		return r.mapping(at, depth)
	}
	return r.scalar(at, outer)
}

// isHalfKey reports whether a key without a colon begins at an offset: a word, and a key in
// its column on the line below.
func (r *reader) isHalfKey(at int, l line) bool {
	word := strings.TrimRight(r.text[at:l.end], " \t")
	if strings.Trim(word, "abcdefghijklmnopqrstuvwxyz-") != "" || r.next+1 >= len(r.lines) {
		return false
	}
	below := r.lines[r.next+1]
	return below.column == at-l.start && !r.isDash(below.start+below.column) && r.isKey(below.start+below.column, below.end)
}

// mapping reads a mapping of which the first key is at an offset of the next line.
func (r *reader) mapping(at, depth int) *Node {
	l := r.lines[r.next]
	n := &Node{Kind: Mapping, Start: at, Column: at - l.start}
	for {
		e := &Entry{Start: at}
		e.Key, e.KeyEnd, e.Colon = r.key(at, l.end)
		rest := l.end
		if e.Colon >= 0 {
			rest = r.skipSpaces(e.Colon+1, l.end)
		}
		if rest == l.end || r.text[rest] == '#' {
			r.next++
			e.Value = r.below(n.Column, depth)
		} else {
			e.Value = r.valueAt(rest, n.Column, depth)
		}
		n.Entries = append(n.Entries, e)
		if !r.nextIn(n.Column, false) {
			break
		}
		l = r.lines[r.next]
		at = l.start + l.column
	}
	n.End = r.position()
	return n
}

// nextIn passes over lines that are indented more than a column, and dashes in it or keys when
// they do not belong, and reports whether a line of the node is next.
func (r *reader) nextIn(column int, dashes bool) bool {
	for ; r.next < len(r.lines); r.next++ {
		l := r.lines[r.next]
		switch {
		case l.column < column:
			return false
		case l.column > column:
		case r.isDash(l.start+l.column) == dashes:
			return true
		case dashes:
			return false
		}
	}
	return false
}

// below reads the value on the lines below a key in a column; nil when there is none.
func (r *reader) below(column, depth int) *Node {
	if r.next >= len(r.lines) {
		return nil
	}
	l := r.lines[r.next]
	if at := l.start + l.column; l.column > column || l.column == column && r.isDash(at) {
		return r.block(at, column, depth+1)
	}
	return nil
}

// valueAt reads the value behind a key, on its line.
func (r *reader) valueAt(at, column, depth int) *Node {
	switch c := r.text[at]; c {
	case '{', '[':
		return r.flow(at, column, depth+1)
	}
	return r.scalar(at, column)
}

// list reads a list of which the first dash is at an offset of the next line.
func (r *reader) list(at, depth int) *Node {
	l := r.lines[r.next]
	n := &Node{Kind: List, Start: at, Column: at - l.start}
	for {
		e := &Entry{Start: at, KeyEnd: at, Colon: -1}
		if rest := r.skipSpaces(at+1, l.end); rest == l.end || r.text[rest] == '#' {
			r.next++
			if r.next < len(r.lines) && r.lines[r.next].column > n.Column {
				e.Value = r.below(n.Column, depth)
			}
		} else {
			e.Value = r.block(rest, n.Column, depth+1)
		}
		n.Entries = append(n.Entries, e)
		if !r.nextIn(n.Column, true) {
			break
		}
		l = r.lines[r.next]
		at = l.start + l.column
	}
	n.End = r.position()
	return n
}

// scalar reads a text that begins at an offset of the next line. Lines in a column above outer
// belong to it.
func (r *reader) scalar(at, outer int) *Node {
	l := r.lines[r.next]
	n := &Node{Start: at}
	if c := r.text[at]; c == '"' || c == '\'' {
		n.Quoted = true
		n.End, n.Closed = r.quoted(at, r.limit(outer))
		if !n.Closed {
			n.End = l.end
		}
		r.passOver(n.End)
	} else {
		n.End = r.plainEnd(at, l.end)
		r.next++
	}
	for r.next < len(r.lines) && r.lines[r.next].column > outer {
		if l := r.lines[r.next]; !n.Quoted {
			n.End = r.plainEnd(l.start+l.column, l.end)
		}
		r.next++
	}
	return n
}

// plainEnd returns where a text without quotes on a line ends: at a comment, or at the last
// character that is no space.
func (r *reader) plainEnd(at, end int) int {
	text := r.text[at:end]
	for i := 1; i < len(text); i++ {
		if text[i] == '#' && (text[i-1] == ' ' || text[i-1] == '\t') {
			text = text[:i]
		}
	}
	return at + len(strings.TrimRight(text, " \t"))
}

// quoted returns where a text in quotes ends, which begins at an offset; it is not closed when
// no quote is before the limit.
func (r *reader) quoted(at, limit int) (end int, closed bool) {
	quote := r.text[at]
	for i := at + 1; i < limit; i++ {
		switch c := r.text[i]; {
		case c == '\\' && quote == '"':
			i++
		case c == quote && quote == '\'' && i+1 < limit && r.text[i+1] == quote:
			i++
		case c == quote:
			return i + 1, true
		}
	}
	return limit, false
}

// limit returns where a value on the next line must have ended: at a key or a dash in a column of
// at most outer.
func (r *reader) limit(outer int) int {
	for _, l := range r.lines[min(r.next+1, len(r.lines)):] {
		if at := l.start + l.column; l.column <= outer && (r.isDash(at) || r.isKey(at, l.end)) {
			return l.start
		}
	}
	return len(r.text)
}

// passOver makes the first line that begins at an offset or after it the next.
func (r *reader) passOver(offset int) {
	for r.next < len(r.lines) && r.lines[r.next].start < offset {
		r.next++
	}
}

// position returns where the next line begins.
func (r *reader) position() int {
	if r.next < len(r.lines) {
		return r.lines[r.next].start
	}
	return len(r.text)
}

func (r *reader) skipSpaces(at, end int) int {
	for at < end && (r.text[at] == ' ' || r.text[at] == '\t') {
		at++
	}
	return at
}
