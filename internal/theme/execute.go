package theme

import (
	"fmt"
	"html/template"
	"io"
	"reflect"
	"sync"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/theme/compile"
)

// page is the template of a kind of page, and the programs that were made of it.
type page struct {
	templates *template.Template
	programs  sync.Map // by reflect.Type of the view: result
}

// layout is the template that all pages begin with.
const layout = "layout.html"

// Error is a mistake in a template that showed while a page was rendered.
type Error struct {
	Diagnostic diag.Diagnostic
	err        error
}

func (e *Error) Error() string { return e.err.Error() }
func (e *Error) Unwrap() error { return e.err }

// buffers hold the bytes of a page that is being rendered.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// Execute writes a page with the template of that name, as "wijk". The error is
// an *Error when the template is wrong, else that of w.
func (t *Theme) Execute(w io.Writer, name string, view any) error {
	p := t.pages[name]
	if p == nil {
		return fmt.Errorf("the theme has no template %q", name)
	}
	if program, err := p.program(reflect.TypeOf(view)); err == nil {
		buffer := buffers.Get().(*[]byte)
		defer buffers.Put(buffer)
		if *buffer, err = program.Append((*buffer)[:0], view); err == nil {
			_, err = w.Write(*buffer)
			return err
		}
	}
	err := p.templates.ExecuteTemplate(w, layout, view)
	if isTemplateError(err) {
		return &Error{t.mistake(err), err}
	}
	return err
}

// Compiles tells whether a template is run as a program for views of a type. The
// error says why html/template has to run it, which gives the same page and takes
// ten times as long.
func (t *Theme) Compiles(name string, view reflect.Type) error {
	p := t.pages[name]
	if p == nil {
		return fmt.Errorf("the theme has no template %q", name)
	}
	_, err := p.program(view)
	return err
}

// program returns the page as a program for a type of view.
func (p *page) program(view reflect.Type) (*compile.Program, error) {
	if made, ok := p.programs.Load(view); ok {
		return made.(result).program, made.(result).err
	}
	var made result
	made.program, made.err = compile.New(p.templates, layout, view)
	p.programs.Store(view, made)
	return made.program, made.err
}

// result is what compile.New returned.
type result struct {
	program *compile.Program
	err     error
}
