// Package escape appends texts as strings of JSON and as text of XML, to the byte as
// encoding/json and encoding/xml write them. Texts that need no escapes, which most are,
// are appended as they are.
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
	for {
		i := strings.IndexFunc(text, isSpecialInXML)
		if i < 0 {
			return append(b, text...)
		}
		b = append(b, text[:i]...)
		_, n := utf8.DecodeRuneInString(text[i:])
		switch text[i] {
		case '"':
			b = append(b, "&#34;"...)
		case '\'':
			b = append(b, "&#39;"...)
		case '&':
			b = append(b, "&amp;"...)
		case '<':
			b = append(b, "&lt;"...)
		case '>':
			b = append(b, "&gt;"...)
		case '\t':
			b = append(b, "&#x9;"...)
		case '\n':
			b = append(b, "&#xA;"...)
		case '\r':
			b = append(b, "&#xD;"...)
		default:
			b = append(b, string(utf8.RuneError)...)
		}
		text = text[i+n:]
	}
}

// isSpecialInXML reports whether XML has no such character or writes it otherwise.
// Invalid UTF-8 is read as utf8.RuneError.
func isSpecialInXML(r rune) bool {
	switch r {
	case '"', '\'', '&', '<', '>', '\ufffe', '\uffff', utf8.RuneError:
		return true
	default:
		return r < ' '
	}
}
