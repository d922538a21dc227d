package chart

import (
	"encoding/xml"
	"strings"
	"testing"
)

func TestPlanShowsFirstAndNow(t *testing.T) {
	svg := string((&Timeline{
		Rows: []TimelineRow{
			{Title: `Plateau & "berm"`, Tone: "pos", Start: 2011.5, Done: 2012.25, First: 2011.75, Now: 2012.25},
			{Title: "Een heel lange naam van een toezegging die op geen telefoon past", Tone: "inf", First: 2013, Now: 2012.5},
		},
		From: 2011, To: 2013, Today: 2013.9, TodayIs: "nu", Label: "Planning <1>",
	}).Append(nil))
	if err := xml.Unmarshal([]byte(svg), new(struct{ XMLName xml.Name })); err != nil {
		t.Fatalf("not well-formed: %v", err)
	}
	for _, want := range []string{
		`aria-label="Planning &lt;1&gt;"`, `height="145"`, `<text class="wv-yr" x="33.33%" y="139">2012</text>`,
		`>Plateau &amp; &#34;berm&#34;</text>`, `<line class="wv-run wv-pos" x1="16.67%" x2="41.67%" y1="36" y2="36"/>`,
		`<line class="wv-late wv-pos" x1="25%" x2="41.67%" y1="36" y2="36"/>`, `<circle class="wv-pos" cx="25%" cy="36" r="5"/>`, `<circle class="wv-pos wv-end" cx="41.67%" cy="36" r="5"/>`,
		`>Een heel lange naam van een toezegging…</text>`, `<line class="wv-late wv-inf" x1="50%" x2="66.67%" y1="92" y2="92"/>`,
		`<text class="wv-todayt" x="96.67%" y="117" dx="-6" text-anchor="end">nu</text>`,
	} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in\n%s", want, svg)
		}
	}
	if strings.Contains(svg, "style=") {
		t.Error("a style")
	}
}

func TestPlanOfManyYearsNamesAFew(t *testing.T) {
	svg := string((&Timeline{Rows: []TimelineRow{{Title: "x", Tone: "inf", First: 2000, Now: 2049}}, From: 2000, To: 2049, Today: 1990, TodayIs: "nu"}).Append(nil))
	if n := strings.Count(svg, "wv-yr"); n > 8 {
		t.Errorf("%d years are named", n)
	}
	if !strings.Contains(svg, `class="wv-today" x1="0%"`) {
		t.Error("today runs off the strip")
	}
}
