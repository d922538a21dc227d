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

	xlanguage "golang.org/x/text/language"
	"golang.org/x/text/message"

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
	shell  shell
	icon   []byte // the picture of the site

	revision func() string // of the content; nil when not known

	vocabulary *vocabulary
	noteBack   string // what the link from a footnote back to the text is called
	printer    *message.Printer
	drawing    func() *svgmap.Drawing // the map; nil when there is none
	newest     func() newestEvents

	entryStates func() entryStates
	wordBuckets func() []bucket
	days        sync.Map // the day of the newest thing of a theme or department, which many pages ask for
}

// New returns the renderer of a site.
func New(site *plan.Site, look *theme.Theme, opt Options) *Renderer {
	r := &Renderer{site: site, graph: site.Graph, theme: look, revision: opt.Revision}
	r.origin, r.base = splitBaseURL(opt.BaseURL, site.Graph.Site.BaseURL.Value)
	r.words = look.Words(language(site.Graph.Site.Language.Value), terms(site.Graph.Site.Terms))
	r.vocabulary, r.noteBack = newVocabulary(r.words), r.words.Text("note.back")
	r.printer = message.NewPrinter(xlanguage.Make(r.words.Lang))
	r.shell = r.newShell()
	r.drawing = r.newMap()
	r.entryStates, r.wordBuckets = sync.OnceValue(r.newEntryStates), sync.OnceValue(r.newWordBuckets)
	r.newest = sync.OnceValue(func() newestEvents { return newNewestEvents(site.Graph.Events) })
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

// Page writes a page of the plan.
func (r *Renderer) Page(w io.Writer, p *plan.Page) error {
	name, view := r.view(p)
	if err := r.theme.Execute(w, name, view); err != nil {
		return fmt.Errorf("rendering %s: %w", p.URL, err)
	}
	return nil
}

// view returns the template of a page and what it shows.
func (r *Renderer) view(p *plan.Page) (name string, view any) {
	switch p.Kind {
	case plan.Home:
		return "home", r.home(p)
	case plan.Wijken:
		return "wijken", r.wijken(p)
	case plan.Wijk:
		return "wijk", r.wijk(p)
	case plan.Vision:
		return "vision", r.vision(p)
	case plan.Need:
		return "need", r.need(p)
	case plan.Departments:
		return "departments", r.departments(p)
	case plan.Department:
		return "department", r.department(p)
	case plan.Programmes:
		return "programmes", r.programmes(p)
	case plan.Programme:
		return "programme", r.programme(p)
	case plan.Themes:
		return "themes", r.themes(p)
	case plan.Theme:
		return "theme", r.themePage(p)
	case plan.Progress:
		return "progress", r.progress(p)
	case plan.Changes, plan.ChangesOf:
		return "changes", r.changes(p)
	case plan.Search:
		return "search", r.search(p)
	case plan.Data:
		return "data", r.data(p)
	case plan.Loose:
		return "page", r.loose(p)
	case plan.Moved:
		return "moved", r.moved(p)
	default:
		return "notfound", r.notFound(p)
	}
}

// safe marks HTML that package markdown or one of the drawing packages made,
// which escape what they are given.
func safe(html []byte) template.HTML { return template.HTML(html) }
