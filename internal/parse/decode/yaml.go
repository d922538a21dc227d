package decode

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"go.yaml.in/yaml/v3"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/plainyaml"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// maxAliased is how many nodes aliases may stand for in one file.
const maxAliased = 10_000

// YAML reads the YAML between start and end of f into a tree, nil when there is nothing.
func YAML(f *source.File, start, end int) (*tree.Node, diag.List) {
	if bytes.HasPrefix(f.Data[start:end], []byte(source.BOM)) {
		start += len(source.BOM) // YAML skips it without counting a column
	}
	if n, ok := plainyaml.Parse(string(f.Data[:end]), start); ok {
		return n, nil
	}
	return AnyYAML(f, start, end)
}

// AnyYAML is YAML without package plainyaml: with the decoder for all of YAML.
func AnyYAML(f *source.File, start, end int) (*tree.Node, diag.List) {
	text, restore := withoutOddBreaks(f.Data[start:end])
	root, second, err := decodeDocuments(text)
	if err != nil {
		return nil, yamlMistakes(f, start, text, err)
	}
	r := &yamlReader{file: f, base: start, text: text, restore: restore, lines: lineStarts(text)}
	r.findAliases(root)
	if second != nil {
		at := restOfLine(f, start+r.offset(second.Line, second.Column))
		return nil, diag.List{diag.At(at, diag.SecondDocument).WithHint(diag.RemoveSecondDocument)}
	}
	if root == nil {
		return nil, nil
	}
	n := r.node(root, -1, 0)
	if r.tooMuch {
		return nil, diag.List{diag.At(f.Pos(n.Start, n.Start), diag.TooIntricate)}
	}
	return n, r.problems
}

// ReadableYAML reads the YAML between start and end of f into a tree in which every value that
// cannot be read is some text. It is nil when nothing can be read.
func ReadableYAML(f *source.File, start, end int) *tree.Node {
	text, _ := withoutOddBreaks(f.Data[start:end])
	root, _, err := decodeDocuments(text)
	if err != nil {
		_, readable, ok := blanked(f, start, text, err)
		if !ok {
			return nil
		}
		text = readable
		root, _, _ = decodeDocuments(text)
	}
	if root == nil {
		return nil
	}
	r := &yamlReader{file: f, base: start, text: text, lines: lineStarts(text)}
	return r.node(root, -1, 0)
}

// decodeDocuments returns the first document in text that is not empty, and the second
// one, nil where there is none.
func decodeDocuments(text []byte) (root, second *yaml.Node, err error) {
	defer recovered(&err)
	d := yaml.NewDecoder(bytes.NewReader(text))
	for second == nil {
		var document yaml.Node
		err := d.Decode(&document)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, nil, err
		}
		if len(document.Content) == 0 || isNothing(document.Content[0]) {
			continue
		}
		if root == nil {
			root = document.Content[0]
		} else {
			second = document.Content[0]
		}
	}
	return root, second, nil
}

// isNothing reports whether a document has no text at all.
func isNothing(y *yaml.Node) bool {
	return y.Kind == yaml.ScalarNode && y.Value == "" && y.Style == 0 && y.Anchor == ""
}

// yamlReader turns the decoder's nodes into ours.
type yamlReader struct {
	file     *source.File
	base     int               // where text begins in the file
	text     []byte            // what the decoder was given
	restore  *strings.Replacer // changes its texts back, nil when there is nothing to change
	lines    []int             // where each line of text begins
	problems diag.List
	used     map[string]bool // the anchors that aliases refer to
	aliased  int             // number of nodes that aliases stood for so far
	inAlias  int             // number of aliases around the node that is read
	tooMuch  bool            // nested too deep, or too many aliases

	line, column, at int // the last result of offset, and what it was asked for
}

