package view

import (
	"html/template"

	"wijkvisie/internal/plan"
)

// contentPageView is a page of the content's own.
type contentPageView struct {
	pageFrame
	Lead     string
	TextLang string // when it is not that of the site
	Updated  stamp
	Contents []heading
	Body     template.HTML
}

func (b *pageBuilder) contentPage(p *plan.Page) any {
	page := p.ContentPage
	v := &contentPageView{
		pageFrame: b.frame(p, page.Title.Value, page.Description.Value),
		Lead:      page.Description.Value,
		Updated:   b.stamp(page.Updated.Day),
		Body:      b.body(&page.Record, 1),

		Contents: contents(whole(&page.Record)),
	}
	if lang := page.Language.Value; lang != "" && lang != b.siteFrame.Lang {
		v.TextLang = lang
	}
	v.Banner, v.EditURL = b.Banner(page.Draft), b.editURL(page.File.Path)
	return v
}
