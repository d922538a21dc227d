package compile

import (
	"reflect"
	"text/template/parse"
)

// expr is an expression of a known type: a value that stands somewhere, or a text
// that is made.
type expr struct {
	typ  reflect.Type
	at   place
	made func(m *machine, dot address) string // nil for a value that stands somewhere
}

var (
	stringType = reflect.TypeFor[string]()
	intType    = reflect.TypeFor[int]()
	textsType  = reflect.TypeFor[Texts]()
)

// direct tells whether the value is a field of dot.
func (e expr) direct() bool { return e.made == nil && e.at.slot == theDot && len(e.at.rest) == 0 }

// address returns how to find the value.
func (e expr) address() func(m *machine, dot address) address {
	if e.made != nil {
		return func(m *machine, dot address) address { return m.keep(e.made(m, dot)) }
	}
	at := e.at
	return func(m *machine, dot address) address { return at.find(m, dot) }
}

// text returns how to read a value of kind String.
func (e expr) text() func(m *machine, dot address) string {
	at := e.at
	switch {
	case e.made != nil:
		return e.made
	case e.direct():
		return func(_ *machine, dot address) string { return dot.field(at.first).text() }
	default:
		return func(m *machine, dot address) string { return at.find(m, dot).text() }
	}
}

// pipe compiles a pipeline of one command: {{.Vision.Title}}.
func (s *scope) pipe(p *parse.PipeNode, dot reflect.Type) (expr, error) {
	if len(p.Cmds) != 1 {
		return expr{}, unsupported(p)
	}
	return s.command(p.Cmds[0], dot)
}

// command compiles a value, or a method with its arguments.
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

func dotOf(t reflect.Type) expr { return expr{typ: t, at: place{slot: theDot}} }

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
		return expr{typ: stringType, made: func(*machine, address) string { return text }}, nil
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
			return expr{typ: v.typ, at: place{slot: v.slot}}, nil
		}
	}
	return expr{}, unsupported(n)
}

// chain compiles .Vision.Title behind a value. The last name may be a method
// that takes the arguments.
func (s *scope) chain(e expr, names []string, args []parse.Node, n parse.Node, dot reflect.Type) (expr, error) {
	if e.typ == nil || e.made != nil {
		return expr{}, unsupported(n)
	}
	for i, name := range names {
		if s.hasMethod(e.typ, name) {
			if i < len(names)-1 || !e.typ.Implements(textsType) || name != "Text" {
				return expr{}, unsupported(n)
			}
			return s.text(e, args, dot)
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
	at, t := recv.at, recv.typ
	mayBeNil := t.Kind() == reflect.Pointer || t.Kind() == reflect.Interface
	return expr{typ: stringType, made: func(m *machine, dot address) string {
		outer := len(m.args)
		for _, v := range values {
			text := v(m, dot) // which may use the list itself
			m.args = append(m.args, text)
		}
		args := m.args[outer:]
		r := at.find(m, dot)
		if mayBeNil && r.pointed().isNil() {
			panic(ErrStopped)
		}
		text := r.texts(t).Text(args[0], args[1:]...)
		m.args = m.args[:outer]
		return text
	}}, nil
}

// condition is what stands behind an if.
type condition func(m *machine, dot address) bool

// condition compiles a value, or values joined by and, or and not.
func (s *scope) condition(p *parse.PipeNode, dot reflect.Type) (condition, error) {
	if len(p.Cmds) != 1 || len(p.Decl) != 0 {
		return nil, unsupported(p)
	}
	id, ok := p.Cmds[0].Args[0].(*parse.IdentifierNode)
	if !ok {
		e, err := s.command(p.Cmds[0], dot)
		if err != nil {
			return nil, err
		}
		return truth(e, p)
	}
	var operands []condition
	for _, a := range p.Cmds[0].Args[1:] {
		c, err := s.conditionOperand(a, dot)
		if err != nil {
			return nil, err
		}
		operands = append(operands, c)
	}
	switch {
	case id.Ident == "not" && len(operands) == 1:
		return func(m *machine, dot address) bool { return !operands[0](m, dot) }, nil
	case (id.Ident == "and" || id.Ident == "or") && len(operands) > 0:
		decides := id.Ident == "or"
		return func(m *machine, dot address) bool {
			for _, o := range operands {
				if o(m, dot) == decides {
					return decides
				}
			}
			return !decides
		}, nil
	default:
		return nil, unsupported(p)
	}
}

func (s *scope) conditionOperand(n parse.Node, dot reflect.Type) (condition, error) {
	if p, ok := n.(*parse.PipeNode); ok {
		return s.condition(p, dot)
	}
	e, err := s.operand(n, dot)
	if err != nil {
		return nil, err
	}
	return truth(e, n)
}

// truth compiles whether a value is true, as text/template's IsTrue tells.
func truth(e expr, n parse.Node) (condition, error) {
	holds := truthOf(e.typ)
	switch at := e.at; {
	case e.made != nil:
		return func(m *machine, dot address) bool { return e.made(m, dot) != "" }, nil
	case holds == nil:
		return nil, unsupported(n)
	case e.direct():
		return func(_ *machine, dot address) bool { return holds(dot.field(at.first)) }, nil
	default:
		return func(m *machine, dot address) bool { return holds(at.find(m, dot)) }, nil
	}
}

// truthOf returns how to tell whether a value of a type is true; nil for types
// that views do not have, and for interfaces, whose values have types of their own.
func truthOf(t reflect.Type) func(address) bool {
	switch t.Kind() {
	case reflect.String:
		return func(a address) bool { return a.text() != "" }
	case reflect.Slice:
		return func(a address) bool { return a.length() > 0 }
	case reflect.Bool:
		return address.flag
	case reflect.Int:
		return func(a address) bool { return a.number() != 0 }
	case reflect.Pointer:
		return func(a address) bool { return !a.pointed().isNil() }
	case reflect.Struct:
		return func(address) bool { return true }
	default:
		return nil
	}
}
