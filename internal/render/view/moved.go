package view

import (
	"html/template"

	"wijkvisie/internal/plan"
)

// movedView is where a page went that had this address before.
type movedView struct {
	pageFrame
	To link
}

func (b *pageBuilder) moved(p *plan.Page) any {
	v := &movedView{pageFrame: b.frame(p, b.Words.Text("moved.title"), "")}
	v.To = link{Text: b.Words.Text("moved.link"), URL: b.Href(p.To)}
	v.NoIndex, v.Canonical = true, b.Absolute(p.To)
	v.Refresh = template.HTML(`<meta http-equiv="refresh" content="0; url=` + template.HTMLEscapeString(b.Href(p.To)) + `">` + "\n")
	v.FullTitle = b.fullTitle(v.Title, p.URL)
	return v
}
