package render

import (
	"html"

	"wijkvisie/internal/plan"
)

// movedView says where a page went that had this address before.
type movedView struct {
	frame
	To link
}

func (r *Renderer) moved(p *plan.Page) movedView {
	v := movedView{frame: r.frame(p, r.words.Text("moved.title"), "")}
	v.To = link{Text: r.words.Text("moved.link"), URL: r.href(p.To)}
	v.NoIndex, v.Canonical = true, r.absolute(p.To)
	v.Refresh = safe([]byte(`<meta http-equiv="refresh" content="0; url=` + html.EscapeString(r.href(p.To)) + `">` + "\n"))
	v.FullTitle = r.fullTitle(v.Title, p.URL)
	return v
}
