package markdown

import (
	"strings"

	"github.com/yuin/goldmark/util"
)

// SafeDest reports whether a link to dest may be shown: to the schemes http,
// https, mailto and tel, or to a place on the site itself.
func SafeDest(dest string) bool {
	switch scheme, ok := Scheme(dest); scheme {
	case "", "http", "https", "mailto", "tel":
		return ok
	}
	return false
}

// OnSite reports whether dest is a place on the site itself: it names neither a
// scheme nor another host.
func OnSite(dest string) bool {
	scheme, ok := Scheme(dest)
	return ok && scheme == ""
}

// Scheme returns the scheme of a destination in lower case, empty when it has
// none; that of //host is https. It is not ok when a browser could read dest
// otherwise, as it holds characters that browsers leave out or turn around.
func Scheme(dest string) (scheme string, ok bool) {
	for _, r := range dest {
		if r < 0x20 || r == 0x7f {
			return "", false
		}
	}
	dest = strings.TrimLeft(dest, " ")
	if len(dest) > 1 && isSlash(dest[0]) && isSlash(dest[1]) {
		return "https", dest[0] == '/' && dest[1] == '/'
	}
	end := strings.IndexAny(dest, ":/?#")
	if end < 0 || dest[end] != ':' {
		return "", true
	}
	for i, r := range dest[:end] {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || (r < '0' || r > '9') && r != '+' && r != '-' && r != '.') {
			return "", true // a colon in a name, which the browser takes for no scheme either
		}
	}
	return strings.ToLower(dest[:end]), true
}

func isSlash(c byte) bool { return c == '/' || c == '\\' }

// resolve returns a destination or title as its author meant it, escapes and
// entities resolved.
func resolve(raw []byte) string {
	raw = util.UnescapePunctuations(raw)
	raw = util.ResolveNumericReferences(raw)
	return string(util.ResolveEntityNames(raw))
}

// appendDest appends a destination as the value of an attribute.
func appendDest(dst []byte, dest string) []byte {
	return append(dst, util.EscapeHTML(util.URLEscape([]byte(dest), false))...)
}

// appendEscaped appends text as HTML, in an attribute too.
func appendEscaped(dst []byte, s string) []byte {
	for {
		i := strings.IndexAny(s, `&<>"`)
		if i < 0 {
			return append(dst, s...)
		}
		dst = append(dst, s[:i]...)
		dst = append(dst, util.EscapeHTMLByte(s[i])...)
		s = s[i+1:]
	}
}
