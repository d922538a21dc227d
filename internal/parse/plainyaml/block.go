package plainyaml

import "wijkvisie/internal/parse/tree"

// block reads the mapping or list that begins on this line, which has to be indented
// further than the column outer, and goes to the line after it. It returns nil when it
// is not plain, as do the functions below.
func (r *reader) block(outer, depth int) *tree.Node {
	if r.indent <= outer {
		return nil
	}
	if r.isItem(r.first()) {
		return r.items(r.indent, depth)
	}
	return r.keys(r.first(), r.indent, depth)
}

// items reads a list with its dashes at a column.
func (r *reader) items(column, depth int) *tree.Node {
	if depth >= tree.MaxDepth {
		return nil
	}
	n := r.node(tree.Node{Kind: tree.List, Start: r.first()})
	for !r.atEnd && r.indent == column && r.isItem(r.first()) {
		item := r.item(column, depth+1)
		if item == nil {
			return nil
		}
		n.Children = append(n.Children, item)
	}
	// A line that is indented further belongs to nothing.
	if !r.atEnd && r.indent > column {
		return nil
	}
	n.End = n.Children[len(n.Children)-1].End
	return n
}

// item reads what follows a dash at a column: on this line, or on those below.
func (r *reader) item(column, depth int) *tree.Node {
	at := r.skipSpaces(r.first() + 1)
	if r.isRest(at) {
		if !r.nextLine() {
			return nil
		}
		return r.block(column, depth)
	}
	if _, isKey := r.key(at); isKey {
		return r.keys(at, at-r.begin, depth)
	}
	return r.value(at, column, depth)
}

// keys reads a mapping with its first key at an offset, and all its keys at a column.
func (r *reader) keys(at, column, depth int) *tree.Node {
	if depth >= tree.MaxDepth {
		return nil
	}
	n := r.node(tree.Node{Kind: tree.Mapping, Start: at, End: at})
	for {
		colon, ok := r.key(at)
		if !ok {
			return nil
		}
		key := r.keyNode(at, colon)
		value := r.valueOf(colon, column, depth)
		if value == nil {
			return nil
		}
		n.Children = append(n.Children, key, value)
		n.End = max(n.End, value.End)
		if r.atEnd || r.indent < column {
			return n
		}
		if at = r.first(); r.indent > column || r.isItem(at) {
			return nil
		}
	}
}

// maxKey is the length of the longest key. YAML has a limit too.
const maxKey = 100

// key returns the offset of the colon after the key at an offset, and whether there is
// such a key.
func (r *reader) key(at int) (colon int, ok bool) {
	i := at
	for i < r.end && isKeyByte(r.text[i]) {
		i++
	}
	return i, i > at && i-at <= maxKey && r.text[at] != '-' && i < r.end && r.text[i] == ':' && (i+1 == r.end || r.text[i+1] == ' ')
}

func (r *reader) keyNode(at, colon int) *tree.Node {
	n := r.node(tree.Node{Kind: tree.Scalar, Start: at, End: colon, Text: r.text[at:colon]})
	if isNull(n.Text) {
		n.Kind = tree.Nothing
	}
	return n
}

// valueOf reads what follows a colon: on this line, or on those below.
func (r *reader) valueOf(colon, column, depth int) *tree.Node {
	if at := r.skipSpaces(colon + 1); !r.isRest(at) {
		return r.value(at, column, depth+1)
	}
	if !r.nextLine() || r.indent < column || r.indent == column && !r.isItem(r.first()) {
		return r.node(tree.Node{Start: colon, End: colon})
	}
	if r.indent == column {
		return r.items(column, depth+1)
	}
	return r.block(column, depth+1)
}

// value reads a value that begins on this line, and goes to the line after it. Its
// other lines are indented further than the column outer; the line after it is not.
func (r *reader) value(at, outer, depth int) *tree.Node {
	var n *tree.Node
	if c := r.text[at]; c == '|' || c == '>' {
		n = r.blockText(at, outer)
	} else if n = r.inline(at, outer, depth, false); n != nil && !r.isRest(n.End) {
		return nil
	}
	if n == nil || r.nextLine() && r.indent > outer {
		return nil
	}
	return n
}
