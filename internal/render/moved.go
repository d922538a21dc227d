package render

import (
	"html"
	"html/template"

	"wijkvisie/internal/plan"
)

// movedView says where a page went that had this address before.
type movedView struct {
	frame
	To link
}

func (d *desk) moved(p *plan.Page) *movedView {
	v := &movedView{frame: d.frame(p, d.words.Text("moved.title"), "")}
	v.To = link{Text: d.words.Text("moved.link"), URL: d.href(p.To())}
	v.NoIndex, v.Canonical = true, d.absolute(p.To())
	v.Refresh = template.HTML(`<meta http-equiv="refresh" content="0; url=` + html.EscapeString(d.href(p.To())) + `">` + "\n")
	v.FullTitle = d.fullTitle(v.Title, p.URL())
	return v
}
