package parse

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// Why entries cannot be added to a file.
var (
	// ErrNotYAML is front matter that is not in YAML.
	ErrNotYAML = errors.New("the front matter is not YAML")
	// ErrNotSimple is YAML that has no place for them, such as a voortgang that two
	// commitments share.
	ErrNotSimple = errors.New("the front matter is too intricate to add to")
)

// AppendProgress adds entries to the voortgang of commitments of a programme, by the ids
// of these, and returns the file. Every byte that was there stays, but for an empty list
// or null; the entries have the layout of those before them. The result is read again, and
// the error is ErrNotSimple when it differs from the file in anything but the entries.
func AppendProgress(f *source.File, added map[string][]*city.ProgressEntry) ([]byte, error) {
	root, front, err := yamlTree(f)
	if err != nil {
		return nil, err
	}
	a := appender{file: f, eol: lineEnd(f.Data[front.Start:front.End])}
	for _, c := range commitmentNodes(root) {
		if id := c.Value("id"); id != nil && id.Kind == tree.Scalar && len(added[id.Text]) > 0 {
			a.commitment(c, added[id.Text])
		}
	}
	data := a.apply()
	again, _, err := yamlTree(source.NewFile(f.Path, data))
	if err != nil || !sameNode(root, again) || !bytes.HasSuffix(data, f.Data[front.End:]) {
		return nil, ErrNotSimple
	}
	return data, nil
}

// yamlTree returns the mapping in the front matter of a file.
func yamlTree(f *source.File) (*tree.Node, decode.FrontMatter, error) {
	front, _, ok := decode.Find(f)
	if !ok {
		return nil, front, ErrNotSimple
	}
	if front.Language != decode.InYAML {
		return nil, front, ErrNotYAML
	}
	root, problems := front.Decode(f)
	if root == nil || root.Kind != tree.Mapping || problems.HasErrors() {
		return nil, front, ErrNotSimple
	}
	return root, front, nil
}

func commitmentNodes(root *tree.Node) []*tree.Node {
	all := root.Value("toezeggingen")
	if all == nil || all.Kind != tree.List {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(all.Children), func(c *tree.Node) bool { return c.Kind != tree.Mapping })
}

// appender is a file and the changes to it.
type appender struct {
	file    *source.File
	eol     string
	changes []change
}

// change is a text that replaces the bytes from start to end.
type change struct {
	start, end int
	text       string
}

func (a *appender) apply() []byte {
	slices.SortStableFunc(a.changes, func(x, y change) int { return cmp.Compare(x.start, y.start) })
	var out []byte
	at := 0
	for _, c := range a.changes {
		if c.start < at {
			continue // two changes of one place: the trees will differ
		}
		out = append(append(out, a.file.Data[at:c.start]...), c.text...)
		at = c.end
	}
	return append(out, a.file.Data[at:]...)
}

func (a *appender) insert(at int, text string) { a.changes = append(a.changes, change{at, at, text}) }

// commitment adds entries to a commitment, in the file and in its node.
func (a *appender) commitment(c *tree.Node, entries []*city.ProgressEntry) {
	key, log := c.Entry("voortgang")
	nodes := make([]*tree.Node, len(entries))
	for i, e := range entries {
		nodes[i] = entryNode(e)
	}
	switch {
	case key == nil && c.Flow:
		a.insert(lastEnd(c), ", voortgang: ["+flowItems(nodes)+"]")
	case key == nil:
		indent := spaces(a.column(c.Start))
		a.insert(a.endOfLine(c.End), a.eol+indent+"voortgang:"+a.blockItems(indent+"  ", nodes))
	case log.Kind == tree.Nothing && log.End > log.Start, log.Kind == tree.List && log.Flow && len(log.Children) == 0:
		a.changes = append(a.changes, change{log.Start, log.End, "[" + flowItems(nodes) + "]"})
	case log.Kind == tree.Nothing && c.Flow:
		a.insert(key.End+len(":"), " ["+flowItems(nodes)+"]")
	case log.Kind == tree.Nothing:
		a.insert(a.endOfLine(key.End), a.blockItems(spaces(a.column(key.Start))+"  ", nodes))
	case log.Kind == tree.List && log.Flow:
		a.flowList(log, nodes)
	case log.Kind == tree.List && len(log.Children) > 0:
		a.blockList(log, nodes)
	}
	if key == nil {
		key = &tree.Node{Kind: tree.Scalar, Text: "voortgang"}
		log = &tree.Node{Kind: tree.List}
		c.Children = append(c.Children, key, log)
	}
	log.Kind = tree.List
	log.Children = append(slices.Clip(log.Children), nodes...)
}

