package render

import (
	"html/template"
	"slices"

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

func (d *desk) vision(p *plan.Page) *visionView {
	vision := p.Vision()
	wijk, text := d.wijkLink(p.Wijk()), whole(&vision.Record)
	v := &d.visionPage
	*v = visionView{
		frame:    d.frame(p, vision.Title.Value, vision.Summary.Value, d.index("menu.wijken", plan.WijkenURL), wijk),
		Vision:   d.visionHead(vision),
		Wijk:     wijk,
		Current:  p.Wijk().Current == vision,
		Body:     d.body(&vision.Record, 1),
		Needs:    d.asked.take(len(vision.Needs)),
		Contents: d.contents(text),
	}
	v.FullTitle = d.fullTitle(d.dated(vision.Title.Value, vision.Period), p.Wijk().Name.Value)
	v.Banner, v.EditURL = d.Banner(vision.Draft), d.editURL(vision.File.Path)
	for i, a := range vision.Needs {
		v.Needs[i] = d.visionNeed(a)
		if slices.ContainsFunc(v.Contents, func(h heading) bool { return h.ID == a.ID.Value }) {
			v.Needs[i].ID = ""
		}
	}
	v.Glossary = d.explained()
	return v
}

func (d *desk) visionNeed(a *relate.Appearance) visionNeed {
	return visionNeed{
		ID:          a.ID.Value,
		Rank:        a.Priority,
		Need:        link{Text: a.Title.Value, URL: d.needURL(a.Of)},
		Theme:       d.themeLink(a.Theme),
		Facts:       d.needFacts(a),
		Explanation: a.Explanation.Value,
		Status:      d.glossary.need(a.Of.Status),
	}
}
