package theme

import (
	"bytes"
	"flag"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"testing/fstest"
)

var update = flag.Bool("update", false, "write the escaped templates of the built-in theme anew")

const builtinFolder = "../../themes/default"

// templatesOf returns the templates of the built-in theme, and nothing that is
// kept of them.
func templatesOf(t *testing.T) fstest.MapFS {
	t.Helper()
	only := make(fstest.MapFS)
	files, err := filepath.Glob(builtinFolder + "/templates/*.html")
	if err != nil || len(files) == 0 {
		t.Fatal(err, "no templates")
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		only["templates/"+filepath.Base(name)] = &fstest.MapFile{Data: data}
	}
	return only
}

// loaded returns a loader that has read the templates.
func loaded(t *testing.T, layers ...fs.FS) *loader {
	t.Helper()
	l := &loader{layers: layers, theme: new(Theme)}
	if err := l.readTemplates(); err != nil || len(l.problems) > 0 {
		t.Fatal(err, l.problems)
	}
	return l
}

// The file says what html/template makes of the templates, and nothing else.
func TestWhatIsKeptIsWhatHTMLTemplateMakes(t *testing.T) {
	l := loaded(t, templatesOf(t))
	trees, err := l.theme.templates.joined().Keep()
	if err != nil {
		t.Fatal(err)
	}
	fresh := append(l.keptHead(slices.Sorted(maps.Keys(l.theme.files))), trees...)
	name := filepath.Join(builtinFolder, keptFile)
	if *update {
		if err := os.WriteFile(name, fresh, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	_, want, _ := bytes.Cut(fresh, []byte("\n"))
	version, got, _ := bytes.Cut(kept, []byte("\n"))
	if !bytes.Equal(got, want) {
		t.Errorf("templates have changed, or Go escapes them otherwise: go test ./internal/theme -update")
	}
	if string(version) != runtime.Version() {
		t.Logf("templates are parsed and escaped at each start: they were kept by %s", version)
	}
}

func TestWhatIsKeptStandsForItsFilesOnly(t *testing.T) {
	l := loaded(t, templatesOf(t))
	names := slices.Sorted(maps.Keys(l.theme.files))
	trees, err := l.theme.templates.joined().Keep()
	if err != nil {
		t.Fatal(err)
	}
	head := l.keptHead(names)
	builtin := func(kept []byte) fstest.MapFS {
		files := templatesOf(t)
		files[keptFile] = &fstest.MapFile{Data: kept}
		return files
	}
	good := builtin(slices.Concat(head, trees))
	if l := loaded(t, good); l.kept(names) == nil {
		t.Error("what is kept is not used")
	}
	for name, layers := range map[string][]fs.FS{
		"a file of one's own":       {good, fstest.MapFS{"templates/moved.html": {Data: []byte(`{{define "main"}}!{{end}}`)}}},
		"one page more":             {good, fstest.MapFS{"templates/extra.html": {Data: []byte(`{{define "main"}}!{{end}}`)}}},
		"another version of Go":     {builtin(slices.Concat([]byte("go1.1\n"), head[bytes.IndexByte(head, '\n')+1:], trees))},
		"kept in a theme of others": {templatesOf(t), builtin(slices.Concat(head, trees))},
	} {
		l := loaded(t, layers...)
		if l.kept(slices.Sorted(maps.Keys(l.theme.files))) != nil {
			t.Errorf("%s: what is kept is used", name)
		}
		if l.theme.templates.joined() == nil {
			t.Errorf("%s: there are no templates", name)
		}
	}
}

func TestACopyOfTheBuiltInTemplatesIsBuiltIn(t *testing.T) {
	builtIn := os.DirFS(builtinFolder)
	layout, err := fs.ReadFile(builtIn, "templates/layout.html")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		own  fs.FS
		want bool
	}{
		"none":                 {nil, true},
		"a copy of one":        {fstest.MapFS{"templates/layout.html": {Data: layout}}, true},
		"a copy of all":        {builtIn, true},
		"words and stylesheet": {fstest.MapFS{"words/nl.txt": {Data: []byte("home.choose: Waar")}, "assets/x.css": {Data: []byte("a{}")}}, true},
		"another":              {fstest.MapFS{"templates/layout.html": {Data: append(layout, ' ')}}, false},
		"one more":             {fstest.MapFS{"templates/_x.html": {Data: []byte("x")}}, false},
	} {
		look, _, err := Load(builtIn, c.own)
		if err != nil {
			t.Fatal(err)
		}
		if got := look.BuiltIn(); got != c.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

func TestPagesAreMadeWhenWhatIsKeptIsDamaged(t *testing.T) {
	files := fstest.MapFS{
		"templates/layout.html": {Data: []byte(`<p title="{{.}}">{{template "main" .}}</p>`)},
		"templates/moved.html":  {Data: []byte(`{{define "main"}}moved{{end}}`)},
	}
	l := loaded(t, files)
	trees, err := l.theme.templates.joined().Keep()
	if err != nil {
		t.Fatal(err)
	}
	head := l.keptHead(slices.Sorted(maps.Keys(l.theme.files)))
	files[keptFile] = &fstest.MapFile{Data: slices.Concat(head, trees[:len(trees)/2])}
	l = loaded(t, files)
	if l.theme.templates.joined() != nil {
		t.Error("what is kept is used")
	}
	var b bytes.Buffer
	if err := l.theme.Execute(&b, "moved", "Oost & West"); err != nil || b.String() != `<p title="Oost &amp; West">moved</p>` {
		t.Error(b.String(), err)
	}
}
