package parse

import (
	"path"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/source"
)

// reader is one file being read into a record.
type reader struct {
	file     *source.File
	problems diag.List
	broken   bool
	// meant holds, for each unknown key of the mapping whose rules are asked,
	// the key that was probably meant, or the empty text.
	meant []string
}

// page reads a file of Markdown under front matter. needs tells, when the front
// matter was read, which ids headings in the body leave to the needs.
func (r *reader) page(m *Mapping, rec *city.Record, into any, needs func() []string) {
	rec.ID, rec.File, rec.Top = strings.TrimSuffix(path.Base(r.file.Path), ".md"), r.file, r.file.Whole()
	if front, ok := r.frontMatter(); ok {
		r.fileName(rec.ID)
		rec.Top = front.at
		room := spareNodes.Get().(*nodes)
		if root, ok := r.decode(front, room); ok {
			rec.Top = r.root(root, front.at, m, into)
		}
		room.giveBack()
		rec.Body = markdown.Parse(r.file, r.file.Pos(front.body, r.file.Size()), markdown.Options{
			Reserved:   needs(),
			NotePrefix: "wv-" + rec.ID + "-",
		})
	}
	rec.Broken = r.broken
}

// frontMatter finds the front matter, and reports when the file is not one
// that can be read.
func (r *reader) frontMatter() (frontMatter, bool) {
	if d, bad := notText(r.file); bad {
		return frontMatter{}, r.fail(d)
	}
	front, found := findFrontMatter(r.file)
	if all := conflicts(r.file, front.body); len(all) > 0 {
		return front, r.fail(all...)
	}
	if d, ok := found.problem(r.file, front); !ok {
		r.fileName(strings.TrimSuffix(path.Base(r.file.Path), ".md"))
		return front, r.fail(d)
	}
	return front, true
}

// problem returns what there is to say when no front matter was found.
func (found finding) problem(f *source.File, front frontMatter) (diag.Diagnostic, bool) {
	switch found {
	case noText:
		return diag.At(f.Whole(), diag.EmptyFile).WithHint(diag.AddFrontMatter), false
	case noFrontMatter:
		return diag.At(f.Whole(), diag.NoFrontMatter).WithHint(diag.AddFrontMatter), false
	case notClosed:
		return diag.At(front.at, diag.NotClosed, front.closing).WithHint(diag.CloseBlock, front.closing), false
	}
	return diag.Diagnostic{}, true
}

// decode reads the front matter into a tree.
func (r *reader) decode(front frontMatter, room *nodes) (*node, bool) {
	if front.end-front.start > maxBlock {
		return nil, r.fail(diag.At(front.at, diag.FrontMatterTooLarge, kilobytes(front.end-front.start), kilobytes(maxBlock)).
			WithHint(diag.MakeSmaller))
	}
	if front.opening == "{" && len(strings.TrimSpace(line(r.file, front.body))) > 0 && front.body == front.end {
		return nil, r.fail(diag.At(r.file.Pos(front.body, front.body+len(line(r.file, front.body))), diag.TextAfterObject))
	}
	root, problems := decode(r.file, front, room)
	r.problems = append(r.problems, problems...)
	r.broken = r.broken || problems.HasErrors()
	return root, root != nil || !problems.HasErrors()
}

// root reads the whole of the front matter and returns its first line.
func (r *reader) root(n *node, at source.Pos, m *Mapping, into any) source.Pos {
	switch {
	case n == nil || n.kind == nothing:
		n = &node{kind: mapping, start: int(at.Start), end: int(at.End)}
	case n.kind != mapping:
		if n.kind != faulty {
			r.fail(diag.At(r.top(n), diag.NotAMapping))
		}
		return r.top(n)
	}
	r.mapping(n, m, into)
	return r.top(n)
}

// fail reports what keeps the file from being read.
func (r *reader) fail(problems ...diag.Diagnostic) bool {
	r.problems = append(r.problems, problems...)
	r.broken = true
	return false
}

func (r *reader) report(d diag.Diagnostic) { r.problems = append(r.problems, d) }

// fileName reports a file name that is no id.
func (r *reader) fileName(id string) {
	if validID(id) {
		return
	}
	r.broken = true
	d := diag.At(r.file.Whole(), diag.FileNameInvalid, path.Base(r.file.Path))
	if better := slug(id); better != "" && better != id {
		d = d.WithHint(diag.RenameFile, better+".md")
	}
	r.report(d)
}

// at returns where a node stands.
func (r *reader) at(n *node) source.Pos { return r.file.Pos(n.start, n.end) }

// top returns the first line of a node: where a missing key is missed.
func (r *reader) top(n *node) source.Pos {
	end, _ := lineAt(r.file.Data[:n.end], n.start)
	return r.file.Pos(n.start, end)
}

// mapping reads a mapping into the record that into points to.
func (r *reader) mapping(n *node, m *Mapping, into any) {
	var meant []string // keys that an unknown one was probably meant to be
	for i := 0; i+1 < len(n.children); i += 2 {
		key, value := n.children[i], n.children[i+1]
		if key.kind == faulty {
			continue
		}
		k := m.key(key.text)
		if k == nil {
			meant = append(meant, r.unknownKey(n, m, key, value))
			continue
		}
		if first, _ := n.entry(key.text); first != key {
			r.report(diag.At(r.at(key), diag.KeyTwice, key.text).
				WithRelated(r.at(first), diag.FirstHere).WithHint(diag.RemoveOne))
			r.broken = r.broken || k.identity
			continue
		}
		switch {
		case value.kind == faulty:
			r.broken = r.broken || k.identity
		case value.empty():
			r.emptyKey(k, key, value)
		default:
			k.put(r, k, into, value)
		}
	}
	for i := range m.Keys {
		k := &m.Keys[i]
		if k.Required && !slices.Contains(meant, k.Name) {
			r.requireKey(n, k)
		}
	}
	r.meant = meant
	r.demands(n, m)
	if m.rules != nil {
		r.meant = meant
		m.rules(r, n, into)
	}
}

