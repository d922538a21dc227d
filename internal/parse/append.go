package parse

import (
	"bytes"
	"cmp"
	"errors"
	"regexp"
	"slices"
	"strings"
	"sync"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

// Why entries cannot be added to a file.
var (
	// ErrNotYAML is front matter that is not in YAML.
	ErrNotYAML = errors.New("the front matter is not YAML")
	// ErrNotSimple is YAML in which no place can be found where they belong, as with
	// a voortgang that two commitments share.
	ErrNotSimple = errors.New("the front matter is too intricate to add to")
)

// AppendProgress adds entries to the voortgang of commitments of a programme, by the
// ids of these, and returns the file. Every byte that was there stays, but for what
// says that there was nothing yet; the entries look like those that they are put
// behind. What comes out is read again: were anything else than what was asked
// different, the error is ErrNotSimple.
func AppendProgress(f *source.File, added map[string][]*city.Progress) ([]byte, error) {
	tree, front, err := yamlTree(f)
	if err != nil {
		return nil, err
	}
	a := appender{file: f, eol: lineEnd(f.Data[front.start:front.end])}
	for _, c := range commitmentNodes(tree) {
		if id := c.value("id"); id != nil && id.kind == scalar && len(added[id.text]) > 0 {
			a.commitment(c, added[id.text])
		}
	}
	data := a.apply()
	again, _, err := yamlTree(source.NewFile(f.Path, data))
	if err != nil || !sameNode(tree, again) || !bytes.HasSuffix(data, f.Data[front.end:]) {
		return nil, ErrNotSimple
	}
	return data, nil
}

// yamlTree reads the front matter of a file.
func yamlTree(f *source.File) (*node, frontMatter, error) {
	front, finding := findFrontMatter(f)
	if finding != found {
		return nil, front, ErrNotSimple
	}
	if front.language != yamlLanguage {
		return nil, front, ErrNotYAML
	}
	tree, problems := decode(f, front, new(nodes))
	if tree == nil || tree.kind != mapping || problems.HasErrors() {
		return nil, front, ErrNotSimple
	}
	return tree, front, nil
}

func commitmentNodes(tree *node) []*node {
	all := tree.value("toezeggingen")
	if all == nil || all.kind != list {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(all.children), func(c *node) bool { return c.kind != mapping })
}

// appender collects changes to a file.
type appender struct {
	file    *source.File
	eol     string
	changes []change
}

// change puts text in the place of the bytes from start to end.
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
			continue // two at one place: the tree will tell
		}
		out = append(append(out, a.file.Data[at:c.start]...), c.text...)
		at = c.end
	}
	return append(out, a.file.Data[at:]...)
}

func (a *appender) insert(at int, text string) { a.changes = append(a.changes, change{at, at, text}) }

// commitment adds entries to a commitment, in the file and in its node.
func (a *appender) commitment(c *node, entries []*city.Progress) {
	key, log := c.entry("voortgang")
	nodes := make([]*node, len(entries))
	for i, e := range entries {
		nodes[i] = entryNode(e)
	}
	switch {
	case key == nil && c.flow:
		a.insert(c.lastEnd(), ", voortgang: ["+flowItems(nodes)+"]")
	case key == nil:
		indent := spaces(a.column(c.start))
		a.insert(a.endOfLine(c.end), a.eol+indent+"voortgang:"+a.blockItems(indent+"  ", nodes))
	case log.kind == nothing && log.end > log.start, log.kind == list && log.flow && len(log.children) == 0:
		a.changes = append(a.changes, change{log.start, log.end, "[" + flowItems(nodes) + "]"})
	case log.kind == nothing && c.flow:
		a.insert(key.end+len(":"), " ["+flowItems(nodes)+"]")
	case log.kind == nothing:
		a.insert(a.endOfLine(key.end), a.blockItems(spaces(a.column(key.start))+"  ", nodes))
	case log.kind == list && log.flow:
		a.flowList(log, nodes)
	case log.kind == list && len(log.children) > 0:
		a.blockList(log, nodes)
	}
	if key == nil {
		key = &node{kind: scalar, text: "voortgang"}
		log = &node{kind: list}
		c.children = append(c.children, key, log)
	}
	log.kind = list
	log.children = append(slices.Clip(log.children), nodes...)
}

