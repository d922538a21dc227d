package edit

import (
	"bytes"
	"slices"

	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
)

// Set puts a value in the place that a path leads to, in place of what is there, if anything. A key
// that is not there is added at its place in the order of its table; one that gets nothing is taken
// away, unless there is a comment beside it. Of a list or a mapping only what differs is changed.
func (d *Document) Set(p Path, v *tree.Node) error {
	return d.all(func() error { return d.set(p, v) })
}

// Append adds items at the end of the list of a key, and makes the list if there is none.
func (d *Document) Append(p Path, items ...*tree.Node) error {
	return d.all(func() error {
		at, rest, err := d.find(p)
		if err != nil {
			return err
		}
		if len(rest) > 0 || at.value.IsEmpty() {
			return d.set(p, List(items...))
		}
		if at.value.Kind != tree.List {
			return ErrNotSimple
		}
		return d.insertItems(at, len(at.value.Children), items)
	})
}

func (d *Document) set(p Path, v *tree.Node) error {
	at, rest, err := d.find(p)
	if err != nil {
		return err
	}
	for i := len(rest) - 1; i > 0; i-- { // the keys on the way to it are not there
		if rest[i].key == "" {
			return ErrNotFound
		}
		v = Group(rest[i].key, v)
	}
	old := at.value
	switch {
	case len(rest) > 0 && rest[0].key == "":
		return ErrNotFound
	case len(rest) > 0 && v.IsEmpty():
		return nil
	case len(rest) > 0 && old.Kind == tree.Nothing:
		return d.replace(at, Group(rest[0].key, v))
	case len(rest) > 0:
		return d.addKey(at, rest[0].key, v)
	case sameNode(old, v) || old.IsEmpty() && v.IsEmpty():
		return nil
	case at.parent == nil:
		return ErrNotSimple
	case v.IsEmpty() && at.key() != nil:
		return d.removeKey(at)
	case old.Kind == tree.Mapping && v.Kind == tree.Mapping && !old.IsEmpty():
		return d.setMapping(p, old, v)
	case old.Kind == tree.List && v.Kind == tree.List && !old.IsEmpty():
		return d.setList(p, old, v)
	}
	return d.replace(at, v)
}

