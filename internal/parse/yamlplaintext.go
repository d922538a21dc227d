package parse

import (
	"bytes"
	"cmp"
	"strings"
	"unicode/utf8"
)

// This file is how plainYAML reads texts: in quotes, bare, and on lines of their own.

// quotes reads a text in quotes on one line. Of the escapes it knows those of quotes and
// slashes.
func (p *plainReader) quotes(start int) (n *node, end int) {
	quote := p.data[start]
	escape := quote // in single quotes, two are one
	if quote == '"' {
		escape = '\\'
	}
	escaped := false
	for end = start + 1; end < p.end; end++ {
		if c := p.data[end]; c != quote && c != escape {
			continue
		} else if c != escape || end+1 == p.end || p.data[end+1] != quote && p.data[end+1] != escape {
			break
		}
		escaped = true
		end++
	}
	// A colon right behind it would make it a key.
	if end == p.end || p.data[end] != quote || end+1 < p.end && p.data[end+1] == ':' {
		return nil, 0
	}
	text := p.file.Text(start+1, end)
	if escaped {
		text = unescaped(text, escape)
	}
	end++
	return p.nodes.make(node{kind: scalar, form: quoted, start: start, end: end, text: text}), end
}

// unescaped takes away what escapes the characters behind it.
func unescaped(text string, escape byte) string {
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		if text[i] == escape {
			i++
		}
		out = append(out, text[i])
	}
	return string(out)
}

// isNull tells whether a text without quotes stands for nothing.
func isNull(text string) bool { return text == "null" || text == "Null" || text == "NULL" }

// bare reads a text without quotes. It begins with a letter or a digit, and goes on with
// the lines right below that stand further to the right than outer.
func (p *plainReader) bare(at, outer int, inside bool) (n *node, end int) {
	if c := p.data[at]; !isKeyByte(c) && c != '(' && c < utf8.RuneSelf || c == '-' {
		return nil, 0
	}
	end, ok := p.run(at, inside)
	text := p.file.Text(at, end)
	if ok && p.goesOn(end, outer, inside) {
		text, end, ok = p.wrapped(text, end, outer, inside)
	}
	if !ok {
		return nil, 0
	}
	if isNull(text) {
		return p.nodes.make(node{start: at, end: end}), end
	}
	return p.nodes.make(node{kind: scalar, start: at, end: end, text: text}), end
}

// wrapped reads the lines below on which a text without quotes goes on, up to the last.
func (p *plainReader) wrapped(first string, end, outer int, inside bool) (text string, last int, ok bool) {
	var b strings.Builder
	b.WriteString(first)
	for ok = true; ok && p.goesOn(end, outer, inside); {
		p.line()
		end, ok = p.run(p.text(), inside)
		b.WriteByte(' ')
		b.WriteString(p.file.Text(p.text(), end))
	}
	return b.String(), end, ok
}

// run returns where a text without quotes ends on this line. It is not ok when something
// in it may mean something else.
func (p *plainReader) run(at int, inside bool) (end int, ok bool) {
	i := at
scan:
	for ; i < p.end; i++ {
		switch p.data[i] {
		case ',', ']', '}':
			if inside {
				break scan
			}
		case '[', '{', '?':
			if inside {
				return at, false
			}
		case ':':
			// Before a space, or a sign between brackets, it would make a key.
			if i+1 == p.end || p.data[i+1] == ' ' || inside && bytes.IndexByte([]byte(",[]{}?"), p.data[i+1]) >= 0 {
				return at, false
			}
		case '#':
			if p.isComment(i) {
				break scan
			}
			if p.data[i-1] == ' ' {
				return at, false
			}
		}
	}
	return at + len(bytes.TrimRight(p.data[at:i], " ")), true
}

// goesOn tells whether a text without quotes that ends at an offset goes on below.
func (p *plainReader) goesOn(end, outer int, inside bool) bool {
	if p.blanks(end) < p.end {
		return false
	}
	at := p.at
	for at < len(p.data) && p.data[at] == ' ' {
		at++
	}
	if at-p.at <= outer || at == len(p.data) {
		return false
	}
	switch p.data[at] {
	case '\n', '\r', '#':
		return false
	case ',', ']', '}':
		return !inside
	}
	return true
}

// lines reads a text on the lines below a | or >, of which the first is not empty and
// those of a > stand all at one column. The line behind them is the next.
func (p *plainReader) lines(start, outer int) *node {
	folded := p.data[start] == '>'
	head := start + 1
	if head < p.end && (p.data[head] == '-' || p.data[head] == '+') {
		head++ // about the empty lines at the end, which our trees leave out
	}
	if !p.isRest(head) || !p.line() || p.indent <= outer || p.text() == p.end {
		return nil
	}
	n, column, next := p.nodes.make(node{kind: scalar, form: block, start: start, end: p.end}), p.indent, p.at
	text := bytes.Clone(p.data[p.text():p.end])
	for empty := 0; p.line(); {
		isEmpty := p.text() == p.end
		if isEmpty && p.indent <= column {
			empty++
			continue
		}
		if p.indent < column {
			break
		}
		if isEmpty || folded && p.indent > column {
			return nil
		}
		between := strings.Repeat("\n", empty+1)
		if folded {
			between = cmp.Or(between[1:], " ")
		}
		text = append(text, between...)
		text = append(text, p.data[p.begin+column:p.end]...)
		n.end, next, empty = p.end, p.at, 0
	}
	n.text = string(text)
	p.at, p.atEnd = next, false
	return n
}
