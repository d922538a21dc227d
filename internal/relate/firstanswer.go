package relate

import "wijkvisie/internal/city"

// FirstAnswer returns the day of the first answer to the need since it is asked: a commitment,
// or an answer without one. It is zero when there is none, or when its day is not known.
func (n *Need) FirstAnswer() city.Day {
	var first city.Day
	add := func(day city.Day) {
		if !day.IsZero() && (first.IsZero() || day.Before(first)) {
			first = day
		}
	}
	for _, c := range n.Commitments {
		if n.Outcome(c) != Earlier {
			add(c.PromisedOn)
		}
	}
	for _, a := range n.Answers {
		if !a.Date.Before(n.AskedSince) {
			add(a.Date.Day)
		}
	}
	return first
}
