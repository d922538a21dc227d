// Package compile makes programs of templates that html/template has escaped.
//
// Package html/template finds out, once, what each action needs to be safe where
// it stands, and writes that into the template: {{.Title}} becomes
// {{.Title | _html_template_htmlescaper}}. It then interprets the template anew
// for every page, looking up each field by its name and calling each function
// through reflection, which costs more than everything else that a page needs.
//
// This package takes the templates after they were escaped, and resolves them
// against the type of the view, once. It decides nothing about safety: a
// template that uses anything that is not understood here, in its types or its
// escaping, is not compiled (ErrUnsupported), and a program that meets what
// would be an error stops (ErrStopped); html/template then runs the template
// as it is.
package compile

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"reflect"
	"text/template/parse"
)

var (
	// ErrUnsupported is wrapped by the error of New for a template that only
	// html/template can run.
	ErrUnsupported = errors.New("only html/template can run this")
	// ErrStopped is the error of Append when the template cannot be run to its
	// end; html/template can say why.
	ErrStopped = errors.New("the template cannot be run to its end")
)

// Texts is a type with a method that looks up a text, which is called without
// reflection.
type Texts interface {
	Text(key string, args ...string) string
}

// Program is a template for one type of view. It does not change and may be run
// from many goroutines.
type Program struct {
	body *body
	view reflect.Type
}

// New compiles a template of a set for views of a type. It has the set escaped,
// so that no template can be added to it afterwards. The error wraps
// ErrUnsupported, or is what html/template has against the template.
func New(set *template.Template, name string, view reflect.Type) (*Program, error) {
	// To run a template with nothing to show is the way to have it escaped.
	var mistake *template.Error
	if err := set.ExecuteTemplate(io.Discard, name, nil); errors.As(err, &mistake) {
		return nil, err
	}
	c := &compiler{set: set, bodies: make(map[call]*body)}
	b, err := c.template(name, view)
	if err != nil {
		return nil, err
	}
	return &Program{b, view}, nil
}

// Append appends what the template makes of a view to dst. When the error is
// ErrStopped, what was appended is worthless.
func (p *Program) Append(dst []byte, view any) (out []byte, err error) {
	v := reflect.ValueOf(view)
	if !v.IsValid() || v.Type() != p.view {
		return dst, ErrStopped
	}
	m := &machine{out: dst}
	defer func() {
		if e := recover(); e != nil {
			if e != ErrStopped {
				panic(e)
			}
			out, err = m.out, ErrStopped
		}
	}()
	p.body.run(m, v)
	return m.out, nil
}

// machine is the state of one run.
type machine struct {
	out   []byte
	vars  []reflect.Value // of all templates that are running, the innermost last
	base  int             // where those of the innermost begin
	depth int
}

// maxDepth is how many templates may run within each other.
const maxDepth = 1000

// step is a part of a template: it appends to the output.
type step func(m *machine, dot reflect.Value)

// body is a template that was compiled for one type of dot.
type body struct {
	steps []step
	vars  int // how many variables it has, $ included
}

func (b *body) run(m *machine, dot reflect.Value) {
	if m.depth++; m.depth > maxDepth {
		panic(ErrStopped)
	}
	base := m.base
	m.base = len(m.vars)
	m.vars = append(m.vars, dot)
	for range b.vars - 1 {
		m.vars = append(m.vars, reflect.Value{})
	}
	for _, s := range b.steps {
		s(m, dot)
	}
	m.vars = m.vars[:m.base]
	m.base = base
	m.depth--
}

// call is a template and the type of its dot; nil when it is called without one.
type call struct {
	name string
	dot  reflect.Type
}

// compiler compiles the templates of a set.
type compiler struct {
	set    *template.Template
	bodies map[call]*body
}

func unsupported(n parse.Node) error {
	return fmt.Errorf("%w: %s", ErrUnsupported, n)
}

func (c *compiler) template(name string, dot reflect.Type) (*body, error) {
	if b := c.bodies[call{name, dot}]; b != nil {
		return b, nil
	}
	t := c.set.Lookup(name)
	if t == nil || t.Tree == nil { // or html/template made it, for another context
		return nil, fmt.Errorf("%w: template %q", ErrUnsupported, name)
	}
	b := &body{vars: 1}
	c.bodies[call{name, dot}] = b // before its steps: it may call itself
	s := &scope{compiler: c, body: b, vars: []variable{{"$", 0, dot}}}
	steps, err := s.list(t.Tree.Root, dot)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	b.steps = steps
	return b, nil
}

// variable is a variable that is in scope.
type variable struct {
	name string
	slot int
	typ  reflect.Type
}

// scope compiles the nodes of one template.
type scope struct {
	*compiler
	body *body
	vars []variable // the innermost last
}

// declare gives a variable a slot.
func (s *scope) declare(name string, typ reflect.Type) int {
	slot := s.body.vars
	s.body.vars++
	s.vars = append(s.vars, variable{name, slot, typ})
	return slot
}

