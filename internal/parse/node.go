package parse

import (
	"bufio"
	"bytes"
	"io"
	"slices"
	"strings"
	"sync"
)

// node is what YAML, TOML and JSON have in common: a scalar, a list or a
// mapping, and where it stands in the file. A scalar is text as written.
type node struct {
	kind       kind
	form       form
	flow       bool // in YAML: between brackets or braces
	start, end int  // bytes in the file
	text       string
	children   []*node        // of a list its items; of a mapping key and value in turn
	index      map[string]int // of a large mapping, where each key is first
}

type kind uint8

const (
	nothing kind = iota // null, ~ or no value at all
	scalar
	list
	mapping
	faulty // already reported; it was written, and that is all we know
)

// form is how a scalar was written.
type form uint8

const (
	plain   form = iota // YAML without quotes: any text
	quoted              // in quotes
	block               // YAML after | or >
	number              // TOML or JSON without quotes
	boolean             // TOML or JSON without quotes
	day                 // TOML without quotes
)

// empty tells whether nothing was written: no value, only spaces, or a list or
// mapping without anything in it.
func (n *node) empty() bool {
	switch n.kind {
	case faulty:
		return false
	case scalar:
		return strings.TrimSpace(n.text) == ""
	default:
		return len(n.children) == 0
	}
}

// large is how many children a mapping has when looking through them takes
// longer than an index.
const large = 64

// entry returns the first key with a name and its value, nil when there is none.
func (n *node) entry(name string) (key, value *node) {
	if len(n.children) > large {
		i, ok := n.indexed()[name]
		if !ok {
			return nil, nil
		}
		return n.children[i], n.children[i+1]
	}
	for i := 0; i+1 < len(n.children); i += 2 {
		if n.children[i].text == name {
			return n.children[i], n.children[i+1]
		}
	}
	return nil, nil
}

func (n *node) indexed() map[string]int {
	if n.index == nil {
		n.index = make(map[string]int, len(n.children)/2)
		for i := len(n.children) - 2; i >= 0; i -= 2 {
			n.index[n.children[i].text] = i
		}
	}
	return n.index
}

// value returns what stands at a key, nil when it was not written.
func (n *node) value(name string) *node {
	if _, v := n.entry(name); v != nil && !v.empty() {
		return v
	}
	return nil
}

// nodes hands out nodes, and lists of nodes, many to an allocation. The room is used
// again for the next file: trees are a third of what parsing allocates, and live no
// longer than it takes to make a record of one.
type nodes struct {
	rows [][]node
	used int    // rows that were begun
	free []node // of the last of them

	lists rowsOf
	open  []*node // children of collections that are not read whole yet

	shown *bufio.Reader // see read
	front frontReader
}

// rowsOf is room for lists of nodes.
type rowsOf struct {
	rows [][]*node
	used int     // rows that were begun
	free []*node // of the last of them
}

// inRow is how many nodes a row of lists has room for.
const inRow = 256

// of returns a list of some nodes, which has no room to grow.
func (r *rowsOf) of(items []*node) []*node {
	switch {
	case len(items) == 0:
		return nil
	case len(items) > inRow/4:
		return slices.Clip(slices.Clone(items))
	case len(items) > len(r.free):
		if r.used == len(r.rows) {
			r.rows = append(r.rows, make([]*node, inRow))
		}
		r.free = r.rows[r.used]
		r.used++
	}
	n := copy(r.free, items)
	list := r.free[:n:n]
	r.free = r.free[n:]
	return list
}

// begin begins a collection: what is added from here on are its children, but for
// those of collections in it, which end before it does.
func (a *nodes) begin() (first int) { return len(a.open) }

func (a *nodes) add(children ...*node) { a.open = append(a.open, children...) }

// since ends the collection that began at first, and returns its children.
func (a *nodes) since(first int) []*node {
	list := a.lists.of(a.open[first:])
	a.open = a.open[:first]
	return list
}

// read returns a reader of what package frontmatter is shown. It makes a buffer of 4 kB
// for each file unless what it reads has one, which would be most of what it leaves behind.
func (a *nodes) read(head []byte) io.Reader {
	if a.shown == nil {
		a.shown = bufio.NewReader(nil)
	}
	a.shown.Reset(bytes.NewReader(head))
	return a.shown
}

func (a *nodes) make(n node) *node {
	if len(a.free) == 0 {
		if a.used == len(a.rows) {
			a.rows = append(a.rows, make([]node, 64))
		}
		a.free = a.rows[a.used]
		a.used++
	}
	p := &a.free[0]
	a.free = a.free[1:]
	*p = n
	return p
}

var spareNodes = sync.Pool{New: func() any { return new(nodes) }}

// giveBack lets the next file use the nodes, to which nothing may refer any more.
func (a *nodes) giveBack() {
	for _, row := range a.rows[:a.used] {
		clear(row)
	}
	a.used, a.free = 0, nil
	a.lists.used, a.lists.free = 0, nil
	spareNodes.Put(a)
}

// maxDepth is how deep lists and mappings may nest. Content needs five.
const maxDepth = 64
