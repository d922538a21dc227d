package relate

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

func texts(list []source.Text) []string {
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = t.Value
	}
	return out
}

// TestRelateAgreesWithTheContract compares Relate with the naive model, over
// random municipalities and reference dates.
func TestRelateAgreesWithTheContract(t *testing.T) {
	for seed := range uint64(600) {
		m := &maker{Rand: rand.New(rand.NewPCG(seed, 7))}
		c := m.city()
		for range 4 {
			opt := Options{Date: m.reference(), Drafts: m.chance(20)}
			t.Run(fmt.Sprintf("seed %d as of %s", seed, opt.Date), func(t *testing.T) {
				compare(t, Relate(c, opt), naive{c, opt})
			})
		}
	}
}

func compare(t *testing.T, g *Graph, n naive) {
	for _, w := range g.Wijken {
		got := ""
		if w.Current != nil {
			got = w.Current.ID
		}
		if want := n.current(w.ID); got != want {
			t.Errorf("the current vision of %s is %q, want %q", w.ID, got, want)
		}
		if got, want := len(w.Visions), len(n.visions(w.ID)); got != want {
			t.Errorf("%s has %d visions, want %d", w.ID, got, want)
		}
		for _, name := range []string{"a", "b", "c", "d", "x"} {
			compareNeed(t, w, name, n)
		}
		counted := 0
		for _, need := range w.Needs {
			if need.Current {
				counted++
			}
		}
		if counted != w.Figures.Total || len(w.CurrentNeeds()) != counted {
			t.Errorf("%s counts %d needs, want %d", w.ID, w.Figures.Total, counted)
		}
	}
	byID := make(map[string]*Commitment)
	for _, c := range g.Commitments {
		byID[c.ID.Value] = c
	}
	for _, p := range n.Programmes {
		for _, raw := range p.Commitments {
			c := byID[raw.ID.Value]
			if (c != nil) != n.visibleProgramme(p) {
				t.Errorf("%s is shown: %v", raw.ID.Value, c != nil)
			}
			if c != nil {
				compareCommitment(t, c, raw, p, n)
			}
		}
	}
}

func compareNeed(t *testing.T, w *Wijk, name string, n naive) {
	var need *Need
	for _, x := range w.Needs {
		if x.Name() == name {
			need = x
		}
	}
	if (need != nil) != n.hasNeed(w.ID, name) {
		t.Errorf("%s/%s is shown: %v", w.ID, name, need != nil)
	}
	if need == nil {
		return
	}
	if want := n.needStatus(w.ID, name); need.Status.String() != want {
		t.Errorf("%s is %s, want %s", need.ID, need.Status, want)
	}
	inCurrent := false
	for _, v := range n.visions(w.ID) {
		for _, x := range v.Needs {
			inCurrent = inCurrent || x.ID.Value == name && v.ID == n.current(w.ID)
		}
	}
	if need.Current != inCurrent {
		t.Errorf("%s is a need of the current vision: %v, want %v", need.ID, need.Current, inCurrent)
	}
}

func compareCommitment(t *testing.T, c *Commitment, raw *city.Commitment, p *city.Programme, n naive) {
	id := raw.ID.Value
	if want, _ := n.status(raw); string(c.Status) != want {
		t.Errorf("%s is %s, want %s", id, c.Status, want)
	}
	planned, original := n.dates(raw)
	if c.Due != planned || c.OriginalDue != original {
		t.Errorf("%s is planned %v, first %v; want %v, first %v", id, c.Due, c.OriginalDue, planned, original)
	}
	for _, f := range []struct {
		name      string
		got, want bool
	}{
		{"ended", c.Ended(), n.ended(raw)},
		{"late", c.Late, n.late(raw)},
		{"moved", c.Rescheduled, n.moved(raw)},
		{"quiet", c.Silent, n.quiet(raw, p)},
	} {
		if f.got != f.want {
			t.Errorf("%s %s: %v, want %v", id, f.name, f.got, f.want)
		}
	}
	for _, e := range c.Progress {
		if e.Date.After(n.Date) {
			t.Errorf("%s has an entry of %v", id, e.Date)
		}
	}
}
