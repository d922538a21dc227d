package compile

import (
	"errors"
	"reflect"
	"sync"
)

// ErrStopped is the error of Append when the template cannot be run to its end;
// html/template can say why.
var ErrStopped = errors.New("the template cannot be run to its end")

// Texts is a type with a method that looks up a text, which is called without
// reflection. It must not hold on to the arguments: the list is used again.
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

// Append appends what the template makes of a view to dst. When the error is
// ErrStopped, what was appended is incomplete.
func (p *Program) Append(dst []byte, view any) (out []byte, err error) {
	v := reflect.ValueOf(view)
	if !v.IsValid() || v.Type() != p.view {
		return dst, ErrStopped
	}
	m, ok := p.machines.Get().(*machine)
	if !ok {
		m = &machine{view: reflect.New(p.view)}
	}
	m.out = dst
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
	view        reflect.Value // a pointer to the copy of the view
	out         []byte
	vars        []address // of all templates that are running, the innermost last
	base        int       // where those of the innermost begin
	depth       int       // the number of templates that are running
	args        []string  // of the calls of Texts.Text that are being prepared
	temporaries []string  // texts that were computed, for variables and dots
	loops       []int     // the indexes of the loops that are running
}

// reset clears all references to the view that was run.
func (m *machine) reset() {
	m.out = nil
	m.view.Elem().SetZero()
	clear(m.vars[:cap(m.vars)])
	clear(m.args[:cap(m.args)])
	clear(m.temporaries)
	m.temporaries = m.temporaries[:0]
}

// temporary returns the address of a text, which is right until the end of the run.
func (m *machine) temporary(text string) address {
	m.temporaries = append(m.temporaries, text) // earlier ones stay where they are when the list grows
	return addressOf(&m.temporaries[len(m.temporaries)-1])
}

// maxDepth is the number of templates that may run within each other.
const maxDepth = 1000

// step is a text and the action behind it, of which either may be missing. Together
// they take half as many calls as they would apart.
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
	vars  int // the number of its variables, $ included
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
