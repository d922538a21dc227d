package relate

import "wijkvisie/internal/city"

// NeedStatus is how a need stands. The statuses are in the order of the derivation,
// which is the order they are displayed in.
type NeedStatus int

// The statuses of a need.
const (
	NeedMet NeedStatus = iota
	NeedPartlyMet
	NeedInProgress
	NeedPromised
	NeedInvestigating
	NeedNotIncluded
	NeedDropped
	NeedUnanswered
)

// NeedStatuses returns all statuses in order.
func NeedStatuses() []NeedStatus {
	return []NeedStatus{NeedMet, NeedPartlyMet, NeedInProgress, NeedPromised,
		NeedInvestigating, NeedNotIncluded, NeedDropped, NeedUnanswered}
}

// String returns the status as it is written in the open data.
func (s NeedStatus) String() string {
	return [...]string{"vervuld", "deels-vervuld", "in-uitvoering", "toegezegd", "in-onderzoek", "niet-opgenomen", "vervallen", "onbeantwoord"}[s]
}

// needStatus derives how a need stands from its commitments and its answers: the first
// status that fits. What withdrawn programmes hold does not count.
func needStatus(n *Need) NeedStatus {
	var realised, partly, open, dropped int
	inProgress := false // one that is open
	for _, c := range n.Commitments {
		switch {
		case c.Programme.Withdrawn:
		case c.Status == Dropped, c.handedTo != "":
			dropped++
		case c.Status == Realised:
			realised++
		case c.Status == PartlyRealised:
			partly++
		default:
			open++
			inProgress = inProgress || c.Status == InProgress
		}
	}
	answer := n.answer()
	switch {
	case realised > 0 && partly+open == 0:
		return NeedMet
	case realised+partly > 0 && open == 0:
		return NeedPartlyMet
	case realised+partly > 0 || inProgress:
		return NeedInProgress
	case open > 0:
		return NeedPromised
	case answer != nil && answer.Answer.Answer.Value == city.AnswerInvestigating:
		return NeedInvestigating
	case answer != nil:
		return NeedNotIncluded
	case dropped > 0:
		return NeedDropped
	}
	return NeedUnanswered
}

// answer returns the newest answer to the need, those of withdrawn programmes aside; nil
// when there is none.
func (n *Need) answer() *Answer {
	for _, a := range n.Answers {
		if !a.Programme.Withdrawn {
			return a
		}
	}
	return nil
}
