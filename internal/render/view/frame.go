package view

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

// siteFrame is the part of a frame that is the same on all pages.
type siteFrame struct {
	Words       *theme.Words
	Lang        string
	SiteTitle   string
	City        string // the municipality
	Notice      string
	Stylesheets []string
	Icon        string
	Logo        *logo // nil when there is none
	// SharePicture is the address of the picture that others show of a link to a page, with
	// the origin when that is known; empty when the theme has none.
	SharePicture string
	Home         string
	AsOf         string // "Stand van zaken per 1 augustus 2011"
	Footer       []link
	Contact      contact
	Licence      string
	Drafts       bool

	menu             []menuItem
	language, locale string // nl-NL and nl_NL
	municipality     string // its identifier in TOOI
}

// pageFrame is what a page has around it. Every view embeds one.
type pageFrame struct {
	*siteFrame
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
	Planning    *planningLinks // nil when the page does not lead to one
	Meta        []meta
	Locale      string
	OGType      string // article or website, for who shares the page
	LinkedData  template.HTML
	EditURL     string // where the content of the page can be edited
	PartOf      *partOf
}

// IconName is the name of the picture of the site among the files of a theme.
const IconName = "favicon.svg"

// SharePictureName is the name of the picture that others show of a link to the site, a
// PNG of 1200 × 630 pixels.
const SharePictureName = "deelplaatje.png"

// logo is the logo of the municipality as pages show it.
type logo struct{ URL, Width, Height string }

func (b *Builder) newSiteFrame(t *theme.Theme, of Logo) siteFrame {
	s := b.graph.Site
	sh := siteFrame{
		Words:        b.Words,
		Lang:         b.Words.Lang,
		SiteTitle:    s.Title.Value,
		City:         s.Municipality.Value,
		Notice:       s.Notice.Value,
		Home:         b.Href(plan.HomeURL),
		AsOf:         b.Words.Text("as-of", "date", b.date(b.graph.Date)),
		Footer:       b.footer(),
		Contact:      contactOf(s.Contact),
		Licence:      s.Licence.Value,
		Drafts:       b.graph.Drafts,
		menu:         b.mainMenu(),
		language:     b.locale("-"),
		locale:       b.locale("_"),
		municipality: b.Municipality(),
	}
	for _, a := range t.Assets() {
		address := b.Href(plan.ThemeFileURL(a.Published))
		switch {
		case strings.HasSuffix(a.Name, ".css"):
			sh.Stylesheets = append(sh.Stylesheets, address)
		case a.Name == IconName:
			sh.Icon = b.Href(plan.FaviconURL)
		case a.Name == SharePictureName:
			sh.SharePicture = b.WithOrigin(address)
		case a.Name == of.Name:
			sh.Logo = &logo{URL: address}
			if of.Width > 0 && of.Height > 0 {
				sh.Logo.Width, sh.Logo.Height = strconv.Itoa(of.Width), strconv.Itoa(of.Height)
			}
		}
	}
	return sh
}

// newScripts returns the addresses of the scripts that the pages of each kind need: of
// the built-in theme those for the kind, of a theme of one's own all others.
func (b *Builder) newScripts(assets []theme.Asset) [][]string {
	scripts := make([][]string, len(b.kinds))
	for _, a := range assets {
		name, ok := strings.CutSuffix(a.Name, ".js")
		if !ok {
			continue
		}
		special := slices.ContainsFunc(b.kinds, func(row kindRow) bool { return row.script == name })
		for kind, row := range b.kinds {
			if !special || row.script == name {
				scripts[kind] = append(scripts[kind], b.Href(plan.ThemeFileURL(a.Published)))
			}
		}
	}
	return scripts
}

// frame returns the frame of a page: its title, and the pages it lies under.
func (b *pageBuilder) frame(p *plan.Page, title, description string, under ...link) pageFrame {
	list := title
	if p.Part != nil {
		title = b.Words.Text("parts.title", "list", list, "part", b.partName(p))
	}
	f := pageFrame{
		siteFrame:   &b.siteFrame,
		Title:       title,
		FullTitle:   b.siteFrame.SiteTitle,
		Description: description,
		Canonical:   b.Absolute(p.URL),
		PageURL:     b.FullURL(p.URL),
		NoIndex:     b.graph.Drafts,
		Scripts:     b.scripts[p.Kind],
		Menu:        b.menu(p.URL),
		PartOf:      b.partOf(p, list),
		OGType:      "article",
		Locale:      b.siteFrame.locale,
	}
	if p.Kind == plan.Home {
		f.OGType = "website"
	} else {
		f.FullTitle = b.fullTitle(title, lastOf(under))
		f.Crumbs = b.crumbs(p, list, under)
	}
	f.Meta, f.LinkedData = b.metadata(p, &f), b.linkedData(p, &f)
	if b.Origin != "" {
		f.Feeds = b.feeds(p)
	}
	if b.kinds[p.Kind].planning {
		f.Planning = b.planningLinks(p)
	}
	return f
}

// feeds returns the feed that follows a page, none when there is no such feed.
func (b *Builder) feeds(p *plan.Page) []link {
	switch {
	case p.Department != nil:
		return []link{{Text: b.Words.Text("feed.of-department", "name", p.Department.Name.Value), URL: b.Href(plan.DepartmentFeedURL(p.Department))}}
	case p.Wijk != nil:
		return []link{{Text: b.Words.Text("feed.of-wijk", "name", p.Wijk.Name.Value), URL: b.Href(plan.WijkFeedURL(p.Wijk))}}
	case b.kinds[p.Kind].feed:
		return []link{{Text: b.Words.Text("changes.description", "city", b.siteFrame.City), URL: b.Href(plan.FeedURL)}}
	default:
		return nil
	}
}

// fullTitle returns the title of a window: that of the page, what distinguishes it from
// pages with the same title, and that of the site.
func (b *Builder) fullTitle(title string, distinction ...string) string {
	for _, d := range distinction {
		if d != "" {
			title += " – " + d
		}
	}
	return title + " – " + b.siteFrame.SiteTitle
}

// lastOf returns the text of the page that a page lies under, which distinguishes it
// from others with its title.
func lastOf(under []link) string {
	if len(under) == 0 {
		return ""
	}
	return under[len(under)-1].Text
}

// titleWithPeriod returns a title with its period, unless it has the year in it already.
func titleWithPeriod(title string, of city.Period) string {
	if of.IsZero() || strings.Contains(title, strconv.Itoa(of.First)) {
		return title
	}
	return title + " (" + period(of) + ")"
}

// editURL returns where a file of content can be edited, empty when the site
// does not say.
func (b *Builder) editURL(path string) string {
	edit := External(b.graph.Site.EditURL.Value)
	return strings.ReplaceAll(edit, "{bestand}", (&url.URL{Path: path}).EscapedPath())
}

// Banner returns why a record is not published, empty when it is.
func (b *Builder) Banner(d relate.Draft) string {
	switch {
	case d.Concept:
		return b.Words.Text("draft.concept")
	case !d.Embargo.IsZero():
		return b.Words.Text("draft.embargo", "date", b.date(d.Embargo))
	default:
		return ""
	}
}

// language returns the language of the site's own words: nl when none, or one
// that there are no words in, was written.
func language(written string) string {
	if written == "en" {
		return written
	}
	return "nl"
}
