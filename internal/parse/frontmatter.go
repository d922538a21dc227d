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
// decoder for it. It is given a copy in which only the real delimiters look
// like delimiters: it trims every line before it looks at it, so that it would
// take an indented --- in a text for the end, breaks lines at LF only, and
// knows one closing delimiter for each format. What it finds must be where
// findFrontMatter found it; the decoders read the file itself.
func decode(f *source.File, m frontMatter) (root *node, problems diag.List) {
	read := func(decode decoder) frontmatter.UnmarshalFunc {
		return func(masked []byte, _ any) error {
			if len(masked) != m.maskedLen() {
				return errBounds
			}
			root, problems = decode(f, m.start, m.end)
			return nil
		}
	}
	formats := []*frontmatter.Format{{Start: "{", End: "}", Unmarshal: read(decodeJSON), UnmarshalDelims: true}}
	for _, d := range delimiters() {
		formats = append(formats, frontmatter.NewFormat(d.opening, d.closing, read(d.language.decoder())))
	}
	if _, err := frontmatter.MustParse(bytes.NewReader(m.masked(f)), nil, formats...); err != nil {
		return nil, diag.List{diag.At(m.at, diag.SyntaxError, err.Error())} // a mistake of ours
	}
	return root, problems
}

var errBounds = errors.New("front matter does not end where its closing delimiter stands")

// decoder reads a part of a file into a tree.
type decoder func(f *source.File, start, end int) (*node, diag.List)

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

// masked returns the head of the file as decode shows it to package
// frontmatter: of the same length as the head itself. The braces of a JSON
// object are put on lines of their own, as it wants them.
func (m frontMatter) masked(f *source.File) []byte {
	if m.opening == "{" {
		inner := maskLines(bytes.Clone(f.Data[m.start+1:m.end-1]), m.closing)
		return bytes.Join([][]byte{[]byte("{"), inner, []byte("}")}, []byte("\n"))
	}
	head := bytes.Clone(f.Data[:m.body])
	if bytes.HasPrefix(head, []byte(source.BOM)) {
		copy(head, "   ")
	}
	maskLines(head[:m.start], "")
	maskLines(head[m.start:m.end], m.closing)
	maskLines(head[m.end:], "")
	copy(head[m.end:], m.closing)
	return head
}

func (m frontMatter) maskedLen() int {
	if m.opening == "{" {
		return m.end - m.start + len("\n\n")
	}
	return m.end - m.start
}

// maskLines changes text so that every line ends at LF and none is a delimiter.
func maskLines(text []byte, delimiter string) []byte {
	for i := 0; i < len(text); {
		end, next := lineAt(text, i)
		if next == end+1 {
			text[end] = '\n'
		}
		if line := bytes.TrimSpace(text[i:end]); delimiter != "" && string(line) == delimiter {
			line[0] = 'x'
		}
		i = next
	}
	return text
}
