package edit_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"wijkvisie/internal/edit"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/sample"
	"wijkvisie/internal/source"
)

// texts are values that YAML reads in many ways.
func texts() []string {
	return []string{
		"x", "Een plateau", "a: b", "a #b", "#", "- a", "", "yes", "null", "~", "0110", "2011-10", "2011-05-19", "'", `"`, `\`, "{a}", "[a, b]", "a, b", "a:",
		"één\ntwee", "een\n\n  twee\n# drie", "een\r\ntwee", " a ", "\t", "a\tb", "„Goed”", "%a", "@a", "`a`", "&a", "*a", "!a", "|", ">", "?", "---", "...", "a\n---\nb", "a\n...", "😀",
	}
}

// values returns the texts in YAML by their paths. It is what the tests hold the package to, by a
// decoder of which it knows nothing.
func values(t *testing.T, data []byte) map[string]string {
	t.Helper()
	all := valuesIfAny(data)
	if all == nil {
		t.Fatalf("no YAML:\n%s", data)
	}
	return all
}

// valuesIfAny returns the texts in YAML; nil when it cannot be read.
func valuesIfAny(data []byte) map[string]string {
	var document yaml.Node
	if err := yaml.Unmarshal(data, &document); err != nil {
		return nil
	}
	all := make(map[string]string)
	var add func(n *yaml.Node, path string)
	add = func(n *yaml.Node, path string) {
		switch n.Kind {
		case yaml.MappingNode:
			for i := 0; i < len(n.Content); i += 2 {
				add(n.Content[i+1], path+"/"+n.Content[i].Value)
			}
		case yaml.SequenceNode:
			for i, c := range n.Content {
				add(c, fmt.Sprint(path, "/", i))
			}
		default:
			if n.Tag != "!!null" {
				all[path] = strings.TrimRight(n.Value, "\n")
			}
		}
	}
	if len(document.Content) > 0 {
		add(document.Content[0], "")
	}
	return all
}

// yamlOf returns the YAML in a file.
func yamlOf(name string, data []byte) []byte {
	if name == "site.yaml" {
		return data
	}
	_, rest, _ := bytes.Cut(data, []byte("---"))
	yaml, _, _ := bytes.Cut(rest, []byte("\n---"))
	return yaml
}

// change is a change to a file, and what it is to say afterwards.
type change struct {
	about string
	make  func(d *edit.Document) error
	want  map[string]string
}

// randomChange returns a change to a key of a mapping that a table describes, at a path.
func randomChange(r *rand.Rand, now map[string]string, table *parse.Mapping) change {
	path, at := edit.Path(nil), ""
	for {
		key := table.Keys[r.IntN(len(table.Keys))]
		path, at = append(path, edit.Key(key.Name)), at+"/"+key.Name
		switch {
		case key.Type == parse.GroupsValue:
			count := 0
			for below(now, fmt.Sprint(at, "/", count)) {
				count++
			}
			if count == 0 || r.IntN(4) == 0 {
				return appended(r, key, now, path, at, count)
			}
			i := r.IntN(count)
			path, at, table = append(path, edit.Index(i)), fmt.Sprint(at, "/", i), key.Inside()
		case key.Of != nil:
			table = key.Inside()
		case slices.Contains([]parse.Type{parse.TextsValue, parse.IDsValue, parse.PeriodsValue, parse.PointValue, parse.TileValue}, key.Type):
			return listed(r, now, path, at)
		default:
			text := texts()[r.IntN(len(texts()))]
			c := change{"set " + at + fmt.Sprintf(" to %q", text), func(d *edit.Document) error { return d.Set(path, edit.Text(text)) }, without(now, at)}
			if strings.TrimSpace(text) != "" {
				c.want[at] = strings.ReplaceAll(text, "\r\n", "\n")
			}
			return c
		}
	}
}

// listed returns a change to the list of texts at a path.
func listed(r *rand.Rand, now map[string]string, path edit.Path, at string) change {
	var list []string
	for i := 0; ; i++ {
		text, ok := now[fmt.Sprint(at, "/", i)]
		if !ok {
			break
		}
		list = append(list, text)
	}
	for range 1 + r.IntN(3) {
		switch i := r.IntN(len(list) + 1); {
		case i == len(list) || r.IntN(3) == 0:
			list = slices.Insert(list, i, fmt.Sprintf("nieuw-%d", r.IntN(100)))
		case r.IntN(2) == 0:
			list = slices.Delete(list, i, i+1)
		default:
			list[i] = "a, b"
		}
	}
	c := change{fmt.Sprintf("set %s to %q", at, list), func(d *edit.Document) error { return d.Set(path, edit.Texts(list...)) }, without(now, at)}
	for i, text := range list {
		c.want[fmt.Sprint(at, "/", i)] = text
	}
	return c
}

// appended returns a change that adds a mapping to the list at a path.
func appended(r *rand.Rand, key parse.Key, now map[string]string, path edit.Path, at string, count int) change {
	var pairs []any
	want := maps.Clone(now)
	for _, k := range key.Of.Keys {
		if text := texts()[r.IntN(len(texts()))]; k.Of == nil && strings.TrimSpace(text) != "" && r.IntN(2) == 0 {
			pairs = append(pairs, k.Name, text)
			want[fmt.Sprint(at, "/", count, "/", k.Name)] = strings.ReplaceAll(text, "\r\n", "\n")
		}
	}
	if len(pairs) == 0 {
		pairs = []any{key.Of.Keys[0].Name, "x"}
		want[fmt.Sprint(at, "/", count, "/", key.Of.Keys[0].Name)] = "x"
	}
	return change{fmt.Sprintf("append %q to %s", pairs, at), func(d *edit.Document) error { return d.Append(path, edit.Group(pairs...)) }, want}
}

// below reports whether there are values below a path.
func below(values map[string]string, path string) bool {
	for p := range values {
		if strings.HasPrefix(p, path+"/") {
			return true
		}
	}
	return false
}

// without returns values without those at and below a path.
func without(values map[string]string, path string) map[string]string {
	values = maps.Clone(values)
	maps.DeleteFunc(values, func(p, _ string) bool { return p == path || strings.HasPrefix(p, path+"/") })
	return values
}

// changedLines returns the lines of a text that another one does not have at its begin or end.
func changedLines(old, now string) []string {
	was, is := strings.SplitAfter(old, "\n"), strings.SplitAfter(now, "\n")
	for len(was) > 0 && len(is) > 0 && was[0] == is[0] {
		was, is = was[1:], is[1:]
	}
	for len(was) > 0 && len(is) > 0 && was[len(was)-1] == is[len(is)-1] {
		was, is = was[:len(was)-1], is[:len(is)-1]
	}
	return was
}

// withNotes returns a file with comments in its YAML, above some lines and behind others.
func withNotes(t *testing.T, r *rand.Rand, name, text string) (string, []string) {
	front := yamlOf(name, []byte(text))
	was := values(t, front)
	lines := strings.SplitAfter(string(front), "\n")
	var notes []string
	for i, line := range lines {
		if strings.TrimSpace(line) == "" || r.IntN(4) > 0 {
			continue
		}
		note := fmt.Sprintf("# noot %d.", len(notes))
		lines[i] = strings.TrimRight(line, "\n") + "  " + note + line[len(strings.TrimRight(line, "\n")):]
		if r.IntN(2) == 0 {
			lines[i] = line[:len(line)-len(strings.TrimLeft(line, " "))] + note + "\n" + line
		}
		if maps.Equal(was, valuesIfAny([]byte(strings.Join(lines, "")))) {
			notes = append(notes, note)
		} else {
			lines[i] = line
		}
	}
	return strings.Replace(text, string(front), strings.Join(lines, ""), 1), notes
}

// checkRandomChanges makes changes to a file one after another.
func checkRandomChanges(t *testing.T, r *rand.Rand, name, text string, changes int) (made, refused int) {
	kind, ok := parse.KindOf(name)
	if !ok {
		return 0, 0
	}
	text, notes := withNotes(t, r, name, text)
	d, err := edit.Open(source.NewFile(name, []byte(text)))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for range changes {
		old := string(d.Bytes())
		was := values(t, yamlOf(name, d.Bytes()))
		c := randomChange(r, was, kind.Mapping)
		err := c.make(d)
		if err != nil && !errors.Is(err, edit.ErrNotSimple) {
			t.Fatalf("%s: %s: %v\n%s", name, c.about, err, old)
		}
		if err != nil {
			refused++
			c.want = was
			if string(d.Bytes()) != old {
				t.Fatalf("%s: %s is refused and changes the file", name, c.about)
			}
			continue
		}
		made++
		now := string(d.Bytes())
		if got := values(t, yamlOf(name, d.Bytes())); !maps.Equal(got, c.want) {
			t.Fatalf("%s: %s: got\n%v\nwant\n%v\nfrom\n%s\nto\n%s", name, c.about, got, c.want, old, now)
		}
		if lines := changedLines(old, now); len(lines) > 12 {
			t.Fatalf("%s: %s changes\n%s", name, c.about, strings.Join(lines, ""))
		}
		for _, note := range notes {
			if !strings.Contains(now, note) {
				t.Fatalf("%s: %s loses %s of\n%s\nin\n%s", name, c.about, note, old, now)
			}
		}
	}
	return made, refused
}

func TestRandomChanges(t *testing.T) {
	made, refused := 0, 0
	check := func(r *rand.Rand, name, text string, changes int) {
		m, no := checkRandomChanges(t, r, name, text, changes)
		made, refused = made+m, refused+no
	}
	content := os.DirFS("../../content")
	err := fs.WalkDir(content, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(content, name)
		check(rand.New(rand.NewPCG(1, 2)), name, string(data), 25)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(15) {
		files := sample.Random(seed)
		r := rand.New(rand.NewPCG(seed, 3))
		for _, name := range slices.Sorted(maps.Keys(files)) {
			check(r, name, files[name], 15)
		}
	}
	if refused*50 > made {
		t.Errorf("%d changes are refused, %d made", refused, made)
	}
	t.Logf("%d made, %d refused", made, refused)
}
