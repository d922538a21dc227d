package decode

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/adrg/frontmatter"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// maxFrontMatter is the size in bytes of the largest front matter that is read.
const maxFrontMatter = 1 << 20

// FrontMatter is the place of the front matter of a file.
type FrontMatter struct {
	Language   Language
	At         source.Pos // the opening delimiter
	Start, End int        // what the decoder reads; of JSON without delimiters its braces too
	Body       int        // where the text below begins

	opening, closing string
}

// Language is a language of front matter.
type Language uint8

// The languages of front matter.
const (
	InYAML Language = iota
	InTOML
	InJSON
)

// delimiter is a line that opens front matter, and the line that closes it.
type delimiter struct {
	opening, closing string
	language         Language
}

// delimiters are those of github.com/adrg/frontmatter.
func delimiters() []delimiter {
	return []delimiter{
		{"---", "---", InYAML},
		{"---yaml", "---", InYAML},
		{"+++", "+++", InTOML},
		{"---toml", "---", InTOML},
		{";;;", ";;;", InJSON},
		{"---json", "---", InJSON},
	}
}

// Find finds the front matter of a file by its delimiters, and reports why there is none.
// It reads what is between them only to tell the closing one from text that looks like it.
func Find(f *source.File) (m FrontMatter, problem diag.Diagnostic, ok bool) {
	data := f.Data
	for i := f.LineStart(1); i < len(data); {
		end, next := Line(data, i)
		line := bytes.TrimSpace(data[i:end])
		if len(line) == 0 {
			i = next
			continue
		}
		i += bytes.Index(data[i:end], line)
		if line[0] == '{' {
			return findObject(f, i)
		}
		for _, d := range delimiters() {
			if string(line) == d.opening {
				return findClosing(f, d, f.Pos(i, i+len(line)), next)
			}
		}
		return m, noFrontMatter(f, i, i+len(line)), false
	}
	return m, diag.At(f.Whole(), diag.EmptyFile).WithHint(diag.AddFrontMatter), false
}

// noFrontMatter returns the diagnostic of a file that does not begin with front matter, given its
// first line with text.
func noFrontMatter(f *source.File, start, end int) diag.Diagnostic {
	d := diag.At(f.Whole(), diag.NoFrontMatter)
	if line := f.Data[start:end]; almostDelimits(line) {
		return d.WithHint(diag.DelimitInstead, f.Pos(start, end).Place().Line, string(line), "---")
	}
	for i := end; i < len(f.Data); {
		lineEnd, next := Line(f.Data, i)
		if string(bytes.TrimRightFunc(f.Data[i:lineEnd], unicode.IsSpace)) == "---" {
			if following, _ := Line(f.Data, next); bytes.Contains(f.Data[next:following], []byte(": ")) {
				return d.WithHint(diag.BlockFirst, f.Pos(i, lineEnd).Place().Line)
			}
			break
		}
		i = next
	}
	return d.WithHint(diag.AddFrontMatter)
}

// almostDelimits reports whether a line was probably meant to be a delimiter.
func almostDelimits(line []byte) bool {
	line = bytes.TrimSpace(line)
	for _, mark := range []string{"-", "–", "—", "*", "_", "="} {
		if len(line) >= len("--") && len(bytes.ReplaceAll(line, []byte(mark), nil)) == 0 {
			return true
		}
	}
	return false
}

// notClosed returns the diagnostic of a block that is not closed, when the lines from start on have
// no delimiter.
func (m FrontMatter) notClosed(f *source.File, start int) diag.Diagnostic {
	d := diag.At(m.At, diag.NotClosed, m.closing)
	for i := start; m.closing == "---" && i < len(f.Data); {
		end, next := Line(f.Data, i)
		if len(bytes.TrimSpace(f.Data[i:end])) == 0 {
			break // a line of dashes further on is one of the text
		}
		if almostDelimits(f.Data[i:end]) {
			return d.WithHint(diag.DelimitInstead, f.Pos(i, end).Place().Line, string(bytes.TrimSpace(f.Data[i:end])), m.closing)
		}
		i = next
	}
	return d.WithHint(diag.CloseBlock, m.closing)
}

// Decode reads the front matter of a file into a tree, nil when there is nothing in it
// or it cannot be read.
func (m FrontMatter) Decode(f *source.File) (*tree.Node, diag.List) {
	if size := m.End - m.Start; size > maxFrontMatter {
		return nil, diag.List{diag.At(m.At, diag.FrontMatterTooLarge, kilobytes(size), kilobytes(maxFrontMatter)).
			WithHint(diag.MakeSmaller)}
	}
	if m.opening == "{" && m.Body == m.End {
		if end, _ := Line(f.Data, m.Body); len(bytes.TrimSpace(f.Data[m.Body:end])) > 0 {
			return nil, diag.List{diag.At(f.Pos(m.Body, end), diag.TextAfterObject)}
		}
	}
	return m.decode(f)
}

