package plan

import (
	"cmp"
	"slices"

	"wijkvisie/internal/relate"
)

// Kind is what a page is for.
type Kind uint8

// The kinds of page. Their order is that of the pages in the plan and in menus.
const (
	Wijk        Kind = iota // /wijken/oost/
	Vision                  // /wijken/oost/2011-2014/
	Need                    // /wijken/oost/behoeften/zwemles/
	Wijken                  // all wijken
	Department              // /diensten/stadswerken/
	Departments             // all departments
	Programme               // /programmas/stadswerken-2011/
	Programmes              // all programmes
	Themes                  // all themes
	Theme                   // /themas/verkeer/
	Progress                // how the whole stands
	Demand                  // whether what the wijken ask leads what the departments do
	Planning                // what is promised for when
	PlanningOf              // /planning/oost/, /planning/diensten/stadswerken/
	Changes                 // what changed last
	ChangesOf               // /wijzigingen/2012/
	Data                    // the open data
	NotFound                // what a server shows for an address that does not exist
	Home                    // the front page
	Search                  // everything that can be found
	ContentPage             // /over-deze-site/, a page of the content's own
	Moved                   // at an address that something had before
)

// The addresses of the pages of which there is one.
const (
	HomeURL        = "/"
	WijkenURL      = "/wijken/"
	DepartmentsURL = "/diensten/"
	ProgrammesURL  = "/programmas/"
	ThemesURL      = "/themas/"
	ProgressURL    = "/voortgang/"
	DemandURL      = "/vraaggericht/"
	PlanningURL    = "/planning/"
	ChangesURL     = "/wijzigingen/"
	SearchURL      = "/zoeken/"
	DataURL        = "/gegevens/"
	NotFoundURL    = "/404.html"
)

// contentFolder is where the addresses of the pages of the content begin: no other page has them.
const contentFolder = ""

// kindRow is a row of the table of the kinds of page.
type kindRow struct {
	url     string                // the address, when there is one page of the kind
	folder  string                // what the addresses begin with, when there may be several
	pages   func(s *Site) []*Page // plans the pages; nil when something else plans them too
	noIndex bool                  // search engines should not list the pages
}

// kinds returns the table of the kinds of page, by Kind.
func kinds() []kindRow {
	return []kindRow{
		Wijk:        {}, // by wijkPages, as the next two
		Vision:      {},
		Need:        {},
		Wijken:      {url: WijkenURL, pages: wijkenPages},
		Department:  {folder: DepartmentsURL, pages: departmentPages},
		Departments: {url: DepartmentsURL, pages: departmentsPages},
		Programme:   {folder: ProgrammesURL, pages: programmePages},
		Programmes:  {url: ProgrammesURL, pages: programmesPages},
		Themes:      {url: ThemesURL, pages: onlyPage(Themes, ThemesURL)},
		Theme:       {folder: ThemesURL, pages: themePages},
		Progress:    {url: ProgressURL, pages: progressPages},
		Demand:      {url: DemandURL, pages: demandPages},
		Planning:    {url: PlanningURL, pages: planningPages},
		PlanningOf:  {folder: PlanningURL, pages: planningOfPages},
		Changes:     {url: ChangesURL, pages: changesPages},
		ChangesOf:   {folder: ChangesURL, pages: yearPages},
		Data:        {url: DataURL, pages: onlyPage(Data, DataURL)},
		NotFound:    {url: NotFoundURL, pages: onlyPage(NotFound, NotFoundURL), noIndex: true},
		Home:        {url: HomeURL, pages: homePages},
		Search:      {url: SearchURL, pages: searchPages},
		ContentPage: {folder: contentFolder, pages: contentPages},
		Moved:       {noIndex: true}, // by addMoved, which needs all addresses
	}
}

// Kinds returns all kinds of page.
func Kinds() []Kind {
	all := make([]Kind, len(kinds()))
	for i := range all {
		all[i] = Kind(i)
	}
	return all
}

// URL returns the address of the page of the kind, empty when there may be several.
func (k Kind) URL() string { return kinds()[k].url }

// onlyPage returns the plan of a page that lists nothing.
func onlyPage(kind Kind, url string) func(*Site) []*Page {
	return func(*Site) []*Page { return []*Page{{Kind: kind, URL: url}} }
}

func wijkenPages(s *Site) []*Page {
	page := &Page{Kind: Wijken, URL: WijkenURL}
	page.list(Rows{Wijken: s.Graph.Wijken}, s.unitsByWijk)
	return []*Page{page}
}

func departmentPages(s *Site) []*Page {
	return pagesOf(s.Graph.Departments, func(d *relate.Department) *Page {
		page := &Page{Kind: Department, URL: DepartmentURL(d), Department: d}
		page.list(Rows{Needs: d.Needs, Commitments: d.Commitments, Answers: d.Answers}, s.unitsByWijk)
		return page
	})
}

