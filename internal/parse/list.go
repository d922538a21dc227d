package parse

import (
	"slices"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// mappings returns the items of a list of mappings, without those that are empty, and reports
// those that are of another kind.
func (r *reader) mappings(k *Key, n *tree.Node) []*tree.Node {
	if !r.wants(k, n, tree.List) {
		return nil
	}
	for _, item := range n.Children {
		if !item.IsEmpty() {
			r.wants(k, item, tree.Mapping)
		}
	}
	return mappings(n)
}

// mappings returns the items of a list that are mappings, without those that are empty; none
// when n is no list.
func mappings(n *tree.Node) []*tree.Node {
	if n == nil || n.Kind != tree.List {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(n.Children), func(item *tree.Node) bool { return item.Kind != tree.Mapping || item.IsEmpty() })
}

// listOf returns a method that reads a list of texts, each by read.
func listOf(read func(*reader, *Key, *tree.Node) source.Text) func(*reader, *Key, *tree.Node) []source.Text {
	return func(r *reader, k *Key, n *tree.Node) []source.Text {
		if !r.wants(k, n, tree.List) {
			return nil
		}
		all := make([]source.Text, 0, len(n.Children))
		for _, item := range n.Children {
			if item.IsEmpty() || r.itemWithin(item) {
				continue
			}
			if t := read(r, k, item); !t.IsZero() {
				all = append(all, t)
			}
		}
		return all
	}
}

// itemWithin reports an item of a list that YAML takes for a part of the item above it, as it is
// indented further.
func (r *reader) itemWithin(item *tree.Node) bool {
	if item.Kind != tree.Scalar || item.Form != tree.Plain || !strings.Contains(item.Text, " - ") {
		return false
	}
	for at := item.Start; ; {
		_, next := decode.Line(r.file.Data[:item.End], at)
		if next >= item.End {
			return false
		}
		if beginsItem(r.file.Data, next) {
			end, _ := decode.Line(r.file.Data, next)
			body := strings.TrimLeft(string(r.file.Data[next:end]), " ")
			r.report(diag.At(r.file.Pos(end-len(body), end), diag.SyntaxIndent).WithHint(diag.AlignLine))
			return true
		}
		at = next
	}
}
