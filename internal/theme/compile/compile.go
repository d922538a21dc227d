// Package compile makes programs of templates that html/template has escaped.
//
// Package html/template finds out, once, what each action needs to be safe where
// it stands, and writes that into the template: {{.Title}} becomes
// {{.Title | _html_template_htmlescaper}}. It then interprets the template for every
// page anew, looking up each field by its name and calling each function through
// reflection, which costs more than everything else that a page needs
// (BenchmarkPage).
//
// This package takes the templates after they were escaped and resolves them against
// the type of the view, once, so that fields become offsets. It decides nothing about
// safety, and it can only give the page that html/template gives:
//
//   - a template that uses a type, a function or an escaper that is not known here is
//     not compiled (ErrUnsupported);
//   - a program that meets what html/template reports as an error stops (ErrStopped);
//   - in both cases the caller has html/template run the template;
//   - the fuzz tests compare programs and escapers with html/template.
//
// The stages are: Parse parses the templates of a file and has them escaped
// (template.go); Pages.Program compiles a page for a type of view (compile.go, with
// expr.go, condition.go, fields.go and print.go for the parts of actions); Program.Append
// runs it (program.go), reading the view by address (memory.go) and escaping texts
// (escape.go).
package compile

import (
	"errors"
	"fmt"
	"reflect"
	"text/template/parse"
)

// ErrUnsupported is wrapped by the error of Program for a template that only
// html/template can run.
var ErrUnsupported = errors.New("only html/template can run this")

func unsupported(n parse.Node) error {
	return fmt.Errorf("%w: %s", ErrUnsupported, n)
}

// compiler compiles the templates of one page.
type compiler struct {
	*Pages
	page  string
	begun []bodyKey // the bodies that this compilation has added
}

// template compiles a template for a type of dot, or returns the body that is there.
func (c *compiler) template(name string, dot reflect.Type) (*body, error) {
	key := bodyKey{name: name, dot: dot}
	if c.varies[name] {
		key.page = c.page
	}
	if b := c.bodies[key]; b != nil {
		return b, nil
	}
	t, ok := c.find(c.page, name)
	if !ok { // another page's, or one that html/template derived for another context
		return nil, fmt.Errorf("%w: template %q", ErrUnsupported, name)
	}
	if t.mistake != nil {
		return nil, t.mistake
	}
	b := &body{vars: 1}
	c.bodies[key] = b // before its steps are compiled: it may call itself
	c.begun = append(c.begun, key)
	s := &scope{compiler: c, body: b, vars: []variable{{"$", 0, dot}}}
	steps, err := s.list(t.tree.Root, dot)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	b.steps = steps
	return b, nil
}

// variable is a variable of a template.
type variable struct {
	name string
	slot int // its place among the variables of the body
	typ  reflect.Type
}

// scope compiles the nodes of one template.
type scope struct {
	*compiler
	body *body
	vars []variable // those that are visible, the innermost last
}

// declare gives a variable a slot.
func (s *scope) declare(name string, typ reflect.Type) int {
	slot := s.body.vars
	s.body.vars++
	s.vars = append(s.vars, variable{name, slot, typ})
	return slot
}

// list compiles the nodes of a list. The variables that they declare are visible to
// its end.
func (s *scope) list(l *parse.ListNode, dot reflect.Type) ([]step, error) {
	if l == nil {
		return nil, nil
	}
	outer := len(s.vars)
	defer func() { s.vars = s.vars[:outer] }()
	steps := make([]step, 0, len(l.Nodes)/2+1)
	var text []byte // in front of the next action
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.CommentNode:
		case *parse.TextNode:
			if text != nil {
				steps = append(steps, step{text: text})
			}
			text = n.Text
		default:
			act, err := s.node(n, dot)
			if err != nil {
				return nil, err
			}
			steps = append(steps, step{text, act})
			text = nil
		}
	}
	if text != nil {
		steps = append(steps, step{text: text})
	}
	return steps, nil
}

func (s *scope) node(n parse.Node, dot reflect.Type) (action, error) {
	switch n := n.(type) {
	case *parse.ActionNode:
		return s.action(n.Pipe, dot)
	case *parse.IfNode:
		return s.branch(&n.BranchNode, dot)
	case *parse.WithNode:
		return s.with(n, dot)
	case *parse.RangeNode:
		return s.loop(n, dot)
	case *parse.TemplateNode:
		return s.call(n, dot)
	default:
		return nil, unsupported(n)
	}
}

// action compiles {{.Title}} and {{$x := .Title}}.
func (s *scope) action(p *parse.PipeNode, dot reflect.Type) (action, error) {
	if len(p.Decl) == 0 {
		return s.print(p, dot)
	}
	if p.IsAssign || len(p.Decl) != 1 {
		return nil, unsupported(p)
	}
	e, err := s.pipe(p, dot)
	if err != nil {
		return nil, err
	}
	value := e.address()
	slot := s.declare(p.Decl[0].Ident[0], e.typ)
	return func(m *machine, dot address) { m.vars[m.base+slot] = value(m, dot) }, nil
}

