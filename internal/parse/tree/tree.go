// Package tree is what YAML, TOML and JSON have in common: scalars, lists and mappings,
// each with its place in a file.
package tree

import "strings"

// Node is a scalar, a list or a mapping. A scalar is text as written.
type Node struct {
	Kind       Kind
	Form       Form
	Flow       bool // in YAML: between brackets or braces
	Start, End int  // offsets in the file
	Text       string
	Children   []*Node // of a list its items; of a mapping its keys and values in turn

	index map[string]int // of a large mapping, where each key is first
}

// Kind is the kind of a node.
type Kind uint8

// The kinds of a node.
const (
	Nothing Kind = iota // null, ~ or no value at all
	Scalar
	List
	Mapping
	Faulty // something that was written and cannot be used; its error is reported
)

// Form is how a scalar was written.
type Form uint8

// The forms of a scalar.
const (
	Plain   Form = iota // YAML without quotes: any text
	Quoted              // in quotes
	Block               // YAML after | or >
	Number              // TOML or JSON without quotes
	Boolean             // TOML or JSON without quotes
	Day                 // TOML without quotes
)

// MaxDepth is how deep lists and mappings may nest. Content needs five.
const MaxDepth = 64

// IsEmpty reports whether nothing was written: no value, only spaces, or a list or
// mapping with nothing in it.
func (n *Node) IsEmpty() bool {
	switch n.Kind {
	case Faulty:
		return false
	case Scalar:
		return strings.TrimSpace(n.Text) == ""
	default:
		return len(n.Children) == 0
	}
}

// IsBlank reports whether nothing was filled in: it is empty, or a mapping of which every value
// is blank, as a content management system writes a group that nobody used.
func (n *Node) IsBlank() bool {
	if n.Kind != Mapping {
		return n.IsEmpty()
	}
	for i := 1; i < len(n.Children); i += 2 {
		if !n.Children[i].IsBlank() {
			return false
		}
	}
	return true
}

// indexed is the number of children above which a mapping has an index.
const indexed = 64

// Entry returns the first key with a name and its value, nil when there is none.
func (n *Node) Entry(name string) (key, value *Node) {
	if len(n.Children) > indexed {
		i, ok := n.keys()[name]
		if !ok {
			return nil, nil
		}
		return n.Children[i], n.Children[i+1]
	}
	for i := 0; i+1 < len(n.Children); i += 2 {
		if n.Children[i].Text == name {
			return n.Children[i], n.Children[i+1]
		}
	}
	return nil, nil
}

// keys returns the index of a mapping.
func (n *Node) keys() map[string]int {
	if n.index == nil {
		n.index = make(map[string]int, len(n.Children)/2)
		for i := len(n.Children) - 2; i >= 0; i -= 2 {
			n.index[n.Children[i].Text] = i
		}
	}
	return n.index
}

// Value returns the value of a key, nil when nothing was written there.
func (n *Node) Value(name string) *Node {
	if _, v := n.Entry(name); v != nil && !v.IsEmpty() {
		return v
	}
	return nil
}
