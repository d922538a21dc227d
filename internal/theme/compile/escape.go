package compile

import "strings"

// appendText escapes a text for HTML, within an element or a quoted attribute.
func appendText(dst []byte, s string) []byte {
	for {
		n := inText.safePrefix(s)
		dst = append(dst, s[:n]...)
		if n == len(s) {
			return dst
		}
		dst = append(dst, entity(s[n])...)
		s = s[n+1:]
	}
}

// entity returns the entity for a byte that text cannot hold.
func entity(c byte) string {
	switch c {
	case '"':
		return "&#34;"
	case '&':
		return "&amp;"
	case '\'':
		return "&#39;"
	case '+':
		return "&#43;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	default: // 0
		return "\uFFFD"
	}
}

// appendURL appends a URL, for an attribute. One with a scheme that could run
// code is replaced, as html/template replaces it.
func appendURL(dst []byte, s string) []byte {
	if strings.HasPrefix(s, "/") { // as most do
		return appendURLPart(dst, s)
	}
	if scheme, _, ok := strings.Cut(s, ":"); ok && !strings.Contains(scheme, "/") &&
		!strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "https") && !strings.EqualFold(scheme, "mailto") {
		return append(dst, "#ZgotmplZ"...)
	}
	return appendURLPart(dst, s)
}

// appendURLPart appends a part of a URL before its query, for an attribute.
// What is percent-encoded stays as it is.
func appendURLPart(dst []byte, s string) []byte {
	for {
		n := inURL.safePrefix(s)
		dst = append(dst, s[:n]...)
		if n == len(s) {
			return dst
		}
		switch c := s[n]; {
		case c == '&' || c == '+':
			dst = append(dst, entity(c)...)
		case c == '%' && n+2 < len(s) && isHex(s[n+1]) && isHex(s[n+2]):
			dst = append(dst, c)
		default:
			dst = percentEncode(dst, c)
		}
		s = s[n+1:]
	}
}

// appendURLQuery appends a value within the query or the fragment of a URL, for
// an attribute.
func appendURLQuery(dst []byte, s string) []byte {
	for {
		n := inQuery.safePrefix(s)
		dst = append(dst, s[:n]...)
		if n == len(s) {
			return dst
		}
		dst = percentEncode(dst, s[n])
		s = s[n+1:]
	}
}

func percentEncode(dst []byte, c byte) []byte {
	const hex = "0123456789abcdef"
	return append(dst, '%', hex[c>>4], hex[c&15])
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// special has 1 for the bytes that must be escaped in one place (in text, in a URL or in
// its query), and 0 for others.
type special [256]byte

// unreserved are the bytes that a URL may have anywhere (RFC 3986, section 2.3).
const unreserved = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"

var (
	inText  = newSpecial(1, "\x00\"&'+<>")
	inURL   = newSpecial(0, unreserved+"!#$*,/:;=?@[]")
	inQuery = newSpecial(0, unreserved)
)

// newSpecial returns the table that has a value for some bytes and the other value for
// all others.
func newSpecial(value byte, bytes string) *special {
	var t special
	for i := range t {
		t[i] = 1 - value
	}
	for _, c := range []byte(bytes) {
		t[c] = value
	}
	return &t
}

// safePrefix returns the number of bytes at the beginning of a text that need not be escaped.
// It reads eight at a time, which takes a quarter of the time (BenchmarkAppendText).
func (t *special) safePrefix(s string) int {
	i := 0
	for ; len(s)-i >= 8; i += 8 {
		eight := s[i : i+8]
		if t[eight[0]]|t[eight[1]]|t[eight[2]]|t[eight[3]]|t[eight[4]]|t[eight[5]]|t[eight[6]]|t[eight[7]] != 0 {
			break
		}
	}
	for ; i < len(s); i++ {
		if t[s[i]] != 0 {
			return i
		}
	}
	return len(s)
}
