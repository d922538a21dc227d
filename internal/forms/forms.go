// Package forms makes forms from the tables of keys by which package parse reads files: for a
// mapping in a file, such as a need or an entry of progress, a field for each key, with its label,
// its help, its choices and what it says now. What a person fills in becomes values for package
// edit, and the diagnostics of a check come to stand at the fields that they are about.
package forms

import (
	"slices"
	"strings"
	"time"

	"wijkvisie/internal/edit"
	"wijkvisie/internal/noun"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/tree"
)

// Form is what there is to fill in of a mapping.
type Form struct {
	Fields []*Field
	Lists  []List    // of mappings, each with a form of its own
	Other  []Message // what a check says of no single field
}

// List is a key with a list of mappings.
type List struct {
	Key   parse.Key
	Items []*tree.Node
}

// Field is one value to fill in. A value is text, of a list an item on each line.
type Field struct {
	Name     string // unique in the form: bron.titel
	Key      parse.Key
	Group    string // the label of the group that it is in; empty for none
	Label    string
	Help     string
	Required bool
	Control  Control
	Options  []Option
	Value    string
	Was      string  // what the file said when the form was opened
	Theirs   *string // what the file says now, when somebody changed it meanwhile
	Moved    bool    // somebody else changed it since the form was opened
	Fixed    bool    // the file says something that this form cannot show
	Messages []Message

	path []string
}

// Control is the way to fill in a field.
type Control uint8

// The controls.
const (
	Input   Control = iota // a line of text
	Numbers                // a line with a number
	Date                   // a day
	Area                   // a text of several lines
	Lines                  // a list of texts, one a line
	Choice                 // one of the options
	Choices                // any number of the options
	Picks                  // any number of the options, when there are many
)

// Option is something to choose.
type Option struct {
	Value, Label string
	Group        string // of options that belong together
	Chosen       bool
}

// Message is what a check says.
type Message struct {
	Severity string `json:"severity"` // error, warning or info
	Text     string `json:"text"`
	Hint     string `json:"hint,omitempty"`
}

// Maker makes forms.
type Maker struct {
	Nouns *noun.Nouns
	// Options returns what a reference may name, in a file.
	Options func(r parse.Reference) []Option
}

// New returns a form for a mapping with a table, filled in with what it says; n is nil for one that
// is to be made.
func (m Maker) New(table *parse.Mapping, n *tree.Node) *Form {
	f := new(Form)
	m.add(f, table, n, "", nil)
	for _, d := range table.Demands {
		if field := f.Field(d.Needs); field != nil && d.Of == "" {
			field.Required = true
		}
	}
	return f
}

func (m Maker) add(f *Form, table *parse.Mapping, n *tree.Node, group string, path []string) {
	for _, k := range table.Keys {
		var value *tree.Node
		if n != nil {
			value = n.Value(k.Name)
		}
		at := append(path[:len(path):len(path)], k.Name)
		switch {
		case k.Type == parse.GroupsValue:
			list := List{Key: k}
			if value != nil && value.Kind == tree.List {
				list.Items = slices.DeleteFunc(slices.Clone(value.Children), func(c *tree.Node) bool { return c.Kind != tree.Mapping || c.IsEmpty() })
			}
			f.Lists = append(f.Lists, list)
		case k.Of != nil:
			label := k.Label()
			if group != "" {
				label = group + ": " + label
			}
			m.add(f, k.Inside(), value, label, at)
		default:
			f.Fields = append(f.Fields, m.field(k, value, group, at))
		}
	}
}

// field returns the field of a key.
func (m Maker) field(k parse.Key, n *tree.Node, group string, path []string) *Field {
	f := &Field{
		Name: strings.Join(path, "."), Key: k, Group: group, Label: k.Label(), Help: k.Description(m.Nouns),
		Required: k.Required && len(path) == 1, // in a group it is only when the group is used
		path:     path,
	}
	if k.Type == parse.PlannedValue {
		f.Help += " Een dag, een maand (2011-10), een kwartaal (2011-Q3), een jaar, of onbekend."
	} else if k.Example != "" && !k.IsRunningText() && len(k.Enum) == 0 && k.RefersTo == parse.NoReference && k.Type != parse.DayValue && k.Type != parse.NumberValue {
		f.Help += " Bijvoorbeeld: " + strings.Trim(k.Example, "[]") + "."
	}
	if k.RefersTo != parse.NoReference && m.Options != nil {
		f.Options = m.Options(k.RefersTo)
		if what, _, isForm := strings.Cut(f.Help, ": "); isForm && len(f.Options) > 0 {
			f.Help = what + "." // how it is written is of no concern to who chooses
		}
	}
	f.Value, f.Fixed = text(k, n)
	f.Was = f.Value
	f.Control = control(f)
	f.choose()
	return f
}

// manyOptions is the number of options above which they are not all shown at once.
const manyOptions = 20

// control returns the way to fill in a field.
func control(f *Field) Control {
	k := f.Key
	switch {
	case isList(k) && len(f.Options) > manyOptions:
		return Picks
	case isList(k) && len(f.Options) > 0:
		return Choices
	case k.Type == parse.TextsValue, k.Type == parse.IDsValue, k.Type == parse.PeriodsValue:
		return Lines
	case len(f.Options) > 0 || len(k.Enum) > 0 && k.Type == parse.TextValue:
		return Choice
	case k.Type == parse.DayValue && (f.Value == "" || isDay(f.Value)):
		return Date
	case k.Type == parse.NumberValue, k.Type == parse.MoneyValue, k.Type == parse.YearValue:
		return Numbers
	case k.Prose || strings.Contains(f.Value, "\n") || len([]rune(f.Value)) > 90:
		return Area
	}
	return Input
}

// isDay reports whether a text is a day that a control for dates can show: such a control is empty
// for 2011-02-30, and that would be sent.
func isDay(s string) bool {
	day, err := time.Parse(time.DateOnly, s)
	return err == nil && day.Year() > 0
}

// choose marks the options that the value has, and adds an option for a value that is none of them,
// so that it is not lost.
func (f *Field) choose() {
	if f.Control == Choice && len(f.Options) == 0 {
		for _, v := range f.Key.Enum {
			f.Options = append(f.Options, Option{Value: v, Label: strings.ReplaceAll(v, "-", " ")})
		}
	}
	if len(f.Options) == 0 {
		return
	}
	f.Options = slices.Clone(f.Options)
	for _, v := range strings.Split(f.Value, "\n") {
		if v != "" && !slices.ContainsFunc(f.Options, func(o Option) bool { return o.Value == v }) {
			f.Options = append(f.Options, Option{Value: v, Label: v})
		}
	}
	for i := range f.Options {
		f.Options[i].Chosen = slices.Contains(strings.Split(f.Value, "\n"), f.Options[i].Value)
	}
}

// Picked returns the values of a field of Picks, and room for more.
func (f *Field) Picked() []string {
	var list []string
	if f.Value != "" {
		list = strings.Split(f.Value, "\n")
	}
	return append(list, "", "")
}

// Path returns the path of a field below that of its form.
func (f *Field) Path(below edit.Path) edit.Path {
	p := below[:len(below):len(below)]
	for _, key := range f.path {
		p = append(p, edit.Key(key))
	}
	return p
}
