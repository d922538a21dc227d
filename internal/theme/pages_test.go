package theme_test

import (
	"bytes"
	"reflect"
	"testing"
)

// Pages share what html/template makes of the parts, and yet each has its own.
func TestEachPageHasItsOwnTemplates(t *testing.T) {
	loaded, problems := load(t, folder(map[string]string{
		"templates/_part.html": `{{define "part"}}part {{template "inner" .}}{{end}}{{define "inner"}}shared {{.}}{{end}}{{define "blank"}}{{end}}`,
		"templates/wijk.html":  `{{define "main"}}<p>{{template "part" .Title}}{{template "row" .}}{{template "blank"}}</p>{{end}}{{define "row"}}wijk{{end}}`,
		"templates/need.html":  `{{define "main"}}<i>{{template "part" .Title}}{{template "row" .}}</i>{{end}}{{define "row"}}need{{end}}{{define "inner"}}own {{.}}{{end}}`,
		"templates/theme.html": `{{define "main"}}{{template "part" .Title}}{{end}}{{define "inner"}} {{/* empty: it does not replace the other */}} {{end}}`,
		"templates/page.html":  `{{define "layout.html"}}<b>{{template "main" .}}</b>{{end}}{{define "main"}}{{.Title}}{{end}}`,
	}))
	if len(problems) > 0 {
		t.Fatalf("problems: %+v", problems)
	}
	for name, want := range map[string]string{
		"wijk":  "<title>Oost &amp; West</title><p>part shared Oost &amp; Westwijk</p>",
		"need":  "<title>Oost &amp; West</title><i>part own Oost &amp; Westneed</i>",
		"theme": "<title>Oost &amp; West</title>part shared Oost &amp; West",
		"page":  "<b>Oost &amp; West</b>",
	} {
		if got := execute(t, loaded, name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
		if err := loaded.Compiles(name, reflect.TypeFor[page]()); err != nil {
			t.Errorf("%s is no program: %v", name, err)
		}
	}
}

// What one page may not call, because another has it, is a mistake as before.
func TestAPageHasNoTemplatesOfAnother(t *testing.T) {
	loaded, _ := load(t, folder(map[string]string{
		"templates/wijk.html": `{{define "main"}}{{template "row" .}}{{end}}{{define "row"}}wijk{{end}}`,
		"templates/need.html": `{{define "main"}}{{template "row" .}}{{end}}`,
	}))
	if got := execute(t, loaded, "wijk"); got != "<title>Oost &amp; West</title>wijk" {
		t.Errorf("wijk is %s", got)
	}
	if err := loaded.Execute(new(bytes.Buffer), "need", page{}); err == nil {
		t.Error("need has the row of wijk")
	}
}

func TestAMistakeInOnePageKeepsTheProgramsOfOthers(t *testing.T) {
	for name, text := range map[string]string{
		"a template that is missing":     `{{define "main"}}{{template "nothing"}}{{end}}`,
		"a block that ends in a tag":     `{{define "main"}}<p title="{{end}}`,
		"a script, which is no mistake":  `{{define "main"}}<script>var x = {{.Title}}</script>{{end}}`,
		"a field that is not there":      `{{define "main"}}{{.Nothing}}{{end}}`,
		"a part in an attribute":         `{{define "main"}}<p title="{{template "part" .Title}}">{{template "part" .Title}}</p>{{end}}`,
		"a part that is wrong for a tag": `{{define "main"}}<a{{template "part" .Title}}>{{end}}{{define "part"}} href='{{end}}`,
	} {
		t.Run(name, func(t *testing.T) {
			loaded, _ := load(t, folder(map[string]string{"templates/need.html": text}))
			if err := loaded.Compiles("need", reflect.TypeFor[page]()); err == nil {
				t.Error("need is a program")
			}
			if err := loaded.Compiles("wijk", reflect.TypeFor[page]()); err != nil {
				t.Errorf("wijk is no program: %v", err)
			}
			if got := execute(t, loaded, "wijk"); got != "<title>Oost &amp; West</title><p>part Oost &amp; West</p>" {
				t.Errorf("wijk is %s", got)
			}
		})
	}
}
