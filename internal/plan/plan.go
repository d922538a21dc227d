package plan

import (
	"sync"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

// Site is the plan of a whole site. Pages are planned when they are first asked for, section by
// section: a build asks for all, a preview for a few. It may be used from many goroutines.
type Site struct {
	Graph     *relate.Graph
	Files     []File       // of the content, published as they are
	Moves     []Move       // old addresses
	Redirects *source.File // the content's own redirects, nil when there are none

	kinds      []kindRow
	wijken     map[string]*section // of the pages of each wijk, by its id
	sections   map[string]*section // of all other pages, by the address that theirs begin with; those of the content by an empty one
	inOrder    []*section          // the same, in the order of the kinds
	moved      map[string]*Page    // at old addresses, by URL
	movedPages []*Page
	unitPlaces func() []int             // the order in which parts of lists have the wijken, by Wijk.Ordinal
	pages      func() []*Page           // all
	entries    func() []Entry           // see Entries
	generated  func() generatedFiles    // see Generated
	ofRecords  func() map[string]string // URLs by path in the content folder
	ofFiles    map[string]string        // URLs by path in the content folder, of files published as they are
	byFile     map[string]string        // of the same: path in the output folder, in lower case → URL
	images     map[string]Image         // by path in the content folder
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
		wijken:    make(map[string]*section, len(g.Wijken)),
		sections:  make(map[string]*section),
		moved:     make(map[string]*Page),
		ofFiles:   make(map[string]string),
		byFile:    make(map[string]string),
		images:    make(map[string]Image),
	}
	s.unitPlaces = sync.OnceValue(s.newUnitPlaces)
	s.pages = sync.OnceValue(s.allPages)
	s.entries = sync.OnceValue(func() []Entry { return newEntries(g) })
	s.generated = sync.OnceValue(func() generatedFiles { return s.planGenerated(assets.Addressed) })
	s.ofRecords = sync.OnceValue(func() map[string]string { return s.recordURLs(c) })
	s.addSections()
	problems := append(clashes(c), s.addMoved()...)
	return s, append(problems, s.addFiles(assets)...)
}

// recordURLs returns the URLs of the pages of records, by their paths in the content folder, and
// by those that they had before, so that links to them go on working.
func (s *Site) recordURLs(c *city.City) map[string]string {
	urls := make(map[string]string)
	taken := make(map[string]bool)
	add := func(r *city.Record, url string) {
		if !taken[url] { // else there is another page at it
			urls[r.File.Path], taken[url] = url, true
		}
	}
	for _, w := range s.Graph.Wijken {
		add(&w.Record, WijkURL(w))
		for _, v := range w.Visions {
			add(&v.Record, VisionURL(v))
		}
	}
	for _, d := range s.Graph.Departments {
		add(&d.Record, DepartmentURL(d))
	}
	for _, p := range s.Graph.Programmes {
		add(&p.Record, ProgrammeURL(p))
	}
	for _, p := range s.Graph.Pages {
		if url := PageURL(p); s.sections[url] == nil {
			add(&p.Record, url)
		}
	}
	for r := range c.Records() {
		url, ok := urls[r.File.Path]
		if !ok {
			continue
		}
		for _, old := range r.FormerPaths() {
			if _, taken := urls[old]; !taken {
				urls[old] = url
			}
		}
	}
	return urls
}

// urlOf returns the URL of what is published of a path in the content folder.
func (s *Site) urlOf(path string) (url string, ok bool) {
	if url, ok = s.ofFiles[path]; ok {
		return url, true
	}
	url, ok = s.ofRecords()[path]
	return url, ok
}

// Pages returns all pages, in the order of their kinds.
func (s *Site) Pages() []*Page { return s.pages() }

// Page returns the page at a URL of the site, nil when there is none.
func (s *Site) Page(url string) *Page {
	if p := s.sectionOf(url).page(url); p != nil {
		return p
	}
	return s.moved[url]
}

// Years returns the years in which something changed, the newest first.
func (s *Site) Years() []int {
	var years []int
	for _, p := range s.sections[ChangesURL].pages() {
		if p.Kind == ChangesOf && p.Parent == nil {
			years = append(years, p.Year)
		}
	}
	return years
}
