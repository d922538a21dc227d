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
	sharedFiles []*source.File        // the layout and the parts
	shared      compile.Trees         // of those files, when they were parsed
	joined      func() *compile.Pages // all pages; nil when a mistake in one keeps them apart
	builtIn     bool                  // none is that of a theme of one's own
}

// share adds the templates of a file to those that the pages share.
func (t *templates) share(file *source.File, trees compile.Trees) {
	t.sharedFiles = append(t.sharedFiles, file)
	if t.shared == nil {
		t.shared = make(compile.Trees)
	}
	t.shared.Add(trees)
}

// join joins all pages, when they can be.
func (t *templates) join() *compile.Pages {
	own := make(map[string]compile.Trees, len(t.pages))
	for name, p := range t.pages {
		own[name] = p.own
	}
	joined, err := compile.Join(layout, funcs(), t.shared, own)
	if err != nil {
		return nil
	}
	return joined
}

// pageTemplate is the template of a kind of page, and the programs that were made
// of it.
type pageTemplate struct {
	*templates
	name     string
	file     *source.File
	own      compile.Trees // of that file, when it was parsed
	programs sync.Map      // by reflect.Type of the view: result

	alone func() (*compile.Pages, error)     // the page, when the pages cannot be joined
	set   func() (*template.Template, error) // for html/template, when there is no program
}

func newPageTemplate(t *templates, name string, file *source.File, own compile.Trees) *pageTemplate {
	p := &pageTemplate{templates: t, name: name, file: file, own: own}
	p.alone = sync.OnceValues(func() (*compile.Pages, error) {
		// Of what is shared html/template makes what this page needs.
		return compile.Join(layout, funcs(), t.shared.Copy(), map[string]compile.Trees{name: own.Copy()})
	})
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

// Error is a mistake in a template that showed while a page was rendered.
type Error struct {
	Diagnostic diag.Diagnostic
	err        error
}

func (e *Error) Error() string { return e.err.Error() }
func (e *Error) Unwrap() error { return e.err }

// buffers hold the bytes of a page that is being rendered. Most pages fit in one
// from the start; collecting garbage takes them away, so that they begin anew often.
var buffers = sync.Pool{New: func() any {
	buffer := make([]byte, 0, 32<<10)
	return &buffer
}}

// write writes a page with a program, if that runs to its end: into the buffer of a
// writer that has one to spare, as [bytes.Buffer] has, so that the page need not be
// copied, else by a buffer of ours.
func write(w io.Writer, program *compile.Program, view any, raw *[]Raw) (done bool, err error) {
	if spare, ok := w.(interface{ AvailableBuffer() []byte }); ok {
		page, err := program.Append(spare.AvailableBuffer(), view, raw)
		if err != nil {
			return false, nil
		}
		_, err = w.Write(page)
		return true, err
	}
	buffer := buffers.Get().(*[]byte)
	defer buffers.Put(buffer)
	if *buffer, err = program.Append((*buffer)[:0], view, raw); err != nil {
		return false, nil
	}
	_, err = w.Write(*buffer)
	return true, err
}

// Execute writes a page with the template of that name, as "wijk". The error is
// an *Error when the template is wrong, else that of w.
func (t *Theme) Execute(w io.Writer, name string, view any) error {
	_, err := t.execute(w, name, view, nil)
	return err
}

// Raw is HTML of a view and where in the page it went.
type Raw = compile.Raw

// BuiltIn tells whether none of the templates is that of a theme of one's own.
func (t *Theme) BuiltIn() bool { return t.templates.builtIn }

// ExecuteTelling is Execute, and appends to raw where HTML of the view went. It is not
// told when the page was not made by a program of the built-in templates, of which alone
// it is known that they do nothing else with HTML than to show it where there is some.
func (t *Theme) ExecuteTelling(w io.Writer, name string, view any, raw *[]Raw) (told bool, err error) {
	told, err = t.execute(w, name, view, raw)
	return told && t.templates.builtIn, err
}

func (t *Theme) execute(w io.Writer, name string, view any, raw *[]Raw) (byProgram bool, err error) {
	p := t.templates.pages[name]
	if p == nil {
		return false, fmt.Errorf("the theme has no template %q", name)
	}
	if program, err := p.program(reflect.TypeOf(view)); err == nil {
		if done, err := write(w, program, view, raw); done {
			return true, err
		}
	}
	set, err := p.set()
	if err == nil {
		err = set.ExecuteTemplate(w, layout, view)
	}
	if isTemplateError(err) {
		return false, &Error{t.mistake(err), err}
	}
	return false, err
}

// Compiles tells whether a template is run as a program for views of a type. The
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

// program returns the page as a program for a type of view.
func (p *pageTemplate) program(view reflect.Type) (*compile.Program, error) {
	if made, ok := p.programs.Load(view); ok {
		return made.(result).program, made.(result).err
	}
	var made result
	pages := p.joined()
	if pages == nil {
		pages, made.err = p.alone()
	}
	if made.err == nil {
		made.program, made.err = pages.Program(p.name, view)
	}
	p.programs.Store(view, made)
	return made.program, made.err
}

// result is what compiling a page has come to.
type result struct {
	program *compile.Program
	err     error
}
