package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// noteParser records where notes begin, and leaves them where they stand:
// goldmark moves them to the end. Of two with one label the first counts.
type noteParser struct{ containerParser }

func (p noteParser) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	return openRecording(p.containerParser, parent, r, pc)
}

func (noteParser) Close(n ast.Node, _ text.Reader, pc parser.Context) {
	found, note := findingsOf(pc), n.(*east.Footnote)
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