// lastEnd returns where the last part of a collection in brackets or braces ends.
func (n *node) lastEnd() int {
	if len(n.children) == 0 {
		return n.start + 1
	}
	return n.children[len(n.children)-1].end
}

// flowList adds items to a list in brackets: on lines of their own where the last one
// is.
func (a *appender) flowList(log *node, items []*node) {
	last := log.children[len(log.children)-1]
	between := ", "
	if begin := a.file.Data[a.startOfLine(last.start):last.start]; len(bytes.TrimSpace(begin)) == 0 {
		between = "," + a.eol + string(begin)
	}
	var b strings.Builder
	for _, n := range items {
		b.WriteString(between + flowItem(n))
	}
	a.insert(last.end, b.String())
}

// blockList adds items to a list with a dash for each, in the form of the last one.
func (a *appender) blockList(log *node, items []*node) {
	last := log.children[len(log.children)-1]
	dash := spaces(a.column(log.start))
	at := a.endOfLine(last.end)
	if last.kind != mapping || last.flow {
		a.insert(at, a.blockItems(dash, items))
		return
	}
	inner := a.column(last.start) - len(dash)
	if inner < 2 {
		inner = 2
	}
	var b strings.Builder
	for _, n := range items {
		for i := 0; i+1 < len(n.children); i += 2 {
			b.WriteString(a.eol + dash)
			if i == 0 {
				b.WriteString("-" + spaces(inner-1))
			} else {
				b.WriteString(spaces(inner))
			}
			b.WriteString(n.children[i].text + ": " + yamlScalar(n.children[i+1].text))
		}
	}
	a.insert(at, b.String())
}

// blockItems returns items as lines with a dash.
func (a *appender) blockItems(indent string, items []*node) string {
	var b strings.Builder
	for _, n := range items {
		b.WriteString(a.eol + indent + "- " + flowItem(n))
	}
	return b.String()
}

func flowItems(items []*node) string {
	texts := make([]string, len(items))
	for i, n := range items {
		texts[i] = flowItem(n)
	}
	return strings.Join(texts, ", ")
}

// flowItem returns a mapping in braces.
func flowItem(n *node) string {
	var parts []string
	for i := 0; i+1 < len(n.children); i += 2 {
		parts = append(parts, n.children[i].text+": "+yamlScalar(n.children[i+1].text))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// entryNode returns an entry as it is written.
func entryNode(p *city.Progress) *node {
	n := &node{kind: mapping}
	for _, kv := range [][2]string{
		{"datum", p.Date.String()}, {"status", p.Status.Value}, {"gereed", p.Due.String()},
		{"reden", p.Reason.Value}, {"tekst", p.Text.Value}, {"naar", p.To.Value},
	} {
		if kv[1] != "" {
			n.children = append(n.children, &node{kind: scalar, text: kv[0]}, &node{kind: scalar, text: kv[1]})
		}
	}
	return n
}

// simple is a text that means itself in YAML without quotes, also between braces.
var simple = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[\pL\pN(€][^\n\r\t\\:#,\[\]{}"'\x60\x{0}-\x{1f}\x{7f}-\x{9f}\x{2028}\x{2029}\x{feff}]*$`)
})

// yamlScalar returns a text as YAML, in quotes where it needs them.
func yamlScalar(s string) string {
	if simple().MatchString(s) && strings.TrimSpace(s) == s && !strings.EqualFold(s, "null") {
		return s
	}
	return quote(s)
}

// sameNode tells whether two trees say the same, however they are written.
func sameNode(a, b *node) bool {
	return a.kind == b.kind && a.text == b.text && slices.EqualFunc(a.children, b.children, sameNode)
}

// lineEnd returns how the first line of a text ends.
func lineEnd(text []byte) string {
	end, next := lineAt(text, 0)
	if next == end {
		return "\n"
	}
	return string(text[end:next])
}

func spaces(n int) string { return strings.Repeat(" ", n) }

// column returns how many characters stand before an offset on its line.
func (a *appender) column(at int) int { return at - a.startOfLine(at) }

func (a *appender) startOfLine(at int) int {
	return 1 + bytes.LastIndexAny(a.file.Data[:at], "\n\r")
}

func (a *appender) endOfLine(at int) int {
	end, _ := lineAt(a.file.Data, at)
	return end
}
