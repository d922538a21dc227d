// Package render turns one page into bytes through the theme.
//
// A page is a function of the graph, the plan and the theme, and of nothing
// else: pages are rendered in any order, from any goroutine, when asked for.
// Each kind of page has a view (wijk.go, need.go, …): a struct of texts, numbers
// and addresses that is ready to be shown, so that a template decides where
// things stand and nothing more.
package render

import (
	"fmt"
	"html/template"
	"io"
	"net/url"
	"strings"
	"sync"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/svgmap"
	"wijkvisie/internal/theme"
)

// Options are what a site is rendered with, beside its content and its theme.
type Options struct {
	BaseURL string // instead of basis-url
	// Revision returns that of the content, as its version control names it, empty when
	// that is not known. It may be nil, and is asked by the pages that tell it.
	Revision func() string
}

// Renderer renders the pages of one site. It does not change and may be used
// from many goroutines.
type Renderer struct {
	site   *plan.Site
	graph  *relate.Graph
	theme  *theme.Theme
	words  *theme.Words
	origin string // https://wijkvisies.example.nl, empty when there is none
	base   string // a path before every address of the site, without a slash at the end
	tagged string // what tag URIs begin with
	shell  shell
	icon   []byte // the picture of the site

	revision func() string // of the content; nil when not known

	vocabulary *vocabulary
	noteBack   string // what the link from a footnote back to the text is called
	calendar   *calendar
	desks      sync.Pool
	drawing    func() *svgmap.Drawing // the map; nil when there is none
	newest     *lent[newestEvents]
	publisher  publisher // the municipality, as the linked data of every page begin

	entryStates func() entryStates
	wordIndex   *lent[*wordIndex]
	days        sync.Map // the day of the newest thing of a theme or department, which many pages ask for
	tallies     sync.Map // tally of a department or programme, likewise
	years       func() []int
}

// New returns the renderer of a site.
func New(site *plan.Site, look *theme.Theme, opt Options) *Renderer {
	r := &Renderer{site: site, graph: site.Graph, theme: look, revision: opt.Revision}
	r.origin, r.base = splitBaseURL(opt.BaseURL, site.Graph.Site.BaseURL.Value)
	r.tagged = tagBefore(r.origin)
	r.words = look.Words(language(site.Graph.Site.Language.Value), terms(site.Graph.Site.Terms))
	r.vocabulary, r.noteBack = newVocabulary(r.words), r.words.Text("note.back")
	r.calendar = newCalendar(r.words)
	r.shell = r.newShell()
	r.publisher = r.newPublisher()
	r.drawing = r.newMap()
	r.entryStates = sync.OnceValue(r.newEntryStates)
	r.wordIndex = newLent(site, plan.MadeSearchWords, r.newWordIndex)
	r.years = sync.OnceValue(site.Years)
	r.newest = newLent(site, plan.MadeFeed, func() newestEvents { return newNewestEvents(site.Graph.Events) })
	return r
}

// splitBaseURL splits the address of the site into its origin and its path.
func splitBaseURL(given, written string) (origin, path string) {
	if given == "" {
		given = written
	}
	u, err := url.Parse(given)
	if err != nil || u.Host == "" {
		return "", ""
	}
	return u.Scheme + "://" + u.Host, strings.TrimRight(u.EscapedPath(), "/")
}

// href returns a link to an address of the site.
func (r *Renderer) href(address string) string {
	if r.base != "" && strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//") {
		return r.base + address
	}
	return address
}

// absolute returns an address of the site with its origin, empty when the
// origin is not known.
func (r *Renderer) absolute(address string) string {
	if r.origin == "" {
		return ""
	}
	return r.origin + r.href(address)
}

// BuiltIn tells whether all pages are made with the built-in templates.
func (r *Renderer) BuiltIn() bool { return r.theme.BuiltIn() }

// Page writes a page of the plan.
func (r *Renderer) Page(w io.Writer, p *plan.Page) error {
	d := r.desk()
	defer d.clear()
	name, view := d.view(p)
	if err := r.theme.Execute(w, name, view); err != nil {
		return failed(p, err)
	}
	return nil
}

func failed(p *plan.Page, err error) error { return fmt.Errorf("rendering %s: %w", p.URL(), err) }

// view returns the template of a page and what it shows.
func (d *desk) view(p *plan.Page) (name string, view any) {
	switch p.Kind {
	case plan.Home:
		return "home", d.home(p)
	case plan.Wijken:
		return "wijken", d.wijken(p)
	case plan.Wijk:
		return "wijk", d.wijk(p)
	case plan.Vision:
		return "vision", d.vision(p)
	case plan.Need:
		return "need", d.need(p)
	case plan.Departments:
		return "departments", d.departments(p)
	case plan.Department:
		return "department", d.department(p)
	case plan.Programmes:
		return "programmes", d.programmes(p)
	case plan.Programme:
		return "programme", d.programme(p)
	case plan.Themes:
		return "themes", d.themes(p)
	case plan.Theme:
		return "theme", d.themePage(p)
	case plan.Progress:
		return "progress", d.progress(p)
	case plan.Changes, plan.ChangesOf:
		return "changes", d.changes(p)
	case plan.Search:
		return "search", d.search(p)
	case plan.Data:
		return "data", d.data(p)
	case plan.Loose:
		return "page", d.loose(p)
	case plan.Moved:
		return "moved", d.moved(p)
	default:
		return "notfound", d.notFound(p)
	}
}

// safe marks HTML that package markdown or one of the drawing packages made,
// which escape what they are given.
func safe(html []byte) template.HTML { return template.HTML(html) }
