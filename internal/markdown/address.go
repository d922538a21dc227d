package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// addressParser makes links of bare web addresses, as GitHub does: http:// and https:// behind
// anything but a letter, www. at the beginning of a word, each up to a space or a <, and without
// the marks at its end that belong to the sentence. goldmark stops before a letter with an
// accent, and takes a quote for a part of the address. Quotes and an ellipsis that are no ASCII
// belong to the sentence too, which GitHub does not have.
type addressParser struct{}

func (addressParser) Trigger() []byte {
	// ' ' is any white space, and the beginning of a line.
	return []byte{':', ' ', '*', '_', '~', '('}
}

func (p addressParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if pc.IsInLinkLabel() {
		return nil
	}
	line, at := block.PeekLine()
	if line[0] == ':' {
		return p.afterScheme(parent, block, line, at)
	}
	skip := 0
	if bytes.IndexByte([]byte(" \t*_~("), line[0]) >= 0 {
		skip = 1
	}
	if !bytes.HasPrefix(line[skip:], []byte("www.")) {
		return nil
	}
	end := addressEnd(line[skip:], 0)
	if end == 0 {
		return nil
	}
	if skip > 0 {
		ast.MergeOrAppendTextSegment(parent, at.WithStop(at.Start+1))
	}
	block.Advance(skip + end)
	link := ast.NewAutoLink(ast.AutoLinkURL, ast.NewTextSegment(text.NewSegment(at.Start+skip, at.Start+skip+end)))
	link.Protocol = []byte("http")
	return link
}

// afterScheme parses an address from its colon on; what is before it has become text.
func (addressParser) afterScheme(parent ast.Node, block text.Reader, line []byte, at text.Segment) ast.Node {
	if !bytes.HasPrefix(line, []byte("://")) {
		return nil
	}
	before, ok := parent.LastChild().(*ast.Text)
	if !ok || before.Segment.Stop != at.Start {
		return nil
	}
	scheme := schemeAtEnd(before.Segment.Value(block.Source()))
	end := addressEnd(line, len("://"))
	if scheme == 0 || end == 0 {
		return nil
	}
	block.Advance(end)
	start := at.Start - scheme
	if before.Segment = before.Segment.WithStop(start); before.Segment.IsEmpty() {
		parent.RemoveChild(parent, before)
	}
	return ast.NewAutoLink(ast.AutoLinkURL, ast.NewTextSegment(text.NewSegment(start, at.Start+end)))
}

// schemeAtEnd returns the length of the http or https that a text ends in.
func schemeAtEnd(s []byte) int {
	for _, scheme := range []string{"https", "http"} {
		n := len(s) - len(scheme)
		if n < 0 || !bytes.EqualFold(s[n:], []byte(scheme)) {
			continue
		}
		if n > 0 && (s[n-1]|0x20 >= 'a' && s[n-1]|0x20 <= 'z') {
			return 0
		}
		return len(scheme)
	}
	return 0
}

// addressEnd returns the end of an address whose domain begins at from; 0 when there is none.
func addressEnd(s []byte, from int) int {
	end := domainEnd(s, from)
	if end == 0 {
		return 0
	}
	if s[end-1] != '.' && bytes.HasPrefix(s[end:], []byte{':'}) && (end+1 == len(s) || s[end+1] < '0' || s[end+1] > '9') {
		return end // no port follows
	}
	for end < len(s) && s[end] != '<' && !isSpace(s[end]) {
		end++
	}
	unopened := bytes.Count(s[:end], []byte{')'}) - bytes.Count(s[:end], []byte{'('})
	for from < end {
		shorter := withoutMark(s, end, unopened > 0)
		if shorter == end {
			return end
		}
		if s[end-1] == ')' {
			unopened--
		}
		end = shorter
	}
	return 0
}

// domainEnd returns the end of the domain that begins at from; 0 when it is none: it has a point,
// and no underscore within its last two parts.
func domainEnd(s []byte, from int) int {
	end := from
	for end < len(s) {
		r, size := utf8.DecodeRune(s[end:])
		if r != '-' && r != '.' && r != '_' && (r <= ' ' || unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r)) {
			break
		}
		end += size
	}
	parts := strings.Split(strings.TrimRight(string(s[from:end]), "._"), ".")
	if len(parts) < 2 || parts[0] == "" || strings.Contains(parts[len(parts)-1], "_") || strings.Contains(parts[len(parts)-2], "_") {
		return 0
	}
	return end
}

// withoutMark returns where an address that ends at end does so without the mark there, which
// belongs to the sentence; end when there is none. A bracket does when none was opened for it.
func withoutMark(s []byte, end int, unopened bool) int {
	r, size := utf8.DecodeLastRune(s[:end])
	switch r {
	case '?', '!', '.', ',', ':', '*', '_', '~', '\'', '"', '”', '“', '„', '’', '‘', '»', '«', '…':
		return end - size
	case ')':
		if unopened {
			return end - 1
		}
	case ';': // of an entity, or of the sentence
		name := end - 1
		for name > 0 && unicode.IsLetter(rune(s[name-1])) {
			name--
		}
		if name > 0 && name < end-1 && s[name-1] == '&' {
			return name - 1
		}
		return end - 1
	}
	return end
}
