package markdown

import (
	"regexp"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// officeTag matches a tag of Word, such as <o:p>, which CommonMark takes for text. Names with a
// longer prefix are addresses to it.
var officeTag = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^</?[A-Za-z]:[A-Za-z][A-Za-z0-9]*(?:[ \t][^<>\n]*)?/?>`)
})

// officeTagParser reads the tags of Word as raw HTML, as they come along with what is pasted.
type officeTagParser struct{}

func (officeTagParser) Trigger() []byte { return []byte{'<'} }

func (officeTagParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, at := block.PeekLine()
	if len(line) < len("<o:p>") || line[2] != ':' && line[3] != ':' {
		return nil
	}
	length := len(officeTag().Find(line))
	if length == 0 {
		return nil
	}
	n := ast.NewRawHTML()
	n.Segments.Append(at.WithStop(at.Start + length))
	block.Advance(length)
	return n
}
