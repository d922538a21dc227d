package theme

import (
	"errors"
	"html/template"
	"path"
	"regexp"
	"strconv"
	"strings"
	texttemplate "text/template"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// readTemplates parses the templates: those of one page, and the layout and the
// parts that all share. A template that cannot be parsed is reported, and the
// pages that need it are left out.
func (l *loader) readTemplates() error {
	names, files, err := l.layered("templates")
	if err != nil {
		return err
	}
	l.theme.files = files
	shared := template.New("").Funcs(funcs())
	for _, name := range names {
		if isShared(name) {
			l.parse(shared, name)
		}
	}
	l.theme.pages = make(map[string]*page)
	for _, name := range names {
		if isShared(name) || !strings.HasSuffix(name, ".html") {
			continue
		}
		if l.parse(template.New("").Funcs(funcs()), name) {
			l.theme.pages[strings.TrimSuffix(name, ".html")] = &page{shared: shared, own: files[name]}
		}
	}
	return nil
}

// isShared tells whether a template is a part of others.
func isShared(name string) bool {
	return name == layout || strings.HasPrefix(name, "_")
}

// parse adds a file to a set of templates.
func (l *loader) parse(set *template.Template, name string) bool {
	err := add(set, l.theme.files[name])
	if err != nil {
		l.problems = append(l.problems, l.theme.mistake(err))
	}
	return err == nil
}

// add parses a file into a set of templates.
func add(set *template.Template, f *source.File) error {
	_, err := set.New(path.Base(f.Path)).Parse(string(f.Data))
	return err
}

// templatePlace finds the place in an error of the template packages, which
// say it only in words: "template: wijk.html:12:5: …".
var templatePlace = regexp.MustCompile(`^(?:html/)?template: ?([^:]+):(\d+)(?::(\d+))?: (?s:(.*))$`)

// mistake returns the diagnostic for an error of the template packages.
func (t *Theme) mistake(err error) diag.Diagnostic {
	m := templatePlace.FindStringSubmatch(err.Error())
	if m == nil || t.files[m[1]] == nil {
		return diag.InFile("templates", diag.TemplateWrong, err.Error())
	}
	f := t.files[m[1]]
	line, _ := strconv.Atoi(m[2])
	start := f.LineStart(line)
	return diag.At(f.Pos(start, start+len(f.Line(line))), diag.TemplateWrong, m[4])
}

// isTemplateError tells whether err is the template's fault: it cannot be
// escaped safely, or it asks for what is not there. What is wrong with the
// writer is not.
func isTemplateError(err error) bool {
	var escape *template.Error
	var exec texttemplate.ExecError
	return errors.As(err, &escape) || errors.As(err, &exec)
}

// funcs are the functions that templates may call, beside those of package
// template. They are few: what a page shows is made ready in package render.
func funcs() template.FuncMap {
	return template.FuncMap{
		// inc makes a number for people out of an index.
		"inc": func(i int) int { return i + 1 },
	}
}
