package theme

import (
	"errors"
	"html/template"
	"regexp"
	"strconv"
	"strings"
	"sync"
	texttemplate "text/template"
	"text/template/parse"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/theme/compile"
)

// readTemplates reads the templates: those of one page, and the layout and the
// parts that all share. One that cannot be parsed is reported, and the pages that
// need it are left out.
func (l *loader) readTemplates() error {
	names, files, err := l.layered("templates")
	if err != nil {
		return err
	}
	l.theme.files = files
	t := &templates{pages: make(map[string]*pageTemplate), builtIn: l.builtIn("templates", files)}
	l.theme.templates = t
	kept := l.kept(names)
	for _, name := range names {
		shared := isShared(name)
		if !shared && !strings.HasSuffix(name, ".html") {
			continue
		}
		var trees compile.Trees
		if kept == nil {
			var ok bool
			if trees, ok = l.parse(name); !ok {
				continue
			}
		}
		if shared {
			t.share(files[name], trees)
		} else {
			page := strings.TrimSuffix(name, ".html")
			t.pages[page] = newPageTemplate(t, page, files[name], trees)
		}
	}
	if kept == nil {
		kept = t.join
	}
	t.joined = sync.OnceValue(kept)
	return nil
}

// isShared tells whether a template is a part of others.
func isShared(name string) bool {
	return name == layout || strings.HasPrefix(name, "_")
}

// parse parses a file.
func (l *loader) parse(name string) (compile.Trees, bool) {
	set, err := texttemplate.New(name).Funcs(funcs()).Parse(string(l.theme.files[name].Data))
	if err != nil {
		l.problems = append(l.problems, l.theme.mistake(err))
		return nil, false
	}
	trees := make(compile.Trees)
	for _, t := range set.Templates() {
		if t.Name() != name || !parse.IsEmptyTree(t.Root) { // what stands around the others is empty, mostly
			trees[t.Name()] = t.Tree
		}
	}
	return trees, true
}

// templatePlace finds the place in an error of the template packages, which
// say it only in words: "template: wijk.html:12:5: …".
var templatePlace = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:html/)?template: ?([^:]+):(\d+)(?::(\d+))?: (?s:(.*))$`)
})

// mistake returns the diagnostic for an error of the template packages.
func (t *Theme) mistake(err error) diag.Diagnostic {
	m := templatePlace().FindStringSubmatch(err.Error())
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
