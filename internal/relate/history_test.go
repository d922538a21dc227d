package relate

import (
	"fmt"
	"slices"
	"testing"

	"wijkvisie/internal/city"
)

// TestHistoryAgreesWithRelate relates random municipalities as of every day of their history.
func TestHistoryAgreesWithRelate(t *testing.T) {
	statuses := make(map[NeedStatus]bool)
	for seed := range uint64(histories(t) / 4) {
		m := newMaker(seed)
		c := m.city()
		opt := Options{Date: m.reference(), Drafts: m.chance(20)}
		g := Relate(c, opt)
		h := g.History()
		all := h.All()
		var wijken, departments [][]Counts
		for _, w := range g.Wijken {
			wijken = append(wijken, h.Wijk(w))
		}
		for _, d := range g.Departments {
			departments = append(departments, h.Department(d))
		}
		for i, day := range h.Days {
			want := Relate(c, Options{Date: day, Drafts: opt.Drafts})
			same := func(of string, got Counts, needs []*Need) {
				var counts Counts
				for _, n := range needs {
					if n.Current {
						counts[n.Status]++
						statuses[n.Status] = true
					}
				}
				if got != counts {
					t.Fatalf("seed %d as of %s: %s: history has %v, Relate derives %v", seed, day, of, got, counts)
				}
			}
			same("all", all[i], want.Needs)
			for k, w := range want.Wijken {
				same(w.ID, wijken[k][i], w.Needs)
			}
			for k, d := range want.Departments {
				same(d.ID, departments[k][i], d.Needs)
			}
		}
	}
	for _, s := range NeedStatuses() {
		if !statuses[s] && s != NeedUntracked {
			t.Errorf("no need was ever %s", s)
		}
	}
}

func TestHistoryHasAllMonthsSinceTheFirstVision(t *testing.T) {
	for _, test := range []struct {
		name          string
		adopted, date string
		want          string
	}{
		{"in the middle of a month", "2011-05-19", "2011-07-14", "[2011-05-31 2011-06-30 2011-07-14]"},
		{"on the last day of a month", "2011-11-30", "2012-02-29", "[2011-11-30 2011-12-31 2012-01-31 2012-02-29]"},
		{"on the day of the vision", "2011-05-19", "2011-05-19", "[2011-05-19]"},
		{"before the vision", "2011-05-19", "2011-05-18", "[]"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := newMaker(1).city()
			c.Visions = c.Visions[:1]
			v := c.Visions[0]
			v.Wijk.Value, v.Status.Value, v.Publish = "oost", city.Adopted, city.Date{}
			v.AdoptedOn.Day, _ = city.ParseDay(test.adopted)
			date, _ := city.ParseDay(test.date)
			if got := fmt.Sprint(Relate(c, Options{Date: date}).History().Days); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestHistoryGoesBackTwentyYearsAtMost(t *testing.T) {
	c := newMaker(1).city()
	c.Visions = c.Visions[:1]
	v := c.Visions[0]
	v.Wijk.Value, v.Status.Value, v.Publish = "oost", city.Adopted, city.Date{}
	v.AdoptedOn.Day = city.DayIn(11, 5, 19) // somebody forgot two digits
	h := Relate(c, Options{Date: city.DayIn(2013, 3, 31)}).History()
	if first := city.DayIn(1993, 4, 30); len(h.Days) != 240 || h.Days[0] != first {
		t.Errorf("%d months since %v, want 240 since %s", len(h.Days), slices.MinFunc(h.Days, city.Day.Compare), first)
	}
	if want := Relate(c, Options{Date: h.Days[0]}).Figures.By; h.All()[0] != want {
		t.Errorf("at first %v, want %v", h.All()[0], want)
	}
}
