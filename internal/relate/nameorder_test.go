package relate

import (
	"slices"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

func TestNamesAreInTheOrderOfTheAlphabet(t *testing.T) {
	// In order, each with the letter that it is found under.
	names := [][2]string{
		{"–", "0-9"}, {"4 Hoeken", "0-9"}, {"40 Hoeken", "0-9"}, {"Aa 2", "a"}, {"Aa 10", "a"}, {"«Abeel»", "a"}, {"De Meern", "d"},
		{"Élan", "e"}, {"Elzen", "e"}, {"'s Gravenland", "g"}, {"’s-Hertogenbosch", "h"}, {"'t Hof", "h"}, {"Hofwijk", "h"},
		{"IJburg", "i"}, {"Ĳsselstein", "i"}, {"Inn", "i"}, {"Laak", "l"}, {"Łazarz", "l"}, {"Leiden", "l"}, {"Oase", "o"}, {"Østerbro", "o"},
		{"Øzen", "o"}, {"zee", "z"}, {"Zuid", "z"}, {"Þing", "0-9"}, {"Ωmega", "0-9"},
	}
	c := &city.City{}
	for _, n := range slices.Backward(names) {
		c.Wijken = append(c.Wijken, &city.Wijk{Record: city.Record{ID: n[0]}, Name: source.Text{Value: n[0]}})
	}
	for i, w := range Relate(c, Options{}).Wijken {
		if w.Name.Value != names[i][0] || w.Initial != names[i][1] || w.ByName != i {
			t.Errorf("%d: %q, found under %s, at place %d; want %q under %s", i, w.Name.Value, w.Initial, w.ByName, names[i][0], names[i][1])
		}
	}
}
