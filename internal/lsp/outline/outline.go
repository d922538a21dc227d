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
