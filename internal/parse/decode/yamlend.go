package decode

import (
	"bytes"
)

// The decoder gives the place where a node of YAML begins, and not where it ends. These
// functions find the end in the text, which is valid YAML.

// skipProperties returns where a node begins, after its anchor and tag.
func (r *yamlReader) skipProperties(i int) int {
	for i < len(r.text) && (r.text[i] == '&' || r.text[i] == '!') {
		ends := func(c byte) bool { return isSpace(c) || bytes.IndexByte([]byte(",]}"), c) >= 0 }
		if r.text[i] == '&' {
			ends = func(c byte) bool { return !inAnchor(c) } // "&a:b" is an anchor and the text ":b"
			i++
		}
		for i < len(r.text) && !ends(r.text[i]) {
			i++
		}
		i = skipBlank(r.text, i)
	}
	return i
}

// inAnchor reports whether a character may be part of the name of an anchor.
func inAnchor(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_' || c == '-'
}

// skipBlank skips spaces, line ends and comments.
func skipBlank(text []byte, i int) int {
	for i < len(text) {
		switch {
		case isSpace(text[i]):
			i++
		case text[i] == '#' && (i == 0 || isSpace(text[i-1])):
			i, _ = Line(text, i)
		default:
			return i
		}
	}
	return i
}

// quotedEnd returns the offset after the quote that ends the scalar at start.
func quotedEnd(text []byte, start int) int {
	if start >= len(text) {
		return start
	}
	q := text[start]
	for i := start + 1; i < len(text); i++ {
		switch {
		case q == '"' && text[i] == '\\':
			i++
		case text[i] != q:
		case q == '\'' && i+1 < len(text) && text[i+1] == q:
			i++
		default:
			return i + 1
		}
	}
	return len(text)
}

// plainEnd returns the offset after the plain scalar at start that has a value. Where it
// has several lines, the value has single spaces for the line ends.
func plainEnd(text []byte, start int, value string) int {
	i := start
	for j := 0; j < len(value) && i < len(text); {
		if text[i] == value[j] && !isSpace(text[i]) {
			i, j = i+1, j+1
			continue
		}
		if !isSpace(text[i]) {
			return i // the text and the value differ: end where they do
		}
		for i < len(text) && isSpace(text[i]) {
			i++
		}
		for j < len(value) && isSpace(value[j]) {
			j++
		}
	}
	return i
}

// blockEnd returns the offset after the last line with text of the block scalar whose | or
// > is at start, in a collection at column indent.
func blockEnd(text []byte, start, indent int) int {
	end, next := Line(text, start)
	header := text[start:end]
	least := 0 // the indentation of the text, 0 when it is not known yet
	for _, c := range header[1:] {
		if c == '#' || c == ' ' {
			break
		}
		if c >= '1' && c <= '9' {
			least = max(indent, 0) + int(c-'0')
		}
	}
	end = start + len(bytes.TrimRight(header, " \t"))
	for i := next; i < len(text); {
		lineEnd, following := Line(text, i)
		line := text[i:lineEnd]
		if content := bytes.TrimLeft(line, " "); len(content) > 0 {
			column := len(line) - len(content)
			if least == 0 {
				least = max(column, indent+1)
			}
			if column < least {
				break
			}
			end = lineEnd
		}
		i = following
	}
	return end
}

// bracketEnd returns the offset after the bracket or brace that closes the flow
// collection whose last child ends at i.
func bracketEnd(text []byte, i int) int {
	for j := i; j < len(text); {
		switch c := text[j]; {
		case c == ']' || c == '}':
			return j + 1
		case isSpace(c) || c == ',' || c == ':' || c == '?':
			j++
		case c == '#':
			j, _ = Line(text, j)
		default:
			return i
		}
	}
	return i
}
