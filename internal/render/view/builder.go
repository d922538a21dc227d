// Package view makes the views of pages: structs of texts, numbers and addresses that
// a template shows as they are.
//
// There is a view for each kind of page, in a file of its own (wijk.go, need.go, …),
// and what all pages have around them is their frame (frame.go). The table of the
// kinds is in kind.go. Templates know the names of the fields.
package view

import (
	"html/template"
	"net/url"
	"strings"
	"sync"

	"wijkvisie/internal/demand"
	"wijkvisie/internal/noun"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/svgmap"
	"wijkvisie/internal/theme"
)

// Options are what pages depend on besides the content and the theme.
type Options struct {
	BaseURL string // replaces basis-url
	// Revision returns the revision of the content in its version control, empty when
	// that is not known. It may be nil, and is called when the page of the open data is
	// made.
	Revision func() string
	Logo     Logo
}

// Logo is the logo of the municipality, a file of the theme.
type Logo struct {
	Name          string // empty when there is none
	Width, Height int    // in pixels; 0 when not known
}

// Builder makes the views of the pages of one site. It does not change after New and
// may be used from many goroutines.
type Builder struct {
	Words  *theme.Words
	Origin string // https://wijkvisies.example.nl, empty when it is not known
	Base   string // a path before every address of the site, without a slash at the end

	site       *plan.Site
	graph      *relate.Graph
	kinds      []kindRow
	indexes    []link     // by Kind
	scripts    [][]string // addresses, by Kind
	links      recordLinks
	stamps     sync.Map // of city.Day to stamp
	modified   sync.Map // city.Day of *relate.Department and *relate.Theme
	siteFrame  siteFrame
	publisher  publisher
	vocabulary *vocabulary
	columns    func(plan.Table) []string
	revision   func() string
	drawing    func() *svgmap.Drawing // of the map; returns nil when there is none
	history    func() *relate.History
	// figuresOfDemand are those of the graph.
	figuresOfDemand func() *demand.Demand
	buffers         sync.Pool // of *[]byte, for HTML that is being written
}

// New returns the builder of the views of a site. columns returns the names of the columns
// of a table of the open data.
func New(site *plan.Site, t *theme.Theme, columns func(plan.Table) []string, opt Options) *Builder {
	s := site.Graph.Site
	b := &Builder{site: site, graph: site.Graph, kinds: kinds(), columns: columns, revision: opt.Revision}
	lang := language(s.Language.Value)
	b.Words = t.Words(lang, noun.OwnOf(s, lang))
	b.Origin, b.Base = splitBaseURL(opt.BaseURL, s.BaseURL.Value)
	b.vocabulary = newVocabulary(b.Words)
	b.links = newRecordLinks(b.graph)
	b.indexes = b.newIndexes()
	b.scripts = b.newScripts(t.Assets())
	b.siteFrame = b.newSiteFrame(t, opt.Logo)
	b.publisher = b.newPublisher()
	b.drawing = sync.OnceValue(b.newDrawing)
	b.history = sync.OnceValue(b.graph.History)
	b.figuresOfDemand = sync.OnceValue(func() *demand.Demand { return demand.Of(b.graph) })
	return b
}

// pageBuilder makes the view of one page.
type pageBuilder struct {
	*Builder
	glossary glossary // of the statuses on the page
	ids      ids      // of the elements on the page
	scratch  []byte   // a buffer for HTML that is being written
}

func (b *Builder) newPage() *pageBuilder {
	return &pageBuilder{Builder: b, glossary: glossary{vocabulary: b.vocabulary}, ids: make(ids)}
}

// View returns the view of a page, and the name of the template that shows it.
func (b *Builder) View(p *plan.Page) (templateName string, view any) {
	row, page := &b.kinds[p.Kind], b.newPage()
	buffer, _ := b.buffers.Get().(*[]byte)
	if buffer == nil {
		buffer = new([]byte)
	}
	page.scratch = *buffer
	view = row.view(page, p)
	*buffer = page.scratch
	b.buffers.Put(buffer)
	return row.template, view
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

// trustedHTML returns HTML that package markdown or one of the drawing packages wrote. They
// escape what they are given.
func trustedHTML(b []byte) template.HTML { return template.HTML(b) }
