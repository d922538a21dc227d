package render

import (
	"html/template"

	"wijkvisie/internal/plan"
)

// looseView is a page of the content's own.
type looseView struct {
	frame
	Lead     string
	TextLang string // when it is not that of the site
	Updated  stamp
	Contents []heading
	Body     template.HTML
}

func (d *desk) loose(p *plan.Page) *looseView {
	page := p.Loose()
	v := &looseView{
		frame:   d.frame(p, page.Title.Value, page.Description.Value),
		Lead:    page.Description.Value,
		Updated: d.stamp(page.Updated.Day),
		Body:    d.body(&page.Record, 1),

		Contents: d.contents(whole(&page.Record)),
	}
	if lang := page.Language.Value; lang != "" && lang != d.shell.Lang {
		v.TextLang = lang
	}
	v.Banner, v.EditURL = d.Banner(page.Draft), d.editURL(page.File.Path)
	return v
}

// notFoundView is what a server shows for an address that does not exist.
type notFoundView struct {
	frame
	Find  find
	Links []link
}

func (d *desk) notFound(p *plan.Page) *notFoundView {
	v := &notFoundView{
		frame: d.frame(p, d.words.Text("notfound.title"), ""),
		Find:  d.find(),
		Links: []link{
			d.index("menu.home", plan.HomeURL),
			d.index("menu.wijken", plan.WijkenURL),
			d.index("menu.search", plan.SearchURL),
		},
	}
	v.Canonical, v.NoIndex = "", true
	return v
}
