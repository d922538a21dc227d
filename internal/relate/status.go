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

// NeedStatus is how a need stands, as it is written in the open data.
type NeedStatus string

// The statuses of a need.
const (
	NeedMet           NeedStatus = "vervuld"
	NeedPartlyMet     NeedStatus = "deels-vervuld"
	NeedInProgress    NeedStatus = "in-uitvoering"
	NeedPromised      NeedStatus = "toegezegd"
	NeedInvestigating NeedStatus = "in-onderzoek"
	NeedNotIncluded   NeedStatus = "niet-opgenomen"
	NeedDropped       NeedStatus = "vervallen"
	NeedUnanswered    NeedStatus = "onbeantwoord"
)

// NeedStatuses returns all statuses in the order of the derivation, which is
// the order they are displayed in.
func NeedStatuses() []NeedStatus {
	return []NeedStatus{NeedMet, NeedPartlyMet, NeedInProgress, NeedPromised,
		NeedInvestigating, NeedNotIncluded, NeedDropped, NeedUnanswered}
}

// Figures counts needs by status.
type Figures struct {
	Total int
	By    map[NeedStatus]int // nil when there are none
}

// Add counts one need.
func (f *Figures) Add(s NeedStatus) {
	if f.By == nil {
		f.By = make(map[NeedStatus]int, len(NeedStatuses()))
	}
	f.Total++
	f.By[s]++
}
