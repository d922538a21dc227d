package plainyaml

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"wijkvisie/internal/parse/tree"
)

// quotedText reads a text in quotes on one line. The only escapes it knows are those of
// quotes and backslashes.
func (r *reader) quotedText(start int) *tree.Node {
	quote := r.text[start]
	escape := quote // in single quotes, two are one
	if quote == '"' {
		escape = '\\'
	}
	escaped := false
	end := start + 1
	for ; end < r.end; end++ {
		if c := r.text[end]; c != quote && c != escape {
			continue
		} else if c != escape || end+1 == r.end || r.text[end+1] != quote && r.text[end+1] != escape {
			break
		}
		escaped = true
		end++
	}
	// A colon right after it would make it a key.
	if end == r.end || r.text[end] != quote || end+1 < r.end && r.text[end+1] == ':' {
		return nil
	}
	text := r.text[start+1 : end]
	if escaped {
		text = unescaped(text, escape)
	}
	return r.node(tree.Node{Kind: tree.Scalar, Form: tree.Quoted, Start: start, End: end + 1, Text: text})
}

// unescaped returns a text without the characters that escape those after them.
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

// plainText reads a text without quotes. It begins with a letter, a digit, an opening
// parenthesis or the ../ of a path, and continues on the lines right below that are indented further than the
// column outer.
func (r *reader) plainText(at, outer int, inFlow bool) *tree.Node {
	if c := r.text[at]; !isKeyByte(c) && c != '(' && c < utf8.RuneSelf && !strings.HasPrefix(r.text[at:r.end], "../") || c == '-' {
		return nil
	}
	end, ok := r.plainEnd(at, inFlow)
	text := r.text[at:end]
	if ok && r.continues(end, outer, inFlow) {
		text, end, ok = r.wrappedText(text, end, outer, inFlow)
	}
	if !ok {
		return nil
	}
	if isNull(text) {
		return r.node(tree.Node{Start: at, End: end})
	}
	return r.node(tree.Node{Kind: tree.Scalar, Start: at, End: end, Text: text})
}

// wrappedText reads the lines on which a text without quotes continues, and returns the
// whole text and where it ends.
func (r *reader) wrappedText(first string, end, outer int, inFlow bool) (text string, last int, ok bool) {
	var b strings.Builder
	b.WriteString(first)
	for ok = true; ok && r.continues(end, outer, inFlow); {
		r.line()
		end, ok = r.plainEnd(r.first(), inFlow)
		b.WriteByte(' ')
		b.WriteString(r.text[r.first():end])
	}
	return b.String(), end, ok
}

// plainEnd returns where a text without quotes ends on this line. It is not ok when
// something in it may have another meaning.
func (r *reader) plainEnd(at int, inFlow bool) (end int, ok bool) {
	i := at
scan:
	for ; i < r.end; i++ {
		switch r.text[i] {
		case ',', ']', '}':
			if inFlow {
				break scan
			}
		case '[', '{', '?':
			if inFlow {
				return at, false
			}
		case ':':
			// Before a space, or a sign between brackets, it would make a key.
			if i+1 == r.end || r.text[i+1] == ' ' || inFlow && strings.IndexByte(",[]{}?", r.text[i+1]) >= 0 {
				return at, false
			}
		case '#':
			if r.isComment(i) {
				break scan
			}
			if r.text[i-1] == ' ' {
				return at, false
			}
		}
	}
	return at + len(strings.TrimRight(r.text[at:i], " ")), true
}

// continues reports whether a text without quotes that ends at an offset continues on
// the next line.
func (r *reader) continues(end, outer int, inFlow bool) bool {
	if r.skipSpaces(end) < r.end {
		return false
	}
	at := r.next
	for at < len(r.text) && r.text[at] == ' ' {
		at++
	}
	if at-r.next <= outer || at == len(r.text) {
		return false
	}
	switch r.text[at] {
	case '\n', '\r', '#':
		return false
	case ',', ']', '}':
		return !inFlow
	}
	return true
}

// blockText reads a text on the lines below a | or >. The first of them is not empty,
// and those of a > are all at one column.
func (r *reader) blockText(start, outer int) *tree.Node {
	folded := r.text[start] == '>'
	head := start + 1
	if head < r.end && (r.text[head] == '-' || r.text[head] == '+') {
		head++ // about the empty lines at the end, which a tree leaves out
	}
	if !r.isRest(head) || !r.line() || r.indent <= outer || r.first() == r.end {
		return nil
	}
	column, end, next := r.indent, r.end, r.next
	var b strings.Builder
	b.WriteString(r.text[r.first():r.end])
	for empty := 0; r.line(); {
		isEmpty := r.first() == r.end
		if isEmpty && r.indent <= column {
			empty++
			continue
		}
		if r.indent < column {
			break
		}
		if isEmpty || folded && r.indent > column {
			return nil
		}
		between := strings.Repeat("\n", empty+1)
		if folded {
			between = cmp.Or(between[1:], " ")
		}
		b.WriteString(between)
		b.WriteString(r.text[r.begin+column : r.end])
		end, next, empty = r.end, r.next, 0
	}
	r.next, r.atEnd = next, false
	return r.node(tree.Node{Kind: tree.Scalar, Form: tree.Block, Start: start, End: end, Text: b.String()})
}
