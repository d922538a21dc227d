package theme

import (
	"bytes"
	"errors"
	"html/template"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	texttemplate "text/template"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parallel"
	"wijkvisie/internal/source"
	"wijkvisie/internal/theme/compile"
)

// readTemplates reads the templates: those of one page, and the layout and the
// parts that all share. One that cannot be parsed is reported, and that of the built-in
// theme takes its place. Files are parsed on all cores.
func (l *loader) readTemplates() error {
	names, files, err := l.layered(templateFolder)
	if err != nil {
		return err
	}
	l.theme.files = files
	parsed := make([]parsedFile, len(names))
	parallel.Each(len(names), func(i int) { parsed[i] = parseFile(files[names[i]]) })

	t := &templates{pages: make(map[string]*pageTemplate), builtIn: l.builtIn(templateFolder, files)}
	shared, own := make(compile.Templates), make(map[string]compile.Templates)
	for i, name := range names {
		p := parsed[i]
		if p.err != nil {
			l.problems = append(l.problems, l.theme.mistake(p.err))
			p = l.builtInTemplate(name, files)
		}
		switch {
		case p.err != nil:
		case isShared(name):
			t.sharedFiles = append(t.sharedFiles, files[name])
			shared.Add(p.templates)
		default:
			page := strings.TrimSuffix(name, pageExtension)
			t.pages[page] = newPageTemplate(t, page, files[name])
			own[page] = p.templates
		}
	}
	l.checkPages(shared, own)
	for _, name := range names {
		l.checkPolicy(files[name])
	}
	t.compiled = compile.NewPages(layout, shared, own)
	l.theme.templates = t
	return nil
}

// builtInTemplate puts the file of the built-in theme in the place of one that cannot be parsed, so
// that a preview goes on, and parses it.
func (l *loader) builtInTemplate(name string, files map[string]*source.File) parsedFile {
	data, err := fs.ReadFile(l.layers[0], path.Join(templateFolder, name))
	if err != nil {
		return parsedFile{err: err}
	}
	files[name] = source.NewFile(path.Join(templateFolder, name), data)
	return parseFile(files[name])
}

// mainPart is the template that the layout of the built-in theme shows a page with.
const mainPart = "main"

// checkPages reports the templates of pages that do not define the part which the layout asks for.
func (l *loader) checkPages(shared compile.Templates, own map[string]compile.Templates) {
	asks := l.theme.files[layout]
	if _, ok := shared[mainPart]; ok || asks == nil || !bytes.Contains(asks.Data, []byte(strconv.Quote(mainPart))) {
		return
	}
	for _, page := range slices.Sorted(maps.Keys(own)) {
		if _, ok := own[page][mainPart]; !ok {
			f := l.theme.files[page+pageExtension]
			l.problems = append(l.problems, diag.At(f.Whole(), diag.TemplateWithoutMain, page+pageExtension))
		}
	}
}

// pageExtension is what the name of a page's template ends in.
const pageExtension = ".html"

// isShared reports whether a file holds the layout or parts of pages.
func isShared(name string) bool {
	return name == layout || strings.HasPrefix(name, "_")
}

// parsedFile is what parsing a file has come to.
type parsedFile struct {
	templates compile.Templates
	err       error
}

func parseFile(f *source.File) (p parsedFile) {
	p.templates, p.err = compile.Parse(path.Base(f.Path), withoutIndentation(string(f.Data)), funcs())
	return p
}

// templatePlace matches the place in the text of an error of the template packages,
// which is all that they give: "template: wijk.html:12:5: …".
var templatePlace = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:html/)?template: ?([^:]+):(\d+)(?::(\d+))?: (?s:(.*))$`)
})

// mistake returns the diagnostic for an error of the template packages.
func (t *Theme) mistake(err error) diag.Diagnostic {
	m := templatePlace().FindStringSubmatch(err.Error())
	if m == nil || t.files[m[1]] == nil {
		return diag.InFile(templateFolder, diag.TemplateWrong, err.Error())
	}
	f := t.files[m[1]]
	line, _ := strconv.Atoi(m[2])
	start := f.LineStart(line)
	return diag.At(f.Pos(start, start+len(f.Line(line))), diag.TemplateWrong, m[4])
}

// isTemplateError reports whether err is a mistake in a template: it cannot be escaped
// safely, or it asks for something that is not there. An error of the writer is none.
func isTemplateError(err error) bool {
	var escape *template.Error
	var exec texttemplate.ExecError
	return errors.As(err, &escape) || errors.As(err, &exec)
}

// funcs returns the functions that templates may call, in addition to those of package
// template. They are few, as package render prepares what pages show.
func funcs() template.FuncMap {
	return template.FuncMap{
		// inc returns the number of an index for people, who count from one.
		"inc": func(i int) int { return i + 1 },
	}
}
