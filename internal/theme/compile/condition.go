package compile

import (
	"reflect"
	"text/template/parse"
)

// condition reports whether the pipeline of an if is true.
type condition func(m *machine, dot address) bool

// condition compiles a value, or values joined by "and", "or" and "not".
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
		decisive := id.Ident == "or"
		return func(m *machine, dot address) bool {
			for _, o := range operands {
				if o(m, dot) == decisive {
					return decisive
				}
			}
			return !decisive
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

// truth compiles whether a value is true, as IsTrue of text/template has it.
func truth(e expr, n parse.Node) (condition, error) {
	isTrue := truthOf(e.typ)
	switch path := e.path; {
	case e.compute != nil:
		return func(m *machine, dot address) bool { return e.compute(m, dot) != "" }, nil
	case isTrue == nil:
		return nil, unsupported(n)
	case e.direct():
		return func(_ *machine, dot address) bool { return isTrue(dot.field(path.first)) }, nil
	default:
		return func(m *machine, dot address) bool { return isTrue(path.follow(m, dot)) }, nil
	}
}

// truthOf returns a function that reports whether a value of a type is true. It is
// nil for types that views do not have, and for interfaces, whose values have types of
// their own.
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
