package check

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/relate"
)

// states reports what depends on the reference date: needs that nobody answered, dates that
// moved, and commitments that were not updated for long.
func (k *checker) states() {
	for _, n := range k.graph.Needs {
		// A reference that leads nowhere may be meant for just this need.
		if !k.unresolved && n.Current && n.Status == relate.NeedUnanswered && n.Main.Vision.Status.Value == city.Adopted {
			k.report(diag.At(n.Main.ID.Pos, diag.Unanswered, n.ID))
		}
	}
	for _, c := range k.graph.Commitments {
		if c.Silent && !c.Programme.Withdrawn {
			k.report(diag.At(c.ID.Pos, diag.Silent, c.ID.Value, k.silentMonths()))
		}
		if c.Rescheduled && !c.Ended() && !c.Programme.Withdrawn && !c.OriginalDue.IsZero() {
			k.report(diag.At(c.Due.Pos, diag.Shifted, c.ID.Value, c.OriginalDue, c.Due))
		}
	}
}

// silentMonths returns after how many months without progress a commitment is reported.
func (k *checker) silentMonths() int {
	if n := k.graph.Site.SilentMonths; n > 0 {
		return n
	}
	return city.DefaultSilentMonths
}
