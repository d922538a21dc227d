// Package compile makes programs of templates that html/template has escaped.
//
// Package html/template finds out, once, what each action needs to be safe where
// it stands, and writes that into the template: {{.Title}} becomes
// {{.Title | _html_template_htmlescaper}}. It then interprets the template anew
// for every page, looking up each field by its name and calling each function
// through reflection, which costs more than everything else that a page needs.
//
// This package takes the templates after they were escaped, and resolves them
// against the type of the view, once: fields become offsets (memory.go). It
// decides nothing about safety: a template that uses anything that is not
// understood here, in its types or its escaping, is not compiled
// (ErrUnsupported), and a program that meets what would be an error stops
// (ErrStopped); html/template then runs the template as it is.
package compile

import (
	"errors"
	"fmt"
	"reflect"
	"sync"
	"text/template/parse"
)

var (
	// ErrUnsupported is wrapped by the error of Program for a template that only
	// html/template can run.
	ErrUnsupported = errors.New("only html/template can run this")
	// ErrStopped is the error of Append when the template cannot be run to its
	// end; html/template can say why.
	ErrStopped = errors.New("the template cannot be run to its end")
)

// Texts is a type with a method that looks up a text, which is called without
// reflection. It must not keep the arguments: the list is used again.
type Texts interface {
	Text(key string, args ...string) string
}

// Program is a template for one type of view. It does not change and may be run
// from many goroutines.
type Program struct {
	body     *body
	view     reflect.Type
	machines sync.Pool // of *machine
}

// Raw is HTML of a view that went into the page as it is.
type Raw struct {
	HTML string // the very text of the view, not a copy
	At   int    // the bytes of the page before it
}

// Append appends what the template makes of a view to dst, and to raw, which may be nil,
// the HTML that it wrote as it is. When the error is ErrStopped, what was appended is
// worthless.
func (p *Program) Append(dst []byte, view any, raw *[]Raw) (out []byte, err error) {
	v := reflect.ValueOf(view)
	if !v.IsValid() || v.Type() != p.view {
		return dst, ErrStopped
	}
	m, ok := p.machines.Get().(*machine)
	if !ok {
		m = &machine{view: reflect.New(p.view)}
	}
	m.out, m.start, m.raw = dst, len(dst), raw
	defer func() {
		switch e := recover(); e {
		case nil:
			m.reset()
			p.machines.Put(m)
		case ErrStopped:
			out, err = m.out, ErrStopped
		default:
			panic(e)
		}
	}()
	m.view.Elem().Set(v)
	p.body.run(m, addressAt(m.view))
	return m.out, nil
}

// machine is the state of one run.
type machine struct {
	view  reflect.Value // a pointer to the copy of the view
	out   []byte
	start int       // where the page begins in it
	raw   *[]Raw    // nil when nobody asks
	vars  []address // of all templates that are running, the innermost last
	base  int       // where those of the innermost begin
	depth int
	args  []string // of the calls of Texts.Text that are being made ready
	kept  []string // texts that were made and that a variable or a dot is at
	loops []int    // the indexes of the loops that are running
}

// reset forgets all that the run has shown.
func (m *machine) reset() {
	m.out, m.raw = nil, nil
	m.view.Elem().SetZero()
	clear(m.vars[:cap(m.vars)])
	clear(m.args[:cap(m.args)])
	clear(m.kept)
	m.kept = m.kept[:0]
}

// keep returns the address of a text, which stays until the end of the run.
func (m *machine) keep(text string) address {
	m.kept = append(m.kept, text) // those of before stay where they were when the list moves
	return addressOf(&m.kept[len(m.kept)-1])
}

// maxDepth is how many templates may run within each other.
const maxDepth = 1000

// step is a part of a template: a text and what comes behind it, if anything. Half
// of the calls that a page would take are saved by keeping them together.
type step struct {
	text []byte
	act  action
}

// action appends something to the output.
type action func(m *machine, dot address)

func run(steps []step, m *machine, dot address) {
	for i := range steps {
		s := &steps[i]
		m.out = append(m.out, s.text...)
		if s.act != nil {
			s.act(m, dot)
		}
	}
}

// body is a template that was compiled for one type of dot.
type body struct {
	steps []step
	vars  int // how many variables it has, $ included
}

func (b *body) run(m *machine, dot address) {
	if m.depth++; m.depth > maxDepth {
		panic(ErrStopped)
	}
	base := m.base
	m.base = len(m.vars)
	m.vars = append(m.vars, dot)
	for range b.vars - 1 {
		m.vars = append(m.vars, address{})
	}
	run(b.steps, m, dot)
	m.vars = m.vars[:m.base]
	m.base = base
	m.depth--
}

func unsupported(n parse.Node) error {
	return fmt.Errorf("%w: %s", ErrUnsupported, n)
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
	steps := make([]step, 0, len(l.Nodes)/2+1)
	var text []byte // that stands before the next action
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
	find := e.address()
	slot := s.declare(p.Decl[0].Ident[0], e.typ)
	return func(m *machine, dot address) { m.vars[m.base+slot] = find(m, dot) }, nil
}

func (s *scope) branch(n *parse.BranchNode, dot reflect.Type) (action, error) {
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
	return func(m *machine, dot address) {
		if holds(m, dot) {
			run(then, m, dot)
		} else {
			run(otherwise, m, dot)
		}
	}, nil
}

func (s *scope) with(n *parse.WithNode, dot reflect.Type) (action, error) {
	outer := len(s.vars)
	defer func() { s.vars = s.vars[:outer] }()
	e, err := s.pipe(n.Pipe, dot)
	if err != nil {
		return nil, err
	}
	find, holds := e.address(), truthOf(e.typ)
	if holds == nil {
		return nil, unsupported(n.Pipe)
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
	return func(m *machine, dot address) {
		at := find(m, dot)
		if slot != 0 {
			m.vars[m.base+slot] = at
		}
		if holds(at) {
			run(then, m, at)
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
	index, elem := 0, 0
	switch d := n.Pipe.Decl; len(d) {
	case 1:
		elem = s.declare(d[0].Ident[0], e.typ.Elem())
	case 2:
		index = s.declare(d[0].Ident[0], intType)
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
	find, size := e.address(), e.typ.Elem().Size()
	return func(m *machine, dot address) {
		list := find(m, dot)
		length := list.length()
		if length == 0 {
			run(none, m, dot)
			return
		}
		m.loops = append(m.loops, 0)
		counter := &m.loops[len(m.loops)-1] // also when the list moves on
		first := list.elements()
		for i := range length {
			one := first.field(uintptr(i) * size)
			if index != 0 {
				*counter = i
				m.vars[m.base+index] = addressOf(counter)
			}
			if elem != 0 {
				m.vars[m.base+elem] = one
			}
			run(each, m, one)
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
	find := e.address()
	return func(m *machine, dot address) { b.run(m, find(m, dot)) }, nil
}
