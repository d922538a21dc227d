package view

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
)

// kindRow is a row of the table of the kinds of page. The zero value of a column is
// what most pages have.
type kindRow struct {
	template string // its name in the theme; what begins with menu. in the words has it too
	view     func(b *pageBuilder, p *plan.Page) any
	menu     menuPlace
	script   string // of the built-in theme, for pages of this kind alone
	feed     bool   // the feed of the whole site follows the page
	planning bool   // the page leads to what is planned, of all or of what it is about

	// Of the metadata and the linked data.

	category   string                                                    // from the list of kinds of information of the Dutch government; empty for a web page
	period     func(p *plan.Page) city.Period                            // the years that the page is about; nil when it is about none
	linkedData func(*pageBuilder, []byte, *plan.Page, *pageFrame) []byte // appends what the page is about; may be nil

	// newest finds the newest day on the page. When it is nil, that is the day of the newest
	// event of the site.
	newest func(l *latest, p *plan.Page)
}

// menuPlace is where the menus of the site have a page.
type menuPlace uint8

// The places in the menus.
const (
	inNoMenu menuPlace = iota
	inMainMenu
	inMainMenuLast // after the pages of the content's own
	inFooter
)

// kinds returns the table of the kinds of page, by Kind.
func kinds() []kindRow {
	return []kindRow{
		plan.Wijk: {
			template: "wijk", view: (*pageBuilder).wijk, script: "filter", planning: true,
			newest: func(l *latest, p *plan.Page) { l.wijk(p.Wijk); l.events(p.Rows.Events) },
		},
		plan.Vision: {
			template: "vision", view: (*pageBuilder).vision,
			category: "beleidsnota", linkedData: (*pageBuilder).appendReport,
			period: func(p *plan.Page) city.Period { return p.Vision.Period },
			newest: func(l *latest, p *plan.Page) { l.visionWithNeeds(p.Vision) },
		},
		plan.Need: {
			template: "need", view: (*pageBuilder).need,
			newest: func(l *latest, p *plan.Page) { l.need(p.Need) },
		},
		plan.Wijken: {template: "wijken", view: (*pageBuilder).wijken, menu: inMainMenu, script: "sort"},
		plan.Department: {
			template: "department", view: (*pageBuilder).department, planning: true,
			newest: func(l *latest, p *plan.Page) { l.department(p.Department) },
		},
		plan.Departments: {template: "departments", view: (*pageBuilder).departments, menu: inMainMenu},
		plan.Programme: {
			template: "programme", view: (*pageBuilder).programme, category: "jaarplan",
			period: func(p *plan.Page) city.Period { return p.Programme.Period },
			newest: func(l *latest, p *plan.Page) { l.programme(p.Programme) },
		},
		plan.Programmes: {template: "programmes", view: (*pageBuilder).programmes, menu: inFooter},
		plan.Themes:     {template: "themes", view: (*pageBuilder).themes, menu: inMainMenu},
		plan.Theme: {
			template: "theme", view: (*pageBuilder).theme,
			newest: func(l *latest, p *plan.Page) { l.theme(p.Theme) },
		},
		plan.Progress: {template: "progress", view: (*pageBuilder).progress, menu: inMainMenu, script: "sort", feed: true, planning: true},
		plan.Demand:   {template: "demand", view: (*pageBuilder).demand, menu: inFooter},
		plan.Planning: {template: "planning", view: (*pageBuilder).planning, menu: inFooter, planning: true},
		plan.PlanningOf: {
			template: "planning", view: (*pageBuilder).planning, planning: true,
			newest: func(l *latest, p *plan.Page) { l.planning(p) },
		},
		plan.Changes: {template: "changes", view: (*pageBuilder).changes, menu: inMainMenu, feed: true},
		plan.ChangesOf: {
			template: "changes", view: (*pageBuilder).changes, feed: true,
			period: func(p *plan.Page) city.Period { return city.Period{First: p.Year, Last: p.Year} },
			newest: func(l *latest, p *plan.Page) { l.events(p.Rows.Events) },
		},
		plan.Data:     {template: "data", view: (*pageBuilder).data, menu: inFooter},
		plan.NotFound: {template: "notfound", view: (*pageBuilder).notFound, newest: noNewest},
		plan.Home:     {template: "home", view: (*pageBuilder).home, feed: true},
		plan.Search:   {template: "search", view: (*pageBuilder).search, menu: inMainMenuLast, script: "search"},
		plan.ContentPage: {
			template: "page", view: (*pageBuilder).contentPage,
			newest: func(l *latest, p *plan.Page) { l.day(p.ContentPage.Publish.Day) },
		},
		plan.Moved: {template: "moved", view: (*pageBuilder).moved, newest: noNewest},
	}
}

func noNewest(*latest, *plan.Page) {}

// newIndexes returns the link to the only page of each kind that has one, by Kind.
func (b *Builder) newIndexes() []link {
	links := make([]link, len(b.kinds))
	for kind, row := range b.kinds {
		if url := plan.Kind(kind).URL(); url != "" {
			links[kind] = link{Text: b.Words.Text("menu." + row.template), URL: b.Href(url)}
		}
	}
	return links
}

// index returns the link to the only page of a kind.
func (b *Builder) index(kind plan.Kind) link { return b.indexes[kind] }
