package compile_test

import (
	"errors"
	"html/template"
	"reflect"
	"strings"
	"testing"
	texttemplate "text/template"

	"wijkvisie/internal/theme/compile"
)

type words struct{}

func (*words) Text(key string, args ...string) string { return key + strings.Join(args, "<") }

type shell struct {
	Words *words
	Site  string
}

type link struct{ Text, URL string }

type item struct {
	link
	Count int
	Next  *item
	Tags  []string
}

type view struct {
	*shell
	Title  string
	Body   template.HTML
	Tel    template.URL
	On     bool
	Items  []item
	None   []item
	One    *item
	Nobody *item
	Any    any
}

func example() view {
	last := &item{link: link{"b&c", "/b c?d=é&e=+"}, Count: 7}
	return view{
		shell: &shell{&words{}, "Wijk & stad"},
		Title: `"Zo" <b>'n</b> 1+1`, Body: "<p>Zo & zo</p>", Tel: "tel:14 030", On: true,
		Items: []item{
			{link: link{"a", "https://example.nl/a'b"}, Count: -2, Next: last, Tags: []string{"x<y", ""}},
			{link: link{"js", "javascript:alert(1)"}},
		},
		One: last,
	}
}

// templates are what themes write; each is run by html/template too, and must
// come out the same.
var templates = map[string]string{
	"text in every place":       `<title>{{.Title}}</title><p title="{{.Title}}" class='a-{{.Title}}'>{{.Title}}</p>`,
	"HTML that was made safe":   `<div>{{.Body}}</div>`,
	"an address":                `{{range .Items}}<a href="{{.URL}}">{{.Text}}</a>{{end}}`,
	"a part of an address":      `{{range .Items}}<a href="/x/{{.URL}}">x</a><a href="/x?y={{.URL}}">y</a><a href="#{{.Text}}">z</a>{{end}}`,
	"an address that is safe":   `<a href="{{.Tel}}">bel</a>`,
	"a number":                  `{{range .Items}}<b>{{.Count}}</b><i data-n="{{.Count}}"></i>{{end}}`,
	"an embedded pointer":       `<p>{{.Site}} {{.Words.Text "a"}} {{$.Words.Text "b" "c" .Title}}</p>`,
	"a pointer that is nil":     `{{with .Nobody}}<b>{{.Text}}</b>{{else}}<i>{{.Title}}</i>{{end}}{{with .One}}<b>{{.Text}}</b>{{end}}`,
	"conditions":                `{{if and .On .Title (not .None)}}a{{else if .One}}b{{else}}c{{end}}{{if or .None .Nobody}}d{{end}}{{if .Body}}e{{end}}`,
	"a struct is always true":   `{{range .Items}}{{with .Next}}{{.Text}}{{end}}{{if .Count}}{{.Count}}{{end}}{{end}}`,
	"variables":                 `{{$t := .Title}}{{range $i, $x := .Items}}{{if $i}}, {{end}}{{$x.Text}}{{$t}}{{range $x.Tags}}[{{.}}]{{end}}{{end}}`,
	"a variable in a with":      `{{with $x := .One}}{{$x.Text}} {{$.Title}}{{end}}`,
	"a variable that is hidden": `{{$x := .Title}}{{with .One}}{{$x := .Text}}{{$x}}{{end}}{{$x}}`,
	"an empty list":             `{{range .None}}a{{else}}{{.Title}}{{end}}`,
	"a template":                `{{define "one"}}<b>{{.Text}}</b>{{with .Next}}{{template "one" .}}{{end}}{{$.Count}}{{end}}{{define "two"}}x{{end}}{{range .Items}}{{template "one" .}}{{end}}{{template "two"}}`,
	"comments":                  `a{{/* niets */}}b`,
	"a constant":                `<p>{{"a < b"}}</p>`,
}

