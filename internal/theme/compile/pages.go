package compile

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
	"text/template/parse"
)

// Trees are templates that were parsed, by name.
type Trees map[string]*parse.Tree

// Add adds templates, over those that are there. As in html/template, an empty one
// does not replace another.
func (t Trees) Add(more Trees) {
	for name, tree := range more {
		if t[name] == nil || !parse.IsEmptyTree(tree.Root) {
			t[name] = tree
		}
	}
}

// Copy returns a copy that can be changed.
func (t Trees) Copy() Trees {
	c := make(Trees, len(t))
	for name, tree := range t {
		c[name] = tree.Copy()
	}
	return c
}

// Pages are the templates of pages, most of which they share. It may be used from
// many goroutines.
//
// Pages that define a template of the same name, "main", would each need a set of
// their own, with a copy of everything that they share. Here all are in one set,
// in which "main" holds the versions of all pages behind each other, each within
// an if. So html/template escapes everything once, and assures itself that each
// version ends in the context in which it begins, so that one can stand for the
// other. A program of a page then has that page's version where the set has "main".
type Pages struct {
	layout string
	shared Trees
	own    map[string]Trees // by page
	varies map[string]bool  // the templates that pages have versions of, and those that call them

	mu     sync.Mutex
	bodies map[call]*body
	shapes map[reflect.Type]*shape
}

// call is a template, for a page when that matters, and the type of its dot; nil
// when it is called without one.
type call struct {
	page, name string
	dot        reflect.Type
}

// Join puts the templates of pages into one set, by the names of the pages, and
// those that they share. All begin with the layout. It takes the trees over. The
// error is what html/template has against one of them.
func Join(layout string, funcs template.FuncMap, shared Trees, pages map[string]Trees) (*Pages, error) {
	p := &Pages{
		layout: layout, shared: shared, own: pages, varies: make(map[string]bool),
		bodies: make(map[call]*body), shapes: make(map[reflect.Type]*shape),
	}
	versions := make(map[string][]*parse.Tree)
	for _, page := range slices.Sorted(maps.Keys(pages)) {
		for name, tree := range pages[page] {
			if shared[name] != nil && parse.IsEmptyTree(tree.Root) {
				delete(pages[page], name) // it does not replace the other
			} else {
				versions[name] = append(versions[name], tree)
			}
		}
	}
	all := maps.Clone(shared)
	if all == nil {
		all = make(Trees)
	}
	for name, own := range versions {
		if shared[name] != nil {
			own = append(own, shared[name])
		}
		tree, err := together(name, own)
		if err != nil {
			return nil, err
		}
		all[name] = tree
	}
	p.findVarying(all, slices.Collect(maps.Keys(versions)))
	return p, escape(layout, funcs, all)
}

// together returns a template that holds others. It is never run.
func together(name string, trees []*parse.Tree) (*parse.Tree, error) {
	made, err := parse.Parse(name, strings.Repeat("{{if .}}x{{end}}", len(trees)), "", "")
	if err != nil {
		return nil, err
	}
	for i, tree := range trees {
		made[name].Root.Nodes[i].(*parse.IfNode).List = tree.Root
	}
	return made[name], nil
}

// escape has html/template escape all that the layout calls.
func escape(layout string, funcs template.FuncMap, all Trees) error {
	set := template.New("").Funcs(funcs)
	for name, tree := range all {
		if _, err := set.AddParseTree(name, tree); err != nil {
			return err
		}
	}
	// To run a template with nothing to show is the way to have it escaped.
	var mistake *template.Error
	if err := set.ExecuteTemplate(io.Discard, layout, nil); errors.As(err, &mistake) {
		return err
	}
	return nil
}

// findVarying finds the templates that call one that has versions, in the end.
func (p *Pages) findVarying(all Trees, versions []string) {
	callers := make(map[string][]string)
	for name, tree := range all {
		for _, called := range calls(nil, tree.Root) {
			callers[called] = append(callers[called], name)
		}
	}
	var mark func(names []string)
	mark = func(names []string) {
		for _, name := range names {
			if !p.varies[name] {
				p.varies[name] = true
				mark(callers[name])
			}
		}
	}
	mark(versions)
}

// calls appends the templates that are called within a node.
func calls(names []string, n parse.Node) []string {
	var branch *parse.BranchNode
	switch n := n.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, child := range n.Nodes {
				names = calls(names, child)
			}
		}
		return names
	case *parse.TemplateNode:
		return append(names, n.Name)
	case *parse.IfNode:
		branch = &n.BranchNode
	case *parse.WithNode:
		branch = &n.BranchNode
	case *parse.RangeNode:
		branch = &n.BranchNode
	default:
		return names
	}
	return calls(calls(names, branch.List), branch.ElseList)
}

// Program compiles a page for views of a type.
func (p *Pages) Program(page string, view reflect.Type) (*Program, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	c := &compiler{Pages: p, page: page}
	b, err := c.template(p.layout, view)
	if err != nil {
		for _, made := range c.made { // those that were begun are not whole
			delete(p.bodies, made)
		}
		return nil, err
	}
	return &Program{body: b, view: view}, nil
}

// compiler compiles the templates of a page.
type compiler struct {
	*Pages
	page string
	made []call
}

// template compiles a template for a type of dot, or returns what is there.
func (c *compiler) template(name string, dot reflect.Type) (*body, error) {
	key := call{name: name, dot: dot}
	if c.varies[name] {
		key.page = c.page
	}
	if b := c.bodies[key]; b != nil {
		return b, nil
	}
	tree := c.own[c.page][name]
	if tree == nil {
		tree = c.shared[name]
	}
	if tree == nil { // it is another page's, or html/template made it, for another context
		return nil, fmt.Errorf("%w: template %q", ErrUnsupported, name)
	}
	b := &body{vars: 1}
	c.bodies[key] = b // before its steps: it may call itself
	c.made = append(c.made, key)
	s := &scope{compiler: c, body: b, vars: []variable{{"$", 0, dot}}}
	steps, err := s.list(tree.Root, dot)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	b.steps = steps
	return b, nil
}
