package decode

import (
	"bytes"
	"slices"
	"strings"

	"wijkvisie/internal/parse/tree"
)

// Comments returns the comments in a part of a file of which the YAML is a tree, sorted.
func Comments(data []byte, root *tree.Node, from, to int) []string {
	text := bytes.Clone(data[from:to])
	blankScalars(text, root, from)
	var all []string
	for line := range strings.Lines(string(text)) {
		if _, comment, ok := strings.Cut(line, "#"); ok {
			all = append(all, strings.TrimSpace(comment))
		}
	}
	slices.Sort(all)
	return all
}

// blankScalars puts spaces in the place of every scalar of a tree, in text that begins at an offset.
func blankScalars(text []byte, n *tree.Node, from int) {
	if n.Kind == tree.Scalar {
		start := n.Start
		if n.Form == tree.Block { // a comment may stand behind its | or >
			start, _ = Line(text, min(max(0, n.Start-from), len(text)))
			start += from
		}
		for i := max(start, from); i < min(n.End, from+len(text)); i++ {
			if c := &text[i-from]; *c != '\n' {
				*c = ' '
			}
		}
	}
	for _, c := range n.Children {
		blankScalars(text, c, from)
	}
}
