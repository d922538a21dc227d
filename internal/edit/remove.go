package edit

import (
	"bytes"
	"slices"

	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
)

// removeKey takes a key and its value away. A key with a comment beside it, and one without which
// there would be no mapping, stays without a value.
func (d *Document) removeKey(at place) error {
	m, i := at.parent, at.index-1
	key, value, data := at.key(), at.value, d.file.Data
	children := m.Children
	without := slices.Delete(slices.Clone(children), i, i+2)
	if at.flow {
		m.Children = without
		return d.removeInBraces(children, i, 2)
	}
	end := d.last(key, value)
	lineEnd := d.endOfLine(end)
	begin := d.startOfLine(key.Start)
	beside := bytes.TrimSpace(data[min(end, lineEnd):lineEnd])
	if value.IsEmpty() && value.Kind == tree.Nothing {
		beside = bytes.TrimPrefix(beside, []byte(":"))
	}
	blockComment := value.Form == tree.Block && bytes.Contains(data[value.Start:d.endOfLine(value.Start)], []byte("#"))
	switch {
	case len(without) == 0, len(bytes.TrimSpace(beside)) > 0, blockComment:
		return d.replaceByNothing(at)
	case len(bytes.TrimSpace(data[begin:key.Start])) == 0:
		_, next := decode.Line(data, end)
		m.Children = without
		if next == lineEnd && begin > d.start { // the last line of the file has no end
			begin = d.lineEndBefore(begin)
		}
		return d.change(splice{begin, next, ""})
	case i+2 < len(children):
		m.Children = without
		return d.change(splice{key.Start, children[i+2].Start, ""})
	}
	return d.replaceByNothing(at)
}

// replaceByNothing leaves a key without its value.
func (d *Document) replaceByNothing(at place) error {
	n := at.value
	if n.Form == tree.Block && n.Kind == tree.Scalar {
		return d.replaceBlock(at, Nothing())
	}
	from := n.Start
	for from > at.key().End+len(":") && d.file.Data[from-1] == ' ' {
		from--
	}
	at.parent.Children[at.index] = Nothing()
	return d.change(splice{from, d.last(at.key(), n), ""})
}

// removeItem takes an item of a list away.
func (d *Document) removeItem(at place, i int) error {
	n, children := at.value, at.value.Children
	n.Children = slices.Delete(slices.Clone(children), i, i+1)
	if at.flow || n.Flow {
		return d.removeInBraces(children, i, 1)
	}
	if len(n.Children) == 0 {
		return ErrNotSimple
	}
	from := n.Start
	if i > 0 {
		from = d.last(nil, children[i-1])
	}
	dash := bytes.LastIndexByte(d.file.Data[min(from, children[i].Start):children[i].Start], '-')
	if dash < 0 {
		return ErrNotSimple
	}
	begin := d.startOfLine(from + dash)
	_, next := decode.Line(d.file.Data, d.last(nil, children[i]))
	if len(bytes.TrimSpace(d.file.Data[begin:from+dash])) > 0 { // behind the dash of a list
		return ErrNotSimple
	}
	return d.change(splice{begin, next, ""})
}

// removeInBraces takes some of the children of a collection in brackets or braces away, with the
// comma before or after them.
func (d *Document) removeInBraces(children []*tree.Node, i, count int) error {
	start, end := children[i].Start, d.last(children[i], children[i+count-1])
	switch {
	case i+count < len(children):
		return d.change(splice{start, children[i+count].Start, ""})
	case i > 0:
		before := children[i-1].End
		if count == 2 {
			before = d.last(children[i-2], children[i-1])
		}
		return d.change(splice{before, end, ""})
	}
	return d.change(splice{start, end, ""})
}

// last returns where a value ends; of a key without one, behind its colon.
func (d *Document) last(key, value *tree.Node) int {
	switch {
	case value.Kind == tree.Nothing && value.Start == value.End && key != nil:
		return key.End + len(":")
	case value.Flow || len(value.Children) == 0:
		return value.End
	case value.Kind == tree.Mapping:
		n := len(value.Children)
		return max(value.Start, d.last(value.Children[n-2], value.Children[n-1]))
	}
	return max(value.Start, d.last(nil, value.Children[len(value.Children)-1]))
}

// blankAbove reports whether there is an empty line above the item whose dash is in a column.
func (d *Document) blankAbove(item *tree.Node, column int) bool {
	begin := d.startOfLine(item.Start)
	if begin == d.start {
		return false
	}
	above := d.lineEndBefore(begin)
	return len(bytes.TrimSpace(d.file.Data[d.startOfLine(above):above])) == 0
}

// column returns the number of bytes before an offset on its line.
func (d *Document) column(at int) int { return at - d.startOfLine(at) }

func (d *Document) startOfLine(at int) int {
	return max(1+bytes.LastIndexAny(d.file.Data[:at], "\n\r"), d.file.LineStart(1))
}

// lineEndBefore returns where the line above one that begins at an offset ends.
func (d *Document) lineEndBefore(begin int) int {
	return begin - len(d.file.Data[:begin]) + len(bytes.TrimSuffix(bytes.TrimSuffix(d.file.Data[:begin], []byte("\n")), []byte("\r")))
}

func (d *Document) endOfLine(at int) int {
	end, _ := decode.Line(d.file.Data, min(at, len(d.file.Data)))
	return end
}
