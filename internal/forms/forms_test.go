package forms_test

import (
	"slices"
	"strings"
	"testing"

	"wijkvisie/internal/forms"
	"wijkvisie/internal/noun"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

func mapping(t *testing.T, yaml string) *tree.Node {
	t.Helper()
	n, problems := decode.YAML(source.NewFile("x", []byte(yaml)), 0, len(yaml))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return n
}

func kind(name string) *parse.Mapping {
	for _, k := range parse.Kinds() {
		if k.Name == name {
			return k.Mapping
		}
	}
	return nil
}

func maker() forms.Maker {
	return forms.Maker{Nouns: noun.Of("nl", nil), Options: func(r parse.Reference) []forms.Option {
		switch r {
		case parse.ToTheme:
			return []forms.Option{{Value: "groen", Label: "Groen en water"}}
		case parse.ToNeed:
			var many []forms.Option
			for _, id := range strings.Split("a b c d e f g h i j k l m n o p q r s t u v w x y z", " ") {
				many = append(many, forms.Option{Value: "oost/" + id, Label: id, Group: "Oost"})
			}
			return many
		case parse.ToBuurt:
			return []forms.Option{{Value: "a", Label: "A"}, {Value: "b", Label: "B"}, {Value: "c", Label: "C"}}
		}
		return nil
	}}
}

func TestEveryKeyHasAField(t *testing.T) {
	for _, k := range parse.Kinds() {
		var check func(table *parse.Mapping)
		check = func(table *parse.Mapping) {
			f := maker().New(table, nil)
			var names []string
			for _, field := range f.Fields {
				if field.Label == "" || field.Help == "" || field.Value != "" || slices.Contains(names, field.Name) {
					t.Errorf("%s, %s: %+v", k.Name, table.Name, field)
				}
				names = append(names, field.Name)
			}
			for _, key := range table.Keys {
				isList := slices.ContainsFunc(f.Lists, func(l forms.List) bool { return l.Key.Name == key.Name })
				hasField := slices.ContainsFunc(names, func(n string) bool { return n == key.Name || strings.HasPrefix(n, key.Name+".") })
				if isList == hasField {
					t.Errorf("%s, %s: %s is a list: %v, has a field: %v", k.Name, table.Name, key.Name, isList, hasField)
				}
				if key.Type == parse.GroupsValue {
					check(key.Of)
				}
			}
		}
		check(k.Mapping)
	}
}

func TestControls(t *testing.T) {
	needs := kind("wijkvisie").Key("behoeften")
	commitments := kind("programma").Key("toezeggingen")
	need := maker().New(needs.Of, mapping(t, "titel: A\nthema: water\nlocatie: [5.1, 52.1]\nbron: {datum: 2011-5-1}\nvervallen-op: 2012-01-01\nvoorheen: [a, b]\ntoelichting: [x]\n"))
	commitment := maker().New(commitments.Of, mapping(t, "behoeften: [oost/b, weg/weg]\ngereed: 2011-Q3\n"))
	another := maker().New(needs.Of, mapping(t, "vervallen-op: 2011-02-30\nbron: {datum: 0000-01-01}\n")) // a control for dates would not show them
	for _, c := range []struct {
		form    *forms.Form
		name    string
		control forms.Control
		value   string
	}{
		{need, "titel", forms.Input, "A"}, {need, "thema", forms.Choice, "water"}, {need, "locatie", forms.Input, "5.1, 52.1"},
		{need, "bron.datum", forms.Input, "2011-5-1"}, // a control for dates would not show it
		{need, "vervallen-op", forms.Date, "2012-01-01"}, {need, "voorheen", forms.Lines, "a\nb"}, {need, "prioriteit", forms.Numbers, ""}, {need, "reden", forms.Area, ""},
		{commitment, "behoeften", forms.Picks, "oost/b\nweg/weg"}, {commitment, "gereed", forms.Input, "2011-Q3"}, {another, "vervallen-op", forms.Input, "2011-02-30"}, {another, "bron.datum", forms.Input, "0000-01-01"}, {commitment, "toegezegd-op", forms.Date, ""},
	} {
		if f := c.form.Field(c.name); f == nil || f.Control != c.control || f.Value != c.value || f.Fixed {
			t.Errorf("%s: %+v", c.name, f)
		}
	}
	if !need.Field("toelichting").Fixed {
		t.Error("a list in the place of a text can be overwritten")
	}
	chosen := func(f *forms.Field) (list []string) {
		for _, o := range f.Options {
			if o.Chosen {
				list = append(list, o.Value)
			}
		}
		return list
	}
	// What is no option is not lost.
	if got := chosen(need.Field("thema")); !slices.Equal(got, []string{"water"}) {
		t.Errorf("%v", got)
	}
	if got := chosen(commitment.Field("behoeften")); !slices.Equal(got, []string{"oost/b", "weg/weg"}) {
		t.Errorf("%v", got)
	}
	if got := commitment.Field("behoeften").Help; strings.Contains(got, "wijk/behoefte") {
		t.Errorf("who chooses is told how to write: %s", got)
	}
}

func TestFill(t *testing.T) {
	needs := kind("wijkvisie").Key("behoeften")
	// The file says B and Z now.
	f := maker().New(needs.Of, mapping(t, "titel: B\ntoelichting: Z\nreden: R\nprioriteit: 1\n"))
	sent := map[string][]string{"titel": {"C"}, "toelichting": {"X\r\n"}, "reden": {"R2"}, "buurten": {"a", "", "b"}}
	was := map[string][]string{"titel": {"A"}, "toelichting": {"X"}, "reden": {"R"}, "buurten": {""}}
	lookUp := func(m map[string][]string) func(string) ([]string, bool) {
		return func(name string) ([]string, bool) { v, ok := m[name]; return v, ok }
	}
	f.Fill(lookUp(sent), lookUp(was))
	for _, c := range []struct {
		name, value, theirs string
		moved               bool
	}{
		{"titel", "C", "B", true}, {"toelichting", "Z", "", true}, {"reden", "R2", "", false}, {"buurten", "a\nb", "", false}, {"prioriteit", "1", "", false},
	} {
		field := f.Field(c.name)
		theirs := ""
		if field.Theirs != nil {
			theirs = *field.Theirs
		}
		if field.Value != c.value || theirs != c.theirs || field.Moved != c.moved {
			t.Errorf("%s: %q, theirs %q, moved %v", c.name, field.Value, theirs, field.Moved)
		}
	}
}

// A browser sends what is ticked in the order of the options.
func TestWhatIsTickedKeepsItsOrder(t *testing.T) {
	needs := kind("wijkvisie").Key("behoeften")
	for _, c := range []struct {
		yaml, was string
		ticked    []string
		want      string
	}{
		{"buurten: [c, a]\n", "c\na", []string{"a", "c"}, ""},
		{"buurten: [c, a]\n", "c\na", []string{"a", "b", "c"}, "c\na\nb"},
		{"buurten: [c, b, a]\n", "c\nb\na", []string{"a", "c"}, "c\na"},
		{"buurten: [c, weg, a, a]\n", "c\nweg\na\na", []string{"a", "c", "weg"}, ""},
		{"buurten: [c, a]\n", "c\na", []string{"b"}, "b"},
		{"titel: A\n", "", []string{"b", "c"}, "b\nc"},
	} {
		n := mapping(t, c.yaml)
		f := maker().New(needs.Of, n)
		f.Fill(func(string) ([]string, bool) { return c.ticked, true }, func(name string) ([]string, bool) { return []string{c.was}, name == "buurten" })
		changed := f.Changed(func(f *forms.Field) *tree.Node { return n.Value(f.Name) })
		switch {
		case c.want == "" && len(changed) > 0:
			t.Errorf("%s becomes %q", c.yaml, changed[0].Value)
		case c.want != "" && (len(changed) != 1 || changed[0].Value != c.want):
			t.Errorf("%s: got %+v, want %q", c.yaml, changed, c.want)
		}
	}
}

// Space at the ends of a text is not shown as a change by somebody else.
func TestSpaceAroundATextIsNoChange(t *testing.T) {
	needs := kind("wijkvisie").Key("behoeften")
	n := mapping(t, "toelichting: \"  spaties eromheen  \"\nreden: \"a\\vb\"\nvoorheen: [\" x \", \"\", y]\ntitel: T\n")
	opened, f := maker().New(needs.Of, n), maker().New(needs.Of, n)
	send := func(name string) ([]string, bool) {
		return []string{strings.ReplaceAll(opened.Field(name).Value, "\n", "\r\n")}, true
	}
	f.Fill(send, send)
	for _, field := range append(f.Changed(func(f *forms.Field) *tree.Node { return n.Value(f.Name) }), f.Fields...) {
		if field.Moved || field.Theirs != nil || field.Value != field.Was {
			t.Errorf("%s was %q, is %q, moved %v", field.Name, field.Was, field.Value, field.Moved)
		}
	}
}

func TestClean(t *testing.T) {
	if got, want := forms.Clean([]string{" een\vtwee\r\n\tdrie\x00\x07\rvier\x7f \r\n", "", "vijf"}), "een\ntwee\n\tdrie\nvier\nvijf"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
