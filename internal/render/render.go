// Package render turns the pages and files of a plan into bytes.
//
// A page is a function of the graph, the plan and the theme, and of nothing
// else: pages are rendered in any order, from any goroutine, when asked for.
// Package view makes what a page shows, and the theme has its template. This package
// writes the other files that are made of the content: the search index, feeds,
// sitemaps and the like (generated.go).
package render

import (
	"fmt"
	"io"
	"sync"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/calendar"
	"wijkvisie/internal/render/opendata"
	"wijkvisie/internal/render/search"
	"wijkvisie/internal/render/view"
	"wijkvisie/internal/theme"
)

// Options are what a site depends on besides its content and its theme.
type Options = view.Options

// Logo is the logo of the municipality.
type Logo = view.Logo

// SharePictureName is the name, among the files of a theme, of the picture that others show
// of a link to the site.
const SharePictureName = view.SharePictureName

// Renderer renders the pages and files of one site. It does not change and may be used
// from many goroutines.
type Renderer struct {
	site  *plan.Site
	graph *relate.Graph
	theme *theme.Theme
	views *view.Builder

	buffers      sync.Pool // of *[]byte, for generated files
	newestEvents func() newestEvents
	commitments  func() map[string]*relate.Commitment // by every id that they have or had
	search       func() *search.Index

	calendarEvents func() ([]calendar.WrittenEvent, error)

	measurements sync.Map // by address, opendata.Measurement of the files that were written
}

// New returns the renderer of a site.
func New(site *plan.Site, t *theme.Theme, opt Options) *Renderer {
	r := &Renderer{site: site, graph: site.Graph, theme: t, views: view.New(site, t, opendata.Columns, opt)}
	r.newestEvents = sync.OnceValue(func() newestEvents { return newNewestEvents(site.Graph.Events()) })
	r.commitments = sync.OnceValue(func() map[string]*relate.Commitment { return commitmentsByID(site.Graph.Commitments) })
	r.search = sync.OnceValue(func() *search.Index { return search.New(site.Entries(), r.showFound()) })
	r.calendarEvents = sync.OnceValues(r.newCalendarEvents)
	return r
}

// showFound returns how the views show what can be found.
func (r *Renderer) showFound() search.Show {
	return search.Show{
		Lang:  r.views.Words.Lang,
		Text:  r.views.Words.Text,
		Title: r.views.EntryTitle,
		Note:  r.views.EntryNote,
		State: func(e *plan.Entry) (search.State, bool) {
			state, ok := r.views.State(e)
			return search.State{Text: state.Text, Symbol: state.Symbol, Tone: state.Tone}, ok
		},
		FromVision: r.views.FromVision,
		Href:       r.views.Href,
	}
}

// BuiltIn reports whether all pages are made with the built-in templates.
func (r *Renderer) BuiltIn() bool { return r.theme.BuiltIn() }

// Banner returns why a record is not published, empty when it is.
func (r *Renderer) Banner(d relate.Draft) string { return r.views.Banner(d) }

// Page writes a page of the plan.
func (r *Renderer) Page(w io.Writer, p *plan.Page) error {
	name, view := r.views.View(p)
	if err := r.theme.Execute(w, name, view); err != nil {
		return fmt.Errorf("rendering %s: %w", p.URL, err)
	}
	return nil
}

// File is a file of the site that is no page.
type File struct {
	URL   string
	Write func(w io.Writer) error
}

// Assets returns the files of the theme, but for the picture of the site, which has
// an address of its own.
func (r *Renderer) Assets() []File {
	var files []File
	for _, a := range r.theme.Assets() {
		if a.Name != view.IconName {
			files = append(files, File{plan.ThemeFileURL(a.Published), writeBytes(a.Data)})
		}
	}
	return files
}

func writeBytes(data []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}
}
