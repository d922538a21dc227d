package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// findings are what our parts of the grammar come across while goldmark reads
// one body, and what it does not say itself.
type findings struct {
	starts map[ast.Node]int          // where headings and notes begin, if goldmark is wrong
	ids    map[ast.Node]headingIDAt  // of headings that the author gave one
	ends   map[ast.Node]int          // where links and images end
	notes  map[string]*east.Footnote // by their normalised labels
	order  []*east.Footnote          // the notes as they stand in the body

	marksAllowed int      // in one block
	marks        int      // in the current block
	block        ast.Node // the current block
	cellsFilled  int      // cells that tables lacked
}

// newFindings returns the findings of a body of a length before it is read.
func newFindings(length int) *findings {
	return &findings{
		starts:       make(map[ast.Node]int),
		ids:          make(map[ast.Node]headingIDAt),
		ends:         make(map[ast.Node]int),
		notes:        make(map[string]*east.Footnote),
		marksAllowed: marksAllowed(length),
	}
}

var findingsKey = parser.NewContextKey()

func findingsOf(pc parser.Context) *findings { return pc.Get(findingsKey).(*findings) }

// openRecording opens a block and records where it begins: goldmark is off by
// the columns of a tab that is partly indentation of an outer block.
func openRecording(p parser.BlockParser, parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	_, at := r.PeekLine()
	start := at.Start + max(pc.BlockOffset()-at.Padding, 0)
	n, state := p.Open(parent, r, pc)
	if n != nil && at.Padding > 0 {
		findingsOf(pc).starts[n] = start
	}
	return n, state
}

// start returns where a heading or a note begins.
func (f *findings) start(n ast.Node) int {
	if at, ok := f.starts[n]; ok {
		return at
	}
	return n.Pos()
}
