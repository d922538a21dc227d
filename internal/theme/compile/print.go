package compile

import (
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
)

// escaper appends a text, escaped for the place where it goes.
type escaper func(dst []byte, s string) []byte

// print compiles {{.Title}}, to which html/template has added what makes it safe:
// {{.Title | _html_template_htmlescaper}}.
func (s *scope) print(p *parse.PipeNode, dot reflect.Type) (action, error) {
	if len(p.Cmds) < 2 {
		return nil, unsupported(p)
	}
	e, err := s.command(p.Cmds[0], dot)
	if err != nil {
		return nil, err
	}
	chain, err := escapersOf(p)
	if err != nil {
		return nil, err
	}
	write := escaperFor(chain)
	if write == nil {
		return nil, unsupported(p)
	}
	if e.typ == intType { // digits and a minus are safe everywhere
		path := e.path
		return func(m *machine, dot address) {
			m.out = strconv.AppendInt(m.out, int64(path.follow(m, dot).number()), 10)
		}, nil
	}
	switch e.typ {
	case stringType:
	case reflect.TypeFor[template.HTML]():
		if chain != "htmlescaper" { // everywhere else html/template changes it
			return nil, unsupported(p)
		}
		text := e.text()
		return func(m *machine, dot address) { m.out = append(m.out, text(m, dot)...) }, nil
	case reflect.TypeFor[template.URL]():
		if chain != "urlfilter urlnormalizer attrescaper" {
			return nil, unsupported(p)
		}
		write = appendURLPart
	default:
		return nil, unsupported(p)
	}
	text := e.text()
	if first := e.path.first; e.direct() && e.typ == stringType && chain == "htmlescaper" { // the most frequent of all
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

// escaperFor returns the function that does what a chain of html/template's escapers
// does; nil for chains that the pages do not need. These are for text, a title, a
// quoted attribute, an address, the end of one, and its query or fragment.
func escaperFor(chain string) escaper {
	switch chain {
	case "htmlescaper", "rcdataescaper", "attrescaper":
		return appendText
	case "urlfilter urlnormalizer attrescaper":
		return appendURL
	case "urlnormalizer attrescaper":
		return appendURLPart
	case "urlescaper attrescaper":
		return appendURLQuery
	default:
		return nil
	}
}
