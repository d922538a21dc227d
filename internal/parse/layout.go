package parse

import (
	"slices"
	"strings"
	"unicode/utf8"

	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
)

// maxFlow is how long, in characters, what is in brackets or braces may be. In a longer list or
// group each text has a line of its own.
const maxFlow = 200

// Key returns the key with a name; one without a table when there is none.
func (m *Mapping) Key(name string) Key {
	if i := m.Place(name); i < len(m.Keys) {
		return m.Keys[i]
	}
	return Key{Name: name}
}

// Place returns where a key stands in the order in which people write them: after all others when
// the mapping does not have it.
func (m *Mapping) Place(name string) int {
	if i := slices.IndexFunc(m.Keys, func(k Key) bool { return k.Name == name }); i >= 0 {
		return i
	}
	return len(m.Keys)
}

// Inside returns the table of the mapping that the key holds, or of each in its list; one without
// keys when it holds texts.
func (k *Key) Inside() *Mapping {
	switch {
	case k.Of == nil:
		return new(Mapping)
	case k.Type != WordsValue:
		return k.Of
	}
	m := &Mapping{Name: k.Name}
	for _, word := range k.Enum {
		m.Keys = append(m.Keys, Key{Name: word, Type: GroupValue, Of: k.Of})
	}
	return m
}

// IsFlow reports whether the key has its value in brackets or braces: a list of texts or a group,
// unless it is long, or has lists of groups or texts of several lines in it.
func (k *Key) IsFlow(n *tree.Node) bool {
	if n.IsEmpty() {
		return true
	}
	if !isShort(n) || utf8.RuneCountInString(Flow(n, k.Of)) > maxFlow {
		return false
	}
	if n.Kind == tree.Mapping {
		return k.Type == GroupValue && !k.Of.holdsGroups()
	}
	return !slices.ContainsFunc(n.Children, func(c *tree.Node) bool { return c.Kind == tree.Mapping })
}

// isShort reports whether every text in a node is on one line, and every value is there.
func isShort(n *tree.Node) bool {
	return n.Kind != tree.Nothing && !strings.Contains(n.Text, "\n") &&
		!slices.ContainsFunc(n.Children, func(c *tree.Node) bool { return !isShort(c) })
}

// holdsGroups reports whether a key of a mapping has a list of groups.
func (m *Mapping) holdsGroups() bool {
	return slices.ContainsFunc(m.Keys, func(k Key) bool { return k.Type == GroupsValue })
}

// Flow returns a value as YAML in brackets or braces, a group in the order of its table, if any.
// Texts, lists and groups that are empty are left out of a group.
func Flow(n *tree.Node, of *Mapping) string {
	var parts []string
	switch n.Kind {
	case tree.List:
		for _, c := range n.Children {
			parts = append(parts, Flow(c, of))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case tree.Mapping:
		if of == nil {
			of = new(Mapping)
		}
		for _, e := range of.InOrder(n) {
			if key, value := e[0], e[1]; !value.IsEmpty() || value.Kind == tree.Nothing {
				k := of.Key(key.Text)
				parts = append(parts, decode.Text(key.Text, true)+": "+Flow(value, k.Of))
			}
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return decode.Text(n.Text, true)
}

// InOrder returns the keys of a mapping with their values, in the order of the table.
func (m *Mapping) InOrder(n *tree.Node) [][2]*tree.Node {
	var list [][2]*tree.Node
	for i := 0; i+1 < len(n.Children); i += 2 {
		list = append(list, [2]*tree.Node{n.Children[i], n.Children[i+1]})
	}
	slices.SortStableFunc(list, func(a, b [2]*tree.Node) int { return m.Place(a[0].Text) - m.Place(b[0].Text) })
	return list
}
