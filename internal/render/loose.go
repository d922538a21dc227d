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

func (r *Renderer) loose(p *plan.Page) looseView {
	page := p.Loose
	v := looseView{
		frame:   r.frame(p, page.Title.Value, page.Description.Value),
		Lead:    page.Description.Value,
		Updated: r.stamp(page.Updated.Day),
		Body:    r.body(&page.Record, 1),
	}
	if lang := page.Language.Value; lang != "" && lang != r.shell.Lang {
		v.TextLang = lang
	}
	for _, h := range whole(&page.Record).Headings() {
		v.Contents = append(v.Contents, heading{h.ID, h.Text, h.Level})
	}
	v.Banner, v.EditURL = r.Banner(page.Draft), r.editURL(page.File.Path)
	return v
}

// notFoundView is what a server shows for an address that does not exist.
type notFoundView struct {
	frame
	Find  find
	Links []link
}

func (r *Renderer) notFound(p *plan.Page) notFoundView {
	v := notFoundView{
		frame: r.frame(p, r.words.Text("notfound.title"), ""),
		Find:  r.find(),
		Links: []link{
			r.index("menu.home", plan.HomeURL),
			r.index("menu.wijken", plan.WijkenURL),
			r.index("menu.search", plan.SearchURL),
		},
	}
	v.Canonical, v.NoIndex = "", true
	return v
}
