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
			if !yield(publish.File{Path: f.Path, Write: func(w io.Writer) error { return o.copy(w, f.Source) }}) {
				return
			}
		}
	}
}

// copy writes a file of the content as it is.
func (o *Output) copy(w io.Writer, path string) (err error) {
	f, err := o.content.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}
