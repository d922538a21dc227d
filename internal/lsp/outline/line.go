package outline

import "strings"

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
