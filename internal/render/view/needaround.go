package view

import (
	"slices"

	"wijkvisie/internal/relate"
)

// needsAround is the needs before and after one, among those that its wijk asks.
type needsAround struct {
	Label          string // "Andere behoeften in Overvecht"
	Previous, Next *rankedLink
	All            link // to the wijk
}

// rankedLink is a need with its rank.
type rankedLink struct {
	link
	Note string // "Vorige: prioriteit 2"
}

// needsAround returns the needs around one in the order of the wijk, nil when the wijk does
// not ask it now.
func (b *pageBuilder) needsAround(n *relate.Need) *needsAround {
	all := n.Wijk.CurrentNeeds()
	at := slices.Index(all, n)
	if at < 0 {
		return nil
	}
	around := &needsAround{
		Label: b.Words.Text("need.around", "name", n.Wijk.Name.Value),
		All:   link{Text: b.Words.Count("need.all-of", len(all), "name", n.Wijk.Name.Value), URL: b.wijkLink(n.Wijk).URL},
	}
	if at > 0 {
		around.Previous = b.rankedLink("need.previous", all[at-1])
	}
	if at+1 < len(all) {
		around.Next = b.rankedLink("need.next", all[at+1])
	}
	return around
}

// rankedLink returns a need with its rank. direction is the key of where it stands.
func (b *pageBuilder) rankedLink(direction string, n *relate.Need) *rankedLink {
	to := &rankedLink{b.needLink(n), b.Words.Text(direction)}
	if rank := n.Main.Priority; rank > 0 {
		to.Note = b.Words.Text("need.ranked", "where", to.Note, "rank", b.Words.Number(rank))
	}
	return to
}
