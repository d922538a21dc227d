// Package escape appends text as JSON, CSV and XML have it, to the byte as
// encoding/json, encoding/csv and encoding/xml write it but without reflection and
// without garbage. The files beside the pages are made with it, and the data in every
// page.
package escape

import (
	"unicode"
	"unicode/utf8"
)

const hex = "0123456789abcdef"

// JSON appends a text as a JSON string.
func JSON(b []byte, text string) []byte { return appendJSON(b, text, jsonEscaped) }

// JSONInHTML appends a text as a JSON string that may stand within a script element: it
// has no <, > and & either.
func JSONInHTML(b []byte, text string) []byte { return appendJSON(b, text, jsonInHTML) }

// Which characters of ASCII below 64 cannot stand as they are, a bit each: a text is
// looked through character by character, and this is the fastest way (BenchmarkJSON,
// BenchmarkXML).
const (
	controls      = 1<<' ' - 1
	jsonEscaped   = controls | 1<<'"'
	jsonInHTML    = jsonEscaped | 1<<'<' | 1<<'>' | 1<<'&'
	xmlEscaped    = controls | 1<<'"' | 1<<'\'' | 1<<'&' | 1<<'<' | 1<<'>'
	csvQuoted     = 1<<',' | 1<<'"' | 1<<'\r' | 1<<'\n'
	bitsOfEscaped = 64
)

func appendJSON(b []byte, text string, escaped uint64) []byte {
	b = append(b, '"')
	from := 0 // what was not appended yet
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if c < bitsOfEscaped && escaped>>c&1 == 0 || c >= bitsOfEscaped && c != '\\' {
				i++
				continue
			}
			b = appendByte(append(b, text[from:i]...), c)
			i++
			from = i
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && n == 1: // no UTF-8
			b = append(append(b, text[from:i]...), `\ufffd`...)
			from = i + n
		case r == '\u2028' || r == '\u2029': // ends a line in old scripts
			b = append(append(b, text[from:i]...), `\u202`...)
			b = append(b, hex[r&0xF])
			from = i + n
		}
		i += n
	}
	return append(append(b, text[from:]...), '"')
}

// appendByte appends a byte of ASCII that cannot stand in a JSON string as it is.
func appendByte(b []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\b':
		return append(b, '\\', 'b')
	case '\f':
		return append(b, '\\', 'f')
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	default:
		return append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&0xF])
	}
}

// CSV appends a text as a field of CSV of which lines end in CRLF (RFC 4180): between
// quotes where it must be, with every line end within it as CRLF.
func CSV(b []byte, text string) []byte {
	if !NeedsQuotes(text) {
		return append(b, text...)
	}
	b = append(b, '"')
	for i := range len(text) {
		switch c := text[i]; c {
		case '"':
			b = append(b, '"', '"')
		case '\r':
		case '\n':
			b = append(b, '\r', '\n')
		default:
			b = append(b, c)
		}
	}
	return append(b, '"')
}

// NeedsQuotes tells whether CSV puts a text between quotes.
func NeedsQuotes[T string | []byte](text T) bool {
	if len(text) == 0 {
		return false
	}
	if len(text) == 2 && text[0] == '\\' && text[1] == '.' { // which ends a table in Postgres
		return true
	}
	for i := range len(text) {
		if c := text[i]; c < bitsOfEscaped && csvQuoted>>c&1 != 0 {
			return true
		}
	}
	first, _ := utf8.DecodeRuneInString(string(text[:min(len(text), utf8.UTFMax)]))
	return unicode.IsSpace(first)
}

// XML appends a text as the content of an element of XML, or as what stands between the
// quotes of an attribute.
func XML(b []byte, text string) []byte { return appendXML(b, text, "") }

// HTMLInXML appends a text of HTML, or of an attribute of it, where the HTML is itself
// a text of XML: what package html escapes, escaped again.
func HTMLInXML(b []byte, text string) []byte { return appendXML(b, text, "amp;") }

// appendXML appends a text in which the ampersand of what HTML has as a reference too is
// followed by something.
func appendXML(b []byte, text, ampersand string) []byte {
	from := 0 // what was not appended yet
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf && (c >= bitsOfEscaped || xmlEscaped>>c&1 == 0) {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if as := xmlOf(r, n); as != "" {
			b = append(b, text[from:i]...)
			if r > ' ' && as[0] == '&' {
				b = append(append(b, '&'), ampersand...)
				as = as[1:]
			}
			b = append(b, as...)
			from = i + n
		}
		i += n
	}
	return append(b, text[from:]...)
}

// xmlOf returns what XML has for a character of n bytes, empty when it may stand as it
// is. What XML cannot have becomes the replacement character.
func xmlOf(r rune, n int) string {
	switch {
	case r == '"':
		return "&#34;"
	case r == '\'':
		return "&#39;"
	case r == '&':
		return "&amp;"
	case r == '<':
		return "&lt;"
	case r == '>':
		return "&gt;"
	case r == '\t':
		return "&#x9;"
	case r == '\n':
		return "&#xA;"
	case r == '\r':
		return "&#xD;"
	case r < ' ', r == 0xFFFE, r == 0xFFFF, r == utf8.RuneError && n == 1:
		return "\uFFFD"
	default:
		return ""
	}
}
