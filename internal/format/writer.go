package format

import (
	"bytes"
	"slices"
	"strings"

	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// writer writes the front matter of a file anew.
type writer struct {
	file   *source.File
	end    int // of the YAML in the file
	eol    string
	out    bytes.Buffer
	failed bool // there is something that it does not understand
}

// entry is a key with its value, or an item of a list, with the comments that belong to it.
type entry struct {
	key, value *tree.Node // the key is nil of an item
	column     int        // in which it begins in the file
	before     []string   // blank lines and comments above it
	beside     string     // the comment behind its first line, if its value is on lines of its own
	behind     string     // the comment behind its value
	after      []string   // comments below it that are indented more
}

// root writes the mapping of a file, with what stands above and below it.
func (w *writer) root(start int, root *tree.Node, m *parse.Mapping) {
	entries, end := w.entries(root, start)
	if len(entries) > 0 { // what stands apart, at the top, is about the file
		first := entries[0].before
		if i := lastBlank(first); i >= 0 {
			w.lines(first[:i+1], 0, 0)
			entries[0].before = first[i+1:]
		}
	}
	w.mapping(entries, m, 0)
	w.lines(w.between(end, w.end), 0, 0)
}

func lastBlank(lines []string) int {
	for i, line := range slices.Backward(lines) {
		if line == "" {
			return i
		}
	}
	return -1
}

// entries returns the entries of a collection, in order, and where the line after the last of
// them begins. What stands above the first begins at from.
func (w *writer) entries(n *tree.Node, from int) (list []entry, end int) {
	step := 1
	if n.Kind == tree.Mapping {
		step = 2
	}
	for i := 0; i+step <= len(n.Children); i += step {
		e := entry{value: n.Children[i+step-1]}
		var begins int
		if step == 2 {
			e.key = n.Children[i]
			begins = e.key.Start
		} else {
			begins = w.dash(from, e.value)
		}
		e.column = begins - w.startOfLine(begins)
		lines := w.between(from, w.startOfLine(begins))
		if len(list) > 0 {
			list[len(list)-1].after, lines = split(lines, e.column)
		}
		e.before = lines
		w.sideComments(&e)
		from = w.nextLine(endOf(e.value))
		list = append(list, e)
	}
	return list, from
}

// dash returns where the dash of an item is: the last one before its value. It is not known of
// an item without a value.
func (w *writer) dash(from int, value *tree.Node) int {
	i := bytes.LastIndexByte(w.file.Data[min(from, value.Start):value.Start], '-')
	if i < 0 || value.Kind == tree.Nothing {
		w.failed = true
		return value.Start
	}
	return from + i
}

// split splits lines below an entry that begins in a column in those that are indented more,
// which belong to it, and the others.
func split(lines []string, column int) (deeper, others []string) {
	n := 0
	for i, line := range lines {
		if line == "" {
			continue
		}
		if indent(line) <= column {
			break
		}
		n = i + 1
	}
	return lines[:n], lines[n:]
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// sideComments finds the comments behind the first and the last line of an entry.
func (w *writer) sideComments(e *entry) {
	end := endOf(e.value)
	if e.key != nil && e.value.Start > w.endOfLine(e.key.End) {
		e.beside = w.comment(e.key.End + len(":"))
	}
	if e.key != nil && (e.value.Kind == tree.Nothing || e.value.Form == tree.Block) {
		e.behind = w.comment(w.indicatorEnd(e))
		return
	}
	if len(e.value.Children) == 0 || e.value.Flow {
		e.behind = w.comment(end)
	}
}

// indicatorEnd returns where the first line of a value that is on the next lines, or that is
// not there, has no more than a comment.
func (w *writer) indicatorEnd(e *entry) int {
	at := e.key.End + len(":")
	if e.value.Form == tree.Block {
		at = e.value.Start
		for at < w.end && w.file.Data[at] > ' ' {
			at++
		}
		return at
	}
	return max(at, e.value.End)
}

// comment returns the comment on the rest of a line with the space before it, empty when there
// is none.
func (w *writer) comment(from int) string {
	rest := strings.TrimRight(string(w.file.Data[from:max(from, w.endOfLine(from))]), " \t\r")
	if text := strings.TrimLeft(rest, " \t"); rest != "" && (text[0] != '#' || text == rest) {
		w.failed = true
	}
	return rest
}

// between returns the lines from one offset to another, which are blank or comments; several
// blank ones as one.
func (w *writer) between(from, to int) []string {
	var lines []string
	if from >= to {
		return nil
	}
	for line := range strings.Lines(string(w.file.Data[from:to])) {
		line = strings.TrimRight(line, " \t\r\n")
		switch text := strings.TrimLeft(line, " \t"); {
		case text == "":
			if len(lines) > 0 && lines[len(lines)-1] == "" {
				continue
			}
		case text[0] != '#':
			w.failed = true
		}
		lines = append(lines, line)
	}
	return lines
}

func (w *writer) startOfLine(at int) int { return 1 + bytes.LastIndexByte(w.file.Data[:at], '\n') }

func (w *writer) endOfLine(at int) int {
	end, _ := decode.Line(w.file.Data, at)
	return min(end, w.end)
}

func (w *writer) nextLine(at int) int {
	if at > 0 && at <= len(w.file.Data) && w.file.Data[at-1] == '\n' { // a text of several lines ends with one
		return at
	}
	_, next := decode.Line(w.file.Data, at)
	return min(next, w.end)
}

// lines writes blank lines and comments of an entry that began in a column and begins in
// another now.
func (w *writer) lines(lines []string, was, is int) {
	for _, line := range lines {
		if line == "" {
			if !bytes.HasSuffix(w.out.Bytes(), []byte(w.eol+w.eol)) {
				w.out.WriteString(w.eol)
			}
			continue
		}
		w.line(max(0, is+indent(line)-was), strings.TrimLeft(line, " \t"))
	}
}

func (w *writer) line(column int, text string) {
	w.out.WriteString(strings.Repeat(" ", column) + text + w.eol)
}

// mapping writes the entries of a mapping in a column, in the order of its table. What is in
// no table comes last.
func (w *writer) mapping(entries []entry, m *parse.Mapping, column int) {
	for _, e := range inTableOrder(entries, m) {
		w.lines(e.before, e.column, column)
		if e.isDropped() {
			continue
		}
		w.out.WriteString(strings.Repeat(" ", column))
		w.entry(e, m, column)
	}
}

// inTableOrder returns the entries of a mapping in the order of its table.
func inTableOrder(entries []entry, m *parse.Mapping) []entry {
	slices.SortStableFunc(entries, func(a, b entry) int { return m.Place(a.key.Text) - m.Place(b.key.Text) })
	return entries
}

// isDropped reports whether an entry is one that nobody wrote: an empty text, list or group, as
// content management systems write for a field that was not filled in. A key with nothing
// behind it is one that a person is about to fill in.
func (e entry) isDropped() bool {
	return e.value.IsEmpty() && e.value.Kind != tree.Nothing && e.beside == "" && e.behind == "" && len(e.after) == 0
}

// entry writes a key and its value, from the place where the key begins.
func (w *writer) entry(e entry, m *parse.Mapping, column int) {
	key := m.Key(e.key.Text)
	w.out.WriteString(decode.Text(e.key.Text, false) + ":")
	w.value(e, key, column)
	w.lines(e.after, e.column, column)
}

// value writes the value of an entry whose key or dash is in a column, to the end of its line.
func (w *writer) value(e entry, key parse.Key, column int) {
	of := key.Inside()
	n := e.value
	switch {
	case n.Kind == tree.Nothing:
		w.endLine("", e.beside, e.behind)
	case n.Kind == tree.Scalar && strings.Contains(n.Text, "\n") && decode.IsLiteral(n.Text):
		w.endLine(" |", e.beside, e.behind)
		for line := range strings.Lines(n.Text) {
			line = strings.TrimRight(line, "\n")
			if line == "" {
				w.out.WriteString(w.eol)
			} else {
				w.line(column+2, line)
			}
		}
	case n.Kind == tree.Scalar:
		w.endLine(" "+decode.Text(n.Text, false), e.beside, e.behind)
	case w.isFlow(e, key):
		w.endLine(" "+parse.Flow(n, of), e.beside, e.behind)
	case n.Flow && w.hasComment(e): // as it is: a comment has no place in another form
		w.endLine(" "+string(w.file.Data[n.Start:n.End]), e.beside, e.behind)
	case n.Kind == tree.Mapping:
		w.endLine("", e.beside, e.behind)
		entries := w.children(n, e)
		w.mapping(entries, of, column+2)
	default:
		w.endLine("", e.beside, e.behind)
		w.list(n, e, of, column+2)
	}
}

// children returns the entries of a collection that is the value of an entry.
func (w *writer) children(n *tree.Node, e entry) []entry {
	if n.Flow {
		return flowEntries(n)
	}
	from := n.Start
	if e.key != nil {
		from = w.nextLine(e.key.End)
	}
	list, _ := w.entries(n, from)
	return list
}

// flowEntries returns the entries of a collection in braces or brackets, without comments.
func flowEntries(n *tree.Node) (list []entry) {
	if n.Kind == tree.List {
		for _, item := range n.Children {
			list = append(list, entry{value: item})
		}
		return list
	}
	for i := 0; i+1 < len(n.Children); i += 2 {
		list = append(list, entry{key: n.Children[i], value: n.Children[i+1]})
	}
	return list
}

// list writes the items of a list, each behind a dash in a column.
func (w *writer) list(n *tree.Node, e entry, of *parse.Mapping, column int) {
	items := w.children(n, e)
	for _, item := range items {
		w.lines(item.before, item.column, column)
		w.item(item, of, column)
		w.lines(item.after, item.column, column)
	}
}

// item writes an item of a list, with its dash in a column.
func (w *writer) item(item entry, of *parse.Mapping, column int) {
	n := item.value
	dash := strings.Repeat(" ", column) + "-"
	group := parse.Key{Type: parse.GroupValue, Of: of}
	switch {
	case n.Kind != tree.Mapping, w.isFlow(item, group):
		w.endLine(dash+" "+parse.Flow(n, of), item.behind)
	case n.Flow && w.hasComment(item):
		w.endLine(dash+" "+string(w.file.Data[n.Start:n.End]), item.behind)
	default:
		entries := w.children(n, item)
		entries = inTableOrder(slices.DeleteFunc(entries, func(e entry) bool { return e.isDropped() && len(e.before) == 0 }), of)
		if len(entries) == 0 {
			w.endLine(dash+" {}", item.behind)
			return
		}
		w.lines(entries[0].before, entries[0].column, column) // nothing stands between a dash and its key
		entries[0].before = nil
		w.out.WriteString(dash + " ")
		w.entry(entries[0], of, column+2)
		w.mapping(entries[1:], of, column+2)
	}
}

// endLine ends a line with a text and comments.
func (w *writer) endLine(text string, comments ...string) {
	w.out.WriteString(text + strings.Join(comments, "") + w.eol)
}

// hasComment reports whether there may be a comment in the value of an entry, or above it when
// it is a collection with a line for each entry.
func (w *writer) hasComment(e entry) bool {
	from, to := e.value.Start, e.value.End
	if !e.value.Flow {
		to = w.endOfLine(endOf(e.value))
		if e.key != nil {
			from = e.key.End
		}
	}
	return len(decode.Comments(w.file.Data, e.value, from, to)) > 0
}
