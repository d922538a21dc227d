package parse

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/adrg/frontmatter"

	"wijkvisie/internal/source"
)

// whole is the head of a file in which only the real delimiters look like delimiters,
// every line of it, and how long the block is.
func (m frontMatter) whole(f *source.File) (head []byte, block int) {
	if m.opening == "{" {
		inner := maskLines(bytes.Clone(f.Data[m.start+1:m.end-1]), m.closing)
		return bytes.Join([][]byte{[]byte("{"), inner, []byte("}")}, []byte("\n")), m.end - m.start + len("\n\n")
	}
	head = bytes.Clone(f.Data[:m.body])
	if bytes.HasPrefix(head, []byte(source.BOM)) {
		copy(head, "   ")
	}
	maskLines(head[:m.start], "")
	maskLines(head[m.start:m.end], m.closing)
	maskLines(head[m.end:], "")
	copy(head[m.end:], m.closing)
	return head, m.end - m.start
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

// seenIn returns the opening delimiter of the block that package frontmatter finds,
// and the block.
func seenIn(head []byte) (opening, block string, err error) {
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

var errNotShown = errors.New("the block that it was shown is another")

// FuzzShown holds what package frontmatter finds in the lines that it is shown
// against what it finds in all of them.
func FuzzShown(f *testing.F) {
	for _, s := range append(seeds(),
		"---\na: |\n  ---\n\t--- \n  ---x\n----\n--- a\n---\nTekst", "---\na: 1\r ---\r\n\u00a0---\u0085\n...\n---\n",
		"+++\na = '''\n+++\n'''\n+++\n", "{\n}\n}\n", "{\"a\": {\n}\n  } }\nTekst", "---json\n{}\n---", "\n\n;;;\n;;;\n", "---\n---",
	) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		x := file("x.md", data)
		m, finding := findFrontMatter(x)
		if finding != found {
			return
		}
		all, length := m.whole(x)
		opening, block, err := seenIn(all)
		if err != nil || len(block) != length {
			t.Fatalf("in the whole head: a block of %d bytes, want %d: %v", len(block), length, err)
		}
		some, want := m.shown(x)
		again, shown, err := seenIn(some)
		if err == nil && shown != string(want) {
			err = errNotShown
		}
		if err != nil || again != opening || opening != m.opening {
			t.Fatalf("%q is taken for %s, %q for %s: %v", all, opening, some, again, err)
		}
	})
}

// BenchmarkFrontMatter measures what package frontmatter takes for the head of a
// programme, by the lines that it is shown.
func BenchmarkFrontMatter(b *testing.B) {
	x := file("programmas/x.md", "---\n"+strings.Repeat("  - {id: a, titel: Een toezegging van een dienst aan een wijk, gereed: 2011-10}\n", 100)+"---\n")
	m, _ := findFrontMatter(x)
	for name, head := range map[string]func(){
		"shown": func() { some, _ := m.shown(x); _, _, _ = seenIn(some) },
		"whole": func() { all, _ := m.whole(x); _, _, _ = seenIn(all) },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				head()
			}
		})
	}
}
