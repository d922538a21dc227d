package lsp

import (
	"iter"

	"wijkvisie/internal/parse"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

// referable yields what can be referred to, and its title. Buurten are those of a wijk.
func (c *Content) referable(to parse.Reference, wijk string) iter.Seq2[string, string] {
	x := c.Index
	return func(yield func(ref, title string) bool) {
		switch to {
		case parse.ToWijk:
			each(&x.Wijken, yield, func(id string) string { w, _, _ := x.Wijken.Find(id); return w.Name.Value })
		case parse.ToDepartment:
			each(&x.Departments, yield, func(id string) string { d, _, _ := x.Departments.Find(id); return d.Name.Value })
		case parse.ToTheme:
			each(&x.Themes, yield, func(id string) string { t, _, _ := x.Themes.Find(id); return t.Name.Value })
		case parse.ToCommitment:
			each(&x.Commitments, yield, func(id string) string { t, _, _ := x.Commitments.Find(id); return t.Title.Value })
		case parse.ToBuurt:
			w, _, ok := x.Wijken.Find(wijk)
			if !ok {
				return
			}
			for _, b := range w.Buurten {
				if !b.ID.IsZero() && !yield(b.ID.Value, b.Name.Value) {
					return
				}
			}
		case parse.ToNeed:
			c.needs(yield)
		}
	}
}

// needs yields every need with the title that it has in the vision that counts.
func (c *Content) needs(yield func(ref, title string) bool) {
	titles := make(map[string]string)
	for _, n := range c.Graph().Needs {
		titles[n.ID] = n.Main.Title.Value
	}
	for _, wijk := range c.Index.Wijken.IDs() {
		needs := c.Index.Needs(wijk)
		for _, id := range needs.IDs() {
			ref := wijk + "/" + id
			title, ok := titles[ref]
			if !ok { // of a vision that is not in the graph
				n, _, _ := needs.Find(id)
				title = n.Title.Value
			}
			if !yield(ref, title) {
				return
			}
		}
	}
}

// each yields the ids of things and their titles.
func each[T any](things *relate.ByID[T], yield func(id, title string) bool, title func(id string) string) {
	for _, id := range things.IDs() {
		if !yield(id, title(id)) {
			return
		}
	}
}

// find returns where a thing is written; the zero Pos when it is not known.
func (c *Content) find(to parse.Reference, ref, wijk string) source.Pos {
	x := c.Index
	switch to {
	case parse.ToWijk:
		if w, _, ok := x.Wijken.Find(ref); ok {
			return w.FirstLine
		}
	case parse.ToDepartment:
		if d, _, ok := x.Departments.Find(ref); ok {
			return d.FirstLine
		}
	case parse.ToTheme:
		if t, _, ok := x.Themes.Find(ref); ok {
			return t.ID.Pos
		}
	case parse.ToCommitment:
		if t, _, ok := x.Commitments.Find(ref); ok {
			return t.ID.Pos
		}
	case parse.ToBuurt:
		if w, _, ok := x.Wijken.Find(wijk); ok {
			for _, b := range w.Buurten {
				if b.ID.Value == ref {
					return b.ID.Pos
				}
			}
		}
	case parse.ToNeed:
		if n := c.need(ref); n != nil {
			return n.Main.ID.Pos
		}
		if wijk, id, ok := relate.NeedRef(ref); ok {
			if n, _, ok := x.Needs(x.Wijken.Now(wijk)).Find(id); ok {
				return n.ID.Pos
			}
		}
	}
	return source.Pos{}
}

// need returns a need of the graph by a reference to it, nil when it is not in the graph.
func (c *Content) need(ref string) *relate.Need {
	wijk, id, ok := relate.NeedRef(ref)
	if !ok {
		return nil
	}
	wijk = c.Index.Wijken.Now(wijk)
	id = c.Index.Needs(wijk).Now(id)
	for _, n := range c.Graph().Needs {
		if n.ID == wijk+"/"+id {
			return n
		}
	}
	return nil
}

// commitment returns a commitment of the graph by its id, nil when it is not in the graph.
func (c *Content) commitment(id string) *relate.Commitment {
	id = c.Index.Commitments.Now(id)
	for _, t := range c.Graph().Commitments {
		if t.ID.Value == id {
			return t
		}
	}
	return nil
}
