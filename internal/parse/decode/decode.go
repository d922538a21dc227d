// Package decode finds the data in a file of content and reads it into a tree. It is the
// only package that knows YAML, TOML and JSON.
//
// Scalars are text as written, whatever the language would make of it, and every node
// has its place in the file. A text that a decoder cannot read is reported in plain
// words, at the place of the mistake. Of YAML all mistakes within one value are; what
// follows from another mistake is not.
package decode

import (
	"bytes"
	"fmt"
	"strings"

	"wijkvisie/internal/source"
)

// Line returns where the line that i is on ends, and where the next one begins. A line
// ends at LF, CRLF or a lone CR.
func Line(data []byte, i int) (end, next int) {
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

// restOfLine returns the place from an offset to the end of its line, spaces at the end
// left out.
func restOfLine(f *source.File, at int) source.Pos {
	start := min(at, len(f.Data))
	end, _ := Line(f.Data, start)
	return f.Pos(at, at+len(bytes.TrimRight(f.Data[start:end], " \t")))
}

// Quote returns text in the quotes that YAML, TOML and JSON have in common.
func Quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(s) + `"`
}

// requote returns a text in double quotes, in place of those it has.
func requote(s string) string {
	for _, quotes := range [][2]string{{`""`, `""`}, {`''`, `''`}, {`"`, `"`}, {`'`, `'`}, {"“", "”"}, {"„", "”"}, {"‘", "’"}} {
		if inside, ok := strings.CutPrefix(s, quotes[0]); ok && len(inside) > len(quotes[1]) && strings.HasSuffix(inside, quotes[1]) {
			return Quote(strings.TrimSuffix(inside, quotes[1]))
		}
	}
	return Quote(s)
}

// IsControl reports whether a character is a control character that no text has.
func IsControl(c rune) bool { return c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == 0x7f }

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// recovered turns a panic of a decoder into an error: content is untrusted, and may
// bring a decoder into a state that it holds to be impossible.
func recovered(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("%v", p)
	}
}
