package forms

import (
	"slices"
	"strings"

	"wijkvisie/internal/edit"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/tree"
)

// isList reports whether a key has a list of texts.
func isList(k parse.Key) bool {
	switch k.Type {
	case parse.TextsValue, parse.IDsValue, parse.PeriodsValue, parse.PointValue, parse.TileValue:
		return true
	}
	return false
}

// onOneLine reports whether the list of a key is filled in on one line, with commas.
func onOneLine(k parse.Key) bool { return k.Type == parse.PointValue || k.Type == parse.TileValue }

// text returns a value of a key as it is shown. It is fixed when it is of another kind, such as a
// list in the place of a text.
func text(k parse.Key, n *tree.Node) (s string, fixed bool) {
	switch {
	case n == nil || n.IsEmpty():
		return "", false
	case !isList(k):
		return n.Text, n.Kind != tree.Scalar
	case n.Kind != tree.List:
		return n.Text, true
	}
	var items []string
	for _, item := range n.Children {
		if item.Kind != tree.Scalar || strings.Contains(item.Text, "\n") {
			return "", true
		}
		items = append(items, item.Text)
	}
	if onOneLine(k) {
		return strings.Join(items, ", "), false
	}
	return strings.Join(items, "\n"), false
}

// Node returns what was filled in as a value for package edit.
func (f *Field) Node() *tree.Node {
	if !isList(f.Key) {
		return edit.Text(f.Value)
	}
	between := "\n"
	if onOneLine(f.Key) {
		between = ","
	}
	var items []string
	for item := range strings.SplitSeq(f.Value, between) {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return edit.Texts(items...)
}

// Clean returns what a browser sent as a value: with the line ends of the content, without space at
// its ends, and without characters that nobody sees and YAML does not know. A word processor has
// some of those for an end of line.
func Clean(values []string) string {
	var all []string
	for _, v := range values {
		v = strings.TrimSpace(strings.Map(visible, strings.ReplaceAll(v, "\r\n", "\n")))
		if v != "" {
			all = append(all, v)
		}
	}
	return strings.Join(all, "\n")
}

// visible returns what a character of a text becomes; -1 for none.
func visible(c rune) rune {
	switch {
	case c == '\r', c == '\v', c == '\f':
		return '\n'
	case c < ' ' && c != '\n' && c != '\t', c == 0x7f:
		return -1
	}
	return c
}

// Fill takes what a person filled in, and what the file said when the form was opened, each by the
// names of fields. A field that was not sent stays what it is.
func (f *Form) Fill(value, was func(name string) (values []string, sent bool)) {
	for _, field := range f.Fields {
		before, sent := was(field.Name)
		if !sent || field.Fixed {
			continue
		}
		filled, _ := value(field.Name)
		now := Clean([]string{field.Value})
		field.Was, field.Value = Clean(before), Clean(filled)
		if field.Control == Choices {
			field.Value = inOrder(field.Value, field.Was)
		}
		switch {
		case field.Was == now, field.Value == now: // both may have filled in the same
		case field.Value == field.Was: // nobody here changed it
			field.Moved, field.Value = true, now
		default:
			field.Moved, field.Theirs = true, &now
		}
		field.Control = control(field)
		field.choose()
	}
}

// inOrder returns the lines of a value in the order of those that were there, with the new ones last:
// what is ticked is sent in the order of the options.
func inOrder(value, was string) string {
	chosen := strings.Split(value, "\n")
	var list []string
	for v := range strings.SplitSeq(was, "\n") {
		if slices.Contains(chosen, strings.TrimSpace(v)) {
			list = append(list, v)
		}
	}
	for _, v := range chosen {
		if !slices.ContainsFunc(list, func(old string) bool { return strings.TrimSpace(old) == v }) {
			list = append(list, v)
		}
	}
	return strings.Join(list, "\n")
}

// Changed returns the fields that say something else than the file does, which says now.
func (f *Form) Changed(now func(*Field) *tree.Node) []*Field {
	var list []*Field
	for _, field := range f.Fields {
		if field.Fixed {
			continue
		}
		if was, _ := text(field.Key, now(field)); Clean([]string{was}) != field.Value {
			list = append(list, field)
		}
	}
	return list
}

// Group returns the mapping that a form for a new one was filled in with.
func (f *Form) Group() *tree.Node {
	root := &tree.Node{Kind: tree.Mapping}
	for _, field := range f.Fields {
		v := field.Node()
		if v.IsBlank() {
			continue
		}
		at := root
		for _, key := range field.path[:len(field.path)-1] {
			_, inner := at.Entry(key)
			if inner == nil {
				inner = &tree.Node{Kind: tree.Mapping}
				at.Children = append(at.Children, &tree.Node{Kind: tree.Scalar, Text: key}, inner)
			}
			at = inner
		}
		at.Children = append(at.Children, &tree.Node{Kind: tree.Scalar, Text: field.path[len(field.path)-1]}, v)
	}
	return root
}

// Field returns the field with a name; nil when there is none.
func (f *Form) Field(name string) *Field {
	for _, field := range f.Fields {
		if field.Name == name {
			return field
		}
	}
	return nil
}

// SetValue fills in a field.
func (f *Field) SetValue(s string) {
	f.Value = Clean([]string{s})
	f.Control = control(f)
	f.choose()
}

// Shown returns a value of a key as it is shown; n may be nil.
func Shown(k parse.Key, n *tree.Node) string {
	s, _ := text(k, n)
	return Clean([]string{s})
}
