package edit

import (
	"slices"
	"strings"

	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
)

// Text returns a text as a value. An empty one is nothing.
func Text(s string) *tree.Node {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	if strings.TrimSpace(s) == "" {
		return Nothing()
	}
	return &tree.Node{Kind: tree.Scalar, Text: s}
}

// Nothing returns the value of a key that is not written.
func Nothing() *tree.Node { return new(tree.Node) }

// Texts returns a list of texts as a value.
func Texts(all ...string) *tree.Node {
	var items []*tree.Node
	for _, s := range all {
		items = append(items, Text(s))
	}
	return List(items...)
}

// List returns a list as a value, without the items that are empty.
func List(items ...*tree.Node) *tree.Node {
	return &tree.Node{Kind: tree.List, Children: slices.DeleteFunc(items, (*tree.Node).IsBlank)}
}

// Group returns a mapping as a value: keys, each with the text or the *tree.Node that follows it.
// Those that are empty are left out.
func Group(pairs ...any) *tree.Node {
	n := &tree.Node{Kind: tree.Mapping}
	for i := 0; i+1 < len(pairs); i += 2 {
		value, ok := pairs[i+1].(*tree.Node)
		if !ok {
			value = Text(pairs[i+1].(string))
		}
		if !value.IsBlank() {
			n.Children = append(n.Children, keyNode(pairs[i].(string)), value)
		}
	}
	return n
}

func keyNode(name string) *tree.Node { return &tree.Node{Kind: tree.Scalar, Text: name} }

// ordered returns a value with the keys of its mappings in the order of their table, without those
// that are empty.
func ordered(table parse.Key, n *tree.Node) *tree.Node {
	c := &tree.Node{Kind: n.Kind, Text: n.Text}
	switch n.Kind {
	case tree.List:
		for _, item := range n.Children {
			c.Children = append(c.Children, ordered(table, item))
		}
	case tree.Mapping:
		for _, e := range table.Inside().InOrder(n) {
			if !e[1].IsBlank() {
				c.Children = append(c.Children, keyNode(e[0].Text), ordered(table.Inside().Key(e[0].Text), e[1]))
			}
		}
	}
	return c
}

// lines is a value in YAML: what stands on the line of its key or dash, and the lines below that,
// each with a line end before it.
type lines struct{ head, below string }

func (l lines) String() string { return l.head + l.below }

// write returns the value of a key, or of an item of its list, which begins in a column.
func (d *Document) write(table parse.Key, n *tree.Node, column int, flow bool) lines {
	switch {
	case n.Kind == tree.Nothing:
		return lines{}
	case n.Kind == tree.Scalar:
		if !flow && strings.Contains(n.Text, "\n") && decode.IsLiteral(n.Text) {
			return lines{" |", d.literal(n.Text, column+2)}
		}
		return lines{head: " " + decode.Text(n.Text, flow)}
	case flow || table.IsFlow(n):
		return lines{head: " " + parse.Flow(n, table.Inside())}
	}
	var b strings.Builder
	begin := d.eol + spaces(column+2)
	if n.Kind == tree.Mapping {
		for _, e := range table.Inside().InOrder(n) {
			b.WriteString(begin + d.entry(table.Inside(), e[0].Text, e[1], column+2))
		}
		return lines{below: b.String()}
	}
	for _, item := range n.Children {
		b.WriteString(begin + d.item(table, item, column+2, 2, false))
	}
	return lines{below: b.String()}
}

// literal returns the lines of a text that follow a |.
func (d *Document) literal(text string, column int) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		b.WriteString(d.eol)
		if line != "" {
			b.WriteString(spaces(column) + line)
		}
	}
	return b.String()
}

// entry returns a key and its value, on lines of their own but for the space before the key.
func (d *Document) entry(table *parse.Mapping, name string, value *tree.Node, column int) string {
	return decode.Text(name, false) + ":" + d.write(table.Key(name), value, column, false).String()
}

// item returns an item of the list of a key, with its dash in a column and what is behind it some
// columns further; a mapping with each key on a line of its own when keys is true or package
// format would do so.
func (d *Document) item(table parse.Key, n *tree.Node, column, inner int, keys bool) string {
	group := parse.Key{Type: parse.GroupValue, Of: table.Inside()}
	if n.Kind != tree.Mapping || !keys && group.IsFlow(n) {
		return "- " + parse.Flow(n, table.Inside())
	}
	var b strings.Builder
	for i, e := range table.Inside().InOrder(n) {
		if i == 0 {
			b.WriteString("-" + spaces(inner-1))
		} else {
			b.WriteString(d.eol + spaces(column+inner))
		}
		b.WriteString(d.entry(table.Inside(), e[0].Text, e[1], column+inner))
	}
	return b.String()
}

func spaces(n int) string { return strings.Repeat(" ", n) }
