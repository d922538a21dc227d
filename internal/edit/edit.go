// Package edit changes what a file of content says and keeps every other byte: comments, the
// order of keys, quotes, braces or lines, indentation, line ends and the byte-order mark.
//
//	d, err := edit.Open(file)
//	err = d.Set(edit.Path{edit.Key("behoeften"), edit.Item("tramhalte"), edit.Key("titel")}, edit.Text("Tramhalte terug"))
//	err = d.Append(edit.Path{edit.Key("antwoorden")}, edit.Group("behoefte", "oost/tramhalte", "antwoord", "nee"))
//	data := d.Bytes()
//
// What is new is written as package format would: a key at its place in the order of its table,
// texts in quotes only where YAML needs them; an item of a list in the form of the one above it.
// After each change the file is read again. When it then says anything but what was meant, or a
// comment is gone, the change is not made and the error is ErrNotSimple.
package edit

import (
	"bytes"
	"errors"
	"slices"

	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// Why a file cannot be changed.
var (
	// ErrNotYAML is front matter that is not in YAML.
	ErrNotYAML = errors.New("the front matter is not YAML")
	// ErrNotSimple is YAML that cannot be read, or that cannot be changed without a change to
	// something else, such as a list that two commitments share.
	ErrNotSimple = errors.New("the front matter is too intricate to change")
	// ErrNotFound is a path that leads nowhere, or to more than one thing.
	ErrNotFound = errors.New("the file has no such place")
)

// Document is a file that is being changed.
type Document struct {
	kind       parse.Kind
	file       *source.File
	root       *tree.Node // the front matter
	start, end int        // of the YAML
	body       int        // where the text below it begins; the end of the file for site.yaml
	comments   []string
	eol        string
	err        error // why the front matter cannot be changed
}

// Open reads a file, of the kind that its path says. Front matter that cannot be changed is an error of the first change
// to it; the text below it can be changed nevertheless. A file in which no front matter is found is
// ErrNotSimple, and one of no kind ErrNotFound.
func Open(f *source.File) (*Document, error) {
	kind, ok := parse.KindOf(f.Path)
	if !ok {
		return nil, ErrNotFound
	}
	d := &Document{kind: kind}
	if err := d.read(f); err != nil {
		return nil, err
	}
	return d, nil
}

// Bytes returns the file with the changes so far.
func (d *Document) Bytes() []byte { return d.file.Data }

// read takes a file as the one to change.
func (d *Document) read(f *source.File) error {
	d.file, d.root, d.err = f, nil, nil
	d.start, d.end, d.body = f.LineStart(1), len(f.Data), len(f.Data)
	if d.kind.Folder != "" {
		front, _, ok := decode.Find(f)
		if !ok {
			return ErrNotSimple
		}
		d.start, d.end, d.body = front.Start, front.End, front.Body
		if front.Language != decode.InYAML {
			d.eol, d.err = lineEnd(f.Data), ErrNotYAML
			return nil
		}
	}
	d.eol = lineEnd(f.Data[d.start:d.end])
	if d.end == d.start {
		d.eol = lineEnd(f.Data)
	}
	root, problems := decode.YAML(f, d.start, d.end)
	switch {
	case problems.HasErrors():
		d.err = ErrNotSimple
	case root == nil || root.Kind == tree.Nothing:
		d.root = &tree.Node{Kind: tree.Mapping, Start: d.start, End: d.start}
	case root.Kind != tree.Mapping:
		d.err = ErrNotSimple
	default:
		d.root = root
	}
	if d.err == nil {
		d.comments = decode.Comments(f.Data, d.root, d.start, d.end)
	}
	return nil
}

// all makes changes, or none of them when one fails.
func (d *Document) all(changes func() error) error {
	if d.err != nil {
		return d.err
	}
	before := d.file
	err := changes()
	if err != nil {
		_ = d.read(before) // it was read before
	}
	return err
}

// splice is a text that replaces the bytes from start to end.
type splice struct {
	start, end int
	text       string
}

// change makes one change to the front matter. The tree, which already is what the change is
// to make of it, must be what is read afterwards.
func (d *Document) change(splices ...splice) error {
	old, want, comments := d.file, d.root, d.comments
	body := old.Data[d.end:]
	var data []byte
	at := 0
	for _, s := range splices {
		if s.start < at || s.end < s.start || s.end > len(old.Data) {
			return ErrNotSimple
		}
		data = append(append(data, old.Data[at:s.start]...), s.text...)
		at = s.end
	}
	data = append(data, old.Data[at:]...)
	if err := d.read(source.NewFile(old.Path, data)); err != nil {
		return err
	}
	if d.err != nil || !sameNode(want, d.root) || !bytes.Equal(body, data[d.end:]) ||
		!slices.Equal(comments, d.comments) {
		return ErrNotSimple
	}
	return nil
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

// Err returns why the front matter cannot be changed; nil when it can.
func (d *Document) Err() error { return d.err }

// Value returns the value that a path leads to; nil when there is none. Its places are those in
// Bytes.
func (d *Document) Value(p Path) *tree.Node {
	if d.err != nil {
		return nil
	}
	at, rest, err := d.find(p)
	if err != nil || len(rest) > 0 {
		return nil
	}
	return at.value
}
