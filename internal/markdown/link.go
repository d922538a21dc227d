package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

type blockInlineParser interface {
	parser.InlineParser
	parser.CloseBlocker
}

// linkParser records where links end, which goldmark does not.
type linkParser struct{ blockInlineParser }

func (p linkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	n := p.blockInlineParser.Parse(parent, block, pc)
	switch n.(type) {
	case *ast.Link, *ast.Image:
		_, at := block.Position()
		findingsOf(pc).ends[n] = at.Start
	}
	return n
}
