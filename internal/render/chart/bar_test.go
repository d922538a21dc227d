package chart_test

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"
	"testing"

	"wijkvisie/internal/render/chart"
)

// drawing is what the tests read of a bar.
type drawing struct {
	Role   string `xml:"role,attr"`
	Label  string `xml:"aria-label,attr"`
	Hidden string `xml:"aria-hidden,attr"`
	Rects  []struct {
		Class string `xml:"class,attr"`
		Fill  string `xml:"fill,attr"`
		X     string `xml:"x,attr"`
		Width string `xml:"width,attr"`
	} `xml:"rect"`
	Texts []struct {
		X    string `xml:"x,attr"`
		Text string `xml:",chardata"`
	} `xml:"text"`
}

func draw(t *testing.T, label string, height int, segments ...chart.Segment) drawing {
	t.Helper()
	return read(t, chart.AppendBar(nil, segments, height, label))
}

func read(t *testing.T, svg []byte) drawing {
	t.Helper()
	var d drawing
	if err := xml.Unmarshal(svg, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

func percent(t *testing.T, s string) float64 {
	t.Helper()
	n, err := strconv.ParseFloat(strings.TrimSuffix(s, "%"), 64)
	if err != nil || !strings.HasSuffix(s, "%") {
		t.Fatalf("%q is no percentage", s)
	}
	return n
}

func TestSegmentsFillTheBarInOrder(t *testing.T) {
	for _, counts := range [][]int{{1}, {1, 1}, {1, 2}, {3, 4, 7}, {1, 1, 1}, {1, 999}, {0, 5, 0, 2}, {7, 11, 13, 17, 19, 23}} {
		var segments []chart.Segment
		total := 0
		for _, n := range counts {
			segments = append(segments, chart.Segment{Tone: "pos", Count: n})
			total += n
		}
		at, i := 0, 0
		for _, r := range draw(t, "", 36, segments...).Rects {
			for counts[i] == 0 {
				i++
			}
			if x := percent(t, r.X); math.Abs(x-100*float64(at)/float64(total)) > 0.006 {
				t.Errorf("%v: segment %d begins at %s", counts, i, r.X)
			}
			if w := percent(t, r.Width); math.Abs(w-100*float64(counts[i])/float64(total)) > 0.006 {
				t.Errorf("%v: segment %d is %s wide", counts, i, r.Width)
			}
			at += counts[i]
			i++
		}
		if at != total {
			t.Errorf("%v: the bar has %d of %d", counts, at, total)
		}
	}
}

func TestFiguresStandWhereThereIsRoom(t *testing.T) {
	wide, narrow := chart.Segment{Tone: "pos", Count: 97, Figure: "97"}, chart.Segment{Tone: "war", Count: 3, Figure: "3", Pattern: "dots"}
	d := draw(t, "x", 24, wide, narrow)
	if len(d.Texts) != 1 || d.Texts[0].Text != "97" || d.Texts[0].X != "48.5%" {
		t.Errorf("the figures are %+v", d.Texts)
	}
	if d := draw(t, "x", 8, wide, narrow); len(d.Texts) != 0 {
		t.Errorf("a low bar has figures: %+v", d.Texts)
	}
}

func TestSegmentIsFilledWithItsPattern(t *testing.T) {
	d := draw(t, "", 36, chart.Segment{Tone: "pos", Count: 1}, chart.Segment{Tone: "pos", Count: 1, Pattern: "dots"})
	if d.Rects[0].Fill != "" || d.Rects[1].Fill != "url(#wv-p-pos-dots)" {
		t.Errorf("the fills are %+v", d.Rects)
	}
}

func TestSwatchIsFilledAsTheSegmentIs(t *testing.T) {
	for _, s := range []chart.Segment{{Tone: "war", Count: 2}, {Tone: "inf", Pattern: "grid", Count: 1}} {
		bar, swatch := draw(t, "", 36, s).Rects[0], read(t, chart.AppendSwatch(nil, s)).Rects[0]
		if bar.Class != swatch.Class || bar.Fill != swatch.Fill {
			t.Errorf("%+v is %s %s in a bar and %s %s in the key", s, bar.Class, bar.Fill, swatch.Class, swatch.Fill)
		}
	}
}

func TestLabelIsReadAloudAndEscaped(t *testing.T) {
	const label = `2 "vervuld" & 1 <deels> 'x'`
	if d := draw(t, label, 36, chart.Segment{Tone: "pos", Count: 1}); d.Role != "img" || d.Label != label {
		t.Errorf("read aloud as %q", d.Label)
	}
	if d := draw(t, "", 36, chart.Segment{Tone: "pos", Count: 1}); d.Hidden != "true" || d.Role != "" {
		t.Errorf("a bar without a label is read aloud: %+v", d)
	}
}

func TestNothingIsNoBar(t *testing.T) {
	for _, segments := range [][]chart.Segment{nil, {{Tone: "pos"}}} {
		if got := chart.AppendBar(nil, segments, 36, "x"); got != nil {
			t.Errorf("%v became %s", segments, got)
		}
	}
}
