package tableimport

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/relate"
)

// likely reports the dates of a row that are years away from the programme of its commitment.
func (im *importer) likely(c relate.IndexedCommitment, row *city.ProgressEntry) {
	of := c.Programme.Period
	last := c.Programme.LastYear(c.Commitment)
	if of.LikelyPlan(row.Due) {
		last = max(last, row.Due.Year)
	} else {
		im.report(diag.At(row.Due.Pos, diag.DateUnlikely, row.Due.String(), of.Years()))
	}
	if !of.Likely(row.Date.Year, last) {
		im.report(diag.At(row.Date.Pos, diag.DateUnlikely, row.Date.String(), of.Years()))
	}
}
