package chart_test

import (
	"testing"

	"wijkvisie/internal/render/chart"
)

func TestBarsOfOneScaleCanBeCompared(t *testing.T) {
	bar := func(counts ...int) drawing {
		var segments []chart.Segment
		for _, n := range counts {
			segments = append(segments, chart.Segment{Tone: "war", Count: n})
		}
		return read(t, chart.AppendScaled(nil, segments, 40, 12))
	}
	for _, c := range []struct {
		counts []int
		widths []string
	}{
		{[]int{40}, []string{"100%"}},
		{[]int{10}, []string{"25%"}},
		{[]int{10, 20}, []string{"25%", "50%"}},
		{[]int{0, 1}, []string{"2.5%"}},
	} {
		d := bar(c.counts...)
		if len(d.Rects) != len(c.widths) || d.Hidden != "true" {
			t.Errorf("%v: %+v", c.counts, d)
			continue
		}
		for i, r := range d.Rects {
			if r.Width != c.widths[i] {
				t.Errorf("%v: a part is %s wide, not %s", c.counts, r.Width, c.widths[i])
			}
		}
	}
	if b := chart.AppendScaled(nil, []chart.Segment{{Tone: "war"}}, 40, 12); len(b) > 0 {
		t.Errorf("a bar of nothing is %s", b)
	}
}
