package relate

import (
	"slices"

	"wijkvisie/internal/city"
)

// NeedStatus is how a need stands. The statuses are in the order they are displayed in.
type NeedStatus int

// The statuses of a need.
const (
	NeedMet           NeedStatus = iota // what was promised is done, and the wijk says that the need is met
	NeedKept                            // what was promised is done
	NeedPartlyKept                      // some of what was promised is done, and no more is to come
	NeedInProgress                      // more is to come, and something is done or under way
	NeedPromised                        // it is all to come
	NeedInvestigating                   // the newest answer is in-onderzoek
	NeedNotIncluded                     // the newest answer is nee or elders
	NeedDropped                         // what was promised was lost
	NeedUnanswered                      // there is no answer
	NeedUntracked                       // there is none, and no current vision asks for it
)

// NeedStatuses returns all statuses in order.
func NeedStatuses() []NeedStatus {
	return []NeedStatus{NeedMet, NeedKept, NeedPartlyKept, NeedInProgress, NeedPromised,
		NeedInvestigating, NeedNotIncluded, NeedDropped, NeedUnanswered, NeedUntracked}
}

// String returns the status as it is written in the open data.
func (s NeedStatus) String() string {
	return [...]string{"vervuld", "nagekomen", "deels-nagekomen", "in-uitvoering", "toegezegd",
		"in-onderzoek", "niet-opgenomen", "vervallen", "onbeantwoord", "onbekend"}[s]
}

// deriveStatus derives how the need stands from what became of its commitments, its
// answers and what the wijk says of it: the first status that fits.
func (n *Need) deriveStatus() {
	var by [HandedOn + 1]int // the commitments by outcome
	inProgress := false      // one that is open
	var lostOn city.Day      // the newest loss
	for _, c := range n.Commitments {
		outcome := n.Outcome(c)
		by[outcome]++
		switch outcome {
		case Open:
			inProgress = inProgress || c.Status == InProgress
		case Kept:
			n.DoneOn = later(n.DoneOn, c.StatusSince)
		case Lost:
			lostOn = later(lostOn, c.lostOn())
		}
	}
	done := by[Kept] + by[PartlyKept]
	answer := n.Answer()
	switch {
	case by[Open] > 0 && (inProgress || done > 0):
		n.Status = NeedInProgress
	case by[Open] > 0:
		n.Status = NeedPromised
	case by[Kept] > 0 && by[PartlyKept]+by[Lost] == 0 && n.judgedSinceDone() && n.Judgement.Verdict.Value == city.VerdictMet:
		n.Status = NeedMet
	case by[Kept] > 0 && by[PartlyKept]+by[Lost] == 0:
		n.Status = NeedKept
	case done > 0:
		n.Status = NeedPartlyKept
	case answer != nil && !answer.Date.Before(lostOn) && answer.Answer.Answer.Value == city.AnswerInvestigating:
		n.Status = NeedInvestigating
	case answer != nil && !answer.Date.Before(lostOn):
		n.Status = NeedNotIncluded
	case by[Lost] > 0:
		n.Status = NeedDropped
	case n.Main.Vision != n.Wijk.Current:
		n.Status = NeedUntracked
	default:
		n.Status = NeedUnanswered
	}
}

// judgedSinceDone reports whether the wijk judged the need on the day on which the last of
// its commitments was done, or after it.
func (n *Need) judgedSinceDone() bool {
	return n.Judgement != nil && !n.Judgement.Date.Before(n.DoneOn)
}

// Contradicted reports whether what was promised is done, and the wijk says since that the
// need is not met, or not wholly.
func (n *Need) Contradicted() bool { return n.Status == NeedKept && n.judgedSinceDone() }

// Answer returns the newest answer since the need is asked; nil when there is none.
func (n *Need) Answer() *Answer {
	if len(n.Answers) == 0 || n.Answers[0].Date.Before(n.AskedSince) {
		return nil
	}
	return n.Answers[0]
}

// OpenSince returns the day since which a need without an answer waits for one: that on which
// it was first asked; when it had its answer before, that on which it was asked again.
func (n *Need) OpenSince() city.Day {
	asked := n.Appearances[len(n.Appearances)-1]
	if n.answeredEarlier() {
		asked = n.Main
	}
	return asked.AskedOn()
}

// answeredEarlier reports whether there was a commitment or an answer before the need was
// asked anew.
func (n *Need) answeredEarlier() bool {
	isEarlier := func(c *Commitment) bool { return n.Outcome(c) == Earlier }
	return slices.ContainsFunc(n.Commitments, isEarlier) ||
		len(n.Answers) > 0 && n.Answers[len(n.Answers)-1].Date.Before(n.AskedSince)
}

// later returns the later of two days.
func later(a, b city.Day) city.Day {
	if a.Before(b) {
		return b
	}
	return a
}
