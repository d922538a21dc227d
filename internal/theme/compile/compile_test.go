package compile_test

import (
	"errors"
	"fmt"
	"html/template"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"wijkvisie/internal/theme/compile"
)

type lookup struct{}

func (*lookup) Text(key string, args ...string) string { return key + strings.Join(args, "<") }

type shell struct {
	Words *lookup
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
	Deep   deep
}

// deep has fields of several embedded structs, some of which are embedded in each other.
type deep struct {
	*item
	middle
	Text string // goes before that of the item
}

type middle struct {
	*shell
	low
}

type low struct{ Low, Site string } // and so Site is ambiguous

func example() view {
	last := &item{link: link{"b&c", "/b c?d=é&e=+"}, Count: 7}
	return view{
		shell: &shell{&lookup{}, "Wijk & stad"},
		Title: `"Zo" <b>'n</b> 1+1`, Body: "<p>Zo & zo</p>", Tel: "tel:14 030", On: true,
		Items: []item{
			{link: link{"a", "https://example.nl/a'b"}, Count: -2, Next: last, Tags: []string{"x<y", ""}},
			{link: link{"js", "javascript:alert(1)"}},
		},
		One: last, Deep: deep{item: last, middle: middle{&shell{Site: "s"}, low{Low: "low"}}, Text: "deep"},
	}
}

// templates are what themes write. Programs and html/template must write the same.
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
	"a text that was looked up": `{{with .Words.Text "a"}}<b>{{.}}{{$.Title}}</b>{{end}}{{if $.Words.Text ""}}x{{else}}y{{end}}{{$t := .Words.Text "k" .Title (.Words.Text "in" .Site)}}{{range $i, $x := .Items}}{{$t}}{{with $.Words.Text $x.Text $t}}{{range $x.Tags}}{{.}}{{$t}}{{end}}{{.}}{{end}}{{end}}`,
	"loops within each other":   `{{range $i, $x := .Items}}{{range $j, $y := $.Items}}{{range $k, $z := $x.Tags}}{{if $i}}i{{end}}{{if $j}}j{{end}}{{if $k}}k{{end}}{{$z}}{{$y.Text}}{{end}}{{end}}{{$i}}{{end}}`,
	"embedded twice":            `{{.Deep.Low}}{{.Deep.Text}}{{.Deep.URL}}{{with .Deep}}{{.Low}} {{.Count}}{{end}}`,
	"a constant":                `<p>{{"a < b"}}</p>`,
}

// escaped returns a template for html/template.
func escaped(t testing.TB, text string) *template.Template {
	t.Helper()
	set, err := template.New("page").Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// compiled returns the program of a template.
func compiled[View any](t testing.TB, text string) (*compile.Program, error) {
	t.Helper()
	shared, err := compile.Parse("page", text, nil)
	if err != nil {
		return nil, err
	}
	return compile.NewPages("page", shared, nil).Program("", reflect.TypeFor[View]())
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

func TestOnlyWhatIsKnownIsCompiled(t *testing.T) {
	for name, text := range map[string]string{
		"a type that is known later": `{{.Any}}`,
		"a function":                 `{{len .Items}}`,
		"a field that is not there":  `{{.Nothing}}`,
		"a field that is private":    `{{.shell}}`,
		"a field that may be either": `{{.Deep.Site}}`,
		"the truth of what is later": `{{if .Any}}x{{end}}`,
		"a chain on a text":          `{{(.Words.Text "a").Text}}`,
		"a bool":                     `{{.On}}`,
		"a script":                   `<script>var x = {{.Title}}</script>`,
		"an attribute of no name":    `<p {{.Title}}>`,
		"no quotes":                  `<p title={{.Title}}>`,
		"HTML in an attribute":       `<p title="{{.Body}}">`,
		"another context":            `{{define "x"}}{{.}}{{end}}<p title="{{template "x" .Title}}">{{template "x" .Title}}</p>`,
		"a template opens a tag":     `{{define "x"}}<p title="{{end}}{{template "x"}}{{.Title}}">`,
		"and another closes it":      `{{define "x"}}<p title="{{end}}{{define "y"}}">{{end}}{{template "x"}}{{.Title}}{{template "y"}}`,
		"a template in a script":     `{{define "x"}}{{.}}{{end}}<script>{{template "x" .Title}}</script>`,
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

func TestATemplateThatCallsItselfForEverStops(t *testing.T) {
	p, err := compiled[view](t, `{{define "again"}}{{template "again" .}}{{end}}{{template "again" .}}`)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Append(nil, example()); !errors.Is(err, compile.ErrStopped) {
		t.Errorf("err = %v", err)
	}
}

// FuzzEscape compares the escaping in every place with that of html/template.
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

// FuzzProgram compares programs with html/template: templates made of those of the
// tests, for views of all shapes.
func FuzzProgram(f *testing.F) {
	names := slices.Sorted(maps.Keys(templates))
	names = slices.DeleteFunc(names, func(name string) bool { return strings.Contains(templates[name], "define") })
	for i := range names {
		f.Add([]byte{byte(i), byte(i + 1)}, []byte{1, 0, 2, 3}, `a<b`)
		f.Add([]byte{byte(i)}, []byte{0}, "javascript:'\x00")
	}
	f.Fuzz(func(t *testing.T, parts, shape []byte, text string) {
		var all strings.Builder
		for i, part := range parts[:min(len(parts), 4)] {
			within := []string{"%s", "{{with $.One}}{{with $}}%s{{end}}{{end}}", "{{if .On}}%s{{else}}-{{end}}", "{{range .Items}}{{with $}}%s{{end}}{{end}}"}
			fmt.Fprintf(&all, within[(int(part)/len(names)+i)%len(within)], templates[names[int(part)%len(names)]])
		}
		set := escaped(t, all.String())
		p, err := compiled[view](t, all.String())
		if err != nil {
			t.Skip(err)
		}
		v := shaped(shape, text)
		var want strings.Builder
		wrong := set.Execute(&want, v)
		got, err := p.Append(nil, v)
		if wrong != nil {
			if !errors.Is(err, compile.ErrStopped) {
				t.Errorf("the program goes on where html/template says %v", wrong)
			}
		} else if err != nil || string(got) != want.String() {
			t.Errorf("the program wrote %q, %v, html/template %q", got, err, want.String())
		}
	})
}

// shaped returns a view that is made from some bytes and a text.
func shaped(shape []byte, text string) view {
	next := func(n int) int {
		if len(shape) == 0 {
			return 0
		}
		b := int(shape[0])
		shape = shape[1:]
		return b % n
	}
	words := func() string {
		if len(text) == 0 {
			return ""
		}
		from := next(len(text))
		return text[from : from+next(len(text)-from+1)]
	}
	var one func(depth int) *item
	list := func(depth int) (items []item) {
		for range next(4) {
			if x := one(depth); x != nil {
				items = append(items, *x)
			}
		}
		return items
	}
	one = func(depth int) *item {
		if depth == 0 || next(3) == 0 {
			return nil
		}
		x := &item{link: link{words(), words()}, Count: next(3) - 1, Next: one(depth - 1)}
		for range next(3) {
			x.Tags = append(x.Tags, words())
		}
		return x
	}
	v := view{
		Title: words(), Body: template.HTML(words()), Tel: template.URL(words()), On: next(2) == 0,
		Items: list(3), None: list(1), One: one(3), Nobody: one(2), Deep: deep{item: one(2), Text: words()},
	}
	if next(5) > 0 {
		v.shell = &shell{&lookup{}, words()}
	}
	return v
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
