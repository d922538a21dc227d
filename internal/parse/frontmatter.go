package parse

import (
	"bytes"
	"errors"

	"github.com/adrg/frontmatter"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// decode reads front matter into a tree, nil when there is nothing in it.
//
// Package frontmatter tells the formats apart and hands the block to the
// decoder for it. Of the file it is shown the lines that it has to tell apart,
// in which only the real delimiters look like delimiters: it trims every line
// before it looks at it, so that it would take an indented --- in a text for the
// end, breaks lines at LF only, and knows one closing delimiter for each format.
// What it finds must be where findFrontMatter found it; the decoders read the
// file itself.
func decode(f *source.File, m frontMatter, room *nodes) (root *node, problems diag.List) {
	head, block := m.shown(f)
	r := &room.front
	r.file, r.front, r.block, r.root, r.problems = f, m, block, nil, nil
	if r.formats == nil {
		r.formats = r.known(room)
	}
	_, err := frontmatter.MustParse(room.read(head), nil, r.formats...)
	root, problems = r.root, r.problems
	r.file, r.block, r.root, r.problems = nil, nil, nil, nil
	if err != nil {
		return nil, diag.List{diag.At(m.at, diag.SyntaxError, err.Error())} // a mistake of ours
	}
	return root, problems
}

// frontReader is what package frontmatter calls back about one file after the other.
type frontReader struct {
	formats  []*frontmatter.Format
	file     *source.File
	front    frontMatter
	block    []byte // as it is shown
	root     *node
	problems diag.List
}

// known returns the formats that front matter may have.
func (r *frontReader) known(room *nodes) []*frontmatter.Format {
	read := func(decode decoder) frontmatter.UnmarshalFunc {
		return func(seen []byte, _ any) error {
			if string(seen) != string(r.block) {
				return errBounds
			}
			r.root, r.problems = decode(r.file, r.front.start, r.front.end, room)
			return nil
		}
	}
	formats := []*frontmatter.Format{{Start: "{", End: "}", Unmarshal: read(decodeJSON), UnmarshalDelims: true}}
	for _, d := range delimiters() {
		formats = append(formats, frontmatter.NewFormat(d.opening, d.closing, read(d.language.decoder())))
	}
	return formats
}

var errBounds = errors.New("front matter does not end where its closing delimiter stands")

// decoder reads a part of a file into a tree of nodes that room hands out.
type decoder func(f *source.File, start, end int, room *nodes) (*node, diag.List)

func (l language) decoder() decoder {
	switch l {
	case tomlLanguage:
		return decodeTOML
	case jsonLanguage:
		return decodeJSON
	default:
		return decodeYAML
	}
}

// shown returns the head of the file as decode shows it to package frontmatter, and
// the block in it. Package frontmatter copies every line four times, and nearly all
// of them it only passes by: those are left out (BenchmarkFrontMatter). The braces of
// a JSON object are put on lines of their own, as it wants them.
func (m frontMatter) shown(f *source.File) (head, block []byte) {
	inner := f.Data[m.start:m.end]
	if m.opening == "{" {
		inner = inner[1 : len(inner)-1]
	}
	head = append(make([]byte, 0, 64), m.opening...)
	head = append(head, '\n')
	start := len(head)
	head = appendLookalikes(head, inner, m.closing)
	end := len(head)
	head = append(head, m.closing...)
	if m.opening == "{" {
		return head, head
	}
	return head, head[start:end]
}

// appendLookalikes appends the lines of a text that begin with a delimiter, after
// space. One that is nothing else is changed, so that it is none.
func appendLookalikes(dst, text []byte, delimiter string) []byte {
	for i := 0; ; {
		n := bytes.Index(text[i:], []byte(delimiter))
		if n < 0 {
			return dst
		}
		i += n
		start := bytes.LastIndexAny(text[:i], "\n\r") + 1
		end, next := lineAt(text, i)
		if len(bytes.TrimSpace(text[start:i])) == 0 {
			from := len(dst)
			dst = append(dst, text[start:end]...)
			dst = append(dst, '\n')
			if line := bytes.TrimSpace(dst[from:]); string(line) == delimiter {
				line[0] = 'x'
			}
		}
		i = next
	}
}