// lastEnd returns where the last child of a collection in brackets or braces ends.
func lastEnd(n *tree.Node) int {
	if len(n.Children) == 0 {
		return n.Start + 1
	}
	return n.Children[len(n.Children)-1].End
}

// flowList adds items to a list in brackets, on lines of their own if the last one is.
func (a *appender) flowList(log *tree.Node, items []*tree.Node) {
	last := log.Children[len(log.Children)-1]
	between := ", "
	if begin := a.file.Data[a.startOfLine(last.Start):last.Start]; len(bytes.TrimSpace(begin)) == 0 {
		between = "," + a.eol + string(begin)
	}
	var b strings.Builder
	for _, n := range items {
		b.WriteString(between + flowItem(n))
	}
	a.insert(last.End, b.String())
}

// blockList adds items to a list with a dash for each, in the form of the last one.
func (a *appender) blockList(log *tree.Node, items []*tree.Node) {
	last := log.Children[len(log.Children)-1]
	dash := spaces(a.column(log.Start))
	at := a.endOfLine(last.End)
	if last.Kind != tree.Mapping || last.Flow {
		a.insert(at, a.blockItems(dash, items))
		return
	}
	inner := a.column(last.Start) - len(dash)
	if inner < 2 {
		inner = 2
	}
	var b strings.Builder
	for _, n := range items {
		for i := 0; i+1 < len(n.Children); i += 2 {
			b.WriteString(a.eol + dash)
			if i == 0 {
				b.WriteString("-" + spaces(inner-1))
			} else {
				b.WriteString(spaces(inner))
			}
			b.WriteString(n.Children[i].Text + ": " + flowItem(n.Children[i+1]))
		}
	}
	a.insert(at, b.String())
}

// blockItems returns items as lines with a dash.
func (a *appender) blockItems(indent string, items []*tree.Node) string {
	var b strings.Builder
	for _, n := range items {
		b.WriteString(a.eol + indent + "- " + flowItem(n))
	}
	return b.String()
}

func flowItems(items []*tree.Node) string {
	texts := make([]string, len(items))
	for i, n := range items {
		texts[i] = flowItem(n)
	}
	return strings.Join(texts, ", ")
}

// flowItem returns a text, or a mapping in braces.
func flowItem(n *tree.Node) string {
	if n.Kind == tree.Scalar {
		return decode.Text(n.Text, true)
	}
	var parts []string
	for i := 0; i+1 < len(n.Children); i += 2 {
		parts = append(parts, n.Children[i].Text+": "+flowItem(n.Children[i+1]))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// entryNode returns the mapping that an entry is in content.
func entryNode(p *city.ProgressEntry) *tree.Node {
	n := textsNode([][2]string{
		{"datum", p.Date.String()}, {"status", p.Status.Value}, {"gereed", p.Due.String()},
		{"reden", p.Reason.Value}, {"tekst", p.Text.Value}, {"naar", p.To.Value},
	})
	group := func(name string, of *tree.Node) {
		if len(of.Children) > 0 {
			n.Children = append(n.Children, &tree.Node{Kind: tree.Scalar, Text: name}, of)
		}
	}
	group("bron", textsNode([][2]string{{"titel", p.Source.Title.Value}, {"url", p.Source.URL.Value}}))
	if p.Image != nil {
		group("beeld", textsNode([][2]string{{"bestand", p.Image.File.Value}, {"alt", p.Image.Alt.Value}}))
	}
	return n
}

// textsNode returns a mapping of keys and texts, without those that are empty.
func textsNode(pairs [][2]string) *tree.Node {
	n := &tree.Node{Kind: tree.Mapping}
	for _, kv := range pairs {
		if kv[1] != "" {
			n.Children = append(n.Children, &tree.Node{Kind: tree.Scalar, Text: kv[0]}, &tree.Node{Kind: tree.Scalar, Text: kv[1]})
		}
	}
	return n
}

// sameNode reports whether two trees have the same values, in whatever form.
func sameNode(a, b *tree.Node) bool {
	return a.Kind == b.Kind && a.Text == b.Text && slices.EqualFunc(a.Children, b.Children, sameNode)
}

// lineEnd returns the line end of the first line of a text.
func lineEnd(text []byte) string {
	end, next := decode.Line(text, 0)
	if next == end {
		return "\n"
	}
	return string(text[end:next])
}

func spaces(n int) string { return strings.Repeat(" ", n) }

// column returns the number of bytes before an offset on its line.
func (a *appender) column(at int) int { return at - a.startOfLine(at) }

func (a *appender) startOfLine(at int) int {
	return 1 + bytes.LastIndexAny(a.file.Data[:at], "\n\r")
}

func (a *appender) endOfLine(at int) int {
	end, _ := decode.Line(a.file.Data, at)
	return end
}
