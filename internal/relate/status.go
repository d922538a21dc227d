package relate

import "wijkvisie/internal/city"

// CommitmentStatus is how a commitment stands, as it is written in content.
type CommitmentStatus string

// The statuses of a commitment.
const (
	NotStarted     CommitmentStatus = city.NotStarted
	InPreparation  CommitmentStatus = city.InPreparation
	InProgress     CommitmentStatus = city.InProgress
	Realised       CommitmentStatus = city.Realised
	PartlyRealised CommitmentStatus = city.PartlyRealised
	Postponed      CommitmentStatus = city.Postponed
	Dropped        CommitmentStatus = city.Dropped
)

// CommitmentStatuses returns all statuses in display order.
func CommitmentStatuses() []CommitmentStatus {
	return []CommitmentStatus{Realised, PartlyRealised, InProgress, InPreparation, NotStarted, Postponed, Dropped}
}

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

// needStatus derives how a need stands from its commitments, those handed on and those
// of withdrawn programmes aside, and its answers. It is the first that fits.
func needStatus(n *Need) NeedStatus {
	var realised, partly, busy, open, dropped int
	for _, c := range n.Commitments {
		switch {
		case c.Programme.Withdrawn:
		case c.Status == Dropped, c.handedTo != "":
			dropped++
		case c.Status == Realised:
			realised++
		case c.Status == PartlyRealised:
			partly++
		case c.Status == InProgress:
			busy++
		default:
			open++
		}
	}
	open += busy
	answer := n.answer()
	switch {
	case realised > 0 && partly+open == 0:
		return NeedMet
	case realised+partly > 0 && open == 0:
		return NeedPartlyMet
	case realised+partly+busy > 0:
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

// Figures are numbers of needs, in all and by status.
type Figures struct {
	Total int
	By    [NeedUnanswered + 1]int // by status, of which that is the last
}

// Add counts one need.
func (f *Figures) Add(s NeedStatus) {
	f.Total++
	f.By[s]++
}
