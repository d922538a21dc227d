// Package escape writes texts so that they mean in another format what they mean as text.
//
// Strings of JSON and text of XML are appended to the byte as encoding/json and encoding/xml
// write them. Texts that need no escapes, which most are, are appended as they are.
package escape

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// JSON appends a text as a JSON string.
func JSON(b []byte, text string) []byte {
	if isPlain(text) {
		return appendQuoted(b, text)
	}
	out := bytes.NewBuffer(b)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(text); err != nil {
		panic(err) // a string can always be encoded
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n"))
}

// JSONInHTML appends a text as a JSON string that may be in a script element: <, > and &
// are escaped too.
func JSONInHTML(b []byte, text string) []byte {
	if isPlain(text) && !strings.ContainsAny(text, "<>&") {
		return appendQuoted(b, text)
	}
	encoded, err := json.Marshal(text)
	if err != nil {
		panic(err) // a string can always be encoded
	}
	return append(b, encoded...)
}

func appendQuoted(b []byte, text string) []byte {
	return append(append(append(b, '"'), text...), '"')
}

// isPlain reports whether a text may be in a JSON string as it is. It may be when it is
// UTF-8 without control characters, quotes, backslashes and the separators of lines and
// paragraphs.
func isPlain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c == '"' || c == '\\' {
			return false
		} else if c >= utf8.RuneSelf {
			return isPlainUnicode(text[i:])
		}
	}
	return true
}

func isPlainUnicode(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsFunc(text, func(r rune) bool {
		return r < ' ' || r == '"' || r == '\\' || r == '\u2028' || r == '\u2029'
	})
}

// XML appends a text as the content of an element or the value of an attribute.
func XML(b []byte, text string) []byte {
	from := 0 // of what is not appended yet
	for i := 0; i < len(text); {
		escaped, n := "", 1
		if text[i] < utf8.RuneSelf {
			escaped = inXML(text[i])
		} else {
			var r rune
			if r, n = utf8.DecodeRuneInString(text[i:]); r == utf8.RuneError || r == '\ufffe' || r == '\uffff' {
				escaped = string(utf8.RuneError)
			}
		}
		if escaped != "" {
			b = append(append(b, text[from:i]...), escaped...)
			from = i + n
		}
		i += n
	}
	return append(b, text[from:]...)
}

// inXML returns how XML writes an ASCII character, empty when it writes it as it is. One
// that XML does not have is replaced.
func inXML(c byte) string {
	switch c {
	case '"':
		return "&#34;"
	case '\'':
		return "&#39;"
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '\t':
		return "&#x9;"
	case '\n':
		return "&#xA;"
	case '\r':
		return "&#xD;"
	}
	if c < ' ' {
		return string(utf8.RuneError)
	}
	return ""
}
