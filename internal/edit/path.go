package edit

import (
	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/tree"
)

// Path leads from the top of the front matter to a value.
type Path []Step

// Step is a step of a path: a key of a mapping, or an item of a list.
type Step struct {
	key, id string
	index   int
	raw     bool // the index counts empty items too
}

// Key returns the step to the value of a key.
func Key(name string) Step { return Step{key: name} }

// Item returns the step to the item of a list that has an id.
func Item(id string) Step { return Step{id: id} }

// Index returns the step to an item of a list by its number, from 0. As in the records of a file,
// items that are empty, and texts among mappings, do not count.
func Index(i int) Step { return Step{index: i} }

func rawIndex(i int) Step { return Step{index: i, raw: true} }

// then returns the path with one more step.
func (p Path) then(s Step) Path { return append(p[:len(p):len(p)], s) }

// place is a value in a tree, and what is around it.
type place struct {
	parent  *tree.Node // the mapping or list that it is in; nil of the whole front matter
	index   int        // of the value among the children of parent
	value   *tree.Node
	table   parse.Key // what the value is; of an item of a list, the list
	flow    bool      // it is inside brackets or braces
	column  int       // of its key or its dash, or of what is in braces around it
	isGroup bool      // it is an item of a list of mappings
}

// key returns the key of the value; nil of an item.
func (at place) key() *tree.Node {
	if at.parent == nil || at.parent.Kind != tree.Mapping {
		return nil
	}
	return at.parent.Children[at.index-1]
}

// inside returns the table of the keys that the value may have.
func (at place) inside() *parse.Mapping { return at.table.Inside() }

// find returns the place that a path leads to, as far as it exists, and the rest of the path.
func (d *Document) find(p Path) (place, Path, error) {
	at := place{value: d.root, table: parse.Key{Type: parse.GroupValue, Of: d.kind.Mapping}}
	for i, s := range p {
		if at.value.Kind == tree.Nothing {
			return at, p[i:], nil
		}
		next, ok, err := d.step(at, s)
		if err != nil {
			return place{}, nil, err
		}
		if !ok {
			return at, p[i:], nil
		}
		at = next
	}
	return at, nil, nil
}

// step takes a step of a path. It is not ok when there is no such key.
func (d *Document) step(at place, s Step) (next place, ok bool, err error) {
	n := at.value
	next = place{parent: n, flow: at.flow || n.Flow, column: at.column}
	if s.key != "" {
		if n.Kind != tree.Mapping {
			return place{}, false, ErrNotFound
		}
		for i := 0; i+1 < len(n.Children); i += 2 {
			if n.Children[i].Text == s.key {
				next.index, next.value, next.table = i+1, n.Children[i+1], at.inside().Key(s.key)
				if !next.flow {
					next.column = d.column(n.Children[0].Start)
				}
				return next, true, nil
			}
		}
		return place{}, false, nil
	}
	if n.Kind != tree.List {
		return place{}, false, ErrNotFound
	}
	i, err := s.among(n, at.table)
	if err != nil {
		return place{}, false, err
	}
	next.index, next.value, next.table, next.isGroup = i, n.Children[i], at.table, at.table.Of != nil
	if !next.flow {
		next.column = d.column(n.Start)
	}
	return next, true, nil
}

// among returns the index in a list of the item that a step leads to.
func (s Step) among(n *tree.Node, table parse.Key) (int, error) {
	found, count := -1, 0
	for i, item := range n.Children {
		switch {
		case s.raw:
			if i == s.index {
				return i, nil
			}
		case s.id != "":
			if id := item.Value("id"); item.Kind == tree.Mapping && id != nil && id.Kind == tree.Scalar && id.Text == s.id {
				if found >= 0 {
					return 0, ErrNotFound // two have this id
				}
				found = i
			}
		case item.IsEmpty() || table.Of != nil && item.Kind != tree.Mapping:
		case count == s.index:
			return i, nil
		default:
			count++
		}
	}
	if found < 0 {
		return 0, ErrNotFound
	}
	return found, nil
}
