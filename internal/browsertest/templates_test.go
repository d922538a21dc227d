package browsertest

import (
	"testing"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// pageSort is what pages have in common that look alike.
type pageSort struct {
	kind   plan.Kind
	isPart bool // it is a part of a page with a long list
	answer needAnswer
}

// needAnswer is what a need was told.
type needAnswer uint8

const (
	promised needAnswer = iota
	refused
	unanswered
)

// sortOf returns what sort of page a page is.
func sortOf(p *plan.Page) pageSort {
	s := pageSort{kind: p.Kind, isPart: p.Parent != nil}
	if p.Kind != plan.Need {
		return s
	}
	switch p.Need.Status {
	case relate.NeedInvestigating, relate.NeedNotIncluded:
		s.answer = refused
	case relate.NeedUnanswered, relate.NeedUntracked:
		s.answer = unanswered
	}
	return s
}

// templates returns the addresses of pages of every kind: of each sort the one that says
// most, and the one that says least. Pages that lead on to another are not among them.
func (s *site) templates() []string {
	type pair struct{ least, most string }
	found := make(map[pageSort]pair)
	var order []pageSort
	size := func(address string) int { return len(s.files[fileOf(address)]) }
	for _, p := range s.pages {
		if p.Kind == plan.Moved {
			continue
		}
		of := sortOf(p)
		both, ok := found[of]
		if !ok {
			order = append(order, of)
			both = pair{p.URL, p.URL}
		}
		if size(p.URL) < size(both.least) {
			both.least = p.URL
		}
		if size(p.URL) > size(both.most) {
			both.most = p.URL
		}
		found[of] = both
	}
	var addresses []string
	for _, of := range order {
		both := found[of]
		addresses = append(addresses, both.most)
		if both.least != both.most {
			addresses = append(addresses, both.least)
		}
	}
	return addresses
}

// TestTheExampleHasEveryTemplate makes sure that a new kind of page is looked at.
func TestTheExampleHasEveryTemplate(t *testing.T) {
	s := exampleSite(t)
	kinds := make(map[plan.Kind]bool)
	for _, p := range s.pages {
		kinds[p.Kind] = true
	}
	for _, kind := range plan.Kinds() {
		if !kinds[kind] && kind != plan.Moved {
			t.Errorf("the example has no page of kind %d", kind)
		}
	}
	for _, address := range s.templates() {
		if len(s.files[fileOf(address)]) == 0 {
			t.Errorf("%s is no page", address)
		}
	}
}
