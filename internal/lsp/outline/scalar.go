package outline

import "strings"

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
