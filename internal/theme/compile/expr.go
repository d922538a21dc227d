package compile

import (
	"reflect"
	"text/template/parse"
)

// expr is an expression of a known type.
type expr struct {
	typ  reflect.Type
	eval func(m *machine, dot reflect.Value) reflect.Value
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
		return s.chain(expr{dot, theDot}, n.Ident, c.Args[1:], n, dot)
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

func theDot(_ *machine, dot reflect.Value) reflect.Value { return dot }

// operand compiles a value: a field, a variable, a constant.
func (s *scope) operand(n parse.Node, dot reflect.Type) (expr, error) {
	switch n := n.(type) {
	case *parse.DotNode:
		if dot == nil {
			return expr{}, unsupported(n)
		}
		return expr{dot, theDot}, nil
	case *parse.FieldNode:
		return s.chain(expr{dot, theDot}, n.Ident, nil, n, dot)
	case *parse.VariableNode:
		v, err := s.variable(n)
		if err != nil {
			return expr{}, err
		}
		return s.chain(v, n.Ident[1:], nil, n, dot)
	case *parse.StringNode:
		v := reflect.ValueOf(n.Text)
		return expr{v.Type(), func(*machine, reflect.Value) reflect.Value { return v }}, nil
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
			return expr{v.typ, func(m *machine, _ reflect.Value) reflect.Value { return m.vars[m.base+v.slot] }}, nil
		}
	}
	return expr{}, unsupported(n)
}

// chain compiles .Vision.Title behind a value. The last name may be a method
// that takes the arguments.
func (s *scope) chain(e expr, names []string, args []parse.Node, n parse.Node, dot reflect.Type) (expr, error) {
	if e.typ == nil {
		return expr{}, unsupported(n)
	}
	p := path{from: e}
	for i, name := range names {
		if hasMethod(e.typ, name) {
			if i < len(names)-1 || !e.typ.Implements(textsType) || name != "Text" {
				return expr{}, unsupported(n)
			}
			return s.text(p.expr(e.typ), args, dot)
		}
		var ok bool
		if e.typ, ok = p.add(e.typ, name); !ok {
			return expr{}, unsupported(n)
		}
	}
	if len(args) != 0 {
		return expr{}, unsupported(n)
	}
	return p.expr(e.typ), nil
}

// hasMethod tells whether text/template would find a method of that name,
// which goes before a field.
func hasMethod(t reflect.Type, name string) bool {
	if _, ok := t.MethodByName(name); ok {
		return true
	}
	if t.Kind() == reflect.Pointer || t.Kind() == reflect.Interface {
		return false
	}
	_, ok := reflect.PointerTo(t).MethodByName(name)
	return ok
}

// path is a way through structs and pointers to them.
type path struct {
	from expr
	hops []int // the number of a field, or deref
}

const deref = -1

// add goes on to a field and returns its type.
func (p *path) add(t reflect.Type, name string) (reflect.Type, bool) {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
		p.hops = append(p.hops, deref)
	}
	if t.Kind() != reflect.Struct {
		return nil, false
	}
	f, ok := t.FieldByName(name)
	if !ok || !f.IsExported() {
		return nil, false
	}
	for i, x := range f.Index {
		if i > 0 && t.Kind() == reflect.Pointer { // an embedded pointer
			t = t.Elem()
			p.hops = append(p.hops, deref)
		}
		p.hops = append(p.hops, x)
		t = t.Field(x).Type
	}
	return f.Type, true
}

// expr returns the value at the end of the path.
func (p *path) expr(t reflect.Type) expr {
	from, hops := p.from.eval, p.hops
	if len(hops) == 0 {
		return expr{t, from}
	}
	return expr{t, func(m *machine, dot reflect.Value) reflect.Value {
		v := from(m, dot)
		for _, h := range hops {
			if h != deref {
				v = v.Field(h)
			} else if v = v.Elem(); !v.IsValid() {
				panic(ErrStopped)
			}
		}
		return v
	}}
}

var textsType = reflect.TypeFor[Texts]()

// text compiles a call of Texts.Text.
func (s *scope) text(recv expr, args []parse.Node, dot reflect.Type) (expr, error) {
	var values []expr
	for _, a := range args {
		e, err := s.operand(a, dot)
		if err != nil {
			return expr{}, err
		}
		if e.typ != reflect.TypeFor[string]() {
			return expr{}, unsupported(a)
		}
		values = append(values, e)
	}
	if len(values) == 0 {
		return expr{}, ErrUnsupported
	}
	return expr{reflect.TypeFor[string](), func(m *machine, dot reflect.Value) reflect.Value {
		texts := make([]string, len(values))
		for i, v := range values {
			texts[i] = v.eval(m, dot).String()
		}
		r := recv.eval(m, dot)
		if r.Kind() == reflect.Pointer && r.IsNil() {
			panic(ErrStopped)
		}
		return reflect.ValueOf(r.Interface().(Texts).Text(texts[0], texts[1:]...))
	}}, nil
}

// condition compiles what stands behind an if: a value, or values joined by
// and, or and not.
func (s *scope) condition(p *parse.PipeNode, dot reflect.Type) (func(*machine, reflect.Value) bool, error) {
	if len(p.Cmds) != 1 || len(p.Decl) != 0 {
		return nil, unsupported(p)
	}
	id, ok := p.Cmds[0].Args[0].(*parse.IdentifierNode)
	if !ok {
		e, err := s.command(p.Cmds[0], dot)
		if err != nil {
			return nil, err
		}
		return func(m *machine, dot reflect.Value) bool { return truth(e.eval(m, dot)) }, nil
	}
	var operands []func(*machine, reflect.Value) bool
	for _, a := range p.Cmds[0].Args[1:] {
		c, err := s.conditionOperand(a, dot)
		if err != nil {
			return nil, err
		}
		operands = append(operands, c)
	}
	switch {
	case id.Ident == "not" && len(operands) == 1:
		return func(m *machine, dot reflect.Value) bool { return !operands[0](m, dot) }, nil
	case (id.Ident == "and" || id.Ident == "or") && len(operands) > 0:
		decides := id.Ident == "or"
		return func(m *machine, dot reflect.Value) bool {
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

func (s *scope) conditionOperand(n parse.Node, dot reflect.Type) (func(*machine, reflect.Value) bool, error) {
	if p, ok := n.(*parse.PipeNode); ok {
		return s.condition(p, dot)
	}
	e, err := s.operand(n, dot)
	if err != nil {
		return nil, err
	}
	return func(m *machine, dot reflect.Value) bool { return truth(e.eval(m, dot)) }, nil
}

// truth tells whether a value is true, as text/template's IsTrue does.
func truth(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Invalid:
		return false
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() > 0
	case reflect.Struct:
		return true
	case reflect.Chan, reflect.Func, reflect.Pointer, reflect.UnsafePointer, reflect.Interface:
		return !v.IsNil()
	default:
		return !v.IsZero()
	}
}
