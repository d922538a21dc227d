package pipeline

import (
	"io"
	"iter"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/publish"
)

// Files returns every file of the site, each rendered when it is written.
func (o *Output) Files() iter.Seq[publish.File] {
	return func(yield func(publish.File) bool) {
		for _, p := range o.Site.Pages {
			if !yield(publish.File{Path: p.File(), Write: func(w io.Writer) error { return o.Renderer.Page(w, p) }}) {
				return
			}
		}
		for _, d := range o.Renderer.DataFiles() {
			if !yield(publish.File{Path: plan.FileOf(d.URL), Write: d.Write}) {
				return
			}
		}
		for _, a := range o.Renderer.Assets() {
			if !yield(publish.File{Path: plan.FileOf(a.URL), Write: a.Write}) {
				return
			}
		}
		for _, f := range o.Site.Files {
			if !yield(publish.File{Path: f.Path, Write: func(w io.Writer) error { return o.copy(w, f) }}) {
				return
			}
		}
	}
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
