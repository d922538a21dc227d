package render_test

import "testing"

// TestAPeriodThatEndsIsAnnounced looks at pages on the days around the end of a period.
func TestAPeriodThatEndsIsAnnounced(t *testing.T) {
	content := readFiles(t, "city")
	next := content.with(files{"wijkvisies/oost-2015.md": "---\ntitel: Wijkvisie Oost verder\nwijk: oost\nperiode: 2015-2018\nstatus: vastgesteld\nvastgesteld-op: 2014-06-01\n---\n"})
	none := content.with(nil)
	delete(none, "wijkvisies/oost-2019.md")
	const vision, programme = "/wijken/oost/", "/programmas/woonstad-2012/"
	for _, c := range []struct {
		date    string
		content files
		pageTest
	}{
		{"2014-06-30", content, pageTest{"a vision, in more than half a year", vision, nil, []string{"geldt tot en met", "gold tot en met"}}},
		{"2014-07-01", content, pageTest{"a vision, in half a year", vision, []string{"Deze wijkvisie geldt tot en met 31 december 2014."}, []string{"is er nog niet"}}},
		{"2014-12-31", none, pageTest{"a vision, on its last day", vision, []string{"Deze wijkvisie geldt tot en met 31 december 2014. Een nieuwe wijkvisie is er nog niet."}, nil}},
		{"2014-12-31", next, pageTest{"a vision that another follows", vision, []string{"Deze wijkvisie geldt tot en met 31 december 2014. Daarna geldt “Wijkvisie Oost verder”."}, nil}},
		{"2015-01-01", next, pageTest{"the vision that follows", vision, nil, []string{"geldt tot en met", "gold tot en met"}}},
		{"2015-01-01", none, pageTest{"a vision that is over", vision, []string{"De wijkvisie gold tot en met 2014. Een nieuwe wijkvisie is er nog niet."}, nil}},
		{"2013-06-30", content, pageTest{"a programme, in more than half a year", programme, nil, []string{"loopt tot en met"}}},
		{"2013-07-01", content, pageTest{"a programme, in half a year", programme, []string{"Dit programma loopt tot en met 31 december 2013. 2 toezeggingen staan nog open."}, nil}},
		{"2014-01-01", content, pageTest{"a programme that is over", programme, []string{"Dit programma liep tot en met 31 december 2013. 2 toezeggingen staan nog open."}, nil}},
		{"2014-01-01", content, pageTest{"a programme of which nothing is open", "/programmas/sw-2005/", nil, []string{"liep tot en met"}}},
	} {
		c.run(t, published(t, c.content, options{date: c.date}))
	}
}
