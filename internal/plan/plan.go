package plan

import (
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/parallel"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

// Site is the plan of a whole site. It does not change after New and may be read from
// many goroutines.
type Site struct {
	Graph     *relate.Graph
	Pages     []*Page
	Files     []File          // of the content, published as they are
	Generated []GeneratedFile // files that are made of the content and are no pages
	Moves     []Move          // old addresses
	Redirects *source.File    // the content's own redirects, nil when there are none
	Entries   []Entry         // everything that can be found by searching

	kinds      []kindRow
	unitPlaces []int // the order in which parts of lists have the wijken, by Wijk.Ordinal
	byURL      map[string]*Page
	byFile     map[string]string // of files that are no pages: path in the output folder, in lower case → URL
	bySource   map[string]string // path in the content folder → URL
	images     map[string]Image  // by path in the content folder
}

// Assets are the paths of the content's own files, from the content folder.
type Assets struct {
	Media  []string // media/…; those that pages use are published
	Extras []string // bestanden/…; published at the root of the site
	// Redirects is bestanden/_redirects, nil when there is none.
	Redirects *source.File
	// Pictures is what is known of the pictures in media/, by path.
	Pictures map[string]Picture
	// Addressed is whether the address of the site is known.
	Addressed bool
}

// New plans the site that shows a graph. Addresses that two things claim
// are reported; the first has it.
func New(c *city.City, g *relate.Graph, assets Assets) (*Site, diag.List) {
	s := &Site{
		Graph:     g,
		Redirects: assets.Redirects,
		kinds:     kinds(),
		Entries:   newEntries(g),
		byURL:     make(map[string]*Page),
		byFile:    make(map[string]string),
		bySource:  make(map[string]string),
		images:    make(map[string]Image),
	}
	s.unitPlaces = s.newUnitPlaces()
	pages := make([][]*Page, len(s.kinds))
	parallel.Each(len(s.kinds), func(kind int) {
		if plan := s.kinds[kind].pages; plan != nil {
			pages[kind] = plan(s)
		}
	})
	for _, list := range pages {
		s.add(list...)
	}
	s.addFormerSources(c)
	problems := append(clashes(c), s.addMoved()...)
	s.addGenerated(assets.Addressed)
	return s, append(problems, s.addFiles(assets)...)
}

// add adds pages and their parts. Of two at one URL the first stays; clashes reports
// the cause.
func (s *Site) add(pages ...*Page) {
	for _, p := range pages {
		for p.Parent != nil && s.byURL[p.URL] != nil { // there is a wijk named w
			p.URL = strings.TrimSuffix(p.URL, "/") + "-/" // as no id ends
		}
		if s.byURL[p.URL] != nil {
			continue
		}
		p.Indexed = !s.kinds[p.Kind].noIndex
		s.Pages = append(s.Pages, p)
		s.byURL[p.URL] = p
		if f := p.source(); f != nil {
			s.bySource[f.Path] = p.URL
		}
		s.add(p.Parts...)
	}
}

// addFormerSources adds the files that records had before, so that links to them go on working.
func (s *Site) addFormerSources(c *city.City) {
	for r := range c.Records() {
		url, ok := s.bySource[r.File.Path]
		if !ok {
			continue
		}
		for _, old := range r.FormerPaths() {
			if _, taken := s.bySource[old]; !taken {
				s.bySource[old] = url
			}
		}
	}
}

// Page returns the page at a URL of the site, nil when there is none.
func (s *Site) Page(url string) *Page { return s.byURL[url] }

// Years returns the years in which something changed, the newest first.
func (s *Site) Years() []int {
	var years []int
	for _, p := range s.Pages {
		if p.Kind == ChangesOf && p.Parent == nil {
			years = append(years, p.Year)
		}
	}
	return years
}
