package plan

import (
	"strconv"

	"wijkvisie/internal/relate"
)

// GeneratedFile is a file that is made of the content and is no page.
type GeneratedFile struct {
	Kind       GeneratedKind
	URL        string
	Table      Table              // of a table and its schema
	Wijk       *relate.Wijk       // of a feed or a calendar of one wijk
	Department *relate.Department // of a feed or a calendar of one department
	Pages      []*Page            // of a part of the sitemap, which lists those that may be found
	Part       int                // of a part of the search index, from 0
}

// GeneratedKind is what a generated file is for.
type GeneratedKind uint8

// The kinds of file that are made.
const (
	GeneratedJSON        GeneratedKind = iota // a table
	GeneratedCSV                              // a table
	GeneratedSchema                           // the JSON Schema of a table
	GeneratedMetadata                         // of all tables as CSV
	GeneratedGeoJSON                          // the wijken on the map
	GeneratedCatalogue                        // of the open data
	GeneratedWorkbook                         // all tables, for people
	GeneratedSearchIndex                      // what scripts begin a search with
	GeneratedSearchWords                      // which entries have which words, of some words
	GeneratedSearchBlock                      // some entries
	GeneratedFeed                             // of the whole, a wijk or a department
	GeneratedCalendar                         // of the whole, a wijk or a department
	GeneratedSitemap                          // of some pages
	GeneratedSitemapList                      // of sitemaps
	GeneratedFavicon                          // the picture of the site, of the theme
	GeneratedRobots
	GeneratedSecurity
	GeneratedRedirects
)

// Addresses of generated files of which there is one.
const (
	// SearchIndexURL is where scripts find what they begin a search with.
	SearchIndexURL = SearchURL + "index.json"

	MetadataURL  = DataURL + "csv-metadata.json"
	GeoJSONURL   = DataURL + "wijken.geojson"
	CatalogueURL = DataURL + "catalogus.jsonld"
	WorkbookURL  = DataURL + "gegevens.xlsx"
	FeedURL      = ChangesURL + "atom.xml"
	CalendarURL  = PlanningURL + "kalender.ics"
	SitemapURL   = "/sitemap.xml"
	FaviconURL   = "/favicon.svg"
	RobotsURL    = "/robots.txt"
	SecurityURL  = "/.well-known/security.txt"
	redirectsURL = "/_redirects"
)

// WijkFeedURL returns the address of the feed of a wijk.
func WijkFeedURL(w *relate.Wijk) string { return WijkURL(w) + "atom.xml" }

// DepartmentFeedURL returns the address of the feed of a department.
func DepartmentFeedURL(d *relate.Department) string { return DepartmentURL(d) + "atom.xml" }

// WijkCalendarURL returns the address of the calendar of a wijk.
func WijkCalendarURL(w *relate.Wijk) string { return WijkURL(w) + "kalender.ics" }

// DepartmentCalendarURL returns the address of the calendar of a department.
func DepartmentCalendarURL(d *relate.Department) string { return DepartmentURL(d) + "kalender.ics" }

// Generated returns the files that are made of the content and are no pages.
func (s *Site) Generated() []GeneratedFile { return s.generated().list }

// generatedFiles are the files that are made of the content.
type generatedFiles struct {
	list   []GeneratedFile
	byFile map[string]string // path in the output folder → URL
}

func (g *generatedFiles) add(m GeneratedFile) {
	g.list = append(g.list, m)
	g.byFile[FileOf(m.URL)] = m.URL
}

// planGenerated plans the files that are made of the content. Without an address of the
// site there are no feeds and no sitemap, which need whole addresses.
func (s *Site) planGenerated(addressed bool) generatedFiles {
	g := generatedFiles{byFile: make(map[string]string)}
	for _, t := range Tables() {
		g.add(GeneratedFile{Kind: GeneratedJSON, URL: t.JSON(), Table: t})
		g.add(GeneratedFile{Kind: GeneratedCSV, URL: t.CSV(), Table: t})
		g.add(GeneratedFile{Kind: GeneratedSchema, URL: t.Schema(), Table: t})
	}
	g.add(GeneratedFile{Kind: GeneratedMetadata, URL: MetadataURL})
	if s.HasMap() {
		g.add(GeneratedFile{Kind: GeneratedGeoJSON, URL: GeoJSONURL})
	}
	g.add(GeneratedFile{Kind: GeneratedCatalogue, URL: CatalogueURL})
	g.add(GeneratedFile{Kind: GeneratedWorkbook, URL: WorkbookURL})
	s.addSearchIndex(&g)
	s.addCalendars(&g)
	if addressed {
		s.addFeeds(&g)
		s.addSitemaps(&g)
	}
	g.add(GeneratedFile{Kind: GeneratedFavicon, URL: FaviconURL})
	g.add(GeneratedFile{Kind: GeneratedRobots, URL: RobotsURL})
	if len(s.Graph.Site.SecurityContacts) > 0 {
		g.add(GeneratedFile{Kind: GeneratedSecurity, URL: SecurityURL})
	}
	if len(s.Moves) > 0 || s.Redirects != nil {
		g.add(GeneratedFile{Kind: GeneratedRedirects, URL: redirectsURL})
	}
	return g
}

