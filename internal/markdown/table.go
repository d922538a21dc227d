package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Tables, tasks, crossed out text, footnotes and addresses that stand as themselves are
// read as goldmark's package extension does (version 1.8.7, MIT), which compiles two large
// patterns at the start of every process: a tenth of the time that it takes to start, and
// a quarter of the pages of memory.
// FuzzConstructs holds what is read here against what that reads.

// tableTransformer makes tables of paragraphs that look like one
// (https://github.github.com/gfm/#tables-extension-).
type tableTransformer struct{}

func (tableTransformer) Transform(n *ast.Paragraph, r text.Reader, pc parser.Context) {
	if !fillable(n.Lines(), r.Source(), findingsOf(pc)) {
		return
	}
	at, lines, source := n.Pos(), n.Lines(), r.Source()
	for i := 1; i < lines.Len(); i++ {
		alignments := delimiterRow(line(lines, i, source))
		if alignments == nil {
			continue
		}
		header := tableRow(lines.At(i-1), alignments, true, source)
		if len(alignments) != header.ChildCount() {
			return
		}
		table := east.NewTable()
		table.Alignments = alignments
		table.SetPos(at)
		table.AppendChild(table, east.NewTableHeader(header))
		for j := i + 1; j < lines.Len(); j++ {
			table.AppendChild(table, tableRow(lines.At(j), alignments, false, source))
		}
		lines.SetSliced(0, i-1)
		n.Parent().InsertAfter(n.Parent(), n, table)
		if lines.Len() == 0 {
			n.Parent().RemoveChild(n.Parent(), n)
			continue
		}
		last := lines.At(i - 2)
		last.Stop-- // without its line feed
		lines.Set(i-2, last)
	}
}

func line(lines *text.Segments, i int, source []byte) []byte {
	at := lines.At(i)
	return at.Value(source)
}

// delimiterRow returns how the columns are aligned below a delimiter row; nil when it is
// none.
func delimiterRow(line []byte) []east.Alignment {
	if indent, _ := util.IndentWidth(line, 0); indent > 3 || len(bytes.Trim(line, "-")) == 0 {
		return nil
	}
	columns := bytes.Split(line, []byte{'|'})
	if util.IsBlank(columns[0]) {
		columns = columns[1:]
	}
	if n := len(columns); n > 0 && util.IsBlank(columns[n-1]) {
		columns = columns[:n-1]
	}
	var alignments []east.Alignment
	for _, column := range columns {
		alignment, ok := alignmentOf(bytes.Trim(column, " \t\n\r"))
		if !ok {
			return nil
		}
		alignments = append(alignments, alignment)
	}
	return alignments
}

// alignmentOf reads a cell of a delimiter row.
func alignmentOf(cell []byte) (alignment east.Alignment, ok bool) {
	dashes := bytes.TrimPrefix(cell, []byte{':'})
	left := len(dashes) < len(cell)
	cell = dashes
	dashes = bytes.TrimSuffix(cell, []byte{':'})
	right := len(dashes) < len(cell)
	if len(dashes) == 0 || len(bytes.Trim(dashes, "-")) > 0 {
		return east.AlignNone, false
	}
	switch {
	case left && right:
		return east.AlignCenter, true
	case left:
		return east.AlignLeft, true
	case right:
		return east.AlignRight, true
	}
	return east.AlignNone, true
}

// tableRow reads a row. What a row of the body has more than the header is left out, and
// what it has less is empty.
func tableRow(at text.Segment, alignments []east.Alignment, isHeader bool, source []byte) *east.TableRow {
	row := east.NewTableRow(alignments)
	row.SetPos(at.Start)
	inner := at.TrimLeftSpace(source)
	inner = inner.TrimRightSpace(source)
	line := inner.Value(source)
	pos, limit := 0, len(line)
	if len(line) > 0 && line[0] == '|' {
		pos++
	}
	if len(line) > 0 && line[limit-1] == '|' {
		limit--
	}
	i := 0
	for ; pos < limit; i++ {
		cell := east.NewTableCell()
		if i < len(alignments) {
			cell.Alignment = alignments[i]
		} else if !isHeader {
			return row
		}
		cell.SetPos(at.Start + pos - at.Padding)
		end := pos
		for end < limit && (line[end] != '|' || end > 0 && line[end-1] == '\\') {
			end++
		}
		words := text.NewSegment(inner.Start+pos, inner.Start+end)
		words = words.TrimLeftSpace(source)
		words = words.TrimRightSpace(source)
		cell.Lines().Append(words)
		row.AppendChild(row, cell)
		pos = end + 1
	}
	for ; i < len(alignments); i++ {
		row.AppendChild(row, east.NewTableCell())
	}
	return row
}
