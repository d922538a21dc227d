package compile

import (
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
)

// writer appends a text as it must be written where it stands.
type writer func(dst []byte, s string) []byte

// print compiles {{.Title}}, which html/template has completed with what makes
// it safe: {{.Title | _html_template_htmlescaper}}.
func (s *scope) print(p *parse.PipeNode, dot reflect.Type) (action, error) {
	if len(p.Cmds) < 2 {
		return nil, unsupported(p)
	}
	e, err := s.command(p.Cmds[0], dot)
	if err != nil {
		return nil, err
	}
	escapers, err := escapersOf(p)
	if err != nil {
		return nil, err
	}
	write := writers[escapers]
	if write == nil {
		return nil, unsupported(p)
	}
	if e.typ == intType { // digits and a minus are safe everywhere
		at := e.at
		return func(m *machine, dot address) {
			m.out = strconv.AppendInt(m.out, int64(at.find(m, dot).number()), 10)
		}, nil
	}
	switch e.typ {
	case stringType:
	case reflect.TypeFor[template.HTML]():
		if escapers != "htmlescaper" { // the only place where it goes in as it is
			return nil, unsupported(p)
		}
		text := e.text()
		return func(m *machine, dot address) { m.writeRaw(text(m, dot)) }, nil
	case reflect.TypeFor[template.URL]():
		if escapers != "urlfilter urlnormalizer attrescaper" {
			return nil, unsupported(p)
		}
		write = appendURLPart
	default:
		return nil, unsupported(p)
	}
	text := e.text()
	if first := e.at.first; e.direct() && e.typ == stringType && escapers == "htmlescaper" { // most are that
		return func(m *machine, dot address) { m.out = appendText(m.out, dot.field(first).text()) }, nil
	}
	return func(m *machine, dot address) { m.out = write(m.out, text(m, dot)) }, nil
}

// escapersOf returns the names of the escapers of a pipeline, without the prefix
// that html/template gives them, joined by a space.
func escapersOf(p *parse.PipeNode) (string, error) {
	var names []string
	for _, c := range p.Cmds[1:] {
		id, ok := c.Args[0].(*parse.IdentifierNode)
		if !ok || len(c.Args) != 1 {
			return "", unsupported(c)
		}
		name, ok := strings.CutPrefix(id.Ident, "_html_template_")
		if !ok {
			return "", unsupported(c)
		}
		names = append(names, name)
	}
	return strings.Join(names, " "), nil
}

// writers are the chains of escapers that pages need: in text, in a title, in
// a quoted attribute, as an address, as the end of one, and within its query or
// fragment.
var writers = map[string]writer{
	"htmlescaper":                         appendText,
	"rcdataescaper":                       appendText,
	"attrescaper":                         appendText,
	"urlfilter urlnormalizer attrescaper": appendURL,
	"urlnormalizer attrescaper":           appendURLPart,
	"urlescaper attrescaper":              appendURLQuery,
}

// writeRaw writes what was made safe before.
func (m *machine) writeRaw(html string) {
	if m.raw != nil {
		*m.raw = append(*m.raw, Raw{html, len(m.out) - m.start})
	}
	m.out = append(m.out, html...)
}

// appendText escapes a text for HTML, within an element or a quoted attribute.
func appendText(dst []byte, s string) []byte {
	for {
		n := inText.run(s)
		dst = append(dst, s[:n]...)
		if n == len(s) {
			return dst
		}
		dst = append(dst, entity(s[n])...)
		s = s[n+1:]
	}
}

// entity returns what stands for a byte that cannot stand in a text.
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

// appendURL writes an address into an attribute. One with a scheme that could run
// something is replaced, as html/template replaces it.
func appendURL(dst []byte, s string) []byte {
	if strings.HasPrefix(s, "/") { // most have
		return appendURLPart(dst, s)
	}
	if scheme, _, ok := strings.Cut(s, ":"); ok && !strings.Contains(scheme, "/") &&
		!strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "https") && !strings.EqualFold(scheme, "mailto") {
		return append(dst, "#ZgotmplZ"...)
	}
	return appendURLPart(dst, s)
}

// appendURLPart writes a part of an address before its query into an attribute.
// What is encoded already stays as it is.
func appendURLPart(dst []byte, s string) []byte {
	for {
		n := inURL.run(s)
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

// appendURLQuery writes a value within the query or the fragment of an address
// into an attribute.
func appendURLQuery(dst []byte, s string) []byte {
	for {
		n := inQuery.run(s)
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

// special are the bytes that do not stand for themselves in some place: 1, others 0.
type special [256]byte

// unreserved are those that a URL may have anywhere (RFC 3986, section 2.3).
const unreserved = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"

var (
	inText  = newSpecial(0, "\x00\"&'+<>")
	inURL   = newSpecial(1, unreserved+"!#$*,/:;=?@[]")
	inQuery = newSpecial(1, unreserved)
)

// newSpecial returns the table in which some bytes are other than the others.
func newSpecial(others byte, bytes string) *special {
	var t special
	for i := range t {
		t[i] = others
	}
	for _, c := range []byte(bytes) {
		t[c] = 1 - others
	}
	return &t
}

// run returns how many bytes at the beginning of a text stand for themselves: most
// do, so that a text goes in a few runs. It looks at eight at a time, which takes a
// quarter of the time (BenchmarkAppendText).
func (t *special) run(s string) int {
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
