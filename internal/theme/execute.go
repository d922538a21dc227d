package theme

import (
	"fmt"
	"html/template"
	"io"
	"reflect"
	"sync"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
	"wijkvisie/internal/theme/compile"
)

// page is the template of a kind of page, and the programs that were made of it.
type page struct {
	shared   *template.Template // the layout and the parts, never run themselves
	own      *source.File
	mu       sync.Mutex
	set      *template.Template // all that the page needs; nil when no one asked, or a program replaced it
	programs sync.Map           // by reflect.Type of the view: result
}

// templates returns the templates that the page needs. They take much memory, so
// they are put together when they are needed, and dropped when they no longer are.
func (p *page) templates() (*template.Template, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.set == nil {
		set, err := p.shared.Clone()
		if err == nil {
			err = add(set, p.own)
		}
		if err != nil {
			return nil, err
		}
		p.set = set
	}
	return p.set, nil
}

// drop drops the templates.
func (p *page) drop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.set = nil
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
	set, err := p.templates()
	if err == nil {
		err = set.ExecuteTemplate(w, layout, view)
	}
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
	set, err := p.templates()
	if err != nil {
		return nil, err
	}
	var made result
	made.program, made.err = compile.New(set, layout, view)
	p.programs.Store(view, made)
	if made.err == nil {
		p.drop()
	}
	return made.program, made.err
}

// result is what compile.New returned.
type result struct {
	program *compile.Program
	err     error
}
