package parse

import "testing"

func TestDutchDates(t *testing.T) {
	for in, want := range map[string]string{
		"2011-05-19": "2011-05-19", "19-05-2011": "2011-05-19", "19-5-2011": "2011-05-19", "1/2/2011": "2011-02-01", "19.5.2011": "2011-05-19",
		"19 mei 2011": "2011-05-19", "donderdag 19 mei 2011": "2011-05-19", "1 mrt. 2011": "2011-03-01", "2011-05-19T00:00:00": "2011-05-19", "19-5-2011 00:00": "2011-05-19",
		"5-19-2011": "", "30-02-2011": "", "19-05-11": "", "mei 2011": "", "2011-05-19 onder voorbehoud": "", "19 mei 2011 of later": "", "gisteren": "", "": "",
	} {
		if got, ok := dutchDay(in); ok != (want != "") || ok && got != want {
			t.Errorf("day %q: %q, %v; want %q", in, got, ok, want)
		}
	}
	for in, want := range map[string]string{
		"2011-Q3": "2011-Q3", "maart 2012": "2012-03", "mrt-12": "2012-03", "Mrt 2012": "2012-03", "3-2012": "2012-03", "2012": "2012", "Q3 2012": "2012-Q3", "3e kwartaal 2012": "2012-Q3",
		"derde kwartaal 2012": "2012-Q3", "Doorlopend": "doorlopend", "continu": "doorlopend", "onbekend": "onbekend", "Onbekend": "onbekend", "n.n.b.": "onbekend", "15-3-2012": "2012-03-15",
		"eind 2012": "", "medio 2012": "", "voorjaar 2012": "", "12-mrt": "", "2012 of 2013": "", "2012-03-15 onder voorbehoud": "",
	} {
		if got, ok := dutchPlanned(in); ok != (want != "") || ok && got != want {
			t.Errorf("planned %q: %q, %v; want %q", in, got, ok, want)
		}
	}
}
