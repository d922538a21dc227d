package compile

import (
	"reflect"
	"text/template/parse"
)

// expr is an expression of a known type: a value in memory, or a text that is
// computed.
type expr struct {
	typ     reflect.Type
	path    path                                 // to a value in memory
	compute func(m *machine, dot address) string // nil for a value in memory
}

var (
	stringType = reflect.TypeFor[string]()
	intType    = reflect.TypeFor[int]()
	textsType  = reflect.TypeFor[Texts]()
)

// direct reports whether the value is in dot itself, so that no pointer leads to it.
func (e expr) direct() bool {
	return e.compute == nil && e.path.slot == dotSlot && len(e.path.rest) == 0
}

// address returns a function that returns the address of the value.
func (e expr) address() func(m *machine, dot address) address {
	if e.compute != nil {
		return func(m *machine, dot address) address { return m.temporary(e.compute(m, dot)) }
	}
	path := e.path
	return func(m *machine, dot address) address { return path.follow(m, dot) }
}

// text returns a function that returns a value of kind String.
func (e expr) text() func(m *machine, dot address) string {
	path := e.path
	switch {
	case e.compute != nil:
		return e.compute
	case e.direct():
		return func(_ *machine, dot address) string { return dot.field(path.first).text() }
	default:
		return func(m *machine, dot address) string { return path.follow(m, dot).text() }
	}
}

// pipe compiles a pipeline of one command: {{.Vision.Title}}.
func (s *scope) pipe(p *parse.PipeNode, dot reflect.Type) (expr, error) {
	if len(p.Cmds) != 1 {
		return expr{}, unsupported(p)
	}
	return s.command(p.Cmds[0], dot)
}

// command compiles a value, or a call of a method.
func (s *scope) command(c *parse.CommandNode, dot reflect.Type) (expr, error) {
	if len(c.Args) == 1 {
		return s.operand(c.Args[0], dot)
	}
	switch n := c.Args[0].(type) {
	case *parse.FieldNode:
		return s.chain(dotOf(dot), n.Ident, c.Args[1:], n, dot)
	case *parse.VariableNode:
		v, err := s.variable(n)
		if err != nil {
			return expr{}, err
		}
		return s.chain(v, n.Ident[1:], c.Args[1:], n, dot)
	default:
		return expr{}, unsupported(c)
	}
}

func dotOf(t reflect.Type) expr { return expr{typ: t, path: path{slot: dotSlot}} }

// operand compiles a value: a field, a variable, a constant.
func (s *scope) operand(n parse.Node, dot reflect.Type) (expr, error) {
	switch n := n.(type) {
	case *parse.DotNode:
		if dot == nil {
			return expr{}, unsupported(n)
		}
		return dotOf(dot), nil
	case *parse.FieldNode:
		return s.chain(dotOf(dot), n.Ident, nil, n, dot)
	case *parse.VariableNode:
		v, err := s.variable(n)
		if err != nil {
			return expr{}, err
		}
		return s.chain(v, n.Ident[1:], nil, n, dot)
	case *parse.StringNode:
		text := n.Text
		return expr{typ: stringType, compute: func(*machine, address) string { return text }}, nil
	case *parse.PipeNode:
		if len(n.Decl) != 0 {
			return expr{}, unsupported(n)
		}
		return s.pipe(n, dot)
	default:
		return expr{}, unsupported(n)
	}
}

// variable compiles the variable that a node begins with.
func (s *scope) variable(n *parse.VariableNode) (expr, error) {
	for i := len(s.vars) - 1; i >= 0; i-- {
		if v := s.vars[i]; v.name == n.Ident[0] && v.typ != nil {
			return expr{typ: v.typ, path: path{slot: v.slot}}, nil
		}
	}
	return expr{}, unsupported(n)
}

// chain compiles the fields of a value, as .Vision.Title. The last name may be a
// method, which takes the arguments.
func (s *scope) chain(e expr, names []string, args []parse.Node, n parse.Node, dot reflect.Type) (expr, error) {
	if e.typ == nil || e.compute != nil {
		return expr{}, unsupported(n)
	}
	for i, name := range names {
		switch {
		case name == "Text" && i == len(names)-1 && e.typ.Implements(textsType):
			return s.text(e, args, dot)
		case s.hasMethod(e.typ, name):
			return expr{}, unsupported(n)
		}
		var ok bool
		if e, ok = s.field(e, name); !ok {
			return expr{}, unsupported(n)
		}
	}
	if len(args) != 0 {
		return expr{}, unsupported(n)
	}
	return e, nil
}

// text compiles a call of Texts.Text.
func (s *scope) text(recv expr, args []parse.Node, dot reflect.Type) (expr, error) {
	var values []func(m *machine, dot address) string
	for _, a := range args {
		e, err := s.operand(a, dot)
		if err != nil {
			return expr{}, err
		}
		if e.typ != stringType {
			return expr{}, unsupported(a)
		}
		values = append(values, e.text())
	}
	if len(values) == 0 {
		return expr{}, ErrUnsupported
	}
	path, t := recv.path, recv.typ
	mayBeNil := t.Kind() == reflect.Pointer || t.Kind() == reflect.Interface
	return expr{typ: stringType, compute: func(m *machine, dot address) string {
		outer := len(m.args)
		for _, v := range values {
			text := v(m, dot) // which may append to the list itself
			m.args = append(m.args, text)
		}
		args := m.args[outer:]
		r := path.follow(m, dot)
		if mayBeNil && r.pointed().isNil() {
			panic(ErrStopped)
		}
		text := r.texts(t).Text(args[0], args[1:]...)
		m.args = m.args[:outer]
		return text
	}}, nil
}
