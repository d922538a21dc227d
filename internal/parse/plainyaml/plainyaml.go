// Package plainyaml reads the YAML that people write into front matter: keys of
// letters and digits, dashes, texts, brackets and braces, and comments.
//
// Nearly all front matter is of that kind, and package plainyaml reads it in a tenth of
// the time that a decoder for all of YAML takes (BenchmarkParse), which would be most of
// the time of a check. It never guesses: a text that holds anything else is not plain
// and is read by package decode. FuzzParse holds the two to the same tree, to the byte.
package plainyaml

import (
	"unicode/utf8"

	"wijkvisie/internal/parse/tree"
)

// Parse reads the mapping that text holds from offset start on. The places of its nodes
// are offsets in text. It is not ok when the text is not plain YAML or holds no mapping.
func Parse(text string, start int) (n *tree.Node, ok bool) {
	if !isPlain(text[start:]) {
		return nil, false
	}
	r := &reader{text: text, next: start}
	if !r.nextLine() {
		return nil, false
	}
	if n = r.block(-1, 0); n == nil || n.Kind != tree.Mapping || !r.atEnd {
		return nil, false
	}
	return n, true
}

// isPlain reports whether a text has no character that YAML takes for a line break,
// refuses or reads in a way of its own, but for those that end lines.
func isPlain(text string) bool {
	for i := range len(text) {
		switch c := text[i]; {
		case ' ' <= c && c < 0x7f, c == '\n', c == '\r' && i+1 < len(text) && text[i+1] == '\n':
		case c < utf8.RuneSelf,
			c == 0xc2 && i+1 < len(text) && text[i+1] < 0xa0,                                              // C1 controls, NEL among them
			c == 0xe2 && i+2 < len(text) && text[i+1] == 0x80 && (text[i+2] == 0xa8 || text[i+2] == 0xa9), // LS, PS
			c == 0xef && i+1 < len(text) && text[i+1] >= 0xbb:                                             // byte-order marks and noncharacters
			return false
		}
	}
	return utf8.ValidString(text)
}

// isKeyByte reports whether a byte may be part of a key.
func isKeyByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_'
}

// isNull reports whether a text without quotes stands for nothing.
func isNull(text string) bool { return text == "null" || text == "Null" || text == "NULL" }
