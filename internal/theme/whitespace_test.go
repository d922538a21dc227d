package theme

import (
	"strings"
	"testing"
	"text/template"
)

// rendered returns what a template writes; indentation is dropped before it is
// parsed.
func rendered(t *testing.T, text string) string {
	t.Helper()
	set, err := template.New("page").Parse(withoutIndentation(text))
	if err != nil {
		t.Fatalf("%v in %q", err, withoutIndentation(text))
	}
	var b strings.Builder
	if err := set.Execute(&b, map[string]any{"Title": "Oost", "Items": []string{"a", "b"}}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestIndentationOfTemplatesIsNotPublished(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"indentation", "<ul>\n  <li>\n\t\t<p>x</p>\n", "<ul>\n<li>\n<p>x</p>\n"},
		{"white space within a line", "<p>a  b</p>\n", "<p>a  b</p>\n"},
		{"blank lines", "\n\n<p>\n\n  \n</p>\n\n", "<p>\n</p>\n"},
		{"a line of control", "<ul>\n{{range .Items}}\n  <li>{{.}}</li>\n{{else}}\n  none\n{{end}}\n</ul>\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"},
		{"several controls on a line", "a\n{{if .Title}}{{with .Title}}{{/* why */}}\n{{.}}\n{{end}}{{end}}\nb\n", "a\nOost\nb\n"},
		{"white space between controls", "a\n{{if .Title}} {{with .Title}}\n{{.}}{{end}}{{end}}", "a\n \nOost"},
		{"control and text on a line", "a\n{{if .Title}}<p>\n</p>{{end}}\nb\n", "a\n<p>\n</p>\nb\n"},
		{"a value on a line of its own", "a\n{{.Title}}\nb\n", "a\nOost\nb\n"},
		{"a template on a line of its own", "{{define \"x\"}}\nx\n{{- end}}\na\n{{template \"x\"}}\nb\n", "a\nx\nb\n"},
		{"words are not joined", "één\n{{if .Title}}\ntwee\n{{end}}\ndrie\n", "één\ntwee\ndrie\n"},
		{"trim markers", "<p>\n  {{- .Title -}}\n</p>\n  {{- if .Title -}}\n  x\n{{- end -}}\ny", "<p>Oost</p>xy"},
		{"a comment over several lines", "a\n{{/* one\n\n   two */ -}}\nb\n", "a\nb\n"},
		{"an action over several lines", "{{printf\n\n  \"%s\"\n  .Title}}\nb\n", "Oost\nb\n"},
		{"lines of Windows", "<p>\r\n{{if .Title}}\r\n\r\n  x\r\n{{end}}\r\n</p>\r\n", "<p>\r\nx\r\n</p>\r\n"},
		{"no line break at the end", "<p>\n  {{if .Title}}x{{end}}", "<p>\nx"},
	} {
		if got := rendered(t, c.text); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// FuzzWithoutIndentation holds templates without their indentation against those
// as they are written: they parse, have as many lines, and write the same but for
// white space.
func FuzzWithoutIndentation(f *testing.F) {
	f.Add("<ul>\n  {{range .Items}}\n\n    <li>{{.}}</li>\n  {{end}}\n</ul>\n")
	f.Add("{{/* one\n\n two */}}\n{{if .Title}} x {{- end}}\n{{printf \"}}\" \n}}")
	written := func(text string) (string, bool) {
		set, err := template.New("page").Parse(text)
		if err != nil || set.Tree == nil {
			return "", err == nil
		}
		return strings.Join(strings.Fields(set.Root.String()), ""), true
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Contains(text, "`") {
			t.Skip("a text in an action that has lines of its own")
		}
		want, ok := written(text)
		if !ok {
			t.Skip()
		}
		without := withoutIndentation(text)
		if got, ok := written(without); !ok || got != want {
			t.Errorf("%q became %q", text, without)
		}
		if strings.Count(without, "\n") != strings.Count(text, "\n") {
			t.Errorf("%q has other lines: %q", text, without)
		}
	})
}
