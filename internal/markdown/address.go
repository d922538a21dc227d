package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// addressParser makes links of addresses that stand as themselves in a text
// (https://github.github.com/gfm/#autolinks-extension-).
type addressParser struct{}

// Trigger returns what an address can stand behind; a space is any white space, and the
// begin of a line.
func (addressParser) Trigger() []byte { return []byte{' ', '*', '_', '~', '('} }

func (addressParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if pc.IsInLinkLabel() {
		return nil
	}
	line, at := block.PeekLine()
	skip := 0
	if bytes.IndexByte([]byte(" *_~("), line[0]) >= 0 {
		skip = 1
	}
	line = line[skip:]
	end, kind, protocol := addressIn(line)
	if end < 0 {
		return nil
	}
	if skip > 0 {
		ast.MergeOrAppendTextSegment(parent, at.WithStop(at.Start+1))
	}
	end = withoutMarks(line, end)
	block.Advance(skip + end)
	start := at.Start + skip
	link := ast.NewAutoLink(kind, ast.NewTextSegment(text.NewSegment(start, start+end)))
	link.Protocol = protocol
	return link
}

// addressIn returns where the address ends with which a line begins, less than 0 when it
// does not, and what kind it is.
func addressIn(line []byte) (end int, kind ast.AutoLinkType, protocol []byte) {
	if bytes.HasPrefix(line, []byte("www.")) {
		protocol = []byte("http")
	}
	if end = siteIn(line); end >= 0 {
		return end, ast.AutoLinkURL, protocol
	}
	return mailIn(line), ast.AutoLinkEmail, protocol
}

// siteIn returns where the address on the web ends with which a line begins, less than 0
// when it does not. It takes what goldmark's patterns do:
//
//	^https?://[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(:\d+)?([/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'">^{}[\]`]*)?
//	^www\.[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+([/#?][-a-zA-Z0-9@:%_+.~#!?&/=();,'">^{}[\]`]*)?
func siteIn(line []byte) int {
	for _, prefix := range []string{"https://", "http://", "www."} {
		if !bytes.HasPrefix(line, []byte(prefix)) {
			continue
		}
		www := prefix == "www."
		end := hostIn(line, len(prefix))
		if end < 0 {
			return -1
		}
		if !www && end+1 < len(line) && line[end] == ':' && util.IsNumeric(line[end+1]) {
			for end++; end < len(line) && util.IsNumeric(line[end]); end++ {
			}
		}
		if end < len(line) && bytes.IndexByte([]byte("/#?"), line[end]) >= 0 {
			for end++; end < len(line) && isPath(line[end]) && !(www && line[end] == '$'); end++ {
			}
		}
		return end
	}
	return -1
}

// hostIn returns where a host ends that begins at an offset: at most 256 characters, a dot
// and small letters. What can follow it may be absent, so of all dots that could be that
// one the last is.
func hostIn(line []byte, start int) int {
	const longest = 256
	dot := start
	for dot < len(line) && dot < start+longest && isHost(line[dot]) {
		dot++
	}
	for ; dot > start; dot-- {
		if dot+1 < len(line) && line[dot] == '.' && isSmall(line[dot+1]) {
			end := dot + 2
			for end < len(line) && isSmall(line[end]) {
				end++
			}
			return end
		}
	}
	return -1
}

func isSmall(c byte) bool { return 'a' <= c && c <= 'z' }

func isHost(c byte) bool {
	return util.IsAlphaNumeric(c) || bytes.IndexByte([]byte("-@:%._+~#="), c) >= 0
}

func isPath(c byte) bool {
	return util.IsAlphaNumeric(c) || bytes.IndexByte([]byte("-@:%_+.~#$!?&/=();,'\">^{}[]`"), c) >= 0
}

// mailIn returns where the mail address ends with which a line begins, less than 0 when
// it does not.
func mailIn(line []byte) int {
	if len(line) > 0 && util.IsPunct(line[0]) {
		return -1
	}
	end := util.FindEmailIndex(line)
	if end < 0 {
		return -1
	}
	if host := bytes.IndexByte(line, '@'); bytes.IndexByte(line[host:end-1], '.') < 0 {
		return -1
	}
	if line[end-1] == '.' {
		end--
	}
	if end < len(line) && (line[end] == '-' || line[end] == '_') {
		return -1
	}
	return end
}

// withoutMarks returns where an address ends without the marks behind it that are those of
// the sentence: a bracket that was not opened in it, an entity.
func withoutMarks(line []byte, end int) int {
	unopened := bytes.Count(line[:end], []byte{')'}) - bytes.Count(line[:end], []byte{'('})
	for end > 1 {
		switch line[end-1] {
		case '?', '!', '.', ',', ':', '*', '_', '~':
			end--
		case ')':
			if unopened <= 0 {
				return end
			}
			unopened--
			end--
		case ';':
			begin := end - 2
			for begin > 0 && util.IsAlphaNumeric(line[begin]) {
				begin--
			}
			if begin == end-2 || line[begin] != '&' {
				return end
			}
			end = begin
		default:
			return end
		}
	}
	return end
}
