package chart

import (
	"encoding/xml"
	"strings"
	"testing"
)

// wellFormed reports text that is no XML, or has a style of its own.
func wellFormed(t *testing.T, svg []byte) string {
	t.Helper()
	if err := xml.Unmarshal(svg, &struct{ XMLName xml.Name }{}); err != nil {
		t.Fatalf("not well-formed: %v", err)
	}
	if strings.Contains(string(svg), "style=") {
		t.Error("a style")
	}
	return string(svg)
}

func TestLineHasTheDatesOnTheAxis(t *testing.T) {
	axis := Axis{From: 2011, To: 2014, Today: 2013.2}
	for _, c := range []struct {
		name string
		line DateLine
		has  []string
		not  []string
	}{
		{"moved to a later date", DateLine{Tone: "inf", First: 2012, Now: 2014.5},
			[]string{`<line class="wv-span wv-inf" x1="25%" x2="87.5%" y1="10" y2="10"/>`, `<circle class="wv-first wv-inf" cx="25%" cy="10" r="5"/>`, `<circle class="wv-inf" cx="87.5%" cy="10" r="5"/>`},
			[]string{"wv-beyond", "wv-cross"}},
		{"done before it was promised", DateLine{Tone: "pos", First: 2013, Now: 2012},
			[]string{`class="wv-span wv-pos" x1="50%" x2="25%"`}, []string{"wv-beyond"}},
		{"still on the first date", DateLine{Tone: "inf", First: 2014, Now: 2014},
			[]string{`class="wv-first wv-inf" cx="75%"`, `class="wv-inf" cx="75%"`}, []string{"wv-span", "wv-beyond"}},
		{"late", DateLine{Tone: "inf", First: 2012, Now: 2013, Overdue: true},
			[]string{`class="wv-span wv-inf" x1="25%" x2="50%"`, `class="wv-beyond wv-inf" x1="50%" x2="55%"`}, nil},
		{"no longer known", DateLine{Tone: "inf", First: 2012},
			[]string{`class="wv-beyond wv-inf" x1="25%" x2="100%"`, `class="wv-first wv-inf"`}, []string{`class="wv-inf"`}},
		{"never promised", DateLine{Tone: "pos", Now: 2012},
			[]string{`class="wv-pos" cx="25%"`}, []string{"wv-first", "wv-span"}},
		{"dropped", DateLine{Tone: "neu", First: 2013, Now: 2012, Ended: true},
			[]string{`<svg class="wv-cross wv-neu" x="25%" y="10"`}, []string{`class="wv-neu"`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			svg := wellFormed(t, axis.AppendLine(nil, c.line))
			for _, want := range append(c.has, `class="wv-today" x1="55%"`, `aria-hidden="true"`) {
				if !strings.Contains(svg, want) {
					t.Errorf("no %s in\n%s", want, svg)
				}
			}
			for _, not := range c.not {
				if strings.Contains(svg, not) {
					t.Errorf("%s in\n%s", not, svg)
				}
			}
		})
	}
}

func TestTodayIsNamedAboveTheLine(t *testing.T) {
	for today, anchor := range map[float64]string{2011.1: "start", 2013: "middle", 2014.9: "end"} {
		svg := wellFormed(t, Axis{From: 2011, To: 2014, Today: today, TodayIs: `<nu>`}.AppendLine(nil, DateLine{Tone: "inf", Now: 2012}))
		if !strings.Contains(svg, `text-anchor="`+anchor+`">&lt;nu&gt;</text>`) || !strings.Contains(svg, `height="36"`) {
			t.Errorf("today, %v, is drawn as\n%s", today, svg)
		}
	}
}

func TestAxisNamesAsManyYearsAsFit(t *testing.T) {
	for _, c := range []struct{ from, to, named int }{{2011, 2011, 1}, {2011, 2014, 4}, {2008, 2014, 7}, {2007, 2014, 4}, {1950, 2049, 7}} {
		svg := wellFormed(t, Axis{From: c.from, To: c.to}.AppendYears(nil))
		if n := strings.Count(svg, "<text"); n != c.named {
			t.Errorf("of %d to %d, %d years are named", c.from, c.to, n)
		}
	}
}

func TestAxisIsAsWideAsItsMoments(t *testing.T) {
	axis := Axis{From: 2012, To: 2012}
	for _, moment := range []float64{2013.9, 0, 2010.01, 2011} {
		axis.Include(moment)
	}
	if axis.From != 2010 || axis.To != 2013 {
		t.Errorf("from %d to %d", axis.From, axis.To)
	}
}
