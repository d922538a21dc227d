package outline

import "strings"

// Step is a mapping or a list around an offset, and the entry of it that the offset is in; nil
// where a new one can begin.
type Step struct {
	In    *Node
	Entry *Entry
}

// At returns the mappings and lists around an offset, the outermost first; nil where no key and
// no value can stand.
func (root *Node) At(text string, offset int) []Step {
	if offset < root.Start || offset > root.End {
		return nil
	}
	f := &finder{text: text, offset: offset, line: 1 + strings.LastIndexAny(text[:offset], "\r\n")}
	before := text[f.line:offset]
	after := text[offset:]
	if n := strings.IndexAny(after, "\r\n"); n >= 0 {
		after = after[:n]
	}
	f.blank = strings.Trim(before, " \t") == ""
	f.column = len(before)
	if rest := strings.TrimLeft(after, " \t"); f.blank && rest != after && rest != "" {
		return nil // in the indentation of a line
	}
	f.blank = f.blank && strings.TrimLeft(after, " \t") == ""
	if f.inComment(before) {
		return nil
	}
	f.in(root)
	return f.path
}

type finder struct {
	text   string
	offset int
	line   int // where the line of the offset begins
	column int
	blank  bool // nothing stands on the line
	path   []Step
}

// inComment reports whether a line of a comment, or one behind a value, is before the offset.
func (f *finder) inComment(before string) bool {
	trimmed := strings.TrimLeft(before, " \t")
	return strings.HasPrefix(trimmed, "#") || strings.Contains(before, " #") && !strings.ContainsAny(before, "\"'")
}

// in adds the steps in a node.
func (f *finder) in(n *Node) {
	if n.Flow {
		f.inFlow(n)
		return
	}
	var last *Entry
	for _, e := range n.Entries {
		if e.Start > f.offset {
			break
		}
		last = e
	}
	switch {
	case last == nil:
		f.newEntry(n, n.Kind == Mapping && len(n.Entries) == 0)
	case f.blank:
		f.onBlankLine(n, last)
	default:
		f.path = append(f.path, Step{n, last})
		f.descend(last)
	}
}

// descend adds the steps in the value of an entry when the offset is in it.
func (f *finder) descend(e *Entry) {
	if v := e.Value; v != nil && v.Kind != Scalar && v.Start <= f.offset && f.inside(v) {
		f.in(v)
	}
}

// inside reports whether the offset is between the braces or brackets of a node, if it has them.
func (f *finder) inside(n *Node) bool {
	return !n.Flow || f.offset > n.Start && (f.offset < n.End || !n.Closed && f.offset <= n.End)
}

// onBlankLine adds the steps at an offset of an empty line below an entry: its column says to
// what it belongs.
func (f *finder) onBlankLine(n *Node, last *Entry) {
	v := last.Value
	switch {
	case v != nil && v.Flow && f.inside(v), v != nil && v.Kind != Scalar && !v.Flow && v.Column <= f.column:
		f.path = append(f.path, Step{n, last})
		f.in(v)
	case v == nil && f.column > n.Column:
		f.path = append(f.path, Step{n, last})
	default:
		f.newEntry(n, false)
	}
}

// newEntry adds a step at which a new entry can begin, when the offset is in the column of the
// node; anywhere at the beginning of a line when the node is empty.
func (f *finder) newEntry(n *Node, empty bool) {
	if !f.blank || f.column != n.Column && !empty {
		f.path = nil
		return
	}
	f.path = append(f.path, Step{n, nil})
}

// inFlow adds the steps in a node between braces or brackets.
func (f *finder) inFlow(n *Node) {
	if !f.inside(n) {
		return
	}
	for _, e := range n.Entries {
		if e.Start <= f.offset && f.offset <= e.End {
			f.path = append(f.path, Step{n, e})
			f.descend(e)
			return
		}
	}
	f.path = append(f.path, Step{n, nil})
}
