package render

import (
	"html/template"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// visionView is a vision as it was adopted, at its lasting address.
type visionView struct {
	frame
	Vision   visionHead
	Wijk     link
	Current  bool // it is the wijk's current vision
	Needs    []visionNeed
	Contents []heading
	Body     template.HTML // with each need's section in its place
	Glossary []glossaryGroup
}

// visionNeed is a need in the list at the top of a vision.
type visionNeed struct {
	ID          string // the anchor; empty when a heading in the body carries it
	Rank        int
	Need        link
	Theme       link
	Facts       string // where, and who brought it in
	Explanation string
	Status      badge
}

func (r *Renderer) vision(p *plan.Page) visionView {
	vision, words := p.Vision, r.newGlossary()
	wijk := r.wijkLink(p.Wijk)
	v := visionView{
		frame:   r.frame(p, vision.Title.Value, vision.Summary.Value, r.index("menu.wijken", plan.WijkenURL), wijk),
		Vision:  r.visionHead(vision),
		Wijk:    wijk,
		Current: p.Wijk.Current == vision,
		Body:    r.body(&vision.Record, 1),
	}
	v.FullTitle = r.fullTitle(dated(vision.Title.Value, vision.Period), p.Wijk.Name.Value)
	v.Banner, v.EditURL = r.Banner(vision.Draft), r.editURL(vision.File.Path)
	for _, a := range vision.Needs {
		v.Needs = append(v.Needs, r.visionNeed(a, words))
	}
	for _, h := range whole(&vision.Record).Headings() {
		v.Contents = append(v.Contents, heading{h.ID, h.Text, h.Level})
	}
	v.Glossary = words.list()
	return v
}

func (r *Renderer) visionNeed(a *relate.Appearance, words *glossary) visionNeed {
	row := visionNeed{
		ID:          a.ID.Value,
		Rank:        a.Priority,
		Need:        link{Text: a.Title.Value, URL: r.href(plan.NeedURL(a.Of))},
		Theme:       r.themeLink(a.Theme),
		Facts:       r.needFacts(a),
		Explanation: a.Explanation.Value,
		Status:      words.need(a.Of.Status),
	}
	for _, h := range whole(&a.Vision.Record).Headings() {
		if h.ID == a.ID.Value {
			row.ID = ""
		}
	}
	return row
}
