package compile

import (
	"reflect"
	"sync"
	"text/template/parse"
)

// Pages are the templates of pages, most of which they share. It may be used from many
// goroutines.
type Pages struct {
	layout string
	shared Templates
	own    map[string]Templates // by page
	varies map[string]bool      // the templates that pages have versions of, and those that call them

	mu     sync.Mutex // of what follows
	bodies map[bodyKey]*body
	types  map[reflect.Type]*typeInfo
}

// bodyKey is what a body was compiled for. The page is empty when it does not matter;
// dot is nil for a template that is called without one.
type bodyKey struct {
	page, name string
	dot        reflect.Type
}

// NewPages returns the pages that have templates of their own, by the names of the pages,
// in addition to those that they share. All pages begin with the layout.
func NewPages(layout string, shared Templates, own map[string]Templates) *Pages {
	p := &Pages{
		layout: layout, shared: shared, own: own, varies: make(map[string]bool),
		bodies: make(map[bodyKey]*body), types: make(map[reflect.Type]*typeInfo),
	}
	p.findVarying()
	return p
}

// find returns the template of a name that a page uses: its own, unless that is empty,
// before the shared one.
func (p *Pages) find(page, name string) (Template, bool) {
	own, ok := p.own[page][name]
	if shared, has := p.shared[name]; has && (!ok || parse.IsEmptyTree(own.tree.Root)) {
		return shared, true
	}
	return own, ok
}

// findVarying finds the templates of which pages have versions, and those that call one
// of these, directly or not.
func (p *Pages) findVarying() {
	callers := make(map[string][]string)
	addCallers := func(all Templates) {
		for name, t := range all {
			for _, call := range appendCalls(nil, t.tree.Root) {
				callers[call.Name] = append(callers[call.Name], name)
			}
		}
	}
	var mark func(name string)
	mark = func(name string) {
		if !p.varies[name] {
			p.varies[name] = true
			for _, caller := range callers[name] {
				mark(caller)
			}
		}
	}
	addCallers(p.shared)
	for _, own := range p.own {
		addCallers(own)
	}
	for _, own := range p.own {
		for name := range own {
			mark(name)
		}
	}
}

// Program compiles a page for views of a type.
func (p *Pages) Program(page string, view reflect.Type) (*Program, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	c := &compiler{Pages: p, page: page}
	b, err := c.template(p.layout, view)
	if err != nil {
		for _, key := range c.begun { // they may be incomplete
			delete(p.bodies, key)
		}
		return nil, err
	}
	return &Program{body: b, view: view}, nil
}
