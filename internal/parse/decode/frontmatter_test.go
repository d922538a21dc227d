package decode

import (
	"bytes"
	"strings"
	"testing"

	"github.com/adrg/frontmatter"

	"wijkvisie/internal/source"
)

// masked returns the head of a file in which only the delimiters that were found look like
// delimiters, and the length of the block between them. Package frontmatter trims every
// line, so that it takes an indented --- in a text for the end; it breaks lines at LF only,
// and knows one closing delimiter for each format.
func (m FrontMatter) masked(f *source.File) (head []byte, block int) {
	if m.opening == "{" {
		inner := mask(bytes.Clone(f.Data[m.Start+1:m.End-1]), m.closing)
		return bytes.Join([][]byte{[]byte("{"), inner, []byte("}")}, []byte("\n")), m.End - m.Start + len("\n\n")
	}
	head = bytes.Clone(f.Data[:m.Body])
	if bytes.HasPrefix(head, []byte(source.BOM)) {
		copy(head, "   ")
	}
	mask(head[:m.Start], "")
	mask(head[m.Start:m.End], m.closing)
	mask(head[m.End:], "")
	copy(head[m.End:], m.closing)
	return head, m.End - m.Start
}

// mask changes text so that every line ends at LF and none is a delimiter.
func mask(text []byte, delimiter string) []byte {
	for i := 0; i < len(text); {
		end, next := Line(text, i)
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

// libraryFinds returns the opening delimiter of the block that package frontmatter finds,
// and the block.
func libraryFinds(head []byte) (opening, block string, err error) {
	read := func(start string) frontmatter.UnmarshalFunc {
		return func(seen []byte, _ any) error {
			opening, block = start, string(seen)
			return nil
		}
	}
	formats := []*frontmatter.Format{{Start: "{", End: "}", Unmarshal: read("{"), UnmarshalDelims: true}}
	for _, d := range delimiters() {
		formats = append(formats, frontmatter.NewFormat(d.opening, d.closing, read(d.opening)))
	}
	_, err = frontmatter.MustParse(bytes.NewReader(head), nil, formats...)
	return opening, block, err
}

// FuzzFind holds Find to what package frontmatter finds: the contract says that front
// matter is what that package detects.
func FuzzFind(f *testing.F) {
	for _, s := range append(seeds(),
		"---\na: |\n  ---\n\t--- \n  ---x\n----\n--- a\n---\nTekst", "---\na: 1\r ---\r\n\u00a0---\u0085\n...\n---\n",
		"+++\na = '''\n+++\n'''\n+++\n", "{\n}\n}\n", "{\"a\": {\n}\n  } }\nTekst", "---json\n{}\n---", "\n\n;;;\n;;;\n", "---\n---",
	) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		x := file("x.md", data)
		m, _, ok := Find(x)
		if !ok {
			return
		}
		if m.Start < m.At.End && m.opening != "{" || m.End < m.Start || m.Body < m.End || m.Body > len(data) {
			t.Fatalf("front matter at %d-%d, body at %d", m.Start, m.End, m.Body)
		}
		rest := strings.TrimSpace(data[m.End:m.Body])
		if m.opening != "{" && rest != m.closing && rest != "..." || m.opening == "{" && rest != "" {
			t.Errorf("between front matter and body: %q", rest)
		}
		if before := strings.TrimSpace(strings.TrimPrefix(data[:m.At.Start], source.BOM)); before != "" {
			t.Errorf("before front matter: %q", before)
		}
		head, length := m.masked(x)
		opening, block, err := libraryFinds(head)
		if err != nil || opening != m.opening || len(block) != length {
			t.Errorf("package frontmatter finds %s and %d bytes, Find %s and %d: %v", opening, len(block), m.opening, length, err)
		}
	})
}