// decode has package frontmatter choose the decoder. It is given the delimiters alone, and
// not what is between them: it would take an indented --- in a text for the closing one,
// it knows no line end but LF, and no closing delimiter "...".
func (m FrontMatter) decode(f *source.File) (root *tree.Node, problems diag.List) {
	with := func(decode func(f *source.File, start, end int) (*tree.Node, diag.List)) frontmatter.UnmarshalFunc {
		return func([]byte, any) error {
			root, problems = decode(f, m.Start, m.End)
			return nil
		}
	}
	formats := []*frontmatter.Format{{Start: "{", End: "}", Unmarshal: with(JSON), UnmarshalDelims: true}}
	decoders := map[Language]frontmatter.UnmarshalFunc{InYAML: with(YAML), InTOML: with(TOML), InJSON: with(JSON)}
	for _, d := range delimiters() {
		formats = append(formats, frontmatter.NewFormat(d.opening, d.closing, decoders[d.language]))
	}
	_, err := frontmatter.MustParse(strings.NewReader(m.opening+"\n"+m.closing+"\n"), nil, formats...)
	if err != nil {
		return nil, diag.List{diag.At(m.At, diag.SyntaxError, err.Error())} // a mistake of ours
	}
	return root, problems
}

// kilobytes returns a number of bytes in units of 1024, rounded up.
func kilobytes(n int) int { return (n + 1<<10 - 1) >> 10 }

// findClosing finds the line that closes what d opened.
func findClosing(f *source.File, d delimiter, at source.Pos, start int) (m FrontMatter, problem diag.Diagnostic, ok bool) {
	m = FrontMatter{Language: d.language, At: at, Start: start, opening: d.opening, closing: d.closing}
	inside := func([]byte) bool { return false }
	if d.language == InTOML {
		inside = new(tomlStrings).inside
	}
	first := -1
	for i := start; i < len(f.Data); {
		end, next := Line(f.Data, i)
		within := inside(f.Data[i:end])
		if closes(f.Data[i:end], d) {
			if !within {
				m.End, m.Body = i, next
				return m, problem, true
			}
			if first < 0 {
				first = i
			}
		}
		i = next
	}
	if first >= 0 { // a string that is never closed hid the delimiter
		m.End = first
		_, m.Body = Line(f.Data, first)
		return m, problem, true
	}
	return m, m.notClosed(f, start), false
}

// closes reports whether a line is a closing delimiter. An indented one is part of a text
// of several lines.
func closes(line []byte, d delimiter) bool {
	line = bytes.TrimRightFunc(line, unicode.IsSpace)
	return string(line) == d.closing || d.language == InYAML && string(line) == "..."
}

// findObject finds the brace that closes the JSON object at start.
func findObject(f *source.File, start int) (m FrontMatter, problem diag.Diagnostic, ok bool) {
	m = FrontMatter{Language: InJSON, At: f.Pos(start, start+1), Start: start, opening: "{", closing: "}"}
	depth, text := 0, false
	for i := start; i < len(f.Data); i++ {
		switch c := f.Data[i]; {
		case c == '\n' || c == '\r':
			text = false // no JSON string has several lines: this one is not closed
		case c == '"':
			text = !text
		case text && c == '\\':
			i++
		case text:
		case c == '{':
			depth++
		case c == '}':
			if depth--; depth == 0 {
				m.End = i + 1
				m.Body = endOfObject(f.Data, m.End)
				return m, problem, true
			}
		}
	}
	return m, m.notClosed(f, start), false
}

// endOfObject returns where the body begins below an object that ends at i: on
// the next line, unless text follows on the same.
func endOfObject(data []byte, i int) int {
	end, next := Line(data, i)
	if len(bytes.TrimSpace(data[i:end])) > 0 {
		return i
	}
	return next
}

// tomlStrings follows TOML strings of several lines. open is the quotes of the string
// that the next line begins in.
type tomlStrings struct{ open string }

// inside reports whether a line, the next one of the file, begins inside a string.
func (s *tomlStrings) inside(line []byte) bool {
	within := s.open != ""
	for i := 0; i < len(line); i++ {
		rest := line[i:]
		switch c := line[i]; {
		case s.open != "":
			if c == '\\' && s.open == `"""` {
				i++
			} else if bytes.HasPrefix(rest, []byte(s.open)) {
				i += len(s.open) - 1
				s.open = ""
			}
		case c == '#':
			return within
		case bytes.HasPrefix(rest, []byte(`"""`)), bytes.HasPrefix(rest, []byte(`'''`)):
			s.open = string(rest[:3])
			i += 2
		case c == '"', c == '\'':
			i += skipString(rest)
		}
	}
	return within
}

// skipString returns the offset of the quote that ends the string at the start
// of line; of its last byte when there is none.
func skipString(line []byte) int {
	for i := 1; i < len(line); i++ {
		switch {
		case line[i] == '\\' && line[0] == '"':
			i++
		case line[i] == line[0]:
			return i
		}
	}
	return len(line) - 1
}
