package docximport

import "testing"

func TestPlannedDate(t *testing.T) {
	for _, c := range []struct {
		text, date string
		exact      bool
	}{
		{"onbekend", "onbekend", true}, {"n.t.b.", "onbekend", true}, {"NTB", "onbekend", true}, {"Nader te bepalen", "onbekend", true}, {"nog niet bekend.", "onbekend", true},
		{"Doorlopend", "doorlopend", true}, {"continu", "doorlopend", true}, {"Structureel.", "doorlopend", true}, {"permanent", "doorlopend", true},
		{"gehele periode", "doorlopend", false}, {"hele periode", "doorlopend", false}, {"Lopend", "doorlopend", false}, {"jaarlijks", "doorlopend", false},
		{"december 2012", "2012-12", true}, {"December. 2012", "2012-12", true}, {"dec 2012", "2012-12", true}, {"eind december 2012", "", false},
		{"eind 2012", "2012", true}, {"in de loop van 2012", "2012", true}, {"uiterlijk 2012", "2012", true}, {"voorjaar 2012", "2012", false}, {"na zomer 2012", "", false},
		{"kwartaal 3 2012", "2012-Q3", true}, {"2012-Q3", "2012-Q3", true}, {"1ste kwartaal 2012", "2012-Q1", true}, {"2012 of 2013", "", false}, {"", "", false},
	} {
		if date, exact := plannedDate(c.text); date != c.date || exact != c.exact {
			t.Errorf("%q: %q, %t; want %q, %t", c.text, date, exact, c.date, c.exact)
		}
	}
}
