package plan

import (
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/parallel"
	"wijkvisie/internal/relate"
)

// Site is the plan of a whole site: its pages, and the files beside them.
type Site struct {
	Graph *relate.Graph
	Pages []*Page
	Files []File
	Made  []Made // files beside the pages
	Moves []Move // old addresses

	wijkOrder *wijkOrder
	entries   [PageEntry + 2]int // by entryNumbers
	needs     []Page             // by Need.Rank
	byURL     map[string]*Page   // but those of needs
	byFile    map[string]string  // of what is no page: path in the output folder, lower case → URL
	bySource  map[string]string  // path in the content folder → URL
	images    map[string]Image   // by path in the content folder
}

// File is a file of the content that is published as it is.
type File struct {
	URL    string
	Path   string // in the output folder
	Source string // in the content folder
	// Width is that of a smaller copy of a picture, in pixels; 0 when the file is
	// published as large as it is.
	Width int
}

// Assets are the paths of the content's own files, from the content folder.
type Assets struct {
	Media  []string // media/…; those that pages use are published
	Extras []string // bestanden/…; published at the root of the site
	// Pictures is what is known of the pictures in media/, by path.
	Pictures map[string]Picture
	// Addressed tells that the address of the site is known.
	Addressed bool
}

// Picture is a picture of the content.
type Picture struct {
	Width, Height int  // in pixels; 0 when not known
	Scales        bool // smaller copies can be made
	Unreadable    bool // it cannot be shown, and is not published
}

// New plans the site that a graph is shown as. Addresses that two things claim
// are reported; the first keeps it.
func New(c *city.City, g *relate.Graph, assets Assets) (*Site, diag.List) {
	s := &Site{Graph: g, wijkOrder: newWijkOrder(g), entries: entryNumbers(g), byFile: make(map[string]string), images: make(map[string]Image)}
	s.byURL = make(map[string]*Page, 3*len(g.Wijken)+len(g.Programmes)+len(g.Departments)+1000)
	s.bySource = make(map[string]string, 2*len(g.Wijken)+len(g.Programmes)+len(g.Departments)+len(g.Pages))
	s.Pages = make([]*Page, 0, len(g.Needs)+3*len(g.Wijken)+len(g.Programmes)+len(g.Departments)+1000)
	search := make(chan *Page, 1)
	go func() { search <- s.searchPage() }() // beside the rest: it takes as long
	s.addWijken()
	s.addDepartments()
	s.addProgrammes()
	s.addThemes()
	s.addProgress()
	s.addChanges()
	s.add(&Page{Kind: Data, url: DataURL})
	s.add(&Page{Kind: NotFound, url: NotFoundURL})
	s.addHome()
	s.add(<-search)
	for _, p := range g.Pages { // last: the site's own pages keep their addresses
		s.add(&Page{Kind: Loose, url: PageURL(p), about: p})
	}
	problems := append(s.clashes(c, assets), s.addMoved()...)
	s.addMade(assets)
	return s, append(problems, s.addFiles(assets)...)
}

// Page returns the page at a URL of the site, nil when there is none.
func (s *Site) Page(url string) *Page {
	if p := s.byURL[url]; p != nil {
		return p
	}
	return s.needPage(url)
}

// needPage returns the page of a need at a URL, nil when it is none's. The wijk knows
// its needs: there are too many to know each by its URL as well.
func (s *Site) needPage(url string) *Page {
	below, inWijken := strings.CutPrefix(url, WijkenURL)
	wijk, below, _ := strings.Cut(below, "/")
	name, inNeeds := strings.CutPrefix(below, needsFolder)
	if !inWijken || !inNeeds {
		return nil
	}
	p := s.byURL[WijkenURL+wijk+"/"]
	if p == nil || p.Kind != Wijk {
		return nil
	}
	for _, n := range p.Wijk().Needs {
		if name == n.Name()+"/" {
			return &s.needs[n.Rank]
		}
	}
	return nil
}

// add adds pages and their parts, but those of needs, whose addresses nothing else can
// have. Of two at one URL the first stays; clashes says so where the cause is.
func (s *Site) add(pages ...*Page) {
	for _, p := range pages {
		if p.Listing == nil {
			p.Listing = &noListing
		}
		for p.Parent != nil && s.byURL[p.url] != nil { // there is a wijk named w
			p.url = strings.TrimSuffix(p.url, "/") + "-/" // as no id ends
		}
		if s.byURL[p.url] != nil {
			continue
		}
		s.Pages = append(s.Pages, p)
		s.byURL[p.url] = p
		if f := p.source(); f != nil {
			s.bySource[f.Path] = p.url
		}
		s.add(p.Parts...)
	}
}

func (s *Site) addHome() {
	progressed := s.latest(relate.Progressed, homeNews)
	s.add(&Page{Kind: Home, url: HomeURL, Listing: listing(Rows{Wijken: s.someWijken(), Events: progressed})})
}

// homeNews is how many entries of progress the home page shows.
const homeNews = 8

// someWijken returns the wijken when a page can list them all, else none: the
// page then links to the list.
func (s *Site) someWijken() []*relate.Wijk {
	if len(s.Graph.Wijken) > Most {
		return nil
	}
	return s.Graph.Wijken
}

