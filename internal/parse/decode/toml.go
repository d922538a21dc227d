package decode

import (
	"bytes"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// TOML reads the TOML between start and end of f into a tree. A key that is written
// twice is there twice.
func TOML(f *source.File, start, end int) (*tree.Node, diag.List) {
	text := lineFeeds(f.Data[start:end])
	r := &tomlReader{base: start, text: text}
	root, err := r.read()
	if r.tooDeep {
		return nil, diag.List{diag.At(f.Pos(start, start), diag.TooIntricate)}
	}
	if err == nil && !r.twice {
		// The parser is lenient about dates and does not see all that clashes.
		err = validTOML(text)
	}
	if err != nil {
		return nil, diag.List{tomlProblem(f, start, text, err)}
	}
	return root, nil
}

func validTOML(text []byte) (err error) {
	defer recovered(&err)
	var all map[string]any
	return toml.Unmarshal(text, &all)
}

// tomlReader builds a tree of the expressions that the parser finds.
type tomlReader struct {
	base    int
	text    []byte
	tables  map[*tree.Node]*tomlTable // of the mappings, and of the lists of [[header]]
	twice   bool                      // a key was written twice
	tooDeep bool
}

// tomlTable is how a mapping or a list was written, which decides whether more may be
// added to it.
type tomlTable struct {
	index    map[string]*tree.Node // value by key
	explicit bool                  // it had its own [header]
	array    bool                  // a list of [[header]]
	closed   bool                  // written between braces: nothing can be added
}

func (r *tomlReader) read() (root *tree.Node, err error) {
	defer recovered(&err)
	r.tables = make(map[*tree.Node]*tomlTable)
	root = r.table(r.base)
	into := root
	var p unstable.Parser
	p.Reset(r.text)
	for p.NextExpression() {
		e := p.Expression()
		switch e.Kind {
		case unstable.KeyValue:
			r.keyValue(&p, into, e, 0)
		case unstable.Table, unstable.ArrayTable:
			into = r.header(root, e)
		}
		into.End = max(into.End, r.base+r.lineEnd(e))
		root.End = max(root.End, into.End)
	}
	if len(root.Children) > 0 {
		root.Start = root.Children[0].Start
	}
	return root, p.Error()
}

func (r *tomlReader) table(at int) *tree.Node {
	n := &tree.Node{Kind: tree.Mapping, Start: at, End: at}
	r.tables[n] = &tomlTable{index: map[string]*tree.Node{}}
	return n
}

// lineEnd returns the end of an expression, or of its last key when the parser does not
// give the former.
func (r *tomlReader) lineEnd(e *unstable.Node) int {
	end := e.Raw.Offset + e.Raw.Length
	for keys := e.Key(); keys.Next(); { // of a header there is no more
		k := keys.Node().Raw
		end = max(end, k.Offset+k.Length)
	}
	return int(end)
}

// header returns the table that [a.b] or [[a.b]] opens.
func (r *tomlReader) header(root *tree.Node, e *unstable.Node) *tree.Node {
	into := root
	depth := 0
	for keys := e.Key(); keys.Next(); depth++ {
		k := keys.Node()
		if depth > tree.MaxDepth {
			r.tooDeep = true
			return into
		}
		if !keys.IsLast() {
			into = r.through(into, k)
			continue
		}
		if e.Kind == unstable.ArrayTable {
			return r.item(into, k)
		}
		return r.open(into, k)
	}
	return into
}

// through returns the table at a key of a dotted key that is not its last.
func (r *tomlReader) through(into *tree.Node, k *unstable.Node) *tree.Node {
	v := r.tables[into].index[string(k.Data)]
	switch t := r.tables[v]; {
	case t != nil && t.array:
		return v.Children[len(v.Children)-1]
	case t != nil && !t.closed:
		return v
	}
	return r.add(into, k, r.table(r.keyStart(k)))
}

// open returns the table of a [header] that ends with a key.
func (r *tomlReader) open(into *tree.Node, k *unstable.Node) *tree.Node {
	v := r.tables[into].index[string(k.Data)]
	if t := r.tables[v]; t != nil && !t.array && !t.explicit {
		t.explicit = true
		return v
	}
	n := r.add(into, k, r.table(r.headerStart(k)))
	r.tables[n].explicit = true
	return n
}

// item returns a new item of the list of a [[header]] that ends with a key.
func (r *tomlReader) item(into *tree.Node, k *unstable.Node) *tree.Node {
	v := r.tables[into].index[string(k.Data)]
	if t := r.tables[v]; t == nil || !t.array {
		v = r.add(into, k, &tree.Node{Kind: tree.List, Start: r.headerStart(k)})
		r.tables[v] = &tomlTable{array: true}
	}
	item := r.table(r.headerStart(k))
	r.tables[item].explicit = true
	v.Children = append(v.Children, item)
	return item
}

// add puts a value at a key, also when there is one already.
func (r *tomlReader) add(into *tree.Node, k *unstable.Node, v *tree.Node) *tree.Node {
	name := string(k.Data)
	t := r.tables[into]
	if t.index[name] != nil {
		r.twice = true
	} else {
		t.index[name] = v
	}
	start := r.keyStart(k)
	key := &tree.Node{Kind: tree.Scalar, Form: tree.Quoted, Text: name, Start: start, End: start + int(k.Raw.Length)}
	into.Children = append(into.Children, key, v)
	v.End = max(v.End, key.End)
	return v
}

func (r *tomlReader) keyStart(k *unstable.Node) int { return r.base + int(k.Raw.Offset) }

// headerStart returns where the header of a key begins: its first bracket.
func (r *tomlReader) headerStart(k *unstable.Node) int {
	i := int(k.Raw.Offset)
	for i > 0 && r.text[i-1] != '\n' {
		i--
	}
	for isSpace(r.text[i]) {
		i++
	}
	return r.base + i
}

// keyValue adds the value of an expression to a mapping and returns the value.
func (r *tomlReader) keyValue(p *unstable.Parser, into *tree.Node, e *unstable.Node, depth int) *tree.Node {
	for keys := e.Key(); keys.Next(); depth++ {
		k := keys.Node()
		if depth > tree.MaxDepth {
			r.tooDeep = true
			return into
		}
		if !keys.IsLast() {
			into = r.through(into, k)
			continue
		}
		from := int(k.Raw.Offset + k.Raw.Length)
		return r.add(into, k, r.value(p, e.Value(), from, depth))
	}
	return into
}

// value returns a value that begins at an offset of the text, or after spaces, comments
// and signs that separate values there.
func (r *tomlReader) value(p *unstable.Parser, v *unstable.Node, from, depth int) *tree.Node {
	switch v.Kind {
	case unstable.Array:
		return r.array(p, v, from, depth)
	case unstable.InlineTable:
		return r.inlineTable(p, v, depth)
	}
	start := r.base + int(v.Raw.Offset)
	n := &tree.Node{Kind: tree.Scalar, Start: start, End: start + int(v.Raw.Length), Text: string(v.Data)}
	switch v.Kind {
	case unstable.Bool:
		n.Form = tree.Boolean
	case unstable.Integer, unstable.Float:
		n.Form = tree.Number
	case unstable.LocalDate, unstable.LocalTime, unstable.LocalDateTime, unstable.DateTime:
		n.Form = tree.Day
	default:
		n.Form = tree.Quoted
	}
	return n
}

func (r *tomlReader) array(p *unstable.Parser, v *unstable.Node, from, depth int) *tree.Node {
	start := r.skip(from)
	n := &tree.Node{Kind: tree.List, Start: r.base + start}
	at := start + 1
	if depth > tree.MaxDepth {
		r.tooDeep = true
		return n
	}
	for items := v.Children(); items.Next(); {
		c := r.value(p, items.Node(), at, depth+1)
		n.Children = append(n.Children, c)
		at = c.End - r.base
	}
	n.End = r.base + min(r.skip(at)+1, len(r.text))
	return n
}

func (r *tomlReader) inlineTable(p *unstable.Parser, v *unstable.Node, depth int) *tree.Node {
	start := int(v.Raw.Offset)
	n := r.table(r.base + start)
	n.End = n.Start + 1
	if depth > tree.MaxDepth {
		r.tooDeep = true
		return n
	}
	at := start + 1
	for items := v.Children(); items.Next(); {
		at = max(at, r.keyValue(p, n, items.Node(), depth+1).End-r.base)
	}
	n.End = r.base + min(r.skip(at)+1, len(r.text))
	r.tables[n].explicit, r.tables[n].closed = true, true
	return n
}

// skip skips what separates values: spaces, line ends, comments, commas and the equals
// sign.
func (r *tomlReader) skip(i int) int {
	for i < len(r.text) {
		switch c := r.text[i]; {
		case isSpace(c) || c == ',' || c == '=':
			i++
		case c == '#':
			i, _ = Line(r.text, i)
		default:
			return i
		}
	}
	return i
}

// lineFeeds returns text in which a lone CR, which TOML does not know, is LF.
func lineFeeds(text []byte) []byte {
	if !bytes.Contains(bytes.ReplaceAll(text, []byte("\r\n"), nil), []byte{'\r'}) {
		return text
	}
	text = bytes.Clone(text)
	for i, c := range text {
		if c == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
			text[i] = '\n'
		}
	}
	return text
}
