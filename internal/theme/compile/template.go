package compile

import (
	"html/template"
	"io"
	"strings"
	texttemplate "text/template"
	"text/template/parse"
)

// Template is a template that was parsed and escaped.
type Template struct {
	tree    *parse.Tree
	mistake error // that html/template found when it escaped the file
}

// Templates are templates by name.
type Templates map[string]Template

// Add adds templates, in the place of those of the same name. As in html/template, an
// empty template does not replace another.
func (t Templates) Add(more Templates) {
	for name, one := range more {
		if _, ok := t[name]; !ok || !parse.IsEmptyTree(one.tree.Root) {
			t[name] = one
		}
	}
}

// Parse parses a file, which may define several templates, and has html/template escape
// them. The error is one of parsing. A mistake that html/template finds while it escapes
// them is the error of all programs that need one of them.
func Parse(file, text string, funcs template.FuncMap) (Templates, error) {
	set, err := texttemplate.New(file).Funcs(funcs).Parse(text)
	if err != nil {
		return nil, err
	}
	var trees []*parse.Tree
	for _, t := range set.Templates() {
		if t.Name() != file || !parse.IsEmptyTree(t.Root) { // most files hold nothing outside their definitions
			trees = append(trees, t.Tree)
		}
	}
	mistake := escape(trees, funcs)
	all := make(Templates, len(trees))
	for _, tree := range trees {
		all[tree.Name] = Template{tree, mistake}
	}
	return all, nil
}

// escape has html/template escape templates, each apart from those that it calls.
//
// To html/template they are one template, in which each stands in an {{if}} of its own,
// and in which every call is that of an empty template. So it makes sure that each ends
// in the context in which it begins, which is text, as an empty template does, and the
// result is that of escaping them with those that they call. A call that does not stand
// in text gets the name of a template that html/template derives for its place; for
// such a name there is no program.
func escape(trees []*parse.Tree, funcs template.FuncMap) error {
	const all, called = "all", "called"
	set, err := template.New(all).Funcs(funcs).Parse(strings.Repeat("{{if .}}x{{end}}", len(trees)) + `{{define "` + called + `"}}{{end}}`)
	if err != nil {
		return err
	}
	var calls []*parse.TemplateNode
	for i, tree := range trees {
		set.Tree.Root.Nodes[i].(*parse.IfNode).List = tree.Root
		calls = appendCalls(calls, tree.Root)
	}
	names := make([]string, len(calls))
	for i, call := range calls {
		names[i], call.Name = call.Name, called
	}
	// A set is escaped when it is first executed.
	err = set.Execute(io.Discard, nil)
	for i, call := range calls {
		if call.Name == called {
			call.Name = names[i]
		}
	}
	return err
}

// appendCalls appends the calls of templates within a node.
func appendCalls(calls []*parse.TemplateNode, n parse.Node) []*parse.TemplateNode {
	var branch *parse.BranchNode
	switch n := n.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, child := range n.Nodes {
				calls = appendCalls(calls, child)
			}
		}
		return calls
	case *parse.TemplateNode:
		return append(calls, n)
	case *parse.IfNode:
		branch = &n.BranchNode
	case *parse.WithNode:
		branch = &n.BranchNode
	case *parse.RangeNode:
		branch = &n.BranchNode
	default:
		return calls
	}
	return appendCalls(appendCalls(calls, branch.List), branch.ElseList)
}
