package plainyaml

import "wijkvisie/internal/parse/tree"

// inline reads a text in quotes or without, or a list or mapping between brackets or
// braces. inFlow says that it is part of such a list or mapping itself. Where it ends is
// on this line.
func (r *reader) inline(at, outer, depth int, inFlow bool) *tree.Node {
	if at >= r.end || depth > tree.MaxDepth {
		return nil
	}
	switch r.text[at] {
	case '[':
		return r.flow(at, depth, tree.List, ']')
	case '{':
		return r.flow(at, depth, tree.Mapping, '}')
	case '"', '\'':
		return r.quotedText(at)
	}
	return r.plainText(at, outer, inFlow)
}

// flow reads a list or mapping between brackets or braces, which may have several lines.
func (r *reader) flow(start, depth int, kind tree.Kind, closing byte) *tree.Node {
	n := r.node(tree.Node{Kind: kind, Flow: true, Start: start})
	for at := r.skipGap(start + 1); at < r.end; {
		if r.text[at] == closing {
			n.End = at + 1
			return n
		}
		if kind == tree.Mapping {
			colon, ok := r.key(at)
			if !ok {
				break
			}
			n.Children = append(n.Children, r.keyNode(at, colon))
			at = r.skipSpaces(colon + 1)
		}
		child := r.inline(at, 0, depth+1, true)
		if child == nil {
			break
		}
		n.Children = append(n.Children, child)
		if at = r.skipGap(child.End); at == r.end {
			break
		}
		if r.text[at] == ',' {
			at = r.skipGap(at + 1)
		} else if r.text[at] != closing {
			break
		}
	}
	return nil
}

// skipGap skips what may stand between the children of a list or mapping in brackets or
// braces: spaces, comments and line ends. It returns the end of the line when nothing
// follows, or when a line may mark the end of a document.
func (r *reader) skipGap(at int) int {
	if at = r.skipSpaces(at); at < r.end && !r.isComment(at) {
		return at
	}
	if !r.nextLine() || r.indent == 0 && r.text[r.begin] != ']' && r.text[r.begin] != '}' {
		return r.end
	}
	return r.first()
}
