// Package format writes front matter in one order and one layout: the keys in the order of
// the tables by which package parse reads them, groups in braces and short lists in brackets,
// texts in quotes only where YAML needs them, and the text below right behind it. Values, comments,
// the blank lines between entries and that text stay as they are.
//
// A content management system or an editor writes a whole file anew in a layout of its own.
// Formatted, such a file differs from the one before in what was changed alone.
package format

import (
	"bytes"
	"errors"
	"maps"
	"slices"

	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// Why a file cannot be formatted.
var (
	// ErrNotYAML is front matter in TOML or JSON.
	ErrNotYAML = errors.New("the front matter is not YAML")
	// ErrFaulty is YAML that cannot be read.
	ErrFaulty = errors.New("the front matter cannot be read")
	// ErrIntricate is YAML of which the format cannot be changed without a change to what it
	// means or to a comment, such as one with anchors.
	ErrIntricate = errors.New("the front matter is too intricate")
)

// File returns a file of a kind with its front matter formatted. The result is read again:
// when a value or a comment is not what it was, the error is ErrIntricate.
func File(f *source.File, kind parse.Kind) ([]byte, error) {
	start, end, body, err := bounds(f, kind)
	if err != nil {
		return nil, err
	}
	root, problems := decode.YAML(f, start, end)
	if problems.HasErrors() {
		return nil, ErrFaulty
	}
	if root == nil {
		return f.Data, nil
	}
	if root.Kind != tree.Mapping || root.Flow || !inOrder(root, start) {
		return nil, ErrIntricate
	}
	shortPoints(root, kind.Mapping)
	w := &writer{file: f, end: end, eol: "\n"}
	if bytes.Contains(f.Data[start:end], []byte("\r\n")) {
		w.eol = "\r\n"
	}
	w.root(start, root, kind.Mapping)
	if w.failed {
		return nil, ErrIntricate
	}
	data := slices.Concat(f.Data[:start], w.out.Bytes(), f.Data[end:body], withoutBlankTop(f.Data[body:]))
	if !same(f, root, kind, start, end, data, start+w.out.Len()) {
		return nil, ErrIntricate
	}
	return data, nil
}

// withoutBlankTop returns a text without the blank lines that it begins with, which content management
// systems put there.
func withoutBlankTop(text []byte) []byte {
	for {
		line, rest, more := bytes.Cut(text, []byte("\n"))
		if !more || len(bytes.TrimSpace(line)) > 0 {
			return text
		}
		text = rest
	}
}

// bounds returns where the YAML of a file begins and ends, and where the text below it begins.
func bounds(f *source.File, kind parse.Kind) (start, end, body int, err error) {
	if kind.Folder == "" {
		return f.LineStart(1), len(f.Data), len(f.Data), nil
	}
	front, _, ok := decode.Find(f)
	switch {
	case !ok:
		return 0, 0, 0, ErrFaulty
	case front.Language != decode.InYAML:
		return 0, 0, 0, ErrNotYAML
	}
	return front.Start, front.End, front.Body, nil
}

// inOrder reports whether each node begins where the one before it has ended: one that an
// alias stands for does not.
func inOrder(n *tree.Node, from int) bool {
	if n.Start < from || n.Kind == tree.Faulty {
		return false
	}
	at := n.Start
	for _, c := range n.Children {
		if !inOrder(c, at) {
			return false
		}
		at = endOf(c)
	}
	return true
}

// endOf returns where the text of a node ends.
func endOf(n *tree.Node) int {
	if len(n.Children) == 0 || n.Flow {
		return n.End
	}
	return max(n.Start, endOf(n.Children[len(n.Children)-1]))
}

// same reports whether formatted data have the values and the comments of a file.
func same(f *source.File, root *tree.Node, kind parse.Kind, start, end int, data []byte, newEnd int) bool {
	again, problems := decode.YAML(source.NewFile(f.Path, data), start, newEnd)
	if again == nil || problems.HasErrors() {
		return false
	}
	shortPoints(again, kind.Mapping)
	if !sameValues(root, again) {
		return false
	}
	return slices.Equal(decode.Comments(f.Data, root, start, end), decode.Comments(data, again, start, newEnd))
}

// sameValues reports whether two trees have the same values, whatever the order of the keys.
// A key without a value may be missing.
func sameValues(a, b *tree.Node) bool {
	if a.IsEmpty() || b.IsEmpty() {
		return a.IsEmpty() && b.IsEmpty()
	}
	if a.Kind != b.Kind {
		return false
	}
	if a.Kind != tree.Mapping {
		return a.Text == b.Text && slices.EqualFunc(a.Children, b.Children, sameValues)
	}
	one, other := valuesOf(a), valuesOf(b)
	return one != nil && maps.EqualFunc(one, other, sameValues)
}

// valuesOf returns the values of a mapping that are not empty, by key; nil when a key is there
// twice.
func valuesOf(n *tree.Node) map[string]*tree.Node {
	values := make(map[string]*tree.Node)
	for i := 0; i+1 < len(n.Children); i += 2 {
		key, value := n.Children[i].Text, n.Children[i+1]
		if _, twice := values[key]; twice {
			return nil
		}
		if !value.IsEmpty() {
			values[key] = value
		}
	}
	return values
}
