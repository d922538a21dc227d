package render

import (
	"fmt"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// entryText returns what an entry can be found by besides its title and note: what was said
// of it, and streets, subjects and people that stand in its text only.
func entryText(e *plan.Entry) string {
	var t searchText
	switch of := e.Of.(type) {
	case *relate.Need:
		t.need(of)
	case *relate.Commitment:
		t.commitment(of)
	case *relate.Wijk:
		t.wijk(of)
	case *relate.Department:
		t.add(of.Description.Value)
	case *relate.Programme:
		if of.Withdrawn {
			t.add(of.Reason.Value)
		}
	case *relate.Theme:
		t.add(of.Description.Value)
	case *relate.Page:
		t.add(of.Description.Value)
	}
	return strings.Join(t.parts, " ")
}

// searchText is what an entry can be found by, in parts.
type searchText struct{ parts []string }

// add adds texts that are not empty and not there yet.
func (t *searchText) add(texts ...string) {
	for _, text := range texts {
		if text != "" && !slices.Contains(t.parts, text) {
			t.parts = append(t.parts, text)
		}
	}
}

func addAll[T fmt.Stringer](t *searchText, texts []T) {
	for _, text := range texts {
		t.add(text.String())
	}
}

func (t *searchText) need(n *relate.Need) {
	for _, a := range n.Appearances {
		if a != n.Main && a.Title.Value != n.Main.Title.Value {
			t.add(a.Title.Value)
		}
		t.add(a.Explanation.Value, a.RaisedAt.Value)
		t.buurten(a.Areas())
		addAll(t, a.RaisedBy)
		if a.Theme != nil {
			t.add(a.Theme.Name.Value)
		}
		if a.Retracted {
			t.add(a.Reason.Value)
		}
	}
	for _, a := range n.Answers {
		t.add(a.Reason.Value)
	}
	for _, j := range n.Judgements {
		t.add(j.By.Value, j.Text.Value)
	}
}

func (t *searchText) commitment(c *relate.Commitment) {
	t.add(c.Explanation.Value, c.Cover.Value, c.ID.Value)
	addAll(t, c.Former)
	addAll(t, c.Partners)
	for _, w := range c.Wijken {
		t.add(w.Name.Value)
	}
	t.add(c.Source.Title.Value)
	for _, p := range c.Progress {
		t.add(p.Text.Value, p.Reason.Value, p.Source.Title.Value)
		if p.Image != nil {
			t.add(p.Image.Alt.Value)
		}
	}
	if c.Withdrawn() {
		t.add(c.Programme.Reason.Value)
	}
}

// wijk adds what stands on the page of a wijk, and what was said of its visions, which are no
// entries of their own.
func (t *searchText) wijk(w *relate.Wijk) {
	t.buurten(w.Buurten)
	addAll(t, w.Network)
	t.add(w.Manager.Name.Value, w.OfficeAt.Value)
	for _, v := range w.Visions {
		t.add(v.Title.Value, v.Summary.Value)
		for _, a := range v.Advice {
			t.add(a.By.Value, a.Text.Value, a.Reply.Value)
		}
		if v.Status.Value == city.Withdrawn {
			t.add(v.Reason.Value)
		}
	}
}

func (t *searchText) buurten(buurten []*city.Buurt) {
	for _, b := range buurten {
		t.add(b.Name.Value)
	}
}