// searchBlock is how many entries a block of the search index has on average: few, as a list
// of results may need another block for each of them.
const searchBlock = 8

// SearchBlocks returns over how many files a number of entries is spread.
func SearchBlocks(entries int) int { return (entries + searchBlock - 1) / searchBlock }

// SearchBuckets returns over how many files the words of a number of entries are spread.
func SearchBuckets(entries int) int {
	if entries <= 2000 {
		return 32
	}
	return 256
}

// SearchWordsURL returns the address of a part of the words.
func SearchWordsURL(part int) string { return SearchURL + "woorden/" + strconv.Itoa(part) + ".json" }

// SearchBlockURL returns the address of a block of entries.
func SearchBlockURL(part int) string { return SearchURL + "delen/" + strconv.Itoa(part) + ".json" }

// addSearchIndex plans the index of the search: its head, its words and its entries.
func (s *Site) addSearchIndex(g *generatedFiles) {
	g.add(GeneratedFile{Kind: GeneratedSearchIndex, URL: SearchIndexURL})
	for part := range SearchBuckets(len(s.Entries())) {
		g.add(GeneratedFile{Kind: GeneratedSearchWords, URL: SearchWordsURL(part), Part: part})
	}
	for part := range SearchBlocks(len(s.Entries())) {
		g.add(GeneratedFile{Kind: GeneratedSearchBlock, URL: SearchBlockURL(part), Part: part})
	}
}

// HasMap reports whether the boundaries of some wijk are known.
func (s *Site) HasMap() bool {
	for _, w := range s.Graph.Wijken {
		if len(w.Shape) > 0 {
			return true
		}
	}
	return false
}

func (s *Site) addFeeds(g *generatedFiles) {
	g.add(GeneratedFile{Kind: GeneratedFeed, URL: FeedURL})
	for _, w := range s.Graph.Wijken {
		g.add(GeneratedFile{Kind: GeneratedFeed, URL: WijkFeedURL(w), Wijk: w})
	}
	for _, d := range s.Graph.Departments {
		g.add(GeneratedFile{Kind: GeneratedFeed, URL: DepartmentFeedURL(d), Department: d})
	}
}

func (s *Site) addCalendars(g *generatedFiles) {
	g.add(GeneratedFile{Kind: GeneratedCalendar, URL: CalendarURL})
	for _, w := range s.Graph.Wijken {
		g.add(GeneratedFile{Kind: GeneratedCalendar, URL: WijkCalendarURL(w), Wijk: w})
	}
	for _, d := range s.Graph.Departments {
		g.add(GeneratedFile{Kind: GeneratedCalendar, URL: DepartmentCalendarURL(d), Department: d})
	}
}

// maxInSitemap is how many addresses a sitemap may have
// (https://www.sitemaps.org/protocol.html).
const maxInSitemap = 50_000

// addSitemaps plans the list of all pages that may be found; of too many, a list of
// lists. What is not published has none.
func (s *Site) addSitemaps(g *generatedFiles) {
	if s.Graph.Drafts {
		return
	}
	lists := sitemaps(s.Pages())
	if len(lists) == 1 {
		g.add(GeneratedFile{Kind: GeneratedSitemap, URL: SitemapURL, Pages: lists[0]})
		return
	}
	g.add(GeneratedFile{Kind: GeneratedSitemapList, URL: SitemapURL})
	for i, pages := range lists {
		g.add(GeneratedFile{Kind: GeneratedSitemap, URL: "/sitemap-" + strconv.Itoa(i+1) + ".xml", Pages: pages})
	}
}

// sitemaps cuts the pages into lists of as many pages that may be found as a sitemap may
// have. A list has those between them that may not too.
func sitemaps(all []*Page) [][]*Page {
	var lists [][]*Page
	first, n := 0, 0
	for i, p := range all {
		if !p.Indexed {
			continue
		}
		if n == maxInSitemap {
			lists = append(lists, all[first:i:i])
			first, n = i, 0
		}
		n++
	}
	return append(lists, all[first:])
}
