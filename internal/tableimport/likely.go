package tableimport

import "wijkvisie/internal/diag"

// likely reports the dates of a step that are years away from the programme of its commitment.
func (p *progressReader) likely(s step) {
	of := s.of.Programme.Period
	last := s.of.Programme.LastYear(s.of.Commitment)
	if of.LikelyPlan(s.Due) {
		last = max(last, s.Due.Year)
	} else {
		p.report(diag.At(s.Due.Pos, diag.DateUnlikely, s.Due.String(), of.Years()))
	}
	if !of.Likely(s.Date.Year, last) {
		p.report(diag.At(s.Date.Pos, diag.DateUnlikely, s.Date.String(), of.Years()))
	}
}
