package plainyaml

import (
	"strings"

	"wijkvisie/internal/parse/tree"
)

// reader goes through a text line by line.
type reader struct {
	text   string
	next   int  // where the next line begins
	begin  int  // where this line begins
	end    int  // where it ends
	indent int  // how many spaces it begins with
	atEnd  bool // there are no more lines

	free []tree.Node // allocated and not used yet
}

// line goes to the next line and reports whether there is one.
func (r *reader) line() bool {
	if r.next == len(r.text) {
		r.atEnd = true
		return false
	}
	r.begin, r.end = r.next, len(r.text)
	if i := strings.IndexByte(r.text[r.next:], '\n'); i >= 0 {
		r.end = r.next + i
	}
	r.next = min(r.end+1, len(r.text))
	if r.end > r.begin && r.text[r.end-1] == '\r' {
		r.end--
	}
	r.indent = r.skipSpaces(r.begin) - r.begin
	return true
}

// nextLine goes to the next line that is not empty or a comment, and reports whether
// there is one.
func (r *reader) nextLine() bool {
	for r.line() {
		if at := r.first(); at < r.end && r.text[at] != '#' {
			return true
		}
	}
	return false
}

// first returns the offset of the first character of the line that is not a space.
func (r *reader) first() int { return r.begin + r.indent }

// skipSpaces returns the offset of the first character from at on that is not a space,
// or the end of the line.
func (r *reader) skipSpaces(at int) int {
	for at < r.end && r.text[at] == ' ' {
		at++
	}
	return at
}

// isComment reports whether a comment begins at an offset. One that has no space after
// its # may be text that was cut off, of which package decode warns.
func (r *reader) isComment(at int) bool {
	if r.text[at] != '#' || r.text[at-1] != ' ' {
		return false
	}
	for at < r.end && r.text[at] == '#' {
		at++
	}
	return at == r.end || r.text[at] == ' '
}

// isRest reports whether the line holds nothing but a comment from an offset on.
func (r *reader) isRest(at int) bool {
	at = r.skipSpaces(at)
	return at == r.end || r.isComment(at)
}

// isItem reports whether there is a dash at an offset with a space or nothing after it.
func (r *reader) isItem(at int) bool {
	return at < r.end && r.text[at] == '-' && (at+1 == r.end || r.text[at+1] == ' ')
}

// node returns a new node.
func (r *reader) node(n tree.Node) *tree.Node {
	if len(r.free) == 0 {
		r.free = make([]tree.Node, 32)
	}
	p := &r.free[0]
	r.free = r.free[1:]
	*p = n
	return p
}
