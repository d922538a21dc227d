package check

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/relate"
)

// states reports what depends on the reference date: needs that nobody answered, answers that
// contradict commitments, judgements that there was news after, dates that moved, commitments
// that were not updated for long or handed on to nothing, and periods that are over.
func (k *checker) states() {
	for n := range untilEnd(k, k.graph.Needs) {
		// A reference that leads nowhere may be meant for just this need.
		if !k.unresolved && n.Current && n.Status == relate.NeedUnanswered && n.Main.Vision.Status.Value == city.Adopted {
			k.report(diag.At(n.Main.ID.Pos, diag.Unanswered, n.ID))
		}
		k.contradictions(n)
		if n.Current {
			k.outdated(n)
		}
	}
	for c := range untilEnd(k, k.graph.Commitments) {
		if c.ID.IsZero() {
			continue // it has no name that a message could say
		}
		if c.Silent && !c.Programme.Withdrawn {
			k.report(diag.At(c.ID.Pos, diag.Silent, c.ID.Value, k.silentMonths()))
		}
		if c.Rescheduled && !c.Ended() && !c.Programme.Withdrawn && !c.OriginalDue.IsZero() {
			k.report(diag.At(c.Due.Pos, diag.Shifted, c.ID.Value, c.OriginalDue, c.Due))
		}
		k.lost(c)
	}
	for _, w := range k.graph.Wijken {
		if v := w.Current; v != nil && v.Status.Value == city.Adopted && v.Period.Over(k.graph.Date) && !k.index.NeedMayBeUnread(w.ID) {
			k.report(diag.At(v.Period.Pos, diag.VisionOver, v.Period.Years()))
		}
	}
	if !k.index.CommitmentMayBeUnread() {
		for _, d := range k.graph.Departments {
			k.programmesOver(d)
		}
	}
}

// programmesOver reports the newest programme of a department that is still there when the
// period of that is over.
func (k *checker) programmesOver(d *relate.Department) {
	if through := d.ValidThrough; !through.IsZero() && through.Before(k.graph.Date) {
		return
	}
	var newest *relate.Programme
	for _, p := range d.Programmes {
		if p.Status.Value == city.Adopted && (newest == nil || p.Period.Last > newest.Period.Last) {
			newest = p
		}
	}
	if newest != nil && newest.Period.Over(k.graph.Date) {
		k.report(diag.At(newest.Period.Pos, diag.ProgrammeOver, newest.Period.Years()))
	}
}

// silentMonths returns after how many months without progress a commitment is reported.
func (k *checker) silentMonths() int {
	if n := k.graph.Site.SilentMonths; n > 0 {
		return n
	}
	return city.DefaultSilentMonths
}