// latest returns the newest events of a kind.
func (s *Site) latest(kind relate.EventKind, most int) []*relate.Event {
	var events []*relate.Event
	for _, e := range s.Graph.Events {
		if e.Kind == kind && len(events) < most {
			events = append(events, e)
		}
	}
	return events
}

func (s *Site) addWijken() {
	index := &Page{Kind: Wijken, url: WijkenURL}
	all := Rows{Wijken: s.Graph.Wijken}
	split(index, all, s.wijkOrder.units)
	s.addEachWijk()
	s.addNeeds()
	s.add(index)
}

func (s *Site) addEachWijk() {
	for _, w := range s.Graph.Wijken {
		s.add(&Page{Kind: Wijk, url: WijkURL(w), about: w})
		for _, v := range w.Visions {
			s.add(&Page{Kind: Vision, url: VisionURL(v), about: v})
		}
	}
}

func (s *Site) addNeeds() {
	s.needs = make([]Page, len(s.Graph.Needs)) // in one piece: there are many
	for i, n := range s.Graph.Needs {
		s.needs[i] = Page{Kind: Need, about: n, Listing: &noListing}
		s.Pages = append(s.Pages, &s.needs[i])
	}
}

// addLists adds pages with lists, each of which may be long.
func (s *Site) addLists(n int, page func(i int) (*Page, Rows)) {
	pages := make([]*Page, n)
	parallel.Each(n, func(i int) {
		var all Rows
		pages[i], all = page(i)
		split(pages[i], all, s.wijkOrder.units)
	})
	s.add(pages...)
}

func (s *Site) addDepartments() {
	index := &Page{Kind: Departments, url: DepartmentsURL}
	split(index, Rows{Departments: s.Graph.Departments}, byName(s.Graph.Departments, 1,
		func(d *relate.Department) string { return d.Name.Value },
		func(list []*relate.Department) Rows { return Rows{Departments: list} }))
	s.addLists(len(s.Graph.Departments), func(i int) (*Page, Rows) {
		d := s.Graph.Departments[i]
		return &Page{Kind: Department, url: DepartmentURL(d), about: d}, Rows{Needs: d.Needs, Commitments: d.Commitments, Answers: d.Answers}
	})
	s.add(index)
}

func (s *Site) addProgrammes() {
	index := &Page{Kind: Programmes, url: ProgrammesURL}
	split(index, Rows{Programmes: s.Graph.Programmes}, byName(s.Graph.Programmes, 2,
		func(p *relate.Programme) string { return p.Title.Value },
		func(list []*relate.Programme) Rows { return Rows{Programmes: list} }))
	for _, p := range s.Graph.Programmes {
		s.add(&Page{Kind: Programme, url: ProgrammeURL(p), about: p,
			Listing: listing(Rows{Commitments: p.Commitments, Answers: p.Answers})})
	}
	s.add(index)
}

func (s *Site) addThemes() {
	s.add(&Page{Kind: Themes, url: ThemesURL})
	s.addLists(len(s.Graph.Themes), func(i int) (*Page, Rows) {
		t := s.Graph.Themes[i]
		return &Page{Kind: Theme, url: ThemeURL(t), about: t}, Rows{Needs: t.Needs, Commitments: t.Commitments}
	})
}

func (s *Site) addProgress() {
	page := &Page{Kind: Progress, url: ProgressURL}
	all := Rows{Wijken: s.Graph.Wijken}
	for _, n := range s.Graph.Needs {
		if n.Current && n.Status == relate.NeedUnanswered {
			all.Needs = append(all.Needs, n)
		}
	}
	for _, c := range s.Graph.Commitments {
		if !c.Programme.Withdrawn && (c.Late || c.Moved && !c.Ended()) {
			all.Commitments = append(all.Commitments, c)
		}
	}
	split(page, all, s.wijkOrder.units)
	s.add(page)
}

func (s *Site) addChanges() {
	s.add(&Page{Kind: Changes, url: ChangesURL,
		Listing: listing(Rows{Events: s.Graph.Events[:min(len(s.Graph.Events), changesNews)]})})
	years := byYear(s.Graph.Events)
	pages := make([]*Page, len(years))
	parallel.Each(len(years), func(i int) {
		year := int(years[i][0].Date.Year)
		page := &Page{Kind: ChangesOf, url: ChangesOfURL(year), about: year}
		split(page, Rows{Events: years[i]}, s.wijkOrder.units)
		for _, part := range page.Parts {
			slices.SortStableFunc(part.Rows.Events, func(a, b *relate.Event) int { return b.Date.Compare(a.Date) })
		}
		pages[i] = page
	})
	s.add(pages...)
}

// byYear cuts events, which stand newest first, into those of each year.
func byYear(events []*relate.Event) [][]*relate.Event {
	var years [][]*relate.Event
	for len(events) > 0 {
		year := events[0].Date.Year
		n := slices.IndexFunc(events, func(e *relate.Event) bool { return e.Date.Year != year })
		if n < 0 {
			n = len(events)
		}
		years = append(years, events[:n:n])
		events = events[n:]
	}
	return years
}

// changesNews is how many changes the first page of changes shows; the rest
// stands on the pages per year.
const changesNews = 50

// Years returns the years in which something changed, the newest first.
func (s *Site) Years() []int {
	var years []int
	for _, p := range s.Pages {
		if p.Kind == ChangesOf && p.Parent == nil {
			years = append(years, p.Year())
		}
	}
	return years
}
