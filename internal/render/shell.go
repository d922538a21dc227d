package render

import (
	"html/template"
	"net/url"
	"slices"
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
	scripts     [][]string // addresses, by kind of page
	Icon        string
	Home        string
	AsOf        string // "Stand van zaken per 1 augustus 2011"
	Footer      []link
	Contact     contact
	home        link
	menu        []menuItem
	Licence     string
	Drafts      bool

	language, locale string // nl-NL and nl_NL
	municipality     string // its identifier
}

// script is a script of the theme.
type script struct{ name, address string }

// scriptsOf returns the addresses of the scripts that a page needs: of the built-in
// theme those for what it has, of a theme of one's own all others.
func scriptsOf(kind plan.Kind, scripts []script) []string {
	var addresses []string
	for _, s := range scripts {
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
		language:  r.locale("-"), locale: r.locale("_"),
		municipality: r.municipality(),
	}
	var scripts []script
	for _, a := range r.theme.Assets() {
		address := r.href(plan.ThemeFileURL(a.Published))
		switch {
		case strings.HasSuffix(a.Name, ".css"):
			sh.Stylesheets = append(sh.Stylesheets, address)
		case strings.HasSuffix(a.Name, ".js"):
			scripts = append(scripts, script{strings.TrimSuffix(a.Name, ".js"), address})
		case a.Name == iconName:
			sh.Icon, r.icon = r.href(plan.FaviconURL), a.Data
		}
	}
	for kind := plan.Home; kind <= plan.Moved; kind++ {
		sh.scripts = append(sh.scripts, scriptsOf(kind, scripts))
	}
	sh.home, sh.menu = r.index("menu.home", plan.HomeURL), r.mainMenu()
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
func (d *desk) frame(p *plan.Page, title, description string, under ...link) frame {
	d.scratch = p.AppendURL(d.scratch[:0])
	address := d.text(d.scratch)
	f := frame{
		shell:       &d.shell,
		Title:       title,
		Description: description,
		NoIndex:     d.graph.Drafts,
		Scripts:     d.shell.scripts[p.Kind],
		Menu:        d.menu(address),
	}
	if d.origin != "" {
		f.Canonical = d.join(d.origin, d.base, address)
	}
	f.FullTitle = d.shell.SiteTitle
	if p.Kind != plan.Home {
		f.FullTitle = d.fullTitle(title, p.Label, lastOf(under))
		f.Crumbs = d.crumbs(p, title, under)
	}
	f.PageURL = f.Canonical
	if f.PageURL == "" {
		f.PageURL = d.href(address)
	}
	d.addParts(&f, p)
	d.describePage(&f, p)
	return f
}

// menu returns the main menu as the page at an address has it.
func (d *desk) menu(address string) []link {
	menu := d.links.take(len(d.shell.menu))
	for i, m := range d.shell.menu {
		menu[i] = m.link
		menu[i].Current = strings.HasPrefix(address, m.address)
	}
	return menu
}

// crumbs returns the way from the home page to a page. The last crumb is the page
// itself, after the whole list when it is a part of one.
func (d *desk) crumbs(p *plan.Page, title string, under []link) []link {
	crumbs := append(d.links.take(len(under) + 3)[:0], d.shell.home)
	crumbs = append(crumbs, under...)
	if p.Parent == nil {
		return append(crumbs, link{Text: title, Current: true})
	}
	return append(crumbs, link{Text: title, URL: d.href(p.Parent.URL())}, link{Text: p.Label, Current: true})
}

// describePage adds what machines read.
func (d *desk) describePage(f *frame, p *plan.Page) {
	f.Kind, f.Locale = "article", d.shell.locale
	if p.Kind == plan.Home {
		f.Kind = "website"
	}
	f.Meta, f.LinkedData = d.metadata(p, f), d.linkedData(p, f)
	if d.origin != "" {
		f.Feeds = d.feedOf(p)
	}
}

// feedOf returns the feed that tells of a page, none when there is no such feed.
func (d *desk) feedOf(p *plan.Page) []link {
	var to link
	switch w, of := p.Wijk(), p.Department(); {
	case of != nil:
		to = link{Text: d.say("feed.of-department", "name", of.Name.Value), URL: d.href(plan.DepartmentFeedURL(of))}
	case w != nil:
		to = link{Text: d.say("feed.of-wijk", "name", w.Name.Value), URL: address(d, w, plan.AppendWijkFeedURL)}
	case p.Kind == plan.Home || p.Kind == plan.Changes || p.Kind == plan.ChangesOf || p.Kind == plan.Progress:
		to = link{Text: d.say("changes.description", "city", d.shell.City), URL: d.href(plan.FeedURL)}
	default:
		return nil
	}
	return append(d.links.take(1)[:0], to)
}

// fullTitle returns the title of a window: that of the page, what tells it from
// pages with the same title, and that of the site.
func (d *desk) fullTitle(title string, apart ...string) string {
	b := append(d.scratch[:0], title...)
	for _, a := range apart {
		if a != "" {
			b = append(append(b, " – "...), a...)
		}
	}
	d.scratch = append(append(b, " – "...), d.shell.SiteTitle...)
	return d.text(d.scratch)
}

// lastOf returns the text of the page that a page lies under, which tells it from
// others with its title.
func lastOf(under []link) string {
	if len(under) == 0 {
		return ""
	}
	return under[len(under)-1].Text
}

// dated returns a title with its period, unless it has the year in it already.
func (d *desk) dated(title string, of city.Period) string {
	if of.IsZero() || strings.Contains(title, d.number(of.First)) {
		return title
	}
	return d.join(title, " (", d.period(of), ")")
}

// addParts names the parts of a long list, on the page of the list and on each part.
func (d *desk) addParts(f *frame, p *plan.Page) {
	whole := p
	if p.Parent != nil {
		whole = p.Parent
	}
	if len(whole.Parts) == 0 {
		return
	}
	parts := &partOf{
		Whole: link{Text: f.Title, URL: d.href(whole.URL()), Current: whole == p},
		Parts: d.links.take(len(whole.Parts)),
	}
	for i, q := range whole.Parts {
		parts.Parts[i] = link{Text: q.Label, URL: d.href(q.URL()), Current: q == p}
	}
	f.PartOf = parts
}

// editURL returns where a file of content can be edited, empty when the site
// does not say.
func (r *Renderer) editURL(path string) string {
	if r.graph.Site.EditURL.IsZero() {
		return ""
	}
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
