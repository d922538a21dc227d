package forms_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"wijkvisie/internal/edit"
	"wijkvisie/internal/forms"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// sent returns what a browser sends of a field.
func sent(f *forms.Field) []string {
	switch f.Control {
	case forms.Choices:
		var list []string
		for _, o := range f.Options {
			if o.Chosen {
				list = append(list, o.Value)
			}
		}
		return list
	case forms.Picks:
		return f.Picked()
	}
	return []string{strings.ReplaceAll(f.Value, "\n", "\r\n")}
}

// Who opens a form and saves it changes nothing, whatever the form is about.
func TestAFormThatIsSentAsItWasChangesNothing(t *testing.T) {
	content := os.DirFS("../../content")
	count := 0
	err := fs.WalkDir(content, ".", func(name string, e fs.DirEntry, err error) error {
		kind, ok := parse.KindOf(name)
		if err != nil || !ok {
			return err
		}
		data, err := fs.ReadFile(content, name)
		if err != nil {
			return err
		}
		d, err := edit.Open(source.NewFile(name, data))
		if err != nil {
			return err
		}
		var check func(table *parse.Mapping, at edit.Path)
		check = func(table *parse.Mapping, at edit.Path) {
			n := d.Value(at)
			opened, posted := maker().New(table, n), maker().New(table, n)
			posted.Fill(func(name string) ([]string, bool) { return sent(opened.Field(name)), true },
				func(name string) ([]string, bool) {
					return []string{strings.ReplaceAll(opened.Field(name).Was, "\n", "\r\n")}, true
				})
			for _, f := range posted.Changed(func(f *forms.Field) *tree.Node { return d.Value(f.Path(at)) }) {
				t.Errorf("%s, %v: %s becomes %q", name, at, f.Name, f.Value)
			}
			for _, f := range posted.Fields {
				count++
				if f.Moved || f.Fixed {
					t.Errorf("%s, %v: %+v", name, at, f)
				}
			}
			for _, list := range opened.Lists {
				for i := range list.Items {
					check(list.Key.Inside(), append(at[:len(at):len(at)], edit.Key(list.Key.Name), edit.Index(i)))
				}
			}
		}
		check(kind.Mapping, nil)
		return nil
	})
	if err != nil || count < 1000 {
		t.Errorf("%v, %d fields", err, count)
	}
}
