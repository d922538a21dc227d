package check

import (
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

// The functions below return the titles, names and notes of records and the site: texts that are published
// and are no sentences.

func siteLabels(s *city.Site) []source.Text {
	labels := []source.Text{s.Title, s.Municipality, s.Description, s.Notice, s.Contact.Name, s.Contact.Phone, s.MapSource}
	for _, t := range s.Themes {
		labels = append(labels, t.Name, t.Description)
	}
	for _, t := range s.Terms {
		labels = append(labels, t.Singular, t.Plural)
	}
	return labels
}

func wijkLabels(w *city.Wijk) []source.Text {
	labels := append([]source.Text{w.Name, w.Manager.Name, w.Manager.Phone, w.OfficeAt, w.OfficeHours, w.ResidentsBy}, w.Network...)
	for _, b := range w.Buurten {
		labels = append(labels, b.Name)
	}
	return labels
}

func visionLabels(v *city.Vision) []source.Text {
	labels := []source.Text{v.Title, v.AdoptedBy, v.SummaryEN, v.Source.Title}
	for _, a := range v.Advice {
		labels = append(labels, a.By)
	}
	for _, n := range v.Needs {
		labels = slices.Concat(labels, []source.Text{n.Title, n.RaisedAt}, n.RaisedBy)
		for _, j := range n.Judgements {
			labels = append(labels, j.By)
		}
	}
	return labels
}

func programmeLabels(p *city.Programme) []source.Text {
	labels := []source.Text{p.Title}
	for _, c := range p.Commitments {
		labels = slices.Concat(labels, []source.Text{c.Title, c.Cover, c.Source.Title}, c.Partners)
		for _, e := range c.Progress {
			labels = append(labels, e.Source.Title)
		}
	}
	return labels
}
