package render

import (
	"html/template"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/theme"
)

// link is a link to a page.
type link struct {
	Text    string
	URL     string
	Current bool // leads to this page, or to the part of the site that it belongs to
}

// shell is what all pages have around them, made once.
type shell struct {
	Words       *theme.Words
	Lang        string
	SiteTitle   string
	City        string // the municipality
	Notice      string
	Stylesheets []string
	scripts     []script
	Icon        string
	Home        string
	AsOf        string // "Stand van zaken per 1 augustus 2011"
	Footer      []link
	Contact     contact
	menu        []menuItem
	Licence     string
	Drafts      bool
}

// script is a script of the theme.
type script struct{ name, address string }

// scripts returns the scripts that a page needs: of the built-in theme those for
// what it has, of a theme of one's own all others.
func (sh *shell) scriptsOf(kind plan.Kind) []string {
	var addresses []string
	for _, s := range sh.scripts {
		switch s.name {
		case "filter":
			if kind != plan.Wijk {
				continue
			}
		case "search":
			if kind != plan.Search {
				continue
			}
		case "sort":
			if kind != plan.Progress {
				continue
			}
		}
		addresses = append(addresses, s.address)
	}
	return addresses
}

type menuItem struct {
	link
	address string
}

// frame is the shell around one page. Every view embeds it.
type frame struct {
	*shell
	Title       string // of the page: its h1
	FullTitle   string // of the window: unique in the site
	Description string
	Canonical   string
	PageURL     string   // the address, absolute when the origin is known
	Scripts     []string // addresses
	Menu        []link
	Crumbs      []link
	Banner      string // why the page is not published
	NoIndex     bool
	Refresh     template.HTML // has a browser go on at once
	Feeds       []link
	Meta        []meta
	Locale      string
	Kind        string // article or website, for who shares the page
	LinkedData  template.HTML
	EditURL     string // where the content of the page can be edited
	PartOf      *partOf
}

// partOf names the parts of a list that is too long for one page.
type partOf struct {
	Whole link
	Parts []link
}

func (r *Renderer) newShell() shell {
	s := r.graph.Site
	sh := shell{
		Words:     r.words,
		Lang:      r.words.Lang,
		SiteTitle: s.Title.Value,
		City:      s.Municipality.Value,
		Notice:    s.Notice.Value,
		Home:      r.href(plan.HomeURL),
		AsOf:      r.words.Text("as-of", "date", r.date(r.graph.Date)),
		Licence:   s.Licence.Value,
		Drafts:    r.graph.Drafts,
	}
	for _, a := range r.theme.Assets() {
		address := r.href(plan.ThemeFileURL(a.Published))
		switch {
		case strings.HasSuffix(a.Name, ".css"):
			sh.Stylesheets = append(sh.Stylesheets, address)
		case strings.HasSuffix(a.Name, ".js"):
			sh.scripts = append(sh.scripts, script{strings.TrimSuffix(a.Name, ".js"), address})
		case a.Name == iconName:
			sh.Icon, r.icon = r.href(plan.FaviconURL), a.Data
		}
	}
	sh.menu = r.mainMenu()
	sh.Footer, sh.Contact = r.footer(), contactOf(s.Contact)
	return sh
}

func (r *Renderer) mainMenu() []menuItem {
	var menu []menuItem
	add := func(text, address string) {
		menu = append(menu, menuItem{link{Text: text, URL: r.href(address)}, address})
	}
	add(r.words.Text("menu.wijken"), plan.WijkenURL)
	add(r.words.Text("menu.departments"), plan.DepartmentsURL)
	add(r.words.Text("menu.themes"), plan.ThemesURL)
	add(r.words.Text("menu.progress"), plan.ProgressURL)
	add(r.words.Text("menu.changes"), plan.ChangesURL)
	for _, p := range r.graph.Pages {
		if p.Menu.Value == city.MenuMain {
			add(p.Title.Value, plan.PageURL(p))
		}
	}
	add(r.words.Text("menu.search"), plan.SearchURL)
	return menu
}

func (r *Renderer) footer() []link {
	var links []link
	for _, p := range r.graph.Pages {
		if p.Menu.Value == city.MenuFooter || p.Menu.IsZero() {
			links = append(links, link{Text: p.Title.Value, URL: r.href(plan.PageURL(p))})
		}
	}
	links = append(links,
		link{Text: r.words.Text("menu.programmes"), URL: r.href(plan.ProgrammesURL)},
		link{Text: r.words.Text("menu.data"), URL: r.href(plan.DataURL)})
	if a := outside(r.graph.Site.Accessibility.Value); a != "" {
		links = append(links, link{Text: r.words.Text("menu.accessibility"), URL: a})
	}
	return links
}

