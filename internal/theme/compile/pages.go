package compile

import (
	"errors"
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

// Add adds templates, in the place of those of the same name. As in html/template, an
// empty template does not replace another.
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

// Pages are the escaped templates of pages, most of which they share. It may be used
// from many goroutines.
//
// Every page defines a "main" of its own. In html/template each page would need a set
// of its own, with a copy of everything that the pages share, to be escaped again. Here
// all are in one set, in which "main" holds the versions of all pages one after the
// other, each in an {{if}}. So html/template escapes everything once, and makes sure
// that each version ends in the context in which it begins, so that any of them can
// stand where the set has "main". A program of a page uses that page's version.
type Pages struct {
	layout string
	shared Trees
	own    map[string]Trees // by page
	varies map[string]bool  // the templates that pages have versions of, and those that call them

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

// Join joins the templates of pages, by the names of the pages, with those that they
// share, and has html/template escape them. All pages begin with the layout. Join
// changes the trees, which may not be used again. The error is a mistake that
// html/template found.
func Join(layout string, funcs template.FuncMap, shared Trees, pages map[string]Trees) (*Pages, error) {
	p := &Pages{
		layout: layout, shared: shared, own: pages, varies: make(map[string]bool),
		bodies: make(map[bodyKey]*body), types: make(map[reflect.Type]*typeInfo),
	}
	versions := make(map[string][]*parse.Tree)
	for _, page := range slices.Sorted(maps.Keys(pages)) {
		for name, tree := range pages[page] {
			if shared[name] != nil && parse.IsEmptyTree(tree.Root) {
				delete(pages[page], name) // an empty template does not replace another
			} else {
				versions[name] = append(versions[name], tree)
			}
		}
	}
	all := maps.Clone(shared)
	if all == nil {
		all = make(Trees)
	}
	for name, trees := range versions {
		if shared[name] != nil {
			trees = append(trees, shared[name])
		}
		tree, err := combined(name, trees)
		if err != nil {
			return nil, err
		}
		all[name] = tree
	}
	p.findVarying(all, slices.Collect(maps.Keys(versions)))
	return p, escape(layout, funcs, all)
}

// combined returns a template that holds others, for html/template to escape. It is
// never run.
func combined(name string, trees []*parse.Tree) (*parse.Tree, error) {
	parsed, err := parse.Parse(name, strings.Repeat("{{if .}}x{{end}}", len(trees)), "", "")
	if err != nil {
		return nil, err
	}
	for i, tree := range trees {
		parsed[name].Root.Nodes[i].(*parse.IfNode).List = tree.Root
	}
	return parsed[name], nil
}

// escape has html/template escape everything that the layout calls.
func escape(layout string, funcs template.FuncMap, all Trees) error {
	set := template.New("").Funcs(funcs)
	for name, tree := range all {
		if _, err := set.AddParseTree(name, tree); err != nil {
			return err
		}
	}
	// A set is escaped when it is first executed. Executing it without a view does
	// nothing else that matters: its errors are those of the view that is not there.
	var mistake *template.Error
	if err := set.ExecuteTemplate(io.Discard, layout, nil); errors.As(err, &mistake) {
		return err
	}
	return nil
}

// findVarying finds the templates that call one that has versions, directly or not.
func (p *Pages) findVarying(all Trees, versions []string) {
	callers := make(map[string][]string)
	for name, tree := range all {
		for _, callee := range appendCalls(nil, tree.Root) {
			callers[callee] = append(callers[callee], name)
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

// appendCalls appends the names of the templates that are called within a node.
func appendCalls(names []string, n parse.Node) []string {
	var branch *parse.BranchNode
	switch n := n.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, child := range n.Nodes {
				names = appendCalls(names, child)
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
	return appendCalls(appendCalls(names, branch.List), branch.ElseList)
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
