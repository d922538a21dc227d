package tableimport

import (
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

// same reports whether a row and an entry are the same. Open data leave out the commitment
// that takes over when it is not published yet, and older tables have no columns for proof.
func (im *importer) same(e, row *city.ProgressEntry) bool {
	return e.Date.Day == row.Date.Day && e.Status.Value == row.Status.Value && e.Due.String() == row.Due.String() &&
		sameText(e.Reason, row.Reason) && sameText(e.Text, row.Text) &&
		sameProof(e, row) &&
		(row.To.IsZero() || im.index.Commitments.Now(e.To.Value) == im.index.Commitments.Now(row.To.Value))
}

// sameProof reports whether a row names the proof that an entry has, or none.
func sameProof(e, row *city.ProgressEntry) bool {
	same := func(e, row source.Text) bool { return row.IsZero() || sameText(e, row) }
	var image city.EvidenceImage
	if e.Image != nil {
		image = *e.Image
	}
	return same(e.Source.Title, row.Source.Title) && same(e.Source.URL, row.Source.URL) &&
		(row.Image == nil || same(image.File, row.Image.File) && same(image.Alt, row.Image.Alt))
}

// sameText reports whether two texts are the same but for what a spreadsheet changes: the
// spaces around them and the line ends.
func sameText(a, b source.Text) bool { return trimmed(a.Value) == trimmed(b.Value) }

func trimmed(s string) string { return strings.TrimSpace(strings.ReplaceAll(s, "\r", "")) }

// duplicates returns, for each id that two commitments have, the first of them.
func duplicates(c *city.City) map[string]*city.Commitment {
	first, second := make(map[string]*city.Commitment), make(map[string]*city.Commitment)
	for _, p := range c.Programmes {
		for _, commitment := range p.Commitments {
			id := commitment.ID.Value
			if first[id] != nil {
				second[id] = first[id]
			} else {
				first[id] = commitment
			}
		}
	}
	return second
}