func (d *Document) setMapping(p Path, old, v *tree.Node) error {
	for i := 0; i+1 < len(v.Children); i += 2 {
		if err := d.set(p.then(Key(v.Children[i].Text)), v.Children[i+1]); err != nil {
			return err
		}
	}
	for i := 0; i+1 < len(old.Children); i += 2 {
		if key, _ := v.Entry(old.Children[i].Text); key == nil {
			if err := d.set(p.then(Key(old.Children[i].Text)), Nothing()); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *Document) setList(p Path, old, v *tree.Node) error {
	was, is := old.Children, v.Children
	first := 0
	for first < min(len(was), len(is)) && sameNode(was[first], is[first]) {
		first++
	}
	last := 0
	for last < min(len(was), len(is))-first && sameNode(was[len(was)-1-last], is[len(is)-1-last]) {
		last++
	}
	both := min(len(was), len(is)) - first - last
	for i := first; i < first+both; i++ {
		if err := d.set(p.then(rawIndex(i)), is[i]); err != nil {
			return err
		}
	}
	for i := len(was) - last - 1; i >= first+both; i-- {
		at, _, err := d.find(p)
		if err == nil {
			err = d.removeItem(at, i)
		}
		if err != nil {
			return err
		}
	}
	if added := is[first+both : len(is)-last]; len(added) > 0 {
		at, _, err := d.find(p)
		if err != nil {
			return err
		}
		return d.insertItems(at, first+both, added)
	}
	return nil
}

// replace writes a value in place of one of another kind, or of a text.
func (d *Document) replace(at place, v *tree.Node) error {
	n := at.value
	if n.Form == tree.Block && n.Kind == tree.Scalar {
		return d.replaceBlock(at, v)
	}
	if len(n.Children) > 0 && !n.Flow {
		return ErrNotSimple
	}
	v = ordered(at.table, v)
	column := at.column
	text := d.write(at.table, v, column, at.flow)
	if at.key() == nil && v.Kind != tree.Scalar { // an item
		text = lines{head: d.item(at.table, v, column, 2, false)[len("-"):]}
	}
	from, to := n.Start, n.End
	switch {
	case from == to && at.key() == nil:
		return ErrNotSimple
	case from == to:
		from = at.key().End + len(":")
		to = from
	case text.head == "":
		from = at.key().End + len(":")
	default:
		text.head = text.head[len(" "):]
	}
	if text.below != "" && at.key() != nil && len(bytes.TrimSpace(d.file.Data[at.key().End:from])) > len(":") {
		return ErrNotSimple // it begins below its key
	}
	at.parent.Children[at.index] = v
	if text.below == "" {
		return d.change(splice{from, to, text.head})
	}
	end := d.endOfLine(to)
	return d.change(splice{from, to, text.head}, splice{end, end, text.below})
}

// replaceBlock writes a value in place of a text behind a | or >. The comment beside that stays.
func (d *Document) replaceBlock(at place, v *tree.Node) error {
	if v.Kind > tree.Scalar {
		return ErrNotSimple
	}
	n, data := at.value, d.file.Data
	mark := n.Start
	for mark < n.End && data[mark] > ' ' {
		mark++
	}
	head := d.endOfLine(n.Start)
	at.parent.Children[at.index] = v
	if !decode.IsLiteral(v.Text) || v.Kind == tree.Nothing {
		text := ""
		if v.Kind == tree.Scalar {
			text = decode.Text(v.Text, false)
		}
		return d.change(splice{n.Start, mark, text}, splice{head, max(head, n.End), ""})
	}
	column := at.column + 2
	if content := bytes.TrimLeft(data[min(head, n.End):n.End], "\r\n"); len(content) > 0 {
		first := bytes.TrimLeft(content, " \r\n")
		column = d.column(n.End - len(first))
	}
	indicator := string(data[n.Start:mark])
	if indicator != "|-" && indicator != "|+" {
		indicator = "|"
	}
	return d.change(splice{n.Start, mark, indicator}, splice{head, max(head, n.End), d.literal(v.Text, column)})
}

// addKey adds a key to a mapping.
func (d *Document) addKey(at place, name string, v *tree.Node) error {
	m, table := at.value, at.inside()
	if m.Kind != tree.Mapping {
		return ErrNotSimple
	}
	v = ordered(table.Key(name), v)
	children := m.Children
	after := len(children) // the number of children before it
	for after > 0 && table.Place(children[after-2].Text) > table.Place(name) {
		after -= 2
	}
	m.Children = slices.Insert(slices.Clip(children), after, keyNode(name), v)
	if at.flow || m.Flow {
		return d.addInBraces(m, children, after, decode.Text(name, true)+":"+d.write(table.Key(name), v, 0, true).head)
	}
	switch {
	case len(children) == 0: // an empty block is that of the whole file
		return d.change(splice{m.Start, m.Start, d.entry(table, name, v, 0) + d.eol})
	case after > 0:
		column := d.column(children[0].Start)
		end := d.endOfLine(d.last(children[after-2], children[after-1]))
		return d.change(splice{end, end, d.eol + spaces(column) + d.entry(table, name, v, column)})
	}
	first := children[0].Start
	column := d.column(first)
	return d.change(splice{first, first, d.entry(table, name, v, column) + d.eol + spaces(column)})
}

// addInBraces adds a key or an item to a collection in braces or brackets, which had children.
func (d *Document) addInBraces(n *tree.Node, children []*tree.Node, after int, text string) error {
	if after == 0 {
		if len(children) > 0 {
			text += ", "
		}
		at := n.Start + len("{")
		if len(children) > 0 {
			at = children[0].Start
		}
		return d.change(splice{at, at, text})
	}
	first, end := children[after-1], children[after-1].End
	if n.Kind == tree.Mapping {
		first = children[after-2]
		end = d.last(first, children[after-1])
	}
	return d.change(splice{end, end, d.between(first) + text})
}

// between returns what stands between an item in brackets or braces and the next one: a line of
// its own when that item has one.
func (d *Document) between(item *tree.Node) string {
	if begin := d.file.Data[d.startOfLine(item.Start):item.Start]; len(bytes.TrimSpace(begin)) == 0 {
		return "," + d.eol + string(begin)
	}
	return ", "
}

// insertItems adds items to a list that has some, before the one with an index.
func (d *Document) insertItems(at place, index int, items []*tree.Node) error {
	n, children := at.value, at.value.Children
	items = ordered(at.table, List(items...)).Children
	n.Children = slices.Insert(slices.Clone(children), index, items...)
	if at.flow || n.Flow {
		text, between := "", ", "
		if index > 0 {
			between = d.between(children[index-1])
		}
		for i, item := range items {
			if i > 0 {
				text += between
			}
			text += parse.Flow(item, at.inside())
		}
		return d.addInBraces(n, children, index, text)
	}
	column := d.column(n.Start)
	form := children[max(0, index-1)]
	keys, inner := form.Kind == tree.Mapping && !form.Flow, 2
	if keys {
		inner = max(2, d.column(form.Start)-column)
	}
	text, gap := "", ""
	if index > 1 && d.blankAbove(children[index-1], column) {
		gap = d.eol
	}
	for _, item := range items {
		written := d.item(at.table, item, column, inner, keys)
		if index == 0 {
			text += written + d.eol + spaces(column)
		} else {
			text += gap + d.eol + spaces(column) + written
		}
	}
	where := n.Start
	if index > 0 {
		where = d.endOfLine(d.last(nil, children[index-1]))
	}
	return d.change(splice{where, where, text})
}