// list compiles nodes that stand behind each other. The variables that they
// declare end with them.
func (s *scope) list(l *parse.ListNode, dot reflect.Type) ([]step, error) {
	if l == nil {
		return nil, nil
	}
	outer := len(s.vars)
	defer func() { s.vars = s.vars[:outer] }()
	var steps []step
	for _, n := range l.Nodes {
		st, err := s.node(n, dot)
		if err != nil {
			return nil, err
		}
		if st != nil {
			steps = append(steps, st)
		}
	}
	return steps, nil
}

func (s *scope) node(n parse.Node, dot reflect.Type) (step, error) {
	switch n := n.(type) {
	case *parse.CommentNode:
		return nil, nil
	case *parse.TextNode:
		text := string(n.Text)
		return func(m *machine, _ reflect.Value) { m.out = append(m.out, text...) }, nil
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
func (s *scope) action(p *parse.PipeNode, dot reflect.Type) (step, error) {
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
	slot := s.declare(p.Decl[0].Ident[0], e.typ)
	return func(m *machine, dot reflect.Value) { m.vars[m.base+slot] = e.eval(m, dot) }, nil
}

func (s *scope) branch(n *parse.BranchNode, dot reflect.Type) (step, error) {
	if len(n.Pipe.Decl) != 0 {
		return nil, unsupported(n.Pipe)
	}
	holds, err := s.condition(n.Pipe, dot)
	if err != nil {
		return nil, err
	}
	then, err := s.list(n.List, dot)
	if err != nil {
		return nil, err
	}
	otherwise, err := s.list(n.ElseList, dot)
	if err != nil {
		return nil, err
	}
	return func(m *machine, dot reflect.Value) {
		steps := otherwise
		if holds(m, dot) {
			steps = then
		}
		for _, st := range steps {
			st(m, dot)
		}
	}, nil
}

func (s *scope) with(n *parse.WithNode, dot reflect.Type) (step, error) {
	outer := len(s.vars)
	defer func() { s.vars = s.vars[:outer] }()
	e, err := s.pipe(n.Pipe, dot)
	if err != nil {
		return nil, err
	}
	slot := 0
	switch {
	case len(n.Pipe.Decl) == 1 && !n.Pipe.IsAssign:
		slot = s.declare(n.Pipe.Decl[0].Ident[0], e.typ)
	case len(n.Pipe.Decl) != 0:
		return nil, unsupported(n.Pipe)
	}
	then, err := s.list(n.List, e.typ)
	if err != nil {
		return nil, err
	}
	otherwise, err := s.list(n.ElseList, dot)
	if err != nil {
		return nil, err
	}
	return func(m *machine, dot reflect.Value) {
		v := e.eval(m, dot)
		if slot != 0 {
			m.vars[m.base+slot] = v
		}
		steps := otherwise
		if truth(v) {
			steps, dot = then, v
		}
		for _, st := range steps {
			st(m, dot)
		}
	}, nil
}

// loop compiles a range over a slice.
func (s *scope) loop(n *parse.RangeNode, dot reflect.Type) (step, error) {
	outer := len(s.vars)
	defer func() { s.vars = s.vars[:outer] }()
	e, err := s.pipe(n.Pipe, dot)
	if err != nil {
		return nil, err
	}
	if e.typ.Kind() != reflect.Slice || n.Pipe.IsAssign {
		return nil, unsupported(n.Pipe)
	}
	index, elem := 0, 0
	switch d := n.Pipe.Decl; len(d) {
	case 1:
		elem = s.declare(d[0].Ident[0], e.typ.Elem())
	case 2:
		index = s.declare(d[0].Ident[0], reflect.TypeFor[int]())
		elem = s.declare(d[1].Ident[0], e.typ.Elem())
	}
	each, err := s.list(n.List, e.typ.Elem())
	if err != nil {
		return nil, err
	}
	none, err := s.list(n.ElseList, dot)
	if err != nil {
		return nil, err
	}
	return func(m *machine, dot reflect.Value) {
		v := e.eval(m, dot)
		if v.Len() == 0 {
			for _, st := range none {
				st(m, dot)
			}
			return
		}
		for i := range v.Len() {
			one := v.Index(i)
			if index != 0 {
				m.vars[m.base+index] = reflect.ValueOf(i)
			}
			if elem != 0 {
				m.vars[m.base+elem] = one
			}
			for _, st := range each {
				st(m, one)
			}
		}
	}, nil
}

// call compiles {{template "need" .}}.
func (s *scope) call(n *parse.TemplateNode, dot reflect.Type) (step, error) {
	if n.Pipe == nil {
		b, err := s.template(n.Name, nil)
		if err != nil {
			return nil, err
		}
		return func(m *machine, _ reflect.Value) { b.run(m, reflect.Value{}) }, nil
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
	return func(m *machine, dot reflect.Value) { b.run(m, e.eval(m, dot)) }, nil
}