// branch compiles an if.
func (s *scope) branch(n *parse.BranchNode, dot reflect.Type) (action, error) {
	if len(n.Pipe.Decl) != 0 {
		return nil, unsupported(n.Pipe)
	}
	holds, err := s.condition(n.Pipe, dot)
	if err != nil {
		return nil, err
	}
	then, otherwise, err := s.lists(n, dot, dot)
	if err != nil {
		return nil, err
	}
	return func(m *machine, dot address) {
		if holds(m, dot) {
			run(then, m, dot)
		} else {
			run(otherwise, m, dot)
		}
	}, nil
}

// lists compiles both lists of a node: the first has inner for a dot, the one behind else outer.
func (s *scope) lists(n *parse.BranchNode, inner, outer reflect.Type) (first, otherwise []step, err error) {
	if first, err = s.list(n.List, inner); err != nil {
		return nil, nil, err
	}
	otherwise, err = s.list(n.ElseList, outer)
	return first, otherwise, err
}

func (s *scope) with(n *parse.WithNode, dot reflect.Type) (action, error) {
	outer := len(s.vars)
	defer func() { s.vars = s.vars[:outer] }()
	e, err := s.pipe(n.Pipe, dot)
	if err != nil {
		return nil, err
	}
	value, isTrue := e.address(), truthOf(e.typ)
	if isTrue == nil {
		return nil, unsupported(n.Pipe)
	}
	slot := 0
	switch {
	case len(n.Pipe.Decl) == 1 && !n.Pipe.IsAssign:
		slot = s.declare(n.Pipe.Decl[0].Ident[0], e.typ)
	case len(n.Pipe.Decl) != 0:
		return nil, unsupported(n.Pipe)
	}
	then, otherwise, err := s.lists(&n.BranchNode, e.typ, dot)
	if err != nil {
		return nil, err
	}
	return func(m *machine, dot address) {
		v := value(m, dot)
		if slot != 0 {
			m.vars[m.base+slot] = v
		}
		if isTrue(v) {
			run(then, m, v)
		} else {
			run(otherwise, m, dot)
		}
	}, nil
}

// loop compiles a range over a slice.
func (s *scope) loop(n *parse.RangeNode, dot reflect.Type) (action, error) {
	outer := len(s.vars)
	defer func() { s.vars = s.vars[:outer] }()
	e, err := s.pipe(n.Pipe, dot)
	if err != nil {
		return nil, err
	}
	if e.typ.Kind() != reflect.Slice || n.Pipe.IsAssign {
		return nil, unsupported(n.Pipe)
	}
	index, elem := 0, 0 // slots; 0 for none, as that is $
	switch d := n.Pipe.Decl; len(d) {
	case 1:
		elem = s.declare(d[0].Ident[0], e.typ.Elem())
	case 2:
		index = s.declare(d[0].Ident[0], intType)
		elem = s.declare(d[1].Ident[0], e.typ.Elem())
	}
	each, none, err := s.lists(&n.BranchNode, e.typ.Elem(), dot)
	if err != nil {
		return nil, err
	}
	value, size := e.address(), e.typ.Elem().Size()
	return func(m *machine, dot address) {
		list := value(m, dot)
		length := list.length()
		if length == 0 {
			run(none, m, dot)
			return
		}
		m.loops = append(m.loops, 0)
		counter := &m.loops[len(m.loops)-1] // it stays where it is when the list grows
		first := list.elements()
		for i := range length {
			v := first.field(uintptr(i) * size)
			if index != 0 {
				*counter = i
				m.vars[m.base+index] = addressOf(counter)
			}
			if elem != 0 {
				m.vars[m.base+elem] = v
			}
			run(each, m, v)
		}
		m.loops = m.loops[:len(m.loops)-1]
	}, nil
}

// call compiles {{template "need" .}}.
func (s *scope) call(n *parse.TemplateNode, dot reflect.Type) (action, error) {
	if n.Pipe == nil {
		b, err := s.template(n.Name, nil)
		if err != nil {
			return nil, err
		}
		return func(m *machine, _ address) { b.run(m, address{}) }, nil
	}
	if len(n.Pipe.Decl) != 0 {
		return nil, unsupported(n.Pipe)
	}
	e, err := s.pipe(n.Pipe, dot)
	if err != nil {
		return nil, err
	}
	b, err := s.template(n.Name, e.typ)
	if err != nil {
		return nil, err
	}
	value := e.address()
	return func(m *machine, dot address) { b.run(m, value(m, dot)) }, nil
}
