package render

import (
	"wijkvisie/internal/plan"
	"wijkvisie/internal/render/opendata"
)

// describe returns what a table of the open data and its columns are called.
func (r *Renderer) describe(t plan.Table) opendata.Description {
	return opendata.Description{
		Title:   r.words.Text("data." + string(t)),
		Meaning: r.words.Text("data." + string(t) + ".meaning"),
		Column:  func(name string) string { return r.columnMeaning(t, name) },
	}
}

// publication returns who publishes the open data, and what is to be known of it.
func (r *Renderer) publication() opendata.Publication {
	s := r.graph.Site
	p := opendata.Publication{
		Title: s.Title.Value, Description: s.Description.Value, Lang: r.words.Lang, Publisher: r.shell.City, Municipality: r.municipality(),
		ContactName: s.Contact.Name.Value, Email: s.Contact.Email.Value, ContactPage: outside(s.Contact.URL.Value), Licence: r.licence(),
		Map: r.site.HasMap(), Describe: r.describe, Links: r.wholeOrRelative,
	}
	if p.ContactName == "" {
		p.ContactName = r.shell.City
	}
	if p.ContactPage == "" {
		p.ContactPage = r.wholeOrRelative(plan.HomeURL)
	}
	if events := r.graph.Events; len(events) > 0 {
		p.Modified = events[0].Date
	}
	for _, w := range r.graph.Wijken {
		for _, v := range w.Visions {
			if p.First == 0 || v.Period.First < p.First {
				p.First = v.Period.First
			}
			p.Last = max(p.Last, v.Period.Last)
		}
	}
	for _, t := range r.graph.Themes {
		p.Themes = append(p.Themes, t.Name.Value)
	}
	return p
}

// wholeOrRelative returns the whole address of something of the site; when that of
// the site is not known, the address as pages link to it.
func (r *Renderer) wholeOrRelative(address string) string {
	if whole := r.absolute(address); whole != "" {
		return whole
	}
	return r.href(address)
}
