package render

import (
	"wijkvisie/internal/plan"
	"wijkvisie/internal/render/opendata"
	"wijkvisie/internal/render/view"
)

// describe returns what a table of the open data and its columns are called.
func (r *Renderer) describe(t plan.Table) opendata.Description {
	return opendata.Description{
		Title:   r.views.Words.Text("data." + string(t)),
		Meaning: r.views.Words.Text("data." + string(t) + ".meaning"),
		Column:  func(name string) string { return r.views.ColumnMeaning(t, name) },
	}
}

// guide returns what the workbook of the open data says of itself.
func (r *Renderer) guide() opendata.Guide {
	words := r.views.Words
	return opendata.Guide{
		Sheet: words.Text("data.workbook.sheet"), Title: r.graph.Site.Title.Value,
		About: []string{
			words.Text("as-of", "date", words.Day(r.graph.Date)) + ". " + words.Text("data.licence", "licence", r.views.Licence()),
			words.Text("data.workbook.about"),
		},
		Table: words.Text("data.workbook.table"), Column: words.Text("data.column"), Meaning: words.Text("data.meaning"),
		Describe: r.describe, Cut: words.Text("data.workbook.cut"),
	}
}

// publication returns who publishes the open data, and what is to be known of it.
func (r *Renderer) publication() opendata.Publication {
	s := r.graph.Site
	p := opendata.Publication{
		Title: s.Title.Value, Description: s.Description.Value, Lang: r.views.Words.Lang, Publisher: s.Municipality.Value, Municipality: r.views.Municipality(),
		ContactName: s.Contact.Name.Value, Email: s.Contact.Email.Value, ContactPage: view.External(s.Contact.URL.Value), Licence: r.views.Licence(),
		Describe: r.describe, Links: r.views.FullURL, Measure: r.measure,
	}
	if p.ContactName == "" {
		p.ContactName = s.Municipality.Value
	}
	if p.ContactPage == "" && p.Email == "" {
		p.ContactPage = r.views.FullURL(plan.HomeURL)
	}
	if events := r.graph.Events(); len(events) > 0 {
		p.Modified = events[0].Date
	}
	for _, w := range r.graph.Wijken {
		if len(w.Shape) > 0 {
			p.Shapes = append(p.Shapes, w.Shape)
		}
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
