package theme_test

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/theme"
)

// folder returns a theme with some files.
func folder(files map[string]string) fstest.MapFS {
	all := make(fstest.MapFS)
	for name, text := range files {
		all[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return all
}

func builtin() fstest.MapFS {
	return folder(map[string]string{
		"templates/layout.html": `<title>{{.Title}}</title>{{template "main" .}}`,
		"templates/_part.html":  `{{define "part"}}part {{.}}{{end}}`,
		"templates/wijk.html":   `{{define "main"}}<p>{{template "part" .Title}}</p>{{end}}`,
		"templates/need.html":   `{{define "main"}}<i>{{.Title}}</i>{{end}}`,
		"templates/page.html":   `{{define "main"}}{{.Title}}{{end}}`,
		"templates/theme.html":  `{{define "main"}}{{.Title}}{{end}}`,
		"words/nl.txt":          "# nouns\nhello: Hallo {who}\nplain: {De/Het wijk}, {Wijken}\n\nneeds.one: {n} {behoefte}\nneeds.other: {n} {behoeften}\n",
		"words/en.txt":          "hello: Hello {who}\n",
		"assets/style.css":      "a{top:0}",
		"assets/.DS_Store":      "x",
		"assets/style.css~":     "old",
	})
}

func load(t *testing.T, own fstest.MapFS) (*theme.Theme, diag.List) {
	t.Helper()
	var over fs.FS // a nil map in it would not be nil
	if own != nil {
		over = own
	}
	loaded, problems, err := theme.Load(builtin(), over)
	if err != nil {
		t.Fatal(err)
	}
	return loaded, problems
}

type page struct{ Title string }

func execute(t *testing.T, loaded *theme.Theme, name string) string {
	t.Helper()
	var b bytes.Buffer
	if err := loaded.Execute(&b, name, page{"Oost & West"}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestOwnThemeReplacesOnlyWhatItHolds(t *testing.T) {
	own := folder(map[string]string{
		"templates/need.html": `{{define "main"}}<b>{{.Title}}</b>{{end}}`,
		"words/nl.txt":        "hello: Dag {who}\n",
		"assets/style.css":    "b{top:0}",
		"assets/extra.css":    "c{}",
	})
	loaded, problems := load(t, own)
	if len(problems) > 0 {
		t.Fatalf("problems: %+v", problems)
	}
	if got, want := execute(t, loaded, "need"), "<title>Oost &amp; West</title><b>Oost &amp; West</b>"; got != want {
		t.Errorf("need is %s, want %s", got, want)
	}
	if got, want := execute(t, loaded, "wijk"), "<title>Oost &amp; West</title><p>part Oost &amp; West</p>"; got != want {
		t.Errorf("wijk is %s, want %s", got, want)
	}
	words := loaded.Words("nl", nil)
	if got := words.Text("hello", "who", "Jan"); got != "Dag Jan" {
		t.Errorf("hello is %q", got)
	}
	if got := words.Text("plain"); got != "De wijk, Wijken" {
		t.Errorf("plain is %q", got)
	}
	css, _ := loaded.Asset("style.css")
	if string(css.Data) != "b{top:0}" {
		t.Errorf("the stylesheet is %s", css.Data)
	}
}

func TestOwnThemeMayReplaceAPartOfAllPages(t *testing.T) {
	loaded, problems := load(t, folder(map[string]string{"templates/_part.html": `{{define "part"}}mine{{end}}`}))
	if len(problems) > 0 {
		t.Fatalf("problems: %+v", problems)
	}
	if got := execute(t, loaded, "wijk"); !strings.Contains(got, "<p>mine</p>") {
		t.Errorf("wijk is %s", got)
	}
}

func TestAssetsAreNamedAfterTheirBytes(t *testing.T) {
	one, _ := load(t, nil)
	two, _ := load(t, folder(map[string]string{"assets/style.css": "b{top:0}"}))
	names := make([]string, 0, 1)
	for _, a := range one.Assets() {
		names = append(names, a.Name)
	}
	if !slices.Equal(names, []string{"style.css"}) {
		t.Errorf("the assets are %v: what editors leave behind is none", names)
	}
	a, _ := one.Asset("style.css")
	b, _ := two.Asset("style.css")
	if a.Published == b.Published || !strings.HasPrefix(a.Published, "style-") || !strings.HasSuffix(a.Published, ".css") {
		t.Errorf("published as %s and %s", a.Published, b.Published)
	}
	if _, ok := one.Asset("none.css"); ok {
		t.Error("there is an asset that is not there")
	}
}

func TestMistakesHaveAPlace(t *testing.T) {
	for _, c := range []struct {
		name, file, text string
		line             int
	}{
		{"a template that is not closed", "templates/need.html", "{{define \"main\"}}\n{{if .Title}}\n", 2},
		{"an unknown function", "templates/need.html", "{{define \"main\"}}\n<p>{{upper .Title}}</p>{{end}}", 2},
		{"a part that is wrong", "templates/_part.html", "\n\n{{define}}", 3},
		{"a line without a colon", "words/nl.txt", "hello: Dag\nwhat is this\n", 2},
		{"a key with a space", "words/nl.txt", "hello you: Dag\n", 1},
		{"a key that no template uses", "words/nl.txt", "hello: Dag {who}\nhallo: Dag\n", 2},
		{"a name in braces that is not filled in", "words/nl.txt", "\nhello: Dag {whom}\n", 2},
		{"a noun in braces that is not one", "words/nl.txt", "plain: {wijken} en {buurtje}\n", 1},
		{"a page without its main part", "templates/need.html", "<p>Need</p>", 1},
		{"a text twice", "words/nl.txt", "hello: Dag {who}\nhello: Hoi {who}\n", 2},
		{"a key without a text", "words/nl.txt", "\nhello:\n", 2},
		{"words that are not UTF-8", "words/nl.txt", "\nhello: Caf\xe9\n", 2},
		{"a style in a page", "templates/need.html", "{{define \"main\"}}\n<p class=\"{{.Title}}\" style=\"top: 0\">{{end}}", 2},
		{"a block of styles in a page", "templates/need.html", "{{define \"main\"}}\n<style>p{}</style>{{end}}", 2},
		{"a style behind a condition", "templates/need.html", "{{define \"main\"}}\n<p{{if eq .Title \"}}\"}}\n style='a'{{end}}>{{end}}", 3},
		{"a handler in a drawing", "templates/need.html", "{{define \"main\"}}\n<svg><path\nonload=x></svg>{{end}}", 3},
		{"a handler behind another attribute with a >", "templates/need.html", "{{define \"main\"}}\n<a title='>' class=x onclick=y>{{end}}", 2},
		{"a script as an address", "templates/need.html", "{{define \"main\"}}\n<a href=' JavaScript:x()'>{{end}}", 2},
		{"a picture of others", "templates/need.html", "{{define \"main\"}}\n<img src=//example.org/a.png>{{end}}", 2},
		{"a stylesheet of others", "templates/need.html", "{{define \"main\"}}\n<link rel=\"stylesheet\" href=\"https://example.org/a.css\">{{end}}", 2},
		{"a form to others", "templates/need.html", "{{define \"main\"}}\n<form action=https://example.org>{{end}}", 2},
		{"a frame", "templates/need.html", "{{define \"main\"}}\n<iframe src=\"/x\"></iframe>{{end}}", 2},
		{"a font", "assets/style.css", "\n@font-face { src: url(a.woff2) }", 2},
		{"a stylesheet that another imports", "assets/a.css", "\n@import 'https://example.org/a.css';", 2},
		{"a picture in a stylesheet", "assets/a.css", "a {\n background: url( \"data:image/png;base64,AA\" )\n}", 2},
		{"a file of the theme, which has another name on the site", "assets/a.css", "a {\n background: url(img/a.svg)\n}", 2},
		{"an address that is not closed", "assets/a.css", "a {\n background: url(https://example.org/a", 2},
		{"a script in a page", "templates/need.html", "{{define \"main\"}}\n<script>alert(1)</script>{{end}}", 2},
		{"a handler in a part", "templates/_part.html", "{{define \"part\"}}\n<a\nonclick=\"x()\">x</a>{{end}}", 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, problems := load(t, folder(map[string]string{c.file: c.text}))
			if len(problems) == 0 {
				t.Fatal("no problem is reported")
			}
			pos := problems[0].Pos
			if line := pos.Place().Line; pos.Path() != c.file || line != c.line {
				t.Errorf("reported at %s:%d, want %s:%d", pos.Path(), line, c.file, c.line)
			}
		})
	}
}

func TestMistakeThatShowsWhenAPageIsMade(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"a field that is not there", "{{define \"main\"}}\n{{.Nothing}}{{end}}"},
		{"a part that is not there", "{{define \"main\"}}\n{{template \"nothing\"}}{{end}}"},
		{"an attribute that is not closed", "{{define \"main\"}}\n<a href='{{if .Title}}'{{end}}>{{end}}"},
	} {
		t.Run(c.name, func(t *testing.T) {
			loaded, _ := load(t, folder(map[string]string{"templates/need.html": c.text}))
			err := loaded.Execute(new(bytes.Buffer), "need", page{"x"})
			var wrong *theme.Error
			if !errors.As(err, &wrong) {
				t.Fatalf("the error is %v", err)
			}
			if wrong.Diagnostic.Code() != "template-error" {
				t.Errorf("the code is %s", wrong.Diagnostic.Code())
			}
			if execute(t, loaded, "wijk") == "" {
				t.Error("other pages are gone")
			}
		})
	}
}

type brokenWriter struct{}

var errBroken = errors.New("disk full")

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

func TestBrokenWriterIsNoMistakeOfTheTheme(t *testing.T) {
	loaded, _ := load(t, nil)
	err := loaded.Execute(brokenWriter{}, "need", page{"x"})
	var wrong *theme.Error
	if !errors.Is(err, errBroken) || errors.As(err, &wrong) {
		t.Errorf("the error is %v", err)
	}
}

func TestUnknownTemplateIsAnError(t *testing.T) {
	loaded, _ := load(t, nil)
	if err := loaded.Execute(new(bytes.Buffer), "nothing", nil); err == nil {
		t.Error("no error")
	}
}

func TestWhatIsRightIsNotReported(t *testing.T) {
	_, problems := load(t, folder(map[string]string{
		"templates/need.html": `{{define "main"}}{{.Text "my.key"}}<script type="module" src="/a.js"></script><script type="application/ld+json">{}</script>
<!-- <p style=""> --><a href="https://example.org" title="style=x" data-style="y">style="x"</a><link rel="canonical" href="https://example.org">
{{if "<p style=x>"}}<form action="{{.}}"><img src="{{.Title}}" alt="{{/* }} <p style=x> */}}">{{end}}{{end}}`,
		"assets/style.css":  "a{background:url(#a),url(../a.svg),url('/a.svg')} /* url(https://example.org) */ b::before{content:'https://example.org'}",
		"assets/page~":      "",
		"words/nl.txt":      "hello: Dag {who}\nmy.key: X {y}\nplain: {Wijk} {deze/dit wijkvisie}\nneeds.one: een {behoefte}\n",
		"screenshots/a.png": "",
		"README.md":         "",
	}))
	if len(problems) > 0 {
		t.Errorf("%+v", problems)
	}
}

func TestFoldersWithOtherNamesAreReported(t *testing.T) {
	_, problems := load(t, folder(map[string]string{"template/need.html": "", "Words/nl.txt": "", "asset/style.css": ""}))
	var got []string
	for _, d := range problems {
		got = append(got, d.Path()+" "+diag.Dutch.Hint(d))
	}
	want := []string{
		`Words noem de map "Words" voortaan "words"`,
		`asset noem de map "asset" voortaan "assets"`,
		`template noem de map "template" voortaan "templates"`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestWhatIsNotReadIsReported(t *testing.T) {
	const need = `{{define "main"}}x{{end}}`
	for _, c := range []struct{ name, file, text, want string }{
		{"nearly the name of a page", "templates/wjk.html", need, "templates/wjk.html unknown-file geef het bestand een andere naam, zoals wijk.html"},
		{"another extension", "templates/need.tmpl", need, "templates/need.tmpl unknown-file geef het bestand een andere naam, zoals need.html"},
		{"no page", "templates/nieuwsbrief.html", need, "templates/nieuwsbrief.html unknown-file haal het weg, of geef het een naam die wel gelezen wordt: die van een sjabloon van het gewone thema (page.html), een die met _ begint, nl.txt of en.txt"},
		{"a copy of a page", "templates/need - kopie.html", need, "templates/need - kopie.html copy-of-file vergelijk de twee. Neem in het gewone bestand over wat daar ontbreekt, en gooi de kopie weg."},
		{"a copy of a part, which would replace it", "templates/_part (1).html", need, "templates/_part (1).html copy-of-file vergelijk de twee. Neem in het gewone bestand over wat daar ontbreekt, en gooi de kopie weg."},
		{"a folder in a folder", "assets/img/a.svg", "<svg/>", "assets/img unknown-file zet de bestanden een map hoger, of haal de map weg"},
		{"words in capitals", "words/NL.txt", "hello: Dag", "words/NL.txt unknown-file geef het bestand een andere naam, zoals nl.txt"},
		{"words with another extension", "words/nl.md", "hello: Dag", "words/nl.md unknown-file geef het bestand een andere naam, zoals nl.txt"},
		{"a page at the top", "need.html", need, "need.html unknown-file verplaats het bestand naar templates/"},
		{"a stylesheet at the top", "style.css", "a{}", "style.css unknown-file verplaats het bestand naar assets/"},
		{"no theme", "stad/words/nl.txt", "hello: Dag", ". unknown-file geef achter --theme de map waarin templates/, words/ of assets/ staat"},
	} {
		t.Run(c.name, func(t *testing.T) {
			loaded, problems := load(t, folder(map[string]string{c.file: c.text}))
			if len(problems) != 1 {
				t.Fatalf("reported %+v", problems)
			}
			d := problems[0]
			if got := d.Path() + " " + string(d.Code()) + " " + diag.Dutch.Hint(d); got != c.want || d.Severity() != diag.Warning {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if got := loaded.Words("nl", nil).Text("hello", "who", "Jan"); got != "Hallo Jan" {
				t.Errorf("hello is %q", got)
			}
		})
	}
}

// FuzzOwnTheme reads themes that hold anything: what is wrong is reported, and nothing panics.
func FuzzOwnTheme(f *testing.F) {
	f.Add(`{{define "main"}}<svg><p style=a on{{"}}"}}click='x'>{{end}}`, "hello: {who}\nhello:", "@import 'x'; a{b:url(")
	f.Add("{{/* <script", "\xff", "@font-face")
	f.Fuzz(func(t *testing.T, template, words, style string) {
		_, _, err := theme.Load(builtin(), folder(map[string]string{"templates/need.html": template, "words/nl.txt": words, "assets/style.css": style}))
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestATemplateThatCannotBeParsedLeavesThatOfTheBuiltInTheme(t *testing.T) {
	for _, name := range []string{"templates/need.html", "templates/_part.html", "templates/layout.html"} {
		loaded, problems := load(t, folder(map[string]string{name: "{{if}}"}))
		if len(problems) != 1 || problems[0].Path() != name || string(problems[0].Pos.File.Data) != "{{if}}" {
			t.Errorf("%s: %+v", name, problems)
		}
		if got := execute(t, loaded, "wijk") + execute(t, loaded, "need"); got != "<title>Oost &amp; West</title><p>part Oost &amp; West</p><title>Oost &amp; West</title><i>Oost &amp; West</i>" {
			t.Errorf("%s: %s", name, got)
		}
	}
}
