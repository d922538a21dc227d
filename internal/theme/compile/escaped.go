package compile

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
	"text/template/parse"
)

// Escaped templates can be kept: to parse and to escape those of the built-in
// theme takes two thirds of what a theme costs at the start of a process
// (render.BenchmarkTheme), and comes out the same each time. What is kept are the
// trees as html/template left them, each node as a letter and what belongs to it,
// a text as its length and its bytes.

// The letters of nodes.
const (
	keptText = iota + 1
	keptAction
	keptIf
	keptWith
	keptRange
	keptTemplate
	keptDot
	keptField
	keptVariable
	keptString
	keptIdentifier
	keptPipe
)

// Keep returns the templates in a form for Kept. The error wraps ErrUnsupported
// when there is something in them that programs are not made of.
func (p *Pages) Keep() ([]byte, error) {
	k := &keeper{}
	k.text(p.layout)
	k.trees(p.shared)
	k.count(len(p.own))
	for _, page := range slices.Sorted(maps.Keys(p.own)) {
		k.text(page)
		k.trees(p.own[page])
	}
	k.count(len(p.varies))
	for _, name := range slices.Sorted(maps.Keys(p.varies)) {
		k.text(name)
	}
	return k.out, k.err
}

// keeper writes templates.
type keeper struct {
	out []byte
	err error
}

func (k *keeper) count(n int) { k.out = binary.AppendUvarint(k.out, uint64(n)) }

func (k *keeper) text(s string) {
	k.count(len(s))
	k.out = append(k.out, s...)
}

func (k *keeper) texts(list []string) {
	k.count(len(list))
	for _, s := range list {
		k.text(s)
	}
}

func (k *keeper) trees(t Trees) {
	k.count(len(t))
	for _, name := range slices.Sorted(maps.Keys(t)) {
		k.text(name)
		k.list(t[name].Root)
	}
}

func (k *keeper) list(l *parse.ListNode) {
	if l == nil {
		k.count(0)
		return
	}
	k.nodes(l.Nodes)
}

func (k *keeper) nodes(nodes []parse.Node) {
	k.count(len(nodes))
	for _, n := range nodes {
		k.node(n)
	}
}

func (k *keeper) node(n parse.Node) {
	letter := func(c byte) { k.out = append(k.out, c) }
	switch n := n.(type) {
	case *parse.TextNode:
		letter(keptText)
		k.text(string(n.Text))
	case *parse.ActionNode:
		letter(keptAction)
		k.pipe(n.Pipe)
	case *parse.IfNode:
		letter(keptIf)
		k.branch(&n.BranchNode)
	case *parse.WithNode:
		letter(keptWith)
		k.branch(&n.BranchNode)
	case *parse.RangeNode:
		letter(keptRange)
		k.branch(&n.BranchNode)
	case *parse.TemplateNode:
		letter(keptTemplate)
		k.text(n.Name)
		k.pipe(n.Pipe)
	case *parse.DotNode:
		letter(keptDot)
	case *parse.FieldNode:
		letter(keptField)
		k.texts(n.Ident)
	case *parse.VariableNode:
		letter(keptVariable)
		k.texts(n.Ident)
	case *parse.StringNode:
		letter(keptString)
		k.text(n.Text)
	case *parse.IdentifierNode:
		letter(keptIdentifier)
		k.text(n.Ident)
	case *parse.PipeNode:
		letter(keptPipe)
		k.pipe(n)
	default:
		k.err = errors.Join(k.err, unsupported(n))
	}
}

func (k *keeper) branch(b *parse.BranchNode) {
	k.pipe(b.Pipe)
	k.list(b.List)
	k.list(b.ElseList)
}

// pipe writes a pipeline; one without commands stands for none.
func (k *keeper) pipe(p *parse.PipeNode) {
	if p == nil {
		k.count(0)
		return
	}
	if p.IsAssign {
		k.err = errors.Join(k.err, unsupported(p))
	}
	k.count(len(p.Cmds))
	for _, c := range p.Cmds {
		k.nodes(c.Args)
	}
	k.count(len(p.Decl))
	for _, d := range p.Decl {
		k.text(d.Ident[0])
	}
}