// node turns a node into one of ours. indent is the column, from 0, of the block
// collection that it is part of; -1 at the top.
func (r *yamlReader) node(y *yaml.Node, indent, depth int) *tree.Node {
	if y.Kind == yaml.AliasNode {
		return r.alias(y, indent, depth)
	}
	start := r.skipProperties(r.offset(y.Line, y.Column))
	n := &tree.Node{Start: start, End: start}
	if r.inAlias > 0 {
		r.aliased++
	}
	if depth > tree.MaxDepth || r.aliased > maxAliased {
		r.tooMuch = true
	}
	if r.tooMuch {
		return n
	}
	if y.Style&yaml.TaggedStyle != 0 && y.Tag != "!!str" {
		r.reportTag(y, start)
		n.Kind = tree.Faulty
	}
	switch y.Kind {
	case yaml.ScalarNode:
		r.scalar(n, y, indent)
	case yaml.SequenceNode:
		r.collection(n, y, tree.List, depth)
	case yaml.MappingNode:
		r.collection(n, y, tree.Mapping, depth)
	}
	n.Start, n.End = r.base+n.Start, r.base+n.End
	r.lostBefore(n, y)
	return n
}

// reportTag reports a tag, which no value of the content has. What begins with an exclamation
// mark is mostly a text.
func (r *yamlReader) reportTag(y *yaml.Node, start int) {
	at := r.offset(y.Line, y.Column)
	pos := r.file.Pos(r.base+at, r.base+max(start, at))
	if y.Kind == yaml.ScalarNode && (y.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 || y.Value == "") {
		end, _ := Line(r.text, at)
		whole, _ := splitComment(r.text[at:end])
		pos = r.file.Pos(r.base+at, r.base+at+len(whole))
		r.report(diag.At(pos, diag.TagUsed, y.Tag).WithHint(diag.QuoteValue, Quote(whole)))
		return
	}
	r.report(diag.At(pos, diag.TagUsed, y.Tag))
}

// report adds a diagnostic. One inside an alias was added where the text is written.
func (r *yamlReader) report(d diag.Diagnostic) {
	if r.inAlias == 0 {
		r.problems = append(r.problems, d)
	}
}

// alias returns the node that an alias stands for. Its place is that of the alias; the
// places of its children are where they are written.
func (r *yamlReader) alias(y *yaml.Node, indent, depth int) *tree.Node {
	start := r.offset(y.Line, y.Column)
	r.inAlias++
	n := r.node(y.Alias, indent, depth+1)
	r.inAlias--
	n.Start, n.End = r.base+start, r.base+min(start+len("*")+len(y.Value), len(r.text))
	return n
}

func (r *yamlReader) scalar(n *tree.Node, y *yaml.Node, indent int) {
	switch {
	case y.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		n.Form, n.End = tree.Quoted, quotedEnd(r.text, n.Start)
	case y.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		n.Form, n.End = tree.Block, blockEnd(r.text, n.Start, indent)
	case y.Tag == "!!null":
		n.End = n.Start + len(y.Value)
		return
	default:
		n.End = plainEnd(r.text, n.Start, y.Value)
	}
	if n.Kind == tree.Faulty {
		return
	}
	n.Kind, n.Text = tree.Scalar, y.Value
	if n.Form == tree.Block {
		n.Text = strings.TrimRight(n.Text, "\n")
	}
	if r.restore != nil {
		n.Text = r.restore.Replace(n.Text)
	}
}

func (r *yamlReader) collection(n *tree.Node, y *yaml.Node, k tree.Kind, depth int) {
	if n.Kind == tree.Faulty {
		return
	}
	n.Kind, n.Flow = k, y.Style&yaml.FlowStyle != 0
	n.Children = make([]*tree.Node, 0, len(y.Content))
	unclear := false // as {{ titel }} is: a mapping with a mapping as a key
	for i, child := range y.Content {
		c := r.node(child, y.Column-1, depth+1)
		isValue := k == tree.List || i%2 == 1
		switch {
		case k == tree.Mapping && !isValue:
			if child.Kind != yaml.ScalarNode || c.Kind != tree.Scalar && c.Kind != tree.Nothing {
				r.report(diag.At(r.file.Pos(c.Start, c.End), diag.KeyNotText).WithHint(diag.QuoteText))
				c.Kind, unclear = tree.Faulty, n.Flow
			} else if c.Kind == tree.Nothing {
				c.Text = child.Value
			}
		case c.Kind == tree.Nothing && child.Value == "" && len(n.Children) > 0:
			// An empty value has no place of its own: it is where the node before it ends.
			c.Start = n.Children[len(n.Children)-1].End
			c.End = c.Start
			r.lostAfter(c)
		default:
			r.lostAfter(c)
		}
		n.Children = append(n.Children, c)
	}
	if k == tree.Mapping {
		r.merge(n, y)
	}
	n.End = r.collectionEnd(n)
	if unclear {
		n.Kind = tree.Faulty
	}
}

