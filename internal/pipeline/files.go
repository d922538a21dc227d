package pipeline

import (
	"io"
	"iter"
	"strings"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/publish"
)

// Files returns every file of the site, each rendered when it is written. The files that
// are no pages come first: the few large ones among them keep one core busy while the
// others render pages.
func (r *Result) Files() iter.Seq[publish.File] {
	return func(yield func(publish.File) bool) {
		for f := range r.otherFiles() {
			if !yield(f) {
				return
			}
		}
		for _, p := range r.Site.Pages() {
			if !yield(r.page(p)) {
				return
			}
		}
	}
}

// Count returns the number of files of the site.
func (r *Result) Count() int {
	return len(r.Site.Pages()) + len(r.Site.Generated()) + len(r.Renderer.Assets()) + len(r.Site.Files)
}

// File returns the file at a path of the site; ok is false when there is none.
func (r *Result) File(path string) (f publish.File, ok bool) {
	if p := r.Site.Page("/" + strings.TrimSuffix(path, "index.html")); p != nil && p.File() == path {
		return r.page(p), true
	}
	for _, a := range r.Renderer.Assets() { // first, as made files are planned when they are asked for
		if plan.FileOf(a.URL) == path {
			return publish.File{Path: path, Write: a.Write}, true
		}
	}
	for f := range r.otherFiles() {
		if f.Path == path {
			return f, true
		}
	}
	return publish.File{}, false
}

func (r *Result) page(p *plan.Page) publish.File {
	return publish.File{Path: p.File(), Write: func(w io.Writer) error { return r.Renderer.Page(w, p) }}
}

// otherFiles returns the files that are no pages: made ones, assets of the theme, and
// files of the content.
func (r *Result) otherFiles() iter.Seq[publish.File] {
	return func(yield func(publish.File) bool) {
		for f := range r.madeFiles() {
			if !yield(f) {
				return
			}
		}
		for _, f := range r.Site.Files {
			if !yield(publish.File{Path: f.Path, Write: func(w io.Writer) error { return r.copy(w, f) }}) {
				return
			}
		}
	}
}

// madeFiles returns the files that are made of the content and are no pages, and the assets
// of the theme.
func (r *Result) madeFiles() iter.Seq[publish.File] {
	return func(yield func(publish.File) bool) {
		for _, d := range r.Renderer.GeneratedFiles() {
			if !yield(publish.File{Path: plan.FileOf(d.URL), Write: d.Write}) {
				return
			}
		}
		for _, a := range r.Renderer.Assets() {
			if !yield(publish.File{Path: plan.FileOf(a.URL), Write: a.Write}) {
				return
			}
		}
	}
}

// copy writes a file of the content, a picture without what is stored in it besides.
func (r *Result) copy(w io.Writer, f plan.File) error {
	if _, ok := r.pictures[f.Source]; ok {
		return r.writePicture(w, f)
	}
	in, err := r.in.Content.Open(f.Source)
	if err != nil {
		return err
	}
	defer in.Close()
	_, err = io.Copy(w, in)
	return err
}
