package plan

import (
	"fmt"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

func TestAWijkWithVeryManyNeedsIsInPartsByTheme(t *testing.T) {
	text := func(s string) source.Text { return source.Text{Value: s} }
	themeOf := func(id string) *relate.Theme {
		return &relate.Theme{Theme: &city.Theme{ID: text(id), Name: text("Thema " + id)}}
	}
	themes := []*relate.Theme{themeOf("verkeer"), themeOf("leeg"), themeOf("2011-2014"), themeOf("behoeften")}
	wijk := &relate.Wijk{Wijk: &city.Wijk{Record: city.Record{ID: "oost"}}}
	wijk.Visions = []*relate.Vision{{Wijk: wijk, Vision: &city.Vision{Period: city.Period{First: 2011, Last: 2014}}}}
	needsOf := func(n int, theme *relate.Theme) []*relate.Need {
		var needs []*relate.Need
		for range n {
			needs = append(needs, &relate.Need{Wijk: wijk, Main: &relate.Appearance{Theme: theme}})
		}
		return needs
	}
	for _, c := range []struct {
		name  string
		needs [][]*relate.Need
		parts []string
	}{
		{"as many as fit", [][]*relate.Need{needsOf(Most, themes[0])}, nil},
		{"one more", [][]*relate.Need{needsOf(Most, themes[0]), needsOf(1, nil)},
			[]string{"/wijken/oost/verkeer/ 200", "/wijken/oost/geen-thema/ 1"}},
		{"a theme with too many", [][]*relate.Need{needsOf(450, themes[0])},
			[]string{"/wijken/oost/verkeer/ 200", "/wijken/oost/verkeer-2/ 200", "/wijken/oost/verkeer-3/ 50"}},
		{"themes with the names of what a wijk has already", [][]*relate.Need{needsOf(150, themes[3]), needsOf(150, themes[2])},
			[]string{"/wijken/oost/2011-2014-/ 150", "/wijken/oost/behoeften-/ 150"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var all []*relate.Need
			for _, needs := range c.needs {
				all = append(all, needs...)
			}
			page := &Page{Kind: Wijk, URL: WijkURL(wijk), Wijk: wijk}
			page.listNeeds(all, themes)
			var got []string
			listed := len(page.Rows.Needs)
			for _, part := range page.Parts {
				got = append(got, fmt.Sprint(part.URL, " ", len(part.Rows.Needs)))
				listed += len(part.Rows.Needs)
				if part.Parent != page || part.Kind != Wijk || part.Part.Of != OfTheme {
					t.Errorf("%s is no part", part.URL)
				}
			}
			if fmt.Sprint(got) != fmt.Sprint(c.parts) || listed != len(all) {
				t.Errorf("%d needs in %q", listed, got)
			}
		})
	}
}
