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
type NeedStatus int8

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

// Figures counts needs by status.
type Figures struct {
	Total int
	By    [NeedUnanswered + 1]int // by status, of which that is the last
}

// Add counts one need.
func (f *Figures) Add(s NeedStatus) {
	f.Total++
	f.By[s]++
}
