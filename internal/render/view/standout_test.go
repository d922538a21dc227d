package view

import (
	"testing"

	"wijkvisie/internal/theme"
	"wijkvisie/themes"
)

// TestChartsSayWhoStandsOut holds that a title claims no more than the figures carry.
func TestChartsSayWhoStandsOut(t *testing.T) {
	built, _, err := theme.Load(themes.Default(), nil)
	if err != nil {
		t.Fatal(err)
	}
	b := &Builder{Words: built.Words("nl", nil)}
	for _, c := range []struct {
		name   string
		scores []score
		want   string
	}{
		{"nothing", nil, ""},
		{"one only", []score{{"Oost", 4, 5}}, ""},
		{"one has most because it is large", []score{{"Oost", 4, 50}, {"West", 3, 3}}, ""},
		{"all is met everywhere", []score{{"Oost", 4, 4}, {"West", 3, 3}}, ""},
		{"one has most", []score{{"Oost", 4, 5}, {"West", 3, 5}}, "In Oost zijn de meeste behoeften vervuld: 4 van de 5"},
		{"two have as many", []score{{"Oost", 4, 5}, {"West", 4, 7}, {"Zuid", 0, 9}}, "In Oost en West zijn de meeste behoeften vervuld: elk 4"},
		{"three have as many", []score{{"A", 2, 5}, {"B", 2, 5}, {"C", 2, 2}, {"D", 0, 5}}, "In A, B en C zijn de meeste behoeften vervuld: elk 2"},
		{"many have as many", []score{{"A", 2, 5}, {"B", 2, 9}, {"C", 2, 2}, {"D", 2, 2}, {"E", 0, 2}}, ""},
		{"all have as many", []score{{"A", 2, 5}, {"B", 2, 9}}, ""},
		{"one is no more than chance", []score{{"A", 1, 5}, {"B", 0, 9}}, ""},
		{"none", []score{{"A", 0, 5}, {"B", 0, 9}}, ""},
		{"thousands", []score{{"A", 1200, 5000}, {"B", 0, 900}}, "In A zijn de meeste behoeften vervuld: 1.200 van de 5.000"},
	} {
		if got := b.standout("progress.most-met-wijk", "progress.most-met-wijk-tied", c.scores); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
