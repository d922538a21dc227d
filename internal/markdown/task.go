package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// taskParser reads the [ ] or [x] with which an item of a list begins that is a task
// (https://github.github.com/gfm/#task-list-items-extension-).
type taskParser struct{}

func (taskParser) Trigger() []byte { return []byte{'['} }

func (taskParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	item, ok := parent.Parent().(*ast.ListItem)
	if !ok || item.FirstChild() != parent || parent.HasChildren() {
		return nil
	}
	line, _ := block.PeekLine()
	if len(line) < 3 || line[0] != '[' || line[2] != ']' || !isSpace(line[1]) && line[1] != 'x' && line[1] != 'X' {
		return nil
	}
	end := 3
	for end < len(line) && isSpace(line[end]) {
		end++
	}
	block.Advance(end)
	return east.NewTaskCheckBox(!isSpace(line[1]))
}
