package format

import (
	"strings"

	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/tree"
)

// shortPoints writes the numbers of the points in a mapping without zeros at their end, as
// programs do that read them as numbers.
func shortPoints(n *tree.Node, m *parse.Mapping) {
	if n.Kind == tree.List {
		for _, c := range n.Children {
			shortPoints(c, m)
		}
	}
	if n.Kind != tree.Mapping {
		return
	}
	for i := 0; i+1 < len(n.Children); i += 2 {
		switch k, value := m.Key(n.Children[i].Text), n.Children[i+1]; {
		case k.Type == parse.PointValue:
			for _, c := range value.Children {
				c.Text = shortNumber(c.Text)
			}
		case k.Type == parse.GroupValue || k.Type == parse.GroupsValue:
			shortPoints(value, k.Of)
		}
	}
}

// shortNumber returns a number without zeros at the end of its decimals; another text as it is.
func shortNumber(s string) string {
	whole, part, ok := strings.Cut(s, ".")
	if !ok || whole == "" || strings.Trim(whole+part, "0123456789") != "" {
		return s
	}
	return strings.TrimSuffix(whole+"."+strings.TrimRight(part, "0"), ".")
}
