package view

import (
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
)

// menuItem is an item of the main menu.
type menuItem struct {
	link
	address string // without the path of the site
}

// mainMenu returns the main menu: lists of the site, pages of the content's own, and
// the search.
func (b *Builder) mainMenu() []menuItem {
	var menu []menuItem
	add := func(place menuPlace) {
		for kind, row := range b.kinds {
			if row.menu == place {
				menu = append(menu, menuItem{b.index(plan.Kind(kind)), plan.Kind(kind).URL()})
			}
		}
	}
	add(inMainMenu)
	for _, p := range b.graph.Pages {
		if p.Menu.Value == city.MenuMain {
			menu = append(menu, menuItem{b.pageLink(p), plan.PageURL(p)})
		}
	}
	add(inMainMenuLast)
	return menu
}

// menu returns the main menu as the page at an address has it.
func (b *Builder) menu(address string) []link {
	menu := make([]link, len(b.siteFrame.menu))
	for i, item := range b.siteFrame.menu {
		menu[i] = item.link
		menu[i].Current = strings.HasPrefix(address, item.address)
	}
	return menu
}

// footer returns the links at the foot of all pages.
func (b *Builder) footer() []link {
	var links []link
	for _, p := range b.graph.Pages {
		if p.Menu.Value == city.MenuFooter || p.Menu.IsZero() {
			links = append(links, b.pageLink(p))
		}
	}
	for kind, row := range b.kinds {
		if row.menu == inFooter {
			links = append(links, b.index(plan.Kind(kind)))
		}
	}
	if a := External(b.graph.Site.Accessibility.Value); a != "" {
		links = append(links, link{Text: b.Words.Text("menu.accessibility"), URL: a})
	}
	return links
}

// crumbs returns the links from the home page to a page. The last crumb is the page
// itself, after the whole list when it is a part of one.
func (b *Builder) crumbs(p *plan.Page, title string, under []link) []link {
	crumbs := append(make([]link, 0, len(under)+3), b.index(plan.Home))
	crumbs = append(crumbs, under...)
	if p.Parent == nil {
		return append(crumbs, link{Text: title, Current: true})
	}
	return append(crumbs, link{Text: title, URL: b.Href(p.Parent.URL)}, link{Text: b.partName(p), Current: true})
}
