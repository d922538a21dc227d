package forms

import (
	"strconv"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/edit"
	"wijkvisie/internal/parse/tree"
)

// Check puts what a check says of a document at the fields of the form for the mapping at a path. It
// takes all that is said of the mapping, except what was said before of an item that has a form of
// its own; of what is said elsewhere, also in other files, it takes what is new. isNew reports whether
// a diagnostic was not there before. Check reports whether there is an error that keeps the document
// from being saved: one that is new.
func (f *Form) Check(d *edit.Document, path string, at edit.Path, list diag.List, isNew func(diag.Diagnostic) bool) (blocked bool) {
	n := d.Value(at)
	for _, p := range list {
		inside := n != nil && p.Path() == path && n.Start <= p.Pos.Start && p.Pos.Start <= n.End && len(at) > 0 || p.Path() == path && len(at) == 0
		fresh := isNew(p)
		if !inside && !fresh {
			continue
		}
		m := MessageOf(p)
		var field *Field
		if p.Path() == path && n != nil {
			field = f.at(n, p)
		}
		switch {
		case field != nil:
			field.Messages = append(field.Messages, m)
		case inside && f.inLists(n, p.Pos.Start) && !fresh:
			continue // it is shown where that is changed
		case p.Path() != path || !inside:
			place := p.Pos.Place()
			m.Text = p.Path() + " (regel " + strconv.Itoa(place.Line) + "): " + m.Text
			f.Other = append(f.Other, m)
		default:
			f.Other = append(f.Other, m)
		}
		blocked = blocked || fresh && p.Severity() == diag.Error
	}
	return blocked
}

// MessageOf returns what a check says.
func MessageOf(d diag.Diagnostic) Message {
	return Message{d.Severity().String(), diag.Dutch.Say(d.Text), diag.Dutch.Hint(d)}
}

// at returns the field of a mapping that a diagnostic is about; nil when it is about none.
func (f *Form) at(n *tree.Node, p diag.Diagnostic) *Field {
	missing := ""
	switch code := string(p.Code()); {
	case code == "missing-reason":
		missing = "reden"
	case code == "missing-key" && len(p.Text.Args) > 0:
		missing, _ = p.Text.Args[0].(string)
	}
	for _, field := range f.Fields {
		key, value, around := entry(n, field.path)
		switch {
		case key != nil && key.Start <= p.Pos.Start && p.Pos.Start <= max(key.End, value.End) && (missing == "" || missing == field.Key.Name):
			return field
		case missing == field.Key.Name && around != nil && around.Start <= p.Pos.Start && p.Pos.Start <= around.End && !f.inLists(n, p.Pos.Start):
			return field
		}
	}
	return nil
}

// inLists reports whether an offset is in one of the lists of a mapping that have forms of their
// own.
func (f *Form) inLists(n *tree.Node, at int) bool {
	for _, list := range f.Lists {
		if key, value := n.Entry(list.Key.Name); key != nil && value.Kind == tree.List && value.Start <= at && at <= value.End {
			return true
		}
	}
	return false
}

// entry returns the key and the value at a path of keys, and the mapping that they are, or would be,
// in.
func entry(n *tree.Node, path []string) (key, value, around *tree.Node) {
	around = n
	for i, name := range path {
		if around == nil || around.Kind != tree.Mapping {
			return nil, nil, nil
		}
		key, value = around.Entry(name)
		if i < len(path)-1 {
			around = value
		}
	}
	return key, value, around
}
