package escape

import (
	"strings"
	"unicode"
)

// Line returns a text on one line, without the characters by which it could give orders to a
// terminal.
func Line(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			return '\ufffd'
		}
		return r
	}, strings.Join(strings.FieldsFunc(text, breaks), " "))
}

// breaks reports whether a character is a space at which a line may end.
func breaks(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' }

// Markdown returns a text on one line as Markdown that shows it as it is, also after other
// text.
func Markdown(text string) string {
	var b strings.Builder
	for _, r := range Line(text) {
		if strings.ContainsRune("\\`*_{}[]<>#+!|~&@", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
