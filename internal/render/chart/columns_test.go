package chart

import (
	"encoding/xml"
	"fmt"
	"strings"
	"testing"
)

func TestColumns(t *testing.T) {
	kinds := []Segment{{Tone: "pos"}, {Tone: "war", Pattern: "grid"}}
	for _, c := range []struct {
		name    string
		columns Columns
		want    string // of the columns, without the names
	}{
		{"a segment of which the top stays is drawn once, to the bottom", Columns{Kinds: kinds, Counts: [][]int{{0, 4}, {1, 3}, {1, 3}, {2, 1}}, Years: []int{2011, 2011, 2011, 2011}},
			`<g class="wv-war wv-pattern" fill="url(#wv-p-war-grid)"><rect x="0%" width="75%" y="0%" height="100%"/><rect x="75%" width="25%" y="25%" height="100%"/></g>` +
				`<g class="wv-pos"><rect x="25%" width="50%" y="75%" height="100%"/><rect x="75%" width="25%" y="50%" height="100%"/></g>`},
		{"one that is not there is no top", Columns{Kinds: kinds, Counts: [][]int{{1, 0}, {1, 1}, {2, 0}}, Years: []int{2011, 2011, 2011}},
			`<g class="wv-war wv-pattern" fill="url(#wv-p-war-grid)"><rect x="33.33%" width="33.33%" y="0%" height="100%"/></g>` +
				`<g class="wv-pos"><rect x="0%" width="66.67%" y="50%" height="100%"/><rect x="66.67%" width="33.33%" y="0%" height="100%"/></g>`},
		{"a kind of which there never are any is left out", Columns{Kinds: kinds, Counts: [][]int{{2, 0}, {1, 0}}, Years: []int{2011, 2011}},
			`<g class="wv-pos"><rect x="0%" width="50%" y="0%" height="100%"/><rect x="50%" width="50%" y="50%" height="100%"/></g>`},
		{"nothing", Columns{Kinds: kinds, Counts: [][]int{{0, 0}}, Years: []int{2011}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			svg := string(AppendColumns(nil, c.columns, 160))
			if err := xml.Unmarshal([]byte("<p>"+svg+"</p>"), new(struct{ XMLName xml.Name })); err != nil {
				t.Errorf("not well-formed: %v", err)
			}
			got, _, _ := strings.Cut(strings.TrimPrefix(svg, `<svg class="wv-columns" aria-hidden="true" width="100%" height="160">`), "</svg>")
			if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestColumnsNameTheYears has the columns that the names of years begin at.
func TestColumnsNameTheYears(t *testing.T) {
	months := func(year, month, n int) []int {
		var years []int
		for i := range n {
			years = append(years, year+(month-1+i)/12)
		}
		return years
	}
	for _, c := range []struct {
		name  string
		years []int
		want  string
	}{
		{"one month", months(2011, 5, 1), "0=2011"},
		{"half a year", months(2011, 5, 6), "0=2011"},
		{"two years and more", months(2011, 5, 31), "0=2011 8=2012 20=2013"},
		{"the last months of a year have no room", months(2011, 12, 31), "1=2012 13=2013 25=2014"},
		{"nor has the beginning of one", months(2011, 3, 23), "0=2011 10=2012"},
		{"ten years", months(2004, 1, 120), "0=2004 24=2006 48=2008 72=2010 96=2012"},
	} {
		var names []string
		for _, i := range (Columns{Years: c.years}).named() {
			names = append(names, fmt.Sprintf("%d=%d", i, c.years[i]))
		}
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