// escaped returns a template that html/template runs.
func escaped(t testing.TB, text string) *template.Template {
	t.Helper()
	set, err := template.New("page").Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// trees returns the templates of a text, the one around the others under a name.
func trees(t testing.TB, name, text string) compile.Trees {
	t.Helper()
	set, err := texttemplate.New(name).Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	all := make(compile.Trees)
	for _, one := range set.Templates() {
		all[one.Name()] = one.Tree
	}
	return all
}

// compiled returns the program of a template.
func compiled[View any](t testing.TB, text string) (*compile.Program, error) {
	t.Helper()
	pages, err := compile.Join("page", nil, trees(t, "page", text), nil)
	if err != nil {
		return nil, err
	}
	return pages.Program("", reflect.TypeFor[View]())
}

func TestProgramWritesWhatHTMLTemplateWrites(t *testing.T) {
	for name, text := range templates {
		t.Run(name, func(t *testing.T) {
			set := escaped(t, text)
			p, err := compiled[view](t, text)
			if err != nil {
				t.Fatal(err)
			}
			var want strings.Builder
			if err := set.Execute(&want, example()); err != nil {
				t.Fatal(err)
			}
			got, err := p.Append([]byte("before:"), example())
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != "before:"+want.String() {
				t.Errorf("the program wrote %q, html/template %q", got, want.String())
			}
		})
	}
}

func TestWhatIsNotUnderstoodIsLeftToHTMLTemplate(t *testing.T) {
	for name, text := range map[string]string{
		"a type that is known later": `{{.Any}}`,
		"a function":                 `{{len .Items}}`,
		"a field that is not there":  `{{.Nothing}}`,
		"a field that is private":    `{{.shell}}`,
		"a bool":                     `{{.On}}`,
		"a script":                   `<script>var x = {{.Title}}</script>`,
		"an attribute of no name":    `<p {{.Title}}>`,
		"no quotes":                  `<p title={{.Title}}>`,
		"HTML in an attribute":       `<p title="{{.Body}}">`,
		"another context":            `{{define "x"}}{{.}}{{end}}<p title="{{template "x" .Title}}">{{template "x" .Title}}</p>`,
		"a loop that is left":        `{{range .Items}}{{break}}{{end}}`,
		"an assignment":              `{{$x := .Title}}{{$x = "a"}}{{$x}}`,
		"a template that is missing": `{{if .None}}{{template "nowhere"}}{{end}}`,
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := compiled[view](t, text); err == nil {
				t.Error("there is a program for it")
			}
		})
	}
}

func TestAProgramStopsWhereHTMLTemplateFails(t *testing.T) {
	text := `{{range .Items}}{{.Next.Text}}{{end}}`
	set := escaped(t, text)
	p, err := compiled[view](t, text)
	if err != nil {
		t.Fatal(err)
	}
	if err := set.Execute(new(strings.Builder), example()); err == nil {
		t.Fatal("html/template does not fail")
	}
	if _, err := p.Append(nil, example()); !errors.Is(err, compile.ErrStopped) {
		t.Errorf("err = %v", err)
	}
	if _, err := p.Append(nil, "another type"); !errors.Is(err, compile.ErrStopped) {
		t.Errorf("err = %v", err)
	}
}

func TestATemplateWithoutEndStops(t *testing.T) {
	p, err := compiled[view](t, `{{define "again"}}{{template "again" .}}{{end}}{{template "again" .}}`)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Append(nil, example()); !errors.Is(err, compile.ErrStopped) {
		t.Errorf("err = %v", err)
	}
}

// FuzzEscape holds the escaping in every place against that of html/template.
func FuzzEscape(f *testing.F) {
	text := `<title>{{.Text}}</title><p title="{{.Text}}">{{.Text}}</p><a href="{{.Text}}">x</a><a href="/{{.Text}}">x</a><a href="/?a={{.Text}}">x</a><a href="#{{.Text}}">x</a>`
	set := escaped(f, text)
	p, err := compiled[link](f, text)
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{"", "a", `<script>"'&+`, "javascript:x", "JaVaScRiPt:x", "java\nscript:x", "http:x", "//x:y", "a%20b%zz%", "\x00\xff\u2028é", "mailto:a@b", "data:text/html,x", "é:x", "x?a=b&c=d#e"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var want strings.Builder
		if err := set.Execute(&want, link{Text: s}); err != nil {
			t.Fatal(err)
		}
		got, err := p.Append(nil, link{Text: s})
		if err != nil || string(got) != want.String() {
			t.Errorf("%q: the program wrote %q, %v, html/template %q", s, got, err, want.String())
		}
	})
}

func BenchmarkPage(b *testing.B) {
	var all strings.Builder
	for _, text := range templates {
		if !strings.Contains(text, "define") {
			all.WriteString(text)
		}
	}
	set := escaped(b, all.String())
	p, err := compiled[view](b, all.String())
	if err != nil {
		b.Fatal(err)
	}
	v := example()
	b.Run("program", func(b *testing.B) {
		b.ReportAllocs()
		var out []byte
		for b.Loop() {
			if out, err = p.Append(out[:0], v); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("html-template", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := set.Execute(new(strings.Builder), v); err != nil {
				b.Fatal(err)
			}
		}
	})
}