func departmentsPages(s *Site) []*Page {
	page := &Page{Kind: Departments, URL: DepartmentsURL}
	page.list(Rows{Departments: s.Graph.Departments}, unitsOfDepartments)
	return []*Page{page}
}

func programmePages(s *Site) []*Page {
	return pagesOf(s.Graph.Programmes, func(p *relate.Programme) *Page {
		return &Page{Kind: Programme, URL: ProgrammeURL(p), Programme: p, Rows: Rows{Commitments: p.Commitments, Answers: p.Answers}}
	})
}

func programmesPages(s *Site) []*Page {
	page := &Page{Kind: Programmes, URL: ProgrammesURL}
	page.list(Rows{Programmes: s.Graph.Programmes}, unitsOfProgrammes)
	return []*Page{page}
}

func themePages(s *Site) []*Page {
	return pagesOf(s.Graph.Themes, func(t *relate.Theme) *Page {
		page := &Page{Kind: Theme, URL: ThemeURL(t), Theme: t}
		page.list(Rows{Needs: t.Needs, Commitments: t.Commitments}, s.unitsByWijk)
		return page
	})
}

func progressPages(s *Site) []*Page {
	all := Rows{Wijken: s.Graph.Wijken}
	for _, n := range s.Graph.Needs {
		if n.Current && (n.Status == relate.NeedUnanswered || n.Status == relate.NeedNotIncluded || n.Contradicted()) {
			all.Needs = append(all.Needs, n)
		}
	}
	for _, c := range s.Graph.Commitments {
		open := c.Open()
		if open && (c.LaterThanPromised || c.Rescheduled) || c.Contradicted() {
			all.Commitments = append(all.Commitments, c)
		}
	}
	page := &Page{Kind: Progress, URL: ProgressURL}
	page.list(all, s.unitsByWijk)
	return []*Page{page}
}

// demandPages plans the page of the demand, which lists the needs that nobody answered.
func demandPages(s *Site) []*Page {
	var all Rows
	for _, n := range s.Graph.Needs {
		if n.Current && n.Status == relate.NeedUnanswered {
			all.Needs = append(all.Needs, n)
		}
	}
	page := &Page{Kind: Demand, URL: DemandURL}
	page.list(all, s.unitsByWijk)
	return []*Page{page}
}

// newestChanges is how many changes the page of all changes shows; the rest stands on
// the pages of the years.
const newestChanges = 50

func changesPages(s *Site) []*Page {
	events := s.Graph.Events()
	return []*Page{{Kind: Changes, URL: ChangesURL, Rows: Rows{Events: events[:min(len(events), newestChanges)]}}}
}

// yearPages plans a page for each year in which something changed, the newest first,
// as the events of the graph are.
func yearPages(s *Site) []*Page {
	var pages []*Page
	for events := s.Graph.Events(); len(events) > 0; {
		year := int(events[0].Date.Year)
		n := slices.IndexFunc(events, func(e *relate.Event) bool { return int(e.Date.Year) != year })
		if n < 0 {
			n = len(events)
		}
		page := &Page{Kind: ChangesOf, URL: ChangesOfURL(year), Year: year}
		page.list(Rows{Events: events[:n:n]}, s.unitsByWijk)
		for _, part := range page.Parts { // which are in the order of their wijken
			slices.SortStableFunc(part.Rows.Events, func(a, b *relate.Event) int { return b.Date.Compare(a.Date) })
		}
		pages, events = append(pages, page), events[n:]
	}
	return pages
}

// homeNews is how many entries of progress the home page shows.
const homeNews = 8

func homePages(s *Site) []*Page {
	page := &Page{Kind: Home, URL: HomeURL}
	if len(s.Graph.Wijken) <= MostWijken { // else the page links to the list
		page.Rows.Wijken = s.Graph.Wijken
	}
	for _, e := range s.Graph.Events() {
		if e.Kind == relate.Progressed && len(page.Rows.Events) < homeNews {
			page.Rows.Events = append(page.Rows.Events, e)
		}
	}
	return []*Page{page}
}

func searchPages(s *Site) []*Page {
	entries := s.Entries()
	all := make([]*Entry, len(entries))
	for i := range all {
		all[i] = &entries[i]
	}
	page := &Page{Kind: Search, URL: SearchURL}
	page.list(Rows{Entries: all}, s.unitsOfEntries)
	for _, part := range page.Parts { // which are in the order of their wijken
		slices.SortStableFunc(part.Rows.Entries, func(a, b *Entry) int { return cmp.Compare(a.Kind, b.Kind) })
	}
	return []*Page{page}
}

func contentPages(s *Site) []*Page {
	return pagesOf(s.Graph.Pages, func(p *relate.Page) *Page { return &Page{Kind: ContentPage, URL: PageURL(p), ContentPage: p} })
}

// pagesOf returns the pages of records, a page each.
func pagesOf[T any](records []T, page func(T) *Page) []*Page {
	pages := make([]*Page, len(records))
	for i, r := range records {
		pages[i] = page(r)
	}
	return pages
}
