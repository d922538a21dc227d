package opendata

import (
	"cmp"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

func wijken(g *relate.Graph, links Links) table {
	return table{
		columns: []string{"id", "naam", "code", "volgorde",
			"wijkregisseur.functie", "wijkregisseur.e-mail", "wijkregisseur.telefoon",
			"wijkbureau.adres", "wijkbureau.openingstijden", "wijknetwerk", "buurten",
			"inwoners.aantal", "inwoners.jaar", "inwoners.bron", "tegel", "voorheen", "wijkvisie", "url"},
		rows: func(yield func([]any) bool) {
			for _, w := range sorted(g.Wijken, func(w *relate.Wijk) string { return w.ID }) {
				row := []any{w.ID, text(w.Name), text(w.Code), positive(w.Order),
					text(w.Manager.Name), text(w.Manager.Email), text(w.Manager.Phone),
					text(w.OfficeAt), text(w.OfficeHours), texts(w.Network), buurten(w.Buurten),
					amount(w.Residents), text(w.ResidentsAt), text(w.ResidentsBy), tile(w.Tile), texts(w.Former),
					currentVision(w), links(plan.WijkURL(w))}
				if !yield(row) {
					return
				}
			}
		},
	}
}

func visions(g *relate.Graph, links Links) table {
	return table{
		columns: []string{"id", "titel", "wijk", "periode", "status", "vastgesteld-op", "vastgesteld-door",
			"inspraak.van", "inspraak.tot-en-met", "inspraak.url", "ingetrokken-op", "reden", "publiceren-op",
			"samenvatting", "samenvatting-en", "bron.titel", "bron.url", "voorheen", "behoeften", "url"},
		rows: func(yield func([]any) bool) {
			var all []*relate.Vision
			for _, w := range g.Wijken {
				all = append(all, w.Visions...)
			}
			for _, v := range sorted(all, func(v *relate.Vision) string { return v.ID }) {
				asked := make([]string, len(v.Needs))
				for i, a := range v.Needs {
					asked[i] = a.Of.ID
				}
				row := []any{v.ID, text(v.Title), v.Wijk.ID, period(v.Period), text(v.Status), day(v.AdoptedOn.Day), text(v.AdoptedBy),
					day(v.OpenFrom.Day), day(v.OpenThrough.Day), text(v.OpenURL), day(v.WithdrawnOn.Day), text(v.Reason), day(v.Publish.Day),
					text(v.Summary), text(v.SummaryEN), text(v.Source.Title), text(v.Source.URL), texts(v.Former), asked, links(plan.VisionURL(v))}
				if !yield(row) {
					return
				}
			}
		},
	}
}

func needs(g *relate.Graph, links Links) table {
	return table{
		columns: []string{"id", "wijk", "wijkvisie", "titel", "thema", "prioriteit", "buurten", "ingebracht-door",
			"bron.wat", "bron.datum", "bron.url", "locatie", "toelichting", "voorheen", "toezeggingen", "status", "url"},
		rows: func(yield func([]any) bool) {
			for _, n := range sorted(g.Needs, func(n *relate.Need) string { return n.ID }) {
				a := n.Main
				row := []any{n.ID, n.Wijk.ID, a.Vision.ID, text(a.Title), themeID(a.Theme), positive(a.Priority), areaIDs(a.Areas), texts(a.RaisedBy),
					text(a.Source.Title), day(a.Source.Date.Day), text(a.Source.URL), point(a.Location), text(a.Explanation), n.Former,
					commitmentIDs(n.Commitments), string(n.Status), links(plan.NeedURL(n))}
				if !yield(row) {
					return
				}
			}
		},
	}
}

func commitments(g *relate.Graph, links Links) table {
	return table{
		columns: []string{"id", "titel", "programma", "dienst", "behoeften", "wijken", "partners", "start", "gereed", "gereed-oorspronkelijk",
			"budget", "dekking", "bron.titel", "bron.url", "toelichting", "voorheen", "status", "vertraagd", "verschoven", "stil", "url"},
		rows: func(yield func([]any) bool) {
			for _, c := range sortedCommitments(g) {
				row := []any{c.ID.Value, text(c.Title), c.Programme.ID, departmentID(c.Programme), needIDs(c.Needs), wijkIDs(c.Wijken), texts(c.Partners),
					planned(c.Start), planned(c.Due), planned(c.OriginalDue), amount(c.Budget), text(c.Cover), text(c.Source.Title), text(c.Source.URL),
					text(c.Explanation), texts(c.Former), string(c.Status), c.Late, c.Moved, c.Quiet, links(plan.CommitmentURL(c))}
				if !yield(row) {
					return
				}
			}
		},
	}
}

func progress(g *relate.Graph) table {
	return table{
		columns: []string{"toezegging", "programma", "dienst", "datum", "status", "gereed", "reden", "tekst", "naar"},
		rows: func(yield func([]any) bool) {
			now := make(map[string]string, len(g.Commitments)) // an id may be an old one
			for _, c := range g.Commitments {
				for _, old := range c.Former {
					now[old.Value] = c.ID.Value
				}
			}
			for _, c := range g.Commitments {
				now[c.ID.Value] = c.ID.Value
			}
			for _, c := range sortedCommitments(g) {
				for _, p := range c.Progress {
					var to any // nothing when that is hidden
					if id := now[p.To.Value]; id != "" {
						to = id
					}
					row := []any{c.ID.Value, c.Programme.ID, departmentID(c.Programme), day(p.Date.Day), text(p.Status), planned(p.Due), text(p.Reason), text(p.Text), to}
					if !yield(row) {
						return
					}
				}
			}
		},
	}
}

func answers(g *relate.Graph) table {
	return table{
		columns: []string{"behoefte", "programma", "dienst", "antwoord", "reden", "datum"},
		rows: func(yield func([]any) bool) {
			all := slices.Clone(g.Answers)
			slices.SortStableFunc(all, func(a, b *relate.Answer) int {
				return cmp.Or(cmp.Compare(a.Of.ID, b.Of.ID), a.Date.Compare(b.Date.Day),
					cmp.Compare(a.Programme.ID, b.Programme.ID), cmp.Compare(a.Top.Start, b.Top.Start))
			})
			for _, a := range all {
				row := []any{a.Of.ID, a.Programme.ID, departmentID(a.Programme), text(a.Answer.Answer), text(a.Reason), day(a.Date.Day)}
				if !yield(row) {
					return
				}
			}
		},
	}
}

func judgements(g *relate.Graph) table {
	return table{
		columns: []string{"behoefte", "wijkvisie", "datum", "door", "oordeel", "tekst"},
		rows: func(yield func([]any) bool) {
			for _, n := range sorted(g.Needs, func(n *relate.Need) string { return n.ID }) {
				all := slices.Clone(n.Judgements)
				slices.SortStableFunc(all, func(a, b *relate.Judgement) int {
					return cmp.Or(a.Date.Compare(b.Date.Day), cmp.Compare(a.Vision.ID, b.Vision.ID), cmp.Compare(a.Top.Start, b.Top.Start))
				})
				for _, j := range all {
					row := []any{n.ID, j.Vision.ID, day(j.Date.Day), text(j.By), text(j.Verdict), text(j.Text)}
					if !yield(row) {
						return
					}
				}
			}
		},
	}
}

// sorted returns a list by id: itself when it is in order already, as it mostly is.
func sorted[T any](list []T, id func(T) string) []T {
	byID := func(a, b T) int { return strings.Compare(id(a), id(b)) }
	if slices.IsSortedFunc(list, byID) {
		return list
	}
	out := slices.Clone(list)
	slices.SortStableFunc(out, byID)
	return out
}

func sortedCommitments(g *relate.Graph) []*relate.Commitment {
	return sorted(g.Commitments, func(c *relate.Commitment) string { return c.ID.Value })
}

func currentVision(w *relate.Wijk) any {
	if w.Current == nil {
		return nil
	}
	return w.Current.ID
}

func buurten(list []*city.Buurt) any {
	out := make(objects, len(list))
	for i, b := range list {
		out[i] = object{[]string{"id", "naam", "code"}, []any{b.ID.Value, text(b.Name), text(b.Code)}}
	}
	return out
}

func tile(t [2]int) any {
	if t == [2]int{} {
		return nil
	}
	return []float64{float64(t[0]), float64(t[1])}
}

func point(p *city.Point) any {
	if p == nil {
		return nil
	}
	return []float64{p.Lon, p.Lat}
}

func themeID(t *relate.Theme) any {
	if t == nil {
		return nil
	}
	return t.ID.Value
}

func departmentID(p *relate.Programme) any {
	if p.Department == nil {
		return nil
	}
	return p.Department.ID
}

func areaIDs(areas []*city.Buurt) any {
	ids := make([]string, len(areas))
	for i, b := range areas {
		ids[i] = b.ID.Value
	}
	return ids
}

func needIDs(list []*relate.Need) any {
	ids := make([]string, len(list))
	for i, n := range list {
		ids[i] = n.ID
	}
	return ids
}

func wijkIDs(list []*relate.Wijk) any {
	ids := make([]string, len(list))
	for i, w := range list {
		ids[i] = w.ID
	}
	return ids
}

func commitmentIDs(list []*relate.Commitment) any {
	ids := make([]string, len(list))
	for i, c := range list {
		ids[i] = c.ID.Value
	}
	return ids
}
