package format

import (
	"slices"
	"strings"
	"unicode/utf8"

	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
)

// maxFlow is how long, in characters, what is in brackets or braces may be. In a longer list or
// group each text has a line of its own.
const maxFlow = 200

// isFlow reports whether the value of an entry is written in brackets or braces: a list of texts
// or a group, unless it has lists of groups in it, or comments, or texts of several lines.
func (w *writer) isFlow(e entry, key parse.Key) bool {
	n := e.value
	if n.IsEmpty() {
		return true
	}
	if w.hasComment(e) || !isShort(n) || utf8.RuneCountInString(flow(n, key.Of)) > maxFlow {
		return false
	}
	if n.Kind == tree.Mapping {
		return key.Type == parse.GroupValue && !holdsGroups(key.Of)
	}
	return !slices.ContainsFunc(n.Children, func(c *tree.Node) bool { return c.Kind == tree.Mapping })
}

// isShort reports whether every text in a node is on one line, and every value is there.
func isShort(n *tree.Node) bool {
	return n.Kind != tree.Nothing && !strings.Contains(n.Text, "\n") &&
		!slices.ContainsFunc(n.Children, func(c *tree.Node) bool { return !isShort(c) })
}

// holdsGroups reports whether a key of a mapping has a list of groups.
func holdsGroups(m *parse.Mapping) bool {
	return slices.ContainsFunc(m.Keys, func(k parse.Key) bool { return k.Type == parse.GroupsValue })
}

// flow returns a value in brackets or braces, a group in the order of its table.
func flow(n *tree.Node, of *parse.Mapping) string {
	var parts []string
	switch n.Kind {
	case tree.List:
		for _, c := range n.Children {
			parts = append(parts, flow(c, of))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case tree.Mapping:
		if of == nil {
			of = new(parse.Mapping)
		}
		for _, e := range inTableOrder(flowEntries(n), of) {
			if e.isDropped() {
				continue
			}
			var inner *parse.Mapping
			if i := keyIndex(of, e.key); i >= 0 {
				inner = of.Keys[i].Of
			}
			parts = append(parts, decode.Text(e.key.Text, true)+": "+flow(e.value, inner))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return decode.Text(n.Text, true)
}

// wordsOf returns the table of a mapping whose keys are words.
func wordsOf(key parse.Key) *parse.Mapping {
	m := &parse.Mapping{Name: key.Name}
	for _, word := range key.Enum {
		m.Keys = append(m.Keys, parse.Key{Name: word, Type: parse.GroupValue, Of: key.Of})
	}
	return m
}

// isLiteral reports whether a text of several lines can be written as it is, behind a |.
func isLiteral(text string) bool {
	if text != strings.Trim(text, " \t\n") {
		return false
	}
	for line := range strings.Lines(text) {
		if line := strings.TrimSuffix(line, "\n"); strings.ContainsFunc(line, func(r rune) bool {
			return r == '\t' || decode.IsControl(r) || r == '\r' || r == '\ufeff' || r == '\u2028' || r == '\u2029' || r == '\u0085'
		}) || line != "" && strings.TrimSpace(line) == "" {
			return false
		}
	}
	return true
}