// frame returns the frame of a page: its title, and the pages it lies under.
func (r *Renderer) frame(p *plan.Page, title, description string, under ...link) frame {
	f := frame{
		shell:       &r.shell,
		Title:       title,
		Description: description,
		Canonical:   r.absolute(p.URL),
		NoIndex:     r.graph.Drafts,
		Scripts:     r.shell.scriptsOf(p.Kind),
	}
	f.FullTitle = r.fullTitle(title, labelsOf(p, under)...)
	if p.Kind == plan.Home {
		f.FullTitle = r.shell.SiteTitle
	}
	f.PageURL = f.Canonical
	if f.PageURL == "" {
		f.PageURL = r.href(p.URL)
	}
	for _, m := range r.shell.menu {
		m.Current = strings.HasPrefix(p.URL, m.address)
		f.Menu = append(f.Menu, m.link)
	}
	if p.Kind != plan.Home {
		f.Crumbs = append([]link{{Text: r.words.Text("menu.home"), URL: r.href(plan.HomeURL)}}, under...)
		f.Crumbs = append(f.Crumbs, r.ownCrumb(p, title)...)
	}
	r.addParts(&f, p)
	r.describePage(&f, p)
	return f
}

// describePage adds what machines read.
func (r *Renderer) describePage(f *frame, p *plan.Page) {
	f.Kind, f.Locale = "article", r.locale("_")
	if p.Kind == plan.Home {
		f.Kind = "website"
	}
	f.Meta, f.LinkedData = r.metadata(p, f), r.linkedData(p, f)
	if r.origin == "" {
		return
	}
	switch {
	case p.Kind == plan.Department:
		f.Feeds = append(f.Feeds, link{Text: r.words.Text("feed.of-department", "name", p.Department.Name.Value), URL: r.href(plan.DepartmentFeedURL(p.Department))})
	case p.Wijk != nil:
		f.Feeds = append(f.Feeds, link{Text: r.words.Text("feed.of-wijk", "name", p.Wijk.Name.Value), URL: r.href(plan.WijkFeedURL(p.Wijk))})
	case p.Kind == plan.Home || p.Kind == plan.Changes || p.Kind == plan.ChangesOf || p.Kind == plan.Progress:
		f.Feeds = append(f.Feeds, link{Text: r.words.Text("changes.description", "city", r.shell.City), URL: r.href(plan.FeedURL)})
	}
}

// fullTitle returns the title of a window: that of the page, what tells it from
// pages with the same title, and that of the site.
func (r *Renderer) fullTitle(title string, apart ...string) string {
	for _, a := range apart {
		if a != "" {
			title += " – " + a
		}
	}
	return title + " – " + r.shell.SiteTitle
}

// labelsOf returns what tells a page from others with its title: the part of a
// list that it is, and the page that it lies under.
func labelsOf(p *plan.Page, under []link) []string {
	labels := []string{p.Label}
	if len(under) > 0 {
		labels = append(labels, under[len(under)-1].Text)
	}
	return labels
}

// dated returns a title with its period, unless it has the year in it already.
func dated(title string, of city.Period) string {
	if of.IsZero() || strings.Contains(title, strconv.Itoa(of.First)) {
		return title
	}
	return title + " (" + period(of) + ")"
}

// ownCrumb returns the last of the crumbs: the page itself, after the whole list
// when it is a part of one.
func (r *Renderer) ownCrumb(p *plan.Page, title string) []link {
	if p.Parent == nil {
		return []link{{Text: title, Current: true}}
	}
	return []link{{Text: title, URL: r.href(p.Parent.URL)}, {Text: p.Label, Current: true}}
}

// addParts names the parts of a long list, on the page of the list and on each part.
func (r *Renderer) addParts(f *frame, p *plan.Page) {
	whole := p
	if p.Parent != nil {
		whole = p.Parent
	}
	if len(whole.Parts) == 0 {
		return
	}
	parts := &partOf{Whole: link{Text: f.Title, URL: r.href(whole.URL), Current: whole == p}}
	for _, q := range whole.Parts {
		parts.Parts = append(parts.Parts, link{Text: q.Label, URL: r.href(q.URL), Current: q == p})
	}
	f.PartOf = parts
}

// editURL returns where a file of content can be edited, empty when the site
// does not say.
func (r *Renderer) editURL(path string) string {
	return strings.ReplaceAll(outside(r.graph.Site.EditURL.Value), "{bestand}", (&url.URL{Path: path}).EscapedPath())
}

// Banner says why a record is not published, empty when it is.
func (r *Renderer) Banner(d relate.Draft) string {
	switch {
	case d.Concept:
		return r.words.Text("draft.concept")
	case !d.Embargo.IsZero():
		return r.words.Text("draft.embargo", "date", r.date(d.Embargo))
	default:
		return ""
	}
}

// index returns the crumb of one of the site's lists.
func (r *Renderer) index(key, address string) link {
	return link{Text: r.words.Text(key), URL: r.href(address)}
}

// language returns the language of the site's own words: nl when none, or one
// that there are no words in, was written.
func language(written string) string {
	if slices.Contains([]string{"nl", "en"}, written) {
		return written
	}
	return "nl"
}

// terms returns the municipality's own nouns.
func terms(written []city.Term) map[string]theme.Term {
	own := make(map[string]theme.Term, len(written))
	for _, t := range written {
		own[t.Key.Value] = theme.Term{Singular: t.Singular.Value, Plural: t.Plural.Value}
	}
	return own
}
