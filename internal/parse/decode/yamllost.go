package decode

import (
	"bytes"
	"strings"

	"go.yaml.in/yaml/v3"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/tree"
)

// What YAML takes for syntax is not part of a value: a comment, an anchor, a tag. An author
// may have meant it as text. These functions report it.

// findAliases notes which anchors are referred to.
func (r *yamlReader) findAliases(y *yaml.Node) {
	if y == nil {
		return
	}
	if y.Kind == yaml.AliasNode {
		if r.used == nil {
			r.used = make(map[string]bool)
		}
		r.used[y.Value] = true
	}
	for _, child := range y.Content {
		r.findAliases(child)
	}
}

// lostBefore reports an anchor that nothing refers to, and the tag "!", in front of a text.
func (r *yamlReader) lostBefore(n *tree.Node, y *yaml.Node) {
	at := r.base + r.offset(y.Line, y.Column)
	if n.Kind != tree.Scalar && n.Kind != tree.Nothing || n.Form == tree.Block || at >= n.Start {
		return
	}
	end, _ := Line(r.file.Data[:n.Start], at)
	properties := strings.TrimSpace(string(r.file.Data[at:end]))
	anchor := y.Anchor != "" && !r.used[y.Anchor]
	if !anchor && properties != "!" {
		return
	}
	pos := r.file.Pos(at, n.End)
	if n.Kind == tree.Nothing {
		pos = r.file.Pos(at, at+len(properties))
	}
	whole := string(pos.Bytes())
	r.report(diag.At(pos, diag.PropertyTruncated, properties, n.Text).WithHint(diag.QuoteValue, Quote(whole)).WithFix(pos, Quote(whole)))
}

// lostAfter reports a comment behind a value that looks like text: its # has no space behind
// it, or none before it.
func (r *yamlReader) lostAfter(n *tree.Node) {
	from := n.End - r.base
	blank := " \t"
	switch {
	case n.Form == tree.Block:
		r.lostInHeader(n)
		return
	case n.Kind == tree.Nothing && n.Start == n.End:
		blank = ": \t" // n is where its key ends
	case from > 0 && from <= len(r.text) && n.Kind != tree.Scalar && !n.Flow && n.Kind != tree.Nothing:
		return // the last of its children has been looked at
	}
	hash := from
	for hash < len(r.text) && strings.IndexByte(blank, r.text[hash]) >= 0 {
		hash++
	}
	if hash >= len(r.text) || r.text[hash] != '#' {
		return
	}
	end, _ := Line(r.text, hash)
	lost, _ := splitComment(r.text[hash:end])
	if !looksLikeText(lost) {
		return
	}
	between, at := string(r.text[from:hash]), r.file.Pos(n.Start, r.base+hash+len(lost))
	if n.Flow || n.Kind == tree.Nothing && n.Start == n.End {
		between, at = "", r.file.Pos(r.base+hash, r.base+hash+len(lost))
	}
	if n.Flow {
		r.report(diag.At(at, diag.CommentAfterList, lost).WithHint(diag.SpaceAfterHash, "# "+strings.TrimLeft(lost, "#")))
		return
	}
	text := n.Text
	if n.Kind == tree.Nothing {
		text = string(r.file.Data[n.Start:n.End]) // ~
	}
	whole := strings.TrimSpace(text + between + lost)
	r.report(diag.At(at, diag.ValueTruncated, n.Text, lost).WithHint(diag.QuoteValue, Quote(whole)).WithFix(at, Quote(whole)))
}

// lostInHeader reports text behind the | or > that begins a text of several lines.
func (r *yamlReader) lostInHeader(n *tree.Node) {
	start := n.Start - r.base
	end, _ := Line(r.text, start)
	header := r.text[start:end]
	hash := bytes.IndexByte(header, '#')
	if hash < 0 {
		return
	}
	lost := string(bytes.TrimRight(header[hash:], " \t"))
	if !isSpace(header[hash-1]) || looksLikeText(lost) {
		if n.Text == "" { // it is no text of several lines
			whole := string(bytes.TrimRight(header, " \t"))
			at := r.file.Pos(n.Start, n.Start+len(whole))
			r.report(diag.At(at, diag.CommentAfterList, lost).WithHint(diag.QuoteValue, Quote(whole)).WithFix(at, Quote(whole)))
			return
		}
		at := r.file.Pos(n.Start, n.Start+hash+len(lost))
		r.report(diag.At(at, diag.CommentAfterList, lost).WithHint(diag.SpaceAfterHash, "# "+strings.TrimLeft(lost, "# ")))
	}
}

// looksLikeText reports whether a comment may have been meant as text. A note of an author has
// a space behind its #.
func looksLikeText(comment string) bool {
	word := strings.TrimLeft(comment, "#")
	return word != "" && word[0] != ' ' && word[0] != '\t'
}

// splitComment cuts a text without spaces at its end into what may have been meant as text and
// the comment behind that: "#2 # let op" is "#2" and "# let op".
func splitComment(line []byte) (text, comment string) {
	line = bytes.TrimRight(line, " \t")
	for i := 1; i < len(line); i++ {
		if line[i] == '#' && isSpace(line[i-1]) && (i+1 == len(line) || isSpace(line[i+1])) {
			return string(bytes.TrimRight(line[:i], " \t")), string(line[i:])
		}
	}
	return string(line), ""
}
