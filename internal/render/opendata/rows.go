package opendata

import (
	"cmp"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

func wijken(g *relate.Graph, base string) table {
	return table{
		columns: []string{"id", "naam", "code", "volgorde",
			"wijkregisseur.functie", "wijkregisseur.e-mail", "wijkregisseur.telefoon",
			"wijkbureau.adres", "wijkbureau.openingstijden", "wijknetwerk", "buurten",
			"inwoners.aantal", "inwoners.jaar", "inwoners.bron", "tegel", "voorheen", "wijkvisie", "url"},
		rows: func(out row) error {
			return each(out, sorted(g.Wijken, func(w *relate.Wijk) string { return w.ID }), func(r row, w *relate.Wijk) {
				r.string(w.ID).text(w.Name).text(w.Code).positive(w.Order).
					text(w.Manager.Name).text(w.Manager.Email).text(w.Manager.Phone).
					text(w.OfficeAt).text(w.OfficeHours).texts(w.Network).buurten(w.Buurten).
					amount(w.Residents).text(w.ResidentsAt).text(w.ResidentsBy).tile(w.Tile).texts(w.Former).current(w)
				address(r, base, w, plan.AppendWijkURL)
			})
		},
	}
}

func visions(g *relate.Graph, base string) table {
	return table{
		columns: []string{"id", "titel", "wijk", "periode", "status", "vastgesteld-op", "vastgesteld-door",
			"inspraak.van", "inspraak.tot-en-met", "inspraak.url", "ingetrokken-op", "reden", "publiceren-op",
			"samenvatting", "samenvatting-en", "bron.titel", "bron.url", "voorheen", "behoeften", "url"},
		rows: func(out row) error {
			var all []*relate.Vision
			for _, w := range g.Wijken {
				all = append(all, w.Visions...)
			}
			return each(out, sorted(all, func(v *relate.Vision) string { return v.ID }), func(r row, v *relate.Vision) {
				r.string(v.ID).text(v.Title).string(v.Wijk.ID).period(v.Period).text(v.Status).day(v.AdoptedOn.Day).text(v.AdoptedBy).
					day(v.OpenFrom.Day).day(v.OpenThrough.Day).text(v.OpenURL).day(v.WithdrawnOn.Day).text(v.Reason).day(v.Publish.Day).
					text(v.Summary).text(v.SummaryEN).text(v.Source.Title).text(v.Source.URL).texts(v.Former).asked(v.Needs)
				address(r, base, v, plan.AppendVisionURL)
			})
		},
	}
}

func needs(g *relate.Graph, base string) table {
	return table{
		columns: []string{"id", "wijk", "wijkvisie", "titel", "thema", "prioriteit", "buurten", "ingebracht-door",
			"bron.wat", "bron.datum", "bron.url", "locatie", "toelichting", "voorheen", "toezeggingen", "status", "url"},
		rows: func(out row) error {
			return each(out, sortedNeeds(g), func(r row, n *relate.Need) {
				a := n.Main
				r.string(n.ID).string(n.Wijk.ID).string(a.Vision.ID).text(a.Title).theme(a.Theme).positive(a.Priority).areas(a.Areas()).texts(a.RaisedBy).
					text(a.RaisedAt).day(a.RaisedOn).text(a.RaisedIn).point(a.Location).text(a.Explanation).strings(n.Former()).
					commitments(n.Commitments).string(n.Status.String())
				address(r, base, n, plan.AppendNeedURL)
			})
		},
	}
}

func commitments(g *relate.Graph, base string) table {
	return table{
		columns: []string{"id", "titel", "programma", "dienst", "behoeften", "wijken", "partners", "start", "gereed", "gereed-oorspronkelijk",
			"budget", "dekking", "bron.titel", "bron.url", "toelichting", "voorheen", "status", "vertraagd", "verschoven", "stil", "url"},
		rows: func(out row) error {
			return each(out, sortedCommitments(g), func(r row, c *relate.Commitment) {
				r.string(c.ID.Value).text(c.Title).string(c.Programme.ID).department(c.Programme).needs(c.Needs).wijken(c.Wijken).texts(c.Partners).
					planned(c.Start).planned(*c.Due).planned(*c.OriginalDue).amount(c.Budget).text(c.Cover).text(c.Source.Title).text(c.Source.URL).
					text(c.Explanation).texts(c.Former).string(string(c.Status())).truth(c.Late).truth(c.Moved).truth(c.Quiet)
				address(r, base, c, plan.AppendCommitmentURL)
			})
		},
	}
}

func progress(g *relate.Graph) table {
	return table{
		columns: []string{"toezegging", "programma", "dienst", "datum", "status", "gereed", "reden", "tekst", "naar"},
		rows: func(out row) error {
			all := sortedCommitments(g)
			called := newNames(all)
			for _, c := range all {
				err := each(out, c.Progress, func(r row, p *city.Progress) {
					r.string(c.ID.Value).string(c.Programme.ID).department(c.Programme).day(p.Date.Day).text(p.Status).planned(p.Due).text(p.Reason).text(p.Text)
					if id := called.now(p.To.Value); id != "" {
						r.string(id)
					} else { // none takes over, or one that is hidden
						r.none()
					}
				})
				if err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func answers(g *relate.Graph) table {
	return table{
		columns: []string{"behoefte", "programma", "dienst", "antwoord", "reden", "datum"},
		rows: func(out row) error {
			all := inOrder(g.Answers, func(a, b *relate.Answer) int {
				if of := cmp.Compare(a.Of.ID, b.Of.ID); of != 0 {
					return of
				}
				return cmp.Or(a.Date.Compare(b.Date.Day), cmp.Compare(a.Programme.ID, b.Programme.ID), cmp.Compare(a.Top.Start, b.Top.Start))
			})
			return each(out, all, func(r row, a *relate.Answer) {
				r.string(a.Of.ID).string(a.Programme.ID).department(a.Programme).text(a.Answer.Answer).text(a.Reason).day(a.Date.Day)
			})
		},
	}
}

func judgements(g *relate.Graph) table {
	return table{
		columns: []string{"behoefte", "wijkvisie", "datum", "door", "oordeel", "tekst"},
		rows: func(out row) error {
			for _, n := range sortedNeeds(g) {
				all := inOrder(n.Judgements, func(a, b *relate.Judgement) int {
					return cmp.Or(a.Date.Compare(b.Date.Day), cmp.Compare(a.Vision.ID, b.Vision.ID), cmp.Compare(a.Top.Start, b.Top.Start))
				})
				err := each(out, all, func(r row, j *relate.Judgement) {
					r.string(n.ID).string(j.Vision.ID).day(j.Date.Day).text(j.By).text(j.Verdict).text(j.Text)
				})
				if err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// inOrder returns a list in order: itself when it is already, as it mostly is.
func inOrder[T any](list []T, compare func(a, b T) int) []T {
	if slices.IsSortedFunc(list, compare) {
		return list
	}
	out := slices.Clone(list)
	slices.SortStableFunc(out, compare)
	return out
}

// sorted returns a list by id.
func sorted[T any](list []T, id func(T) string) []T {
	return inOrder(list, func(a, b T) int { return strings.Compare(id(a), id(b)) })
}

func sortedNeeds(g *relate.Graph) []*relate.Need {
	return sorted(g.Needs, func(n *relate.Need) string { return n.ID })
}

func sortedCommitments(g *relate.Graph) []*relate.Commitment {
	return sorted(g.Commitments, func(c *relate.Commitment) string { return c.ID.Value })
}

// names finds what commitments are called now: an author may have written an old id.
type names struct {
	commitments []*relate.Commitment // by id
	former      map[string]string
}

func newNames(sorted []*relate.Commitment) names {
	n := names{sorted, make(map[string]string)}
	for _, c := range sorted {
		for _, old := range c.Former {
			n.former[old.Value] = c.ID.Value
		}
	}
	return n
}

// now returns the id that a commitment has now, empty when there is none.
func (n names) now(id string) string {
	if id == "" {
		return ""
	}
	_, known := slices.BinarySearchFunc(n.commitments, id, func(c *relate.Commitment, id string) int { return strings.Compare(c.ID.Value, id) })
	if known {
		return id
	}
	return n.former[id]
}