// demands asks for the keys that others require.
func (r *reader) demands(n *node, m *Mapping) {
	var asked []string
	for _, d := range m.Demands {
		if !d.holds(n) || slices.Contains(asked, d.Needs) {
			continue
		}
		asked = append(asked, d.Needs)
		if d.why != "" {
			r.needsReason(n, d.why)
		} else {
			r.needs(n, d.Needs, d.example)
		}
	}
}

// unknownKey reports a key that does not belong in a mapping, and returns the
// one that was probably meant.
func (r *reader) unknownKey(n *node, m *Mapping, key, value *node) string {
	meant, near := diag.Nearest(strings.ToLower(key.text), m.keyNames())
	_, written := n.entry(meant)
	near = near && written == nil
	d := diag.At(r.at(key), diag.KeyUnknown, key.text)
	switch {
	case n.flow && value.kind == nothing && value.start == value.end && !near:
		d = diag.At(r.at(key), diag.KeyUnknownEmpty, key.text).WithHint(diag.QuoteInFlow)
	case near:
		d = d.WithHint(diag.DidYouMean, meant)
	default:
		d = d.WithHint(diag.Choose, m.keyNames())
	}
	r.report(d)
	if !near {
		return ""
	}
	r.broken = r.broken || m.key(meant).identity
	return meant
}

// emptyKey reports a key that needs a value and has none.
func (r *reader) emptyKey(k *Key, key, value *node) {
	if k.Required {
		r.report(diag.At(r.at(key), diag.KeyEmpty, k.Name).WithHint(diag.AddKey, k.Name, k.Example))
		r.broken = r.broken || k.identity
	}
}

// requireKey reports a required key that was not written at all.
func (r *reader) requireKey(n *node, k *Key) {
	if key, _ := n.entry(k.Name); key == nil {
		r.missing(n, k)
	}
}

// missing reports that a mapping lacks a key.
func (r *reader) missing(n *node, k *Key) {
	r.report(diag.At(r.top(n), diag.KeyMissing, k.Name).WithHint(diag.AddKey, k.Name, k.Example))
	r.broken = r.broken || k.identity
}

// wants reports a value that is not of a kind.
func (r *reader) wants(k *Key, n *node, wanted kind) bool {
	if n.kind == wanted {
		return true
	}
	if n.kind == faulty {
		r.broken = r.broken || k.identity
		return false
	}
	r.wrongType(k, n, wanted.word())
	return false
}

// wrongType reports a value of another kind than belongs at a key.
func (r *reader) wrongType(k *Key, n *node, wanted diag.Message) {
	r.broken = r.broken || k.identity
	d := diag.At(r.at(n), diag.TypeWrong, k.Name, wanted, n.word())
	switch {
	case wanted == diag.WordText && n.kind == scalar:
		d = d.WithHint(diag.QuoteValue, quote(n.text))
	case wanted == diag.WordText && n.kind == mapping && !n.flow:
		d = d.WithHint(diag.QuoteValue, quote(string(r.top(n).Bytes())))
	case wanted == diag.WordList && n.kind == scalar:
		d = d.WithHint(diag.UseList, n.text)
	case k.Example != "":
		d = d.WithHint(diag.FormOf, k.Name+": "+k.Example)
	}
	r.report(d)
}

// mappings returns the items of a list of mappings.
func (r *reader) mappings(k *Key, n *node) []*node {
	if !r.wants(k, n, list) {
		return nil
	}
	items := make([]*node, 0, len(n.children))
	for _, item := range n.children {
		if !item.empty() && r.wants(k, item, mapping) {
			items = append(items, item)
		}
	}
	return items
}

// texts returns the items of a list of texts.
func (r *reader) texts(k *Key, n *node, read func(*reader, *Key, *node) source.Text) []source.Text {
	if !r.wants(k, n, list) {
		return nil
	}
	all := make([]source.Text, 0, len(n.children))
	for _, item := range n.children {
		if item.empty() {
			continue
		}
		if t := read(r, k, item); !t.IsZero() {
			all = append(all, t)
		}
	}
	return all
}

// word returns what people call a kind of value.
func (k kind) word() diag.Message {
	switch k {
	case list:
		return diag.WordList
	case mapping:
		return diag.WordMapping
	case nothing:
		return diag.WordNothing
	default:
		return diag.WordText
	}
}

// word returns what people call a value.
func (n *node) word() diag.Message {
	if n.kind == scalar {
		switch n.form {
		case number:
			return diag.WordNumber
		case boolean:
			return diag.WordTrueFalse
		case day:
			return diag.WordDate
		}
	}
	return n.kind.word()
}

// quote returns text in the quotes that YAML, TOML and JSON have in common.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(s) + `"`
}

// line returns the rest of the line at an offset.
func line(f *source.File, i int) string {
	end, _ := lineAt(f.Data, i)
	return string(f.Data[i:end])
}

func kilobytes(n int) int { return (n + 1<<10 - 1) >> 10 }
