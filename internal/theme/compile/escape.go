package compile

import (
	"fmt"
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
func (s *scope) print(p *parse.PipeNode, dot reflect.Type) (step, error) {
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
	switch {
	case e.typ == reflect.TypeFor[template.HTML]():
		if escapers != "htmlescaper" { // the only place where it goes in as it is
			return nil, unsupported(p)
		}
		return func(m *machine, dot reflect.Value) { m.out = append(m.out, e.eval(m, dot).String()...) }, nil
	case e.typ == reflect.TypeFor[template.URL]():
		if escapers != "urlfilter urlnormalizer attrescaper" {
			return nil, unsupported(p)
		}
		return func(m *machine, dot reflect.Value) { m.out = appendURLPart(m.out, e.eval(m, dot).String()) }, nil
	case e.typ == reflect.TypeFor[string]():
		return func(m *machine, dot reflect.Value) { m.out = write(m.out, e.eval(m, dot).String()) }, nil
	case e.typ == reflect.TypeFor[int]():
		return func(m *machine, dot reflect.Value) {
			m.out = write(m.out, strconv.FormatInt(e.eval(m, dot).Int(), 10))
		}, nil
	default:
		return nil, unsupported(p)
	}
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

// appendText escapes a text for HTML, within an element or a quoted attribute.
func appendText(dst []byte, s string) []byte {
	from := 0
	for i := range len(s) {
		var escaped string
		switch s[i] {
		case 0:
			escaped = "\uFFFD"
		case '"':
			escaped = "&#34;"
		case '&':
			escaped = "&amp;"
		case '\'':
			escaped = "&#39;"
		case '+':
			escaped = "&#43;"
		case '<':
			escaped = "&lt;"
		case '>':
			escaped = "&gt;"
		default:
			continue
		}
		dst = append(dst, s[from:i]...)
		dst = append(dst, escaped...)
		from = i + 1
	}
	return append(dst, s[from:]...)
}

// appendURL writes an address into an attribute. One with a scheme that could run
// something is replaced, as html/template replaces it.
func appendURL(dst []byte, s string) []byte {
	if scheme, _, ok := strings.Cut(s, ":"); ok && !strings.Contains(scheme, "/") &&
		!strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "https") && !strings.EqualFold(scheme, "mailto") {
		return append(dst, "#ZgotmplZ"...)
	}
	return appendURLPart(dst, s)
}

// appendURLPart writes a part of an address before its query into an attribute.
func appendURLPart(dst []byte, s string) []byte { return percentEncode(dst, s, "!#$&*+,/:;=?@[]") }

// appendURLQuery writes a value within the query or the fragment of an address
// into an attribute.
func appendURLQuery(dst []byte, s string) []byte { return percentEncode(dst, s, "") }

// percentEncode writes a URL into an attribute, encoding all bytes but the
// unreserved ones of RFC 3986, section 2.3, and those in keep. When there are
// some to keep, what is encoded already stays as it is.
func percentEncode(dst []byte, s, keep string) []byte {
	from := 0
	for i := range len(s) {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '.', c == '_', c == '~':
			continue
		case c == '&' && keep != "":
			dst = append(append(dst, s[from:i]...), "&amp;"...)
		case c == '+' && keep != "":
			dst = append(append(dst, s[from:i]...), "&#43;"...)
		case strings.IndexByte(keep, c) >= 0:
			continue
		case c == '%' && keep != "" && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]):
			continue
		default:
			dst = fmt.Appendf(append(dst, s[from:i]...), "%%%02x", c)
		}
		from = i + 1
	}
	return append(dst, s[from:]...)
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