// collectionEnd returns where a collection ends: after its closing bracket or brace, or
// with its last child.
func (r *yamlReader) collectionEnd(n *tree.Node) int {
	end := n.Start
	if len(n.Children) > 0 {
		end = max(end, n.Children[len(n.Children)-1].End-r.base)
	}
	if !n.Flow || r.text[n.Start] != '[' && r.text[n.Start] != '{' {
		return end
	}
	return bracketEnd(r.text, max(end, n.Start+1))
}

// merge gives a mapping with the key << the keys of another mapping that it lacks.
func (r *yamlReader) merge(n *tree.Node, y *yaml.Node) {
	for i := 0; i+1 < len(y.Content); i += 2 {
		if y.Content[i].Tag != "!!merge" {
			continue
		}
		from := n.Children[i+1]
		n.Children = append(n.Children[:i:i], n.Children[i+2:]...)
		sources := []*tree.Node{from}
		if from.Kind == tree.List {
			sources = from.Children
		}
		have := make(map[string]bool)
		for j := 0; j < len(n.Children); j += 2 {
			have[n.Children[j].Text] = true
		}
		for _, s := range sources {
			if s.Kind != tree.Mapping {
				r.report(diag.At(r.file.Pos(s.Start, s.End), diag.MergeWrong))
				continue
			}
			for j := 0; j+1 < len(s.Children); j += 2 {
				if name := s.Children[j].Text; !have[name] {
					have[name] = true
					n.Children = append(n.Children, s.Children[j], s.Children[j+1])
				}
			}
		}
		return // a second << is a duplicate key, which the decoder refuses
	}
}

// offset returns the offset in text of a line and a column, both from 1, columns in
// characters. Nodes are nearly in order, so it continues from its last result.
func (r *yamlReader) offset(line, column int) int {
	if line < 1 || line > len(r.lines) {
		return len(r.text)
	}
	if line != r.line || column < r.column {
		r.line, r.column, r.at = line, 1, r.lines[line-1]
	}
	for r.column < column && r.at < len(r.text) {
		r.at++
		for r.at < len(r.text) && r.text[r.at]&0xc0 == 0x80 {
			r.at++
		}
		r.column++
	}
	return r.at
}

// lineStarts returns the offset of each line.
func lineStarts(text []byte) []int {
	starts := append(make([]int, 0, bytes.Count(text, []byte{'\n'})+2), 0)
	for i := 0; i < len(text); {
		end, next := Line(text, i)
		if next > end {
			starts = append(starts, next)
		}
		i = next
	}
	return starts
}

// withoutOddBreaks returns text in which only LF, CRLF and CR are line breaks. YAML 1.1
// also breaks lines at NEL, LS and PS, which come along when text is pasted and which no
// editor shows as line breaks. They are replaced by other characters of the same length;
// the replacer changes them back.
func withoutOddBreaks(text []byte) ([]byte, *strings.Replacer) {
	var pairs []string
	for _, b := range []struct {
		char        string
		replacement rune
	}{{"\u0085", '\u0780'}, {"\u2028", '\ue000'}, {"\u2029", '\ue800'}} {
		if !bytes.Contains(text, []byte(b.char)) {
			continue
		}
		c := b.replacement
		for bytes.ContainsRune(text, c) {
			c++ // no text has all of the hundreds that follow
		}
		if len(string(c)) != len(b.char) {
			continue
		}
		text = bytes.ReplaceAll(text, []byte(b.char), []byte(string(c)))
		pairs = append(pairs, string(c), b.char)
	}
	if pairs == nil {
		return text, nil
	}
	return text, strings.NewReplacer(pairs...)
}
