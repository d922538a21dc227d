package parse

import (
	"path"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
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

// page reads a file of Markdown with front matter. reserved returns, when the front
// matter has been read, the ids that headings in the body may not have.
func (r *reader) page(m *Mapping, rec *city.Record, into any, reserved func() []string) {
	rec.ID, rec.File, rec.Top = strings.TrimSuffix(path.Base(r.file.Path), ".md"), r.file, r.file.Whole()
	if front, ok := r.frontMatter(rec.ID); ok {
		r.fileName(rec.ID)
		rec.Top = front.At
		if root, ok := r.decoded(front.Decode(r.file)); ok {
			rec.Top = r.root(root, front.At, m, into)
		}
		rec.Body = markdown.Parse(r.file, r.file.Pos(front.Body, r.file.Size()), markdown.Options{
			Reserved:   reserved(),
			NotePrefix: "wv-" + rec.ID + "-",
		})
	}
	rec.Broken = r.broken
}

// frontMatter finds the front matter, and reports what keeps the file from being read.
func (r *reader) frontMatter(id string) (decode.FrontMatter, bool) {
	if d, bad := decode.NotText(r.file); bad {
		return decode.FrontMatter{}, r.fail(d)
	}
	front, problem, ok := decode.Find(r.file)
	if all := decode.Conflicts(r.file, front.Body); len(all) > 0 {
		return front, r.fail(all...)
	}
	if !ok {
		r.fileName(id)
		return front, r.fail(problem)
	}
	return front, true
}

// decoded takes what a decoder returned and reports whether there is a tree to read.
func (r *reader) decoded(root *tree.Node, problems diag.List) (*tree.Node, bool) {
	r.problems = append(r.problems, problems...)
	r.broken = r.broken || problems.HasErrors()
	return root, root != nil || !problems.HasErrors()
}

// root reads the mapping that is a whole file and returns its first line.
func (r *reader) root(n *tree.Node, at source.Pos, m *Mapping, into any) source.Pos {
	switch {
	case n == nil || n.Kind == tree.Nothing:
		n = &tree.Node{Kind: tree.Mapping, Start: int(at.Start), End: int(at.End)}
	case n.Kind != tree.Mapping:
		if n.Kind != tree.Faulty {
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
func (r *reader) at(n *tree.Node) source.Pos { return r.file.Pos(n.Start, n.End) }

// top returns the first line of a node: where a missing key is missed.
func (r *reader) top(n *tree.Node) source.Pos {
	end, _ := decode.Line(r.file.Data[:n.End], n.Start)
	return r.file.Pos(n.Start, end)
}

// mapping reads a mapping into the record that into points to.
func (r *reader) mapping(n *tree.Node, m *Mapping, into any) {
	var meant []string // keys that an unknown one was probably meant to be
	for i := 0; i+1 < len(n.Children); i += 2 {
		key, value := n.Children[i], n.Children[i+1]
		if key.Kind == tree.Faulty {
			continue
		}
		k := m.key(key.Text)
		if k == nil {
			meant = append(meant, r.unknownKey(n, m, key, value))
			continue
		}
		if first, _ := n.Entry(key.Text); first != key {
			r.report(diag.At(r.at(key), diag.KeyTwice, key.Text).
				WithRelated(r.at(first), diag.FirstHere).WithHint(diag.RemoveOne))
			r.broken = r.broken || k.identity
			continue
		}
		switch {
		case value.Kind == tree.Faulty:
			r.broken = r.broken || k.identity
		case value.IsEmpty():
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
func (r *reader) demands(n *tree.Node, m *Mapping) {
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
func (r *reader) unknownKey(n *tree.Node, m *Mapping, key, value *tree.Node) string {
	meant, near := diag.Nearest(strings.ToLower(key.Text), m.keyNames())
	_, written := n.Entry(meant)
	near = near && written == nil
	d := diag.At(r.at(key), diag.KeyUnknown, key.Text)
	switch {
	case n.Flow && value.Kind == tree.Nothing && value.Start == value.End && !near:
		d = diag.At(r.at(key), diag.KeyUnknownEmpty, key.Text).WithHint(diag.QuoteInFlow)
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
func (r *reader) emptyKey(k *Key, key, value *tree.Node) {
	if k.Required {
		r.report(diag.At(r.at(key), diag.KeyEmpty, k.Name).WithHint(diag.AddKey, k.Name, k.Example))
		r.broken = r.broken || k.identity
	}
}

// requireKey reports a required key that was not written at all.
func (r *reader) requireKey(n *tree.Node, k *Key) {
	if key, _ := n.Entry(k.Name); key == nil {
		r.missing(n, k)
	}
}

// missing reports that a mapping lacks a key.
func (r *reader) missing(n *tree.Node, k *Key) {
	r.report(diag.At(r.top(n), diag.KeyMissing, k.Name).WithHint(diag.AddKey, k.Name, k.Example))
	r.broken = r.broken || k.identity
}

// wants reports a value that is not of a kind.
func (r *reader) wants(k *Key, n *tree.Node, wanted tree.Kind) bool {
	if n.Kind == wanted {
		return true
	}
	if n.Kind == tree.Faulty {
		r.broken = r.broken || k.identity
		return false
	}
	r.wrongType(k, n, kindWord(wanted))
	return false
}

// wrongType reports a value of another kind than belongs at a key.
func (r *reader) wrongType(k *Key, n *tree.Node, wanted diag.Message) {
	r.broken = r.broken || k.identity
	d := diag.At(r.at(n), diag.TypeWrong, k.Name, wanted, valueWord(n))
	switch {
	case wanted == diag.WordText && n.Kind == tree.Scalar:
		d = d.WithHint(diag.QuoteValue, decode.Quote(n.Text))
	case wanted == diag.WordText && n.Kind == tree.Mapping && !n.Flow:
		d = d.WithHint(diag.QuoteValue, decode.Quote(string(r.top(n).Bytes())))
	case wanted == diag.WordList && n.Kind == tree.Scalar:
		d = d.WithHint(diag.UseList, n.Text)
	case k.Example != "":
		d = d.WithHint(diag.FormOf, k.Name+": "+k.Example)
	}
	r.report(d)
}

// mappings returns the items of a list of mappings.
func (r *reader) mappings(k *Key, n *tree.Node) []*tree.Node {
	if !r.wants(k, n, tree.List) {
		return nil
	}
	items := make([]*tree.Node, 0, len(n.Children))
	for _, item := range n.Children {
		if !item.IsEmpty() && r.wants(k, item, tree.Mapping) {
			items = append(items, item)
		}
	}
	return items
}

// texts returns the items of a list of texts.
func (r *reader) texts(k *Key, n *tree.Node, read func(*reader, *Key, *tree.Node) source.Text) []source.Text {
	if !r.wants(k, n, tree.List) {
		return nil
	}
	all := make([]source.Text, 0, len(n.Children))
	for _, item := range n.Children {
		if item.IsEmpty() {
			continue
		}
		if t := read(r, k, item); !t.IsZero() {
			all = append(all, t)
		}
	}
	return all
}

// kindWord returns what people call a kind of value.
func kindWord(k tree.Kind) diag.Message {
	switch k {
	case tree.List:
		return diag.WordList
	case tree.Mapping:
		return diag.WordMapping
	case tree.Nothing:
		return diag.WordNothing
	default:
		return diag.WordText
	}
}

// valueWord returns what people call a value.
func valueWord(n *tree.Node) diag.Message {
	if n.Kind == tree.Scalar {
		switch n.Form {
		case tree.Number:
			return diag.WordNumber
		case tree.Boolean:
			return diag.WordTrueFalse
		case tree.Day:
			return diag.WordDate
		}
	}
	return kindWord(n.Kind)
}
