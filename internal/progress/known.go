package progress

import (
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

// known tells whether a commitment has an entry already. Each of its entries stands
// for one row.
func (im *importer) known(p relate.Promise, row *city.Progress) bool {
	i := slices.IndexFunc(p.Progress, func(e *city.Progress) bool { return !im.taken[e] && im.same(e, row) })
	if i < 0 {
		return false
	}
	im.taken[p.Progress[i]] = true
	return true
}

// same tells whether a row says what an entry says. Open data leave out where a
// commitment went when that is not published yet.
func (im *importer) same(e, row *city.Progress) bool {
	return e.Date.Day == row.Date.Day && e.Status.Value == row.Status.Value && e.Due.String() == row.Due.String() &&
		alike(e.Reason, row.Reason) && alike(e.Text, row.Text) &&
		(row.To.IsZero() || im.index.Commitments.Now(e.To.Value) == im.index.Commitments.Now(row.To.Value))
}

// alike tells whether two texts are the same but for what a spreadsheet changes:
// spaces around them and how lines end.
func alike(a, b source.Text) bool { return plain(a.Value) == plain(b.Value) }

func plain(s string) string { return strings.TrimSpace(strings.ReplaceAll(s, "\r", "")) }

// twice returns, for each id that two commitments have, the first of them.
func twice(c *city.City) map[string]*city.Commitment {
	first, again := make(map[string]*city.Commitment), make(map[string]*city.Commitment)
	for _, p := range c.Programmes {
		for _, commitment := range p.Commitments {
			id := commitment.ID.Value
			if first[id] != nil {
				again[id] = first[id]
			} else {
				first[id] = commitment
			}
		}
	}
	return again
}
