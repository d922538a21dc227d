package theme

import (
	"fmt"
	"html/template"
	"io"
	"path"
	"reflect"
	"slices"
	"sync"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
	"wijkvisie/internal/theme/compile"
)

// templates are the templates of a theme.
type templates struct {
	pages       map[string]*pageTemplate
	sharedFiles []*source.File // the layout and the parts
	compiled    *compile.Pages
	builtIn     bool // whether all of them are those of the built-in theme
}

// pageTemplate is the template of a kind of page, and what was compiled from it.
type pageTemplate struct {
	*templates
	name     string
	file     *source.File
	programs sync.Map // of compilation, by the reflect.Type of the view

	set func() (*template.Template, error) // for html/template, when there is no program
}

func newPageTemplate(t *templates, name string, file *source.File) *pageTemplate {
	p := &pageTemplate{templates: t, name: name, file: file}
	p.set = sync.OnceValues(func() (*template.Template, error) {
		set := template.New("").Funcs(funcs())
		for _, f := range append(slices.Clone(t.sharedFiles), file) {
			if _, err := set.New(path.Base(f.Path)).Parse(withoutIndentation(string(f.Data))); err != nil {
				return nil, err
			}
		}
		return set, nil
	})
	return p
}

// layout is the template that all pages begin with.
const layout = "layout.html"

// Error is a mistake in a template that was found while a page was rendered.
type Error struct {
	Diagnostic diag.Diagnostic
	err        error
}

func (e *Error) Error() string { return e.err.Error() }
func (e *Error) Unwrap() error { return e.err }

// buffers hold the bytes of a page that is being rendered. A buffer begins with 32 KB, in
// which most pages fit.
var buffers = sync.Pool{New: func() any {
	buffer := make([]byte, 0, 32<<10)
	return &buffer
}}

// write writes a page with a program. It is not ok when the program cannot be run to
// its end, and has then written nothing. A writer with a buffer of its own, as
// [bytes.Buffer], gets the page in that, so that it need not be copied.
func write(w io.Writer, program *compile.Program, view any) (ok bool, err error) {
	if own, has := w.(interface{ AvailableBuffer() []byte }); has {
		page, err := program.Append(own.AvailableBuffer(), view)
		if err != nil {
			return false, nil
		}
		_, err = w.Write(page)
		return true, err
	}
	buffer := buffers.Get().(*[]byte)
	defer buffers.Put(buffer)
	if *buffer, err = program.Append((*buffer)[:0], view); err != nil {
		return false, nil
	}
	_, err = w.Write(*buffer)
	return true, err
}

// BuiltIn reports whether all templates are those of the built-in theme.
func (t *Theme) BuiltIn() bool { return t.templates.builtIn }

// Execute writes a page with the template of that name, as "wijk". The error is
// an *Error when the template is wrong, else that of w.
func (t *Theme) Execute(w io.Writer, name string, view any) error {
	p := t.templates.pages[name]
	if p == nil {
		return fmt.Errorf("the theme has no template %q", name)
	}
	if program, err := p.program(reflect.TypeOf(view)); err == nil {
		if ok, err := write(w, program, view); ok {
			return err
		}
	}
	set, err := p.set()
	if err == nil {
		err = set.ExecuteTemplate(w, layout, view)
	}
	if isTemplateError(err) {
		return &Error{t.mistake(err), err}
	}
	return err
}

// Compiles returns nil when a template is run as a program for views of a type. The
// error says why html/template has to run it, which gives the same page and takes
// ten times as long.
func (t *Theme) Compiles(name string, view reflect.Type) error {
	p := t.templates.pages[name]
	if p == nil {
		return fmt.Errorf("the theme has no template %q", name)
	}
	_, err := p.program(view)
	return err
}

// compilation is what compiling a page has come to.
type compilation struct {
	program *compile.Program
	err     error
}

// program returns the page as a program for a type of view.
func (p *pageTemplate) program(view reflect.Type) (*compile.Program, error) {
	if c, ok := p.programs.Load(view); ok {
		return c.(compilation).program, c.(compilation).err
	}
	var c compilation
	c.program, c.err = p.compiled.Program(p.name, view)
	p.programs.Store(view, c)
	return c.program, c.err
}
