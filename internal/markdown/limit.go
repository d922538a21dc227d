package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// goldmark takes time that grows with the square of some inputs, and memory
// without bound for others. The parts in this file hold it back.

// deepest is how many blocks may be open within one another; a list takes two.
const deepest = 64

// containerParser opens no quote, list or note within too many others.
type containerParser struct{ parser.BlockParser }

func (p containerParser) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if len(pc.OpenedBlocks()) >= deepest {
		return nil, parser.NoChildren
	}
	return p.BlockParser.Open(parent, r, pc)
}

// marksAllowed returns how many marks a paragraph, a heading or a cell of a
// body of a length may hold. A mark can make goldmark read the rest of its
// block again, so the longest bodies may hold the fewest.
func marksAllowed(length int) int {
	const budget, least, most = 1 << 28, 500, 10_000
	return max(least, min(most, budget/(length+1)))
}

// markCounter makes text of what follows too many marks in one block.
type markCounter struct{}

func (markCounter) Trigger() []byte { return []byte("[]!*_~<`") }

func (markCounter) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	found := findingsOf(pc)
	if found.block != parent {
		found.block, found.marks = parent, 0
	}
	if found.marks++; found.marks <= found.marksAllowed {
		return nil
	}
	line, at := block.PeekLine()
	rest := at.WithStop(at.Start + len(bytes.TrimSuffix(line, []byte{'\n'})) - at.Padding)
	block.Advance(rest.Len())
	return ast.NewTextSegment(rest)
}

// definitionTransformer takes the link definitions out of a paragraph, some
// lines at a time: goldmark moves all that follow for each one.
type definitionTransformer struct{}

func (definitionTransformer) Transform(n *ast.Paragraph, r text.Reader, pc parser.Context) {
	const enough = 64
	lines := n.Lines()
	begins := func(i int) bool {
		line := lines.At(i)
		return bytes.HasPrefix(bytes.TrimLeft(line.Value(r.Source()), " "), []byte{'['})
	}
	for lines.Len() > 2*enough && begins(0) {
		end := enough
		for end < lines.Len() && !begins(end) {
			end++
		}
		part := ast.NewParagraph()
		part.SetLines(text.NewSegments())
		part.Lines().AppendAll(lines.Sliced(0, end))
		n.Parent().InsertBefore(n.Parent(), n, part)
		parser.LinkReferenceParagraphTransformer.Transform(part, r, pc)
		if part.Parent() != nil { // the rest is no definition
			part.Parent().RemoveChild(part.Parent(), part)
			rest := text.NewSegments()
			rest.AppendAll(part.Lines().Sliced(0, part.Lines().Len()))
			rest.AppendAll(lines.Sliced(end, lines.Len()))
			n.SetLines(rest)
			return
		}
		lines.SetSliced(end, lines.Len())
	}
	if lines.Len() == 0 {
		n.Parent().RemoveChild(n.Parent(), n)
		return
	}
	parser.LinkReferenceParagraphTransformer.Transform(n, r, pc)
}

// cellsToFill is how many cells the tables of a body may lack together.
// goldmark fills short rows, so that a few bytes could ask for any number.
const cellsToFill = 50_000

// tableTransformer makes tables of paragraphs that look like one and lack no
// more cells than those of the body still may.
type tableTransformer struct{ parser.ParagraphTransformer }

func (t tableTransformer) Transform(n *ast.Paragraph, r text.Reader, pc parser.Context) {
	found := findingsOf(pc)
	missing := missingCells(n.Lines(), r.Source())
	if missing < 0 || missing > cellsToFill-found.cellsFilled {
		return
	}
	found.cellsFilled += missing
	t.ParagraphTransformer.Transform(n, r, pc)
}

// missingCells returns at most how many cells the rows of a table lack, and
// less than 0 when the lines can be no table.
func missingCells(lines *text.Segments, src []byte) int {
	columns, first := 0, 0
	for i := 1; i < lines.Len(); i++ {
		line := lines.At(i)
		value := src[line.Start:line.Stop]
		if bytes.IndexByte(value, '-') < 0 || len(bytes.Trim(value, " \t\n\f\r\v-|:")) > 0 {
			continue
		}
		if first == 0 {
			first = i
		}
		columns = max(columns, bytes.Count(value, []byte{'|'})+1)
	}
	if first == 0 {
		return -1
	}
	missing := 0
	for i := first + 1; i < lines.Len(); i++ {
		line := lines.At(i)
		missing += max(0, columns-1-bytes.Count(src[line.Start:line.Stop], []byte{'|'}))
	}
	return missing
}
