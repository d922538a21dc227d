package parse

import (
	"bytes"
	"unicode"

	"wijkvisie/internal/source"
)

// maxBlock is the size in bytes of the largest front matter that is read.
const maxBlock = 1 << 20

// frontMatter is where the front matter of a file stands.
type frontMatter struct {
	language   language
	opening    string     // as adrg/frontmatter knows it: ---, +++, {, …
	closing    string     // as it should be written
	at         source.Pos // the opening delimiter
	start, end int        // what the decoder reads; of JSON without delimiters its braces too
	body       int        // where the text below begins
}

type language uint8

const (
	yamlLanguage language = iota
	tomlLanguage
	jsonLanguage
)

// A delimiter opens front matter on a line of its own.
type delimiter struct {
	opening, closing string
	language         language
}

func delimiters() []delimiter {
	return []delimiter{
		{"---", "---", yamlLanguage},
		{"---yaml", "---", yamlLanguage},
		{"+++", "+++", tomlLanguage},
		{"---toml", "---", tomlLanguage},
		{";;;", ";;;", jsonLanguage},
		{"---json", "---", jsonLanguage},
	}
}

// finding is what findFrontMatter found.
type finding uint8

const (
	found finding = iota
	noText
	noFrontMatter
	notClosed
)

// findFrontMatter finds the front matter of a file by its delimiters. It does
// not look at what is between them further than it must to tell the closing
// one from text that looks like it.
func findFrontMatter(f *source.File) (frontMatter, finding) {
	data := f.Data
	for i := f.LineStart(1); i < len(data); {
		end, next := lineAt(data, i)
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
		return frontMatter{}, noFrontMatter
	}
	return frontMatter{}, noText
}

// findClosing finds the line that closes what d opened.
func findClosing(f *source.File, d delimiter, at source.Pos, start int) (frontMatter, finding) {
	m := frontMatter{language: d.language, opening: d.opening, closing: d.closing, at: at, start: start}
	inside := func([]byte) bool { return false }
	if d.language == tomlLanguage {
		inside = new(tomlStrings).inside
	}
	first := -1
	for i := start; i < len(f.Data); {
		end, next := lineAt(f.Data, i)
		within := inside(f.Data[i:end])
		if closes(f.Data[i:end], d) {
			if !within {
				m.end, m.body = i, next
				return m, found
			}
			if first < 0 {
				first = i
			}
		}
		i = next
	}
	if first >= 0 { // a string that is never closed hid the delimiter
		m.end = first
		_, m.body = lineAt(f.Data, first)
		return m, found
	}
	return m, notClosed
}

// closes tells whether a line is a closing delimiter. An indented one belongs
// to a text of several lines.
func closes(line []byte, d delimiter) bool {
	line = bytes.TrimRightFunc(line, unicode.IsSpace)
	return string(line) == d.closing || d.language == yamlLanguage && string(line) == "..."
}

// findObject finds the brace that closes the JSON object at start.
func findObject(f *source.File, start int) (frontMatter, finding) {
	m := frontMatter{language: jsonLanguage, opening: "{", closing: "}", at: f.Pos(start, start+1), start: start}
	depth, text := 0, false
	for i := start; i < len(f.Data); i++ {
		switch c := f.Data[i]; {
		case c == '\n' || c == '\r':
			text = false // no JSON string goes on there: do not lose the rest to one that is not closed
		case c == '"':
			text = !text
		case text && c == '\\':
			i++
		case text:
		case c == '{':
			depth++
		case c == '}':
			if depth--; depth == 0 {
				m.end = i + 1
				m.body = endOfObject(f.Data, m.end)
				return m, found
			}
		}
	}
	return m, notClosed
}

// endOfObject returns where the body begins below an object that ends at i: on
// the next line, unless text follows on the same.
func endOfObject(data []byte, i int) int {
	end, next := lineAt(data, i)
	if len(bytes.TrimSpace(data[i:end])) > 0 {
		return i
	}
	return next
}

// tomlStrings follows TOML strings of several lines.
type tomlStrings struct{ open string }

// inside tells whether a line begins inside a string, and goes on to its end.
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

// lineAt returns where the line that begins at i ends, and where the next one
// begins. A line ends at LF, CRLF or a lone CR.
func lineAt(data []byte, i int) (end, next int) {
	for end = i; end < len(data) && data[end] != '\n' && data[end] != '\r'; end++ {
	}
	if end == len(data) {
		return end, end
	}
	if data[end] == '\r' && end+1 < len(data) && data[end+1] == '\n' {
		return end, end + 2
	}
	return end, end + 1
}
