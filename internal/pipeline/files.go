package pipeline

import (
	"io"
	"iter"
	"strings"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/publish"
)

// Files returns every file of the site, each rendered when it is written. Those beside the
// pages come first: the large ones keep a core busy while the other makes pages, and what
// is found out for the search takes memory before what is noted of pages does.
func (o *Output) Files() iter.Seq[publish.File] {
	return func(yield func(publish.File) bool) {
		if !o.beside(yield) {
			return
		}
		for _, p := range o.Site.Pages {
			if !yield(o.page(p)) {
				return
			}
		}
	}
}

// Count returns how many files the site has.
func (o *Output) Count() int {
	return len(o.Site.Pages) + len(o.Site.Made) + len(o.Renderer.Assets()) + len(o.Site.Files)
}

// File returns the file at a path of the site; not ok when there is none.
func (o *Output) File(path string) (f publish.File, ok bool) {
	if p := o.Site.Page("/" + strings.TrimSuffix(path, "index.html")); p != nil && p.File() == path {
		return o.page(p), true
	}
	f, ok = o.files()[path]
	return f, ok
}

func (o *Output) page(p *plan.Page) publish.File {
	return publish.File{Path: p.File(), Write: func(w io.Writer) error {
		if hollow(p) {
			return ErrOvertaken // it was to be kept, and is not there
		}
		return o.sound(o.Renderer.Page(w, p))
	}}
}

// sound returns why a file is not what it should be: the error of writing it, or that texts
// in it could not be read back.
func (o *Output) sound(err error) error {
	if err != nil {
		return err
	}
	return o.shelf.Err()
}

// beside yields the files beside the pages, and tells whether more are wanted.
func (o *Output) beside(yield func(publish.File) bool) bool {
	for _, d := range o.Renderer.MadeFiles() {
		if !yield(publish.File{Path: plan.FileOf(d.URL), Write: func(w io.Writer) error { return o.sound(d.Write(w)) }}) {
			return false
		}
	}
	for _, a := range o.Renderer.Assets() {
		if !yield(publish.File{Path: plan.FileOf(a.URL), Write: a.Write}) {
			return false
		}
	}
	for _, f := range o.Site.Files {
		if !yield(publish.File{Path: f.Path, Write: func(w io.Writer) error { return o.copy(w, f) }}) {
			return false
		}
	}
	return true
}

func (o *Output) besidePages() map[string]publish.File {
	files := make(map[string]publish.File)
	o.beside(func(f publish.File) bool {
		files[f.Path] = f
		return true
	})
	return files
}

// copy writes a file of the content, pictures without what is stored beside them.
func (o *Output) copy(w io.Writer, f plan.File) error {
	if o.pictures[f.Source] {
		return o.picture(w, f)
	}
	in, err := o.content.Open(f.Source)
	if err != nil {
		return err
	}
	defer in.Close()
	_, err = io.Copy(w, in)
	return err
}
