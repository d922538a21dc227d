package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// noteBlockParser reads the definition of a footnote, as [^label]: and what is indented
// below it (PHP Markdown Extra). It stays where it stands, and is remembered by its label;
// of two with one label the first counts.
type noteBlockParser struct{}

func (noteBlockParser) Trigger() []byte { return []byte{'['} }

func (noteBlockParser) Open(_ ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	const longest = 999 // as of any label in CommonMark
	line, at := r.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 || line[pos] != '[' || pos+1 >= len(line) || line[pos+1] != '^' {
		return nil, parser.NoChildren
	}
	begin := pos + len("[^")
	//lint:ignore SA1019 a label is on one line, and what goldmark takes for one is ours
	closing := util.FindClosure(line[begin:min(len(line), begin+longest)], '[', ']', false, false)
	next := begin + closing + 1
	if closing < 0 || next >= len(line) || line[next] != ':' {
		return nil, parser.NoChildren
	}
	padding := at.Padding
	label := r.Value(text.NewSegment(at.Start+begin-padding, at.Start+begin+closing-padding))
	if util.IsBlank(label) {
		return nil, parser.NoChildren
	}
	note := east.NewFootnote(label)
	if pos = next + 1 - padding; pos >= len(line) {
		r.Advance(pos)
		return note, parser.NoChildren
	}
	r.AdvanceAndSetPadding(pos, padding)
	return note, parser.HasChildren
}

func (noteBlockParser) Continue(_ ast.Node, r text.Reader, _ parser.Context) parser.State {
	line, _ := r.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	pos, padding := util.IndentPosition(line, r.LineOffset(), 4)
	if pos < 0 {
		return parser.Close
	}
	r.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}

func (noteBlockParser) Close(n ast.Node, _ text.Reader, pc parser.Context) {
	found, note := findingsOf(pc), n.(*east.Footnote)
	if found.notes == nil {
		found.notes = make(map[string]*east.Footnote)
	}
	found.order = append(found.order, note)
	if label := util.ToLinkReference(note.Ref); found.notes[label] == nil {
		found.notes[label] = note
	}
}

func (noteBlockParser) CanInterruptParagraph() bool { return true }

func (noteBlockParser) CanAcceptIndentedLine() bool { return false }