// Kept returns the templates that Keep has written. It keeps data.
func Kept(data []byte) (pages *Pages, err error) {
	defer func() {
		if e := recover(); e != nil { // it reads behind the end
			pages, err = nil, fmt.Errorf("kept templates are damaged: %v", e)
		}
	}()
	r := &keptReader{data: data, known: make(map[string]string)}
	p := newPages(r.text(), r.trees(), make(map[string]Trees))
	for range r.count() {
		page := r.text()
		p.own[page] = r.trees()
	}
	for range r.count() {
		p.varies[r.text()] = true
	}
	return p, nil
}

// keptReader reads templates.
type keptReader struct {
	data  []byte
	known map[string]string // names, which come again and again
}

func (r *keptReader) count() int {
	n, size := binary.Uvarint(r.data)
	r.data = r.data[size:]
	return int(n)
}

func (r *keptReader) bytes() []byte {
	n := r.count()
	b := r.data[:n:n]
	r.data = r.data[n:]
	return b
}

func (r *keptReader) text() string {
	b := r.bytes()
	s, ok := r.known[string(b)]
	if !ok {
		s = string(b)
		r.known[s] = s
	}
	return s
}

func (r *keptReader) texts() []string {
	list := make([]string, r.count())
	for i := range list {
		list[i] = r.text()
	}
	return list
}

func (r *keptReader) trees() Trees {
	n := r.count()
	trees := make(Trees, n)
	for range n {
		name := r.text()
		trees[name] = &parse.Tree{Name: name, Root: r.list()}
	}
	return trees
}

func (r *keptReader) list() *parse.ListNode {
	return &parse.ListNode{NodeType: parse.NodeList, Nodes: r.nodes()}
}

func (r *keptReader) nodes() []parse.Node {
	nodes := make([]parse.Node, r.count())
	for i := range nodes {
		nodes[i] = r.node()
	}
	return nodes
}

func (r *keptReader) node() parse.Node {
	letter := r.data[0]
	r.data = r.data[1:]
	switch letter {
	case keptText:
		return &parse.TextNode{NodeType: parse.NodeText, Text: r.bytes()}
	case keptAction:
		return &parse.ActionNode{NodeType: parse.NodeAction, Pipe: r.pipe()}
	case keptIf:
		return &parse.IfNode{BranchNode: r.branch(parse.NodeIf)}
	case keptWith:
		return &parse.WithNode{BranchNode: r.branch(parse.NodeWith)}
	case keptRange:
		return &parse.RangeNode{BranchNode: r.branch(parse.NodeRange)}
	case keptTemplate:
		return &parse.TemplateNode{NodeType: parse.NodeTemplate, Name: r.text(), Pipe: r.pipe()}
	case keptDot:
		return &parse.DotNode{NodeType: parse.NodeDot}
	case keptField:
		return &parse.FieldNode{NodeType: parse.NodeField, Ident: r.texts()}
	case keptVariable:
		return &parse.VariableNode{NodeType: parse.NodeVariable, Ident: r.texts()}
	case keptString:
		text := r.text()
		return &parse.StringNode{NodeType: parse.NodeString, Text: text, Quoted: fmt.Sprintf("%q", text)}
	case keptIdentifier:
		return &parse.IdentifierNode{NodeType: parse.NodeIdentifier, Ident: r.text()}
	case keptPipe:
		return r.pipe()
	default:
		panic("an unknown node")
	}
}

func (r *keptReader) branch(t parse.NodeType) parse.BranchNode {
	return parse.BranchNode{NodeType: t, Pipe: r.pipe(), List: r.list(), ElseList: r.list()}
}

func (r *keptReader) pipe() *parse.PipeNode {
	n := r.count()
	if n == 0 {
		return nil
	}
	p := &parse.PipeNode{NodeType: parse.NodePipe, Cmds: make([]*parse.CommandNode, n)}
	for i := range p.Cmds {
		p.Cmds[i] = &parse.CommandNode{NodeType: parse.NodeCommand, Args: r.nodes()}
	}
	for range r.count() {
		p.Decl = append(p.Decl, &parse.VariableNode{NodeType: parse.NodeVariable, Ident: []string{r.text()}})
	}
	return p
}
