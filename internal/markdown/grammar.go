package markdown

import (
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// commonMark is the grammar of CommonMark as specified.
var commonMark = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
	)
})

// grammar is the grammar of our bodies. The order of the parts, and so which of them
// wins, is goldmark's.
var grammar = sync.OnceValue(func() parser.Parser {
	links := parser.NewLinkParser().(blockInlineParser)
	addresses := extension.NewLinkifyParser(extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"}))
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(headingParser{parser.NewSetextHeadingParser()}, 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(containerParser{parser.NewListParser()}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(hashHeadingParser{headingParser{parser.NewATXHeadingParser()}}, 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(containerParser{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(noteParser{containerParser{extension.NewFootnoteBlockParser()}}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(markCounter{}, 1),
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(noteRefParser{}, 101),
			util.Prioritized(linkParser{links}, 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(parser.NewEmphasisParser(), 500),
			util.Prioritized(extension.NewStrikethroughParser(), 501),
			util.Prioritized(addresses, 999),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(definitionTransformer{}, 100),
			util.Prioritized(tableTransformer{extension.NewTableParagraphTransformer()}, 200),
		),
	)
})

// openKnowing opens a block and remembers where it begins: goldmark is off by
// the columns of a tab that is partly indentation of an outer block.
func openKnowing(p parser.BlockParser, parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	_, at := r.PeekLine()
	start := at.Start + max(pc.BlockOffset()-at.Padding, 0)
	n, state := p.Open(parent, r, pc)
	if n != nil && at.Padding > 0 {
		found := findingsOf(pc)
		if found.starts == nil {
			found.starts = make(map[ast.Node]int)
		}
		found.starts[n] = start
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

// findings are what our parts of the grammar come across while goldmark reads
// one body.
type findings struct {
	starts map[ast.Node]int          // where headings and notes begin, if goldmark is wrong
	ids    map[ast.Node]headingIDAt  // of headings that the author gave one
	ends   map[ast.Node]int          // where links and images end
	notes  map[string]*east.Footnote // by their normalised labels
	order  []*east.Footnote          // the notes as they stand in the body

	marksAllowed int      // in one block
	marks        int      // in the block at hand
	block        ast.Node // the block at hand
	cellsFilled  int      // cells that tables lacked
}

var findingsKey = parser.NewContextKey()

func findingsOf(pc parser.Context) *findings { return pc.Get(findingsKey).(*findings) }

type blockInlineParser interface {
	parser.InlineParser
	parser.CloseBlocker
}

// linkParser remembers where links end, which goldmark does not.
type linkParser struct{ blockInlineParser }

func (p linkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	n := p.blockInlineParser.Parse(parent, block, pc)
	switch n.(type) {
	case *ast.Link, *ast.Image:
		found := findingsOf(pc)
		if found.ends == nil {
			found.ends = make(map[ast.Node]int)
		}
		_, at := block.Position()
		found.ends[n] = at.Start
	}
	return n
}

// noteParser remembers where notes begin, and leaves them where they stand:
// goldmark moves them to the end. Of two with one label the first counts.
type noteParser struct{ containerParser }

func (p noteParser) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	return openKnowing(p.containerParser, parent, r, pc)
}

func (noteParser) Close(n ast.Node, _ text.Reader, pc parser.Context) {
	found, note := findingsOf(pc), n.(*east.Footnote)
	if found.notes == nil {
		found.notes = make(map[string]*east.Footnote)
	}
	found.order = append(found.order, note)
	if label := util.ToLinkReference(note.Ref); found.notes[label] == nil {
		found.notes[label] = note
	}
}

// noteRefParser reads [^label] where there is such a note. goldmark's own
// looks through all notes for every reference.
type noteRefParser struct{}

func (noteRefParser) Trigger() []byte { return []byte{'!', '['} }

func (noteRefParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	found := findingsOf(pc)
	line, at := block.PeekLine()
	skip := 0
	if line[0] == '!' {
		skip = 1
	}
	label, ok := noteLabel(line[skip:])
	if !ok || len(found.notes) == 0 {
		return nil
	}
	note := found.notes[util.ToLinkReference(label)]
	if note == nil {
		return nil
	}
	if skip == 1 {
		ast.MergeOrAppendTextSegment(parent, at.WithStop(at.Start+1))
	}
	block.Advance(skip + len("[^]") + len(label))
	return &noteRef{note: note}
}

func noteLabel(line []byte) ([]byte, bool) {
	const longest = 999 // as of any label in CommonMark
	if len(line) < 4 || line[0] != '[' || line[1] != '^' {
		return nil, false
	}
	for i, c := range line[2:min(len(line), longest+3)] {
		switch c {
		case '[':
			return nil, false
		case ']':
			return line[2 : 2+i], i > 0
		}
	}
	return nil, false
}

// noteRef is a reference to a footnote.
type noteRef struct {
	ast.BaseInline
	note *east.Footnote
}

var kindNoteRef = ast.NewNodeKind("NoteRef")

func (*noteRef) Kind() ast.NodeKind { return kindNoteRef }

func (n *noteRef) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }
